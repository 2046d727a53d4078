// Package mauso2 declares Mẫu số 2 of Nghị định 188/2025/NĐ-CP, "Tờ khai tham
// gia, điều chỉnh thông tin bảo hiểm y tế": one sheet a person who only takes
// part in health insurance, to join for the first time or to change what stands
// on the card.
//
// The paper is the template that comes with Quyết định 366/QĐ-BHXH (29/04/2026).
// No XML of it is known: a dossier carries the sheet as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package mauso2
