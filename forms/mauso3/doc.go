// Package mauso3 declares Mẫu số 3 of Nghị định 188/2025/NĐ-CP, "Danh sách đối
// tượng tham gia bảo hiểm y tế": those who only take part in health insurance,
// as an agency or a collecting organisation reports them in and out, with what
// their contribution is counted on.
//
// The paper is the template that comes with Quyết định 366/QĐ-BHXH (29/04/2026);
// it takes the place of D03-TS. No XML of it is known: a dossier carries the list
// as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package mauso3
