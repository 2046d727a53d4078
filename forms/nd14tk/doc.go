// Package nd14tk declares the "Tờ khai hưởng trợ cấp" of teachers who retired
// without the seniority allowance in their pension (Nghị định 14/2020/NĐ-CP): one
// row a teacher, the years of teaching as a sub-table. The group is closed.
//
// The annex itself was not seen: items and order are those of the description, of
// low confidence. No layout for the wire is known: the form travels as a signed
// PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, facts,
// khung and nhanthan; forms/all and app import it.
package nd14tk
