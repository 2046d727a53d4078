// Package d06ts declares mẫu D06-TS, "Danh sách tham gia bảo hiểm tai nạn lao
// động theo hình thức tự nguyện": who insures themselves against accidents at
// work for six or twelve months, at which work, and who pays what of it.
//
// The paper is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). No XML of it is known: a dossier carries the list as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package d06ts
