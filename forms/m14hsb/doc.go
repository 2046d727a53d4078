// Package m14hsb declares mẫu 14-HSB, "Đơn đề nghị": one row a request of a
// person (or of a relative or proxy) about a benefit, the papers that go with it
// as a sub-table. What else must be said follows from the kind of request.
//
// The form is one of Quyết định 166/QĐ-BHXH (31/01/2019), still in use; the law
// behind it is Luật 41/2024/QH15. No layout for the wire is known: the form
// travels as a signed PDF, or is typed into the portal.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, codes,
// facts, khung and nhanthan; forms/all and app import it.
package m14hsb
