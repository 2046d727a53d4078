// Package m2cbh declares mẫu 2-CBH, "Thông báo thay đổi thông tin người hưởng":
// one row somebody who is paid a pension or an allowance, and what changes in how,
// where and under which data they are paid.
//
// The form belongs to the family of Quyết định 166/QĐ-BHXH (31/01/2019) and Quyết
// định 686/QĐ-BHXH; the law behind it is Luật 41/2024/QH15 Điều 82 and 93. No
// layout for the wire is known: the form travels as a signed PDF, or is typed into
// the portal.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, codes,
// facts, khung and nhanthan; forms/all and app import it.
package m2cbh
