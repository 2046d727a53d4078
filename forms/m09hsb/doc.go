// Package m09hsb declares mẫu 09-HSB, "Tờ khai của thân nhân": one row somebody
// who died, with who declares and who buried them; their relatives as a sub-table.
// Whether a relative may have the monthly allowance is held against Luật
// 41/2024/QH15 Điều 86 to 88.
//
// The form is one of Quyết định 166/QĐ-BHXH (31/01/2019), still in use. No layout
// for the wire is known: the form travels as a signed PDF. Deaths before
// 01/07/2025 stand under an earlier law, whose figures forms/law does not have;
// the rules of age, income and number say nothing of them.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, codes,
// facts, khung and nhanthan; forms/all and app import it.
package m09hsb
