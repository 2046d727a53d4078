// Package mauso4 declares Mẫu số 4 of Nghị định 188/2025/NĐ-CP, "Danh sách thành
// viên hộ gia đình tham gia bảo hiểm y tế": one sheet a household, its members
// as a sub-table, so that each next member pays less.
//
// The paper is the template that comes with Quyết định 366/QĐ-BHXH (29/04/2026).
// No XML of it is known: a dossier carries the sheets as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package mauso4
