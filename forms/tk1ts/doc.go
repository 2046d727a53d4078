// Package tk1ts declares mẫu TK1-TS, "Tờ khai đăng ký, điều chỉnh thông tin
// tham gia bảo hiểm xã hội, bảo hiểm y tế": one row a person, the members of the
// household as a sub-table.
//
// The paper is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026), one sheet a person. The wire is TK1-TS-595.xml of the time of
// Quyết định 595/QĐ-BHXH, the only layout seen in use; the columns are the union
// of both.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package tk1ts
