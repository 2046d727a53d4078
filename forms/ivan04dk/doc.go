// Package ivan04dk declares mẫu 04/ĐK-IVAN, "Tờ khai đăng ký sử dụng dịch vụ
// I-VAN": a unit that has its code tells the agency through whom it files, and
// with which certificates it signs.
//
// The words are those of the style sheet of Quyết định 08/2015/QĐ-TTg, the file
// is of the old layout. What it shares with the other notices is in forms/ivan.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// facts and ivan; forms/all and app import it.
package ivan04dk
