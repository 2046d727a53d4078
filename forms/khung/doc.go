// Package khung is the frame that the papers of all mẫu share: the motto of the
// state, the corner that names the mẫu and its decision, the line of place and
// day over a signature, the note of Quyết định 366/QĐ-BHXH, and fields that
// print a code in words or a date of birth of which parts are not known; and the
// elements that the files of Quyết định 595/QĐ-BHXH share.
//
// It knows no particular form. It imports forms/form, law and facts; every mẫu
// may import it.
package khung
