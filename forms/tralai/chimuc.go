package tralai

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// cell is a cell of a document; col is nil for a row as a whole.
type cell struct {
	doc  *form.Doc
	bang string
	dong int // from 1; 0 of the head
	col  *form.Column
}

func (c cell) row() cell { c.col = nil; return c }

// index is what the documents say, ready to be asked.
type index struct {
	docs    []*form.Doc
	day     law.Day
	numbers map[string][]cell // by a number of eight digits or more
	names   map[string][]cell // by the folded name
	longest int               // words of a name
}

// shortest is how many digits a number has that tells a person.
const shortest = 8

func newIndex(docs []*form.Doc, day law.Day) *index {
	x := &index{docs: docs, day: day, numbers: map[string][]cell{}, names: map[string][]cell{}}
	for _, d := range docs {
		if d.Form.Head != nil {
			x.learn(cell{doc: d, bang: Dau}, d.Form.Head, d.Head)
		}
		for i, r := range d.Rows {
			x.learn(cell{doc: d, dong: i + 1}, d.Form.Table, r)
		}
		for _, t := range d.Form.Subs {
			for i, r := range d.Subs[t.Tag] {
				x.learn(cell{doc: d, bang: t.Tag, dong: i + 1}, t, r)
			}
		}
	}
	return x
}

func (x *index) learn(at cell, t *form.Table, r form.Row) {
	for _, c := range t.Columns() {
		v := c.Get(r)
		if c.Kind != form.KindText || !v.Known() {
			continue
		}
		at.col = c
		if c.Tag == nameTag && at.bang != Dau {
			k := codes.Fold(v.S)
			x.names[k] = append(x.names[k], at)
			x.longest = max(x.longest, len(strings.Fields(k)))
		}
		if len(v.S) >= shortest && strings.Trim(v.S, "0123456789") == "" {
			x.numbers[v.S] = append(x.numbers[v.S], at)
		}
	}
}

// The columns that tell a person, by the tags that all forms share.
const (
	nameTag  = "HoTen"
	maSoTag  = "MaSoBHXH"
	cccdTag  = "SoCCCD"
	birthTag = "NgaySinh"
)

// named finds the people whom words name. A name written otherwise than in the
// document, one that several people have, and one of a single word are likely only.
func (x *index) named(words string) (out []found) {
	w := strings.FieldsFunc(norm.NFC.String(words), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	for i := 0; i < len(w); i++ {
		for n := min(x.longest, len(w)-i); n > 0; n-- {
			said := strings.Join(w[i:i+n], " ")
			cells := x.names[codes.Fold(said)]
			if len(cells) == 0 || n == 1 && !unicode.IsUpper([]rune(said)[0]) {
				continue
			}
			for _, c := range cells {
				is := c.col.Get(x.line(c)).S
				f := found{cell: c, sure: n > 1 && strings.EqualFold(norm.NFC.String(is), said), why: "nêu tên " + is}
				if !f.sure {
					f.why = "tên trong lý do viết là «" + said + "»"
				}
				if x.several(cells) {
					f.sure, f.why = false, "có nhiều người tên "+is
				}
				out = append(out, f)
			}
			i += n - 1
			break
		}
	}
	return out
}

// line is the row that a cell stands in.
func (x *index) line(c cell) form.Row {
	switch c.bang {
	case Dau:
		return c.doc.Head
	case "":
		return c.doc.Rows[c.dong-1]
	}
	return c.doc.Subs[c.bang][c.dong-1]
}

// table is the table that a cell stands in.
func (c cell) table() *form.Table {
	switch c.bang {
	case Dau:
		return c.doc.Form.Head
	case "":
		return c.doc.Form.Table
	}
	return c.doc.Form.Sub(c.bang)
}

// several reports whether rows are of more than one person.
func (x *index) several(cells []cell) bool {
	var all []ident
	for _, c := range cells {
		all = append(all, identOf(c.table(), x.line(c)))
	}
	return slices.ContainsFunc(all, func(b ident) bool { return !all[0].same(b) })
}

// found is a cell or a row that words lead to.
type found struct {
	cell
	sure bool
	why  string
}

// digitGroups is a number as people write it, with blanks or dots inside.
var digitGroups = regexp.MustCompile(`\d+(?:[ .]\d+)*`)

// numbersIn are the numbers of people that stand in words. Short groups of digits
// are one number where together they are as long as one.
func numbersIn(words string) (out []string) {
	for _, run := range digitGroups.FindAllString(words, -1) {
		groups := strings.FieldsFunc(run, func(r rune) bool { return r == ' ' || r == '.' })
		long := slices.DeleteFunc(slices.Clone(groups), func(g string) bool { return len(g) < shortest })
		if whole := strings.Join(groups, ""); len(long) == 0 && (len(whole) == maSoLen || len(whole) == cccdLen) {
			long = []string{whole}
		}
		out = append(out, long...)
	}
	return out
}

// The lengths of a mã số BHXH and of a số CCCD.
const maSoLen, cccdLen = 10, 12
