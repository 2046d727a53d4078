// Package codes holds the dated code lists (danh mục) that the forms of
// Vietnamese social insurance are filled from: phương án, xã, tỉnh, cơ sở khám
// chữa bệnh, dân tộc, quốc tịch and so on, and finds an entry by code or by a
// few letters of its name, with or without diacritics.
//
// It knows no form and no rule: which list a column takes is said by the form.
// Every list says on which text or public list it rests, when it was looked up
// and how sure it is; a code that is not certain is marked low, none is made up.
//
// Everything under forms/ and app may import it; it imports only forms/law.
// The lists follow Quyết định 366/QĐ-BHXH and the public code lists of the BHXH
// portal; see data/danh-muc.tsv for each of them.
package codes
