// Package dnhdkcb declares DNHDKCB, the request of a health facility for a
// contract of insured treatment ("đề nghị hợp đồng khám bệnh, chữa bệnh bảo hiểm
// y tế"): the letter in the head, the papers that come with it as rows.
//
// The items are those of the record in which a client of the field keeps such a
// request; the official template and its sign were not seen, so the printed
// letter is rebuilt from the items and says so in the notes. No layout of a file
// is known: the letter goes as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, facts,
// khung, law and nhanthan; forms/all and app import it.
package dnhdkcb
