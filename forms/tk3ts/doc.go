// Package tk3ts declares mẫu TK3-TS, "Tờ khai đơn vị đăng ký, điều chỉnh thông
// tin tham gia bảo hiểm xã hội, bảo hiểm y tế": the sheet by which an employer,
// an agency of BHYT members or a collecting organisation registers or changes
// what is known of it. One row is the unit.
//
// The paper is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). Of the XML only root and signature node are known, so there is no
// wire: a dossier carries the sheet as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package tk3ts
