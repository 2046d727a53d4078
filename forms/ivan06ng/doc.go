// Package ivan06ng declares mẫu 06/NG-IVAN, "Tờ khai đăng ký ngừng sử dụng dịch vụ
// I-VAN": a unit tells the agency from which day, and why, it no longer files
// through its I-VAN.
//
// The words are those of the style sheet of Quyết định 08/2015/QĐ-TTg, the file
// is of the old layout. What it shares with the other notices is in forms/ivan.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// facts and ivan; forms/all and app import it.
package ivan06ng
