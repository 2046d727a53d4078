// Package m12hsb declares mẫu 12-HSB, "Quyết định về việc nghỉ việc hưởng chế độ
// hưu trí": one row the decision of an employer (or of a commune) about one person.
// From when they may leave is held against the retirement age of forms/law.
//
// The form is one of Quyết định 166/QĐ-BHXH (31/01/2019), still in use; the law
// behind it is Luật 41/2024/QH15 Điều 64 to 79. No layout for the wire is known:
// the form travels as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, codes,
// facts, khung and nhanthan; forms/all and app import it.
package m12hsb
