// Package m13hsb declares mẫu 13-HSB, "Giấy uỷ quyền": one row a power of
// attorney, from who is entitled to who acts for them.
//
// The form is one of Quyết định 166/QĐ-BHXH (31/01/2019), still in use; how long
// it holds and that it is certified follow Luật 41/2024/QH15 Điều 10. It is signed
// by hand before who certifies it, so it travels as a scanned paper.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, codes,
// facts, khung and nhanthan; forms/all and app import it.
package m13hsb
