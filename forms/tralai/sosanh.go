package tralai

import (
	"ankhai/forms/form"
)

// Kieu is what became of a place.
type Kieu string

// The kinds of difference.
const (
	Sua     Kieu = "sua"     // a cell has another answer
	Them    Kieu = "them"    // a row that was not there
	Bo      Kieu = "bo"      // a row that is not there any more
	ThemMau Kieu = "themMau" // a form that was not there
	BoMau   Kieu = "boMau"   // a form that is not there any more
)

// Khac is one difference between the returned documents and the corrected ones.
type Khac struct {
	Kieu   Kieu
	Mau    string
	Bang   string
	Cu     int    // the row there, from 1; 0 for a head, a form, and a new row
	Moi    int    // the row here; 0 for a head, a form, and a row that is gone
	Tag    string // the column, of Sua
	Nhan   string // its words
	Truoc  string // as it was, ready to be read; "" where nothing was
	BayGio string // as it is
	Ai     string // the name in the row, "" where there is none
}

// SoSanh is what two dossiers differ in, and which row became which.
type SoSanh struct {
	Khac []Khac
	moi  map[rowAt]int
}

type rowAt struct {
	mau, bang string
	dong      int
}

// Moi is the row that a row of the returned dossier is now; false where it is gone.
// The head stays the head.
func (s SoSanh) Moi(mau, bang string, dong int) (int, bool) {
	n, ok := s.moi[rowAt{mau, bang, dong}]
	return n, ok
}

// So compares the returned documents with the corrected ones. Rows that were moved
// are found by what they say and by whom they are about.
func So(cu, moi []*form.Doc) SoSanh {
	s := SoSanh{moi: map[rowAt]int{}}
	for _, d := range moi {
		old := docOf(cu, d.Form.ID)
		if old == nil {
			s.Khac = append(s.Khac, Khac{Kieu: ThemMau, Mau: d.Form.ID})
			continue
		}
		if d.Form.Head != nil {
			s.rows(d.Form, Dau, d.Form.Head, []form.Row{old.Head}, []form.Row{d.Head})
		}
		s.rows(d.Form, "", d.Form.Table, old.Rows, d.Rows)
		for _, t := range d.Form.Subs {
			s.rows(d.Form, t.Tag, t, old.Subs[t.Tag], d.Subs[t.Tag])
		}
	}
	for _, d := range cu {
		if docOf(moi, d.Form.ID) == nil {
			s.Khac = append(s.Khac, Khac{Kieu: BoMau, Mau: d.Form.ID})
		}
	}
	return s
}

func docOf(docs []*form.Doc, id string) *form.Doc {
	for _, d := range docs {
		if d.Form.ID == id {
			return d
		}
	}
	return nil
}

func (s *SoSanh) rows(f *form.Form, bang string, t *form.Table, old, now []form.Row) {
	from := pair(t, old, now, bang == Dau)
	gone := make([]bool, len(old))
	for i := range gone {
		gone[i] = true
	}
	at := func(i int) int {
		if bang == Dau {
			return 0
		}
		return i + 1
	}
	for i, r := range now {
		k := from[i]
		if k < 0 {
			s.Khac = append(s.Khac, Khac{Kieu: Them, Mau: f.ID, Bang: bang, Moi: i + 1, Ai: ai(t, r)})
			continue
		}
		gone[k] = false
		s.moi[rowAt{f.ID, bang, at(k)}] = at(i)
		for _, c := range t.Columns() {
			a, b := c.Get(old[k]), c.Get(r)
			if was, is := shown(c, a), shown(c, b); was != is {
				s.Khac = append(s.Khac, Khac{Kieu: Sua, Mau: f.ID, Bang: bang, Cu: at(k), Moi: at(i), Tag: c.Tag, Nhan: c.Label, Truoc: was, BayGio: is, Ai: ai(t, r)})
			}
		}
	}
	for k, r := range old {
		if gone[k] {
			s.Khac = append(s.Khac, Khac{Kieu: Bo, Mau: f.ID, Bang: bang, Cu: k + 1, Ai: ai(t, r)})
		}
	}
}

// shown is a cell as it is read: a code with its words.
func shown(c *form.Column, v form.Value) string {
	if c.Kind == form.KindCode && v.Known() {
		if words := c.Codes.Label(v.S); words != "" {
			return v.S + " – " + words
		}
	}
	return c.Told(v)
}
