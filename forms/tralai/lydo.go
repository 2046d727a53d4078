package tralai

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// LyDo is one reason for which a dossier came back, as it was given.
type LyDo struct {
	Ma  string // code, "E-BIZ-TRA-01"; "" where none was given
	Tep string // file inside the envelope, "" where none is named
	Cho string // where, in the giver's words: "dòng 12", an element's path; often ""
	Loi string // what is said
}

// Dau is how the head of a form is called in a place.
const Dau = "head"

// Noi is a place that a reason is about.
type Noi struct {
	Mau   string // the form
	Bang  string // "" the main table, Dau, or a sub-table's tag
	Dong  int    // from 1, as the rows stand in the document; 0 for the head
	Tag   string // the column, "" for the row as a whole
	Nhan  string // the column's words
	Chac  bool   // false: likely only, to be shown as «có thể là»
	ViSao string // what leads there, in words
}

// DaDat is a reason with the places that were found for it.
type DaDat struct {
	LyDo
	Goc   string   // the words that Loi was cut from, "" where it is all of them
	Noi   []Noi    // none: nobody can tell where
	Thieu []string // what the words name and the dossier does not have
}

// Chac are the places of which there is no doubt.
func (d DaDat) Chac() (out []Noi) {
	for _, n := range d.Noi {
		if n.Chac {
			out = append(out, n)
		}
	}
	return out
}

// Dat finds the places of reasons in the documents that were signed on a day. An
// officer's words about several things become several reasons; none is left out.
func Dat(docs []*form.Doc, ngay law.Day, all []LyDo) []DaDat {
	x := newIndex(docs, ngay)
	var out []DaDat
	for _, l := range all {
		parts := []string{l.Loi}
		if l.Cho == "" && l.Tep == "" {
			parts = clauses(l.Loi)
		}
		for _, p := range parts {
			d := DaDat{LyDo: l}
			if d.Loi = p; len(parts) > 1 {
				d.Goc = l.Loi
			}
			x.place(&d)
			out = append(out, d)
		}
	}
	return out
}
