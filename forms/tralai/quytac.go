package tralai

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/form"
)

// Phai is what a rule asks of a cell.
type Phai string

// What a rule may ask.
const (
	CoGhi   Phai = "coGhi"   // the cell is answered
	DeTrong Phai = "deTrong" // the cell is not answered
	KhongLa Phai = "khongLa" // the answer is not this one
	PhaiLa  Phai = "phaiLa"  // the answer is this one; a cell without answer is let be
)

// demands are the words of what a rule may ask; longer ones first.
var demands = []struct {
	words string
	phai  Phai
}{
	{"không được để trống", CoGhi},
	{"phải để trống", DeTrong},
	{"không được là", KhongLa},
	{"phải là", PhaiLa},
}

// words are how the demand is said.
func (p Phai) words() string {
	for _, d := range demands {
		if d.phai == p {
			return d.words
		}
	}
	return string(p)
}

// valued reports whether the demand is about a value.
func (p Phai) valued() bool { return p == KhongLa || p == PhaiLa }

// Khi narrows a rule to the rows whose cell has a value.
type Khi struct {
	Tag string `json:"tag"`
	La  string `json:"la"` // as a person types it
}

// QuyTac is a rule that an employer keeps for its own drafts of one form: «cột X
// không được để trống khi cột Y là Z». It speaks of one table, of the rows where all
// of Khi hold, and names no person.
type QuyTac struct {
	Mau  string `json:"mau"`
	Bang string `json:"bang,omitempty"` // "" the main table, Dau, or a sub-table's tag
	Tag  string `json:"tag"`
	Phai Phai   `json:"phai"`
	La   string `json:"la,omitempty"` // of KhongLa and PhaiLa
	Khi  []Khi  `json:"khi,omitempty"`
}

// persons are the columns whose values tell a person: a rule may ask for them, and
// holds none.
var persons = []string{nameTag, maSoTag, cccdTag, birthTag, "SoTaiKhoan", "DienThoai", "Email", "DiaChi"}

// tableOf is a table of a form as places call it.
func tableOf(f *form.Form, bang string) *form.Table {
	switch bang {
	case "":
		return f.Table
	case Dau:
		return f.Head
	}
	return f.Sub(bang)
}

// bound is what a rule names, found in a form.
type bound struct {
	table *form.Table
	col   *form.Column
	want  form.Value
	when  []func(form.Row) bool
}

func (q QuyTac) bind(f *form.Form) (b bound, ok bool) {
	if b.table = tableOf(f, q.Bang); b.table == nil {
		return b, false
	}
	if b.col = b.table.Column(q.Tag); b.col == nil {
		return b, false
	}
	if q.Phai.valued() {
		if b.want, _, ok = b.col.Parse(q.La); !ok {
			return b, false
		}
	}
	for _, k := range q.Khi {
		c := b.table.Column(k.Tag)
		if c == nil {
			return b, false
		}
		want, _, ok := c.Parse(k.La)
		if !ok {
			return b, false
		}
		b.when = append(b.when, func(r form.Row) bool { return equal(c.Get(r), want) })
	}
	return b, true
}

// equal compares answers; texts without regard to case.
func equal(a, b form.Value) bool {
	return a == b || a.Known() && b.Known() && a.N == b.N && strings.EqualFold(norm.NFC.String(a.S), norm.NFC.String(b.S))
}

// breaks reports whether a row is in the rule's scope and does not do what it asks.
func (q QuyTac) breaks(b bound, r form.Row) bool {
	for _, in := range b.when {
		if !in(r) {
			return false
		}
	}
	v := b.col.Get(r)
	switch q.Phai {
	case CoGhi:
		return !v.Known()
	case DeTrong:
		return v.Known()
	case KhongLa:
		return equal(v, b.want)
	}
	return v.Known() && !equal(v, b.want)
}

// Soat are the places where documents break the rule; none where the form is not
// among them, or has no such column any more.
func (q QuyTac) Soat(docs []*form.Doc) (out []Noi) {
	d := docOf(docs, q.Mau)
	if d == nil {
		return nil
	}
	b, ok := q.bind(d.Form)
	if !ok {
		return nil
	}
	for i, r := range rowsOf(d, q.Bang) {
		if q.breaks(b, r) {
			at := Noi{Mau: q.Mau, Bang: q.Bang, Dong: i + 1, Tag: q.Tag, Nhan: b.col.Label, Chac: true, ViSao: "quy tắc riêng"}
			if q.Bang == Dau {
				at.Dong = 0
			}
			out = append(out, at)
		}
	}
	return out
}

func rowsOf(d *form.Doc, bang string) []form.Row {
	switch bang {
	case "":
		return d.Rows
	case Dau:
		return []form.Row{d.Head}
	}
	return d.Subs[bang]
}

// Cau is the rule in words, without the form: "Nơi làm việc không được để trống khi
// Phương án là TM – Tăng mới". A column that the form has not is named by its tag.
func (q QuyTac) Cau() string {
	f := form.Of(q.Mau)
	say := q.label(f, q.Tag) + " " + q.Phai.words()
	if q.Phai.valued() {
		say += " " + q.value(f, q.Tag, q.La)
	}
	for i, k := range q.Khi {
		say += []string{" khi ", " và "}[min(i, 1)] + q.label(f, k.Tag) + " là " + q.value(f, k.Tag, k.La)
	}
	return say
}

// Goc is the rule as DocQuyTac reads it: with tags, codes and the form.
func (q QuyTac) Goc() string {
	say := q.Mau + ": " + q.Tag + " " + q.Phai.words()
	if q.Phai.valued() {
		say += " «" + q.La + "»"
	}
	for i, k := range q.Khi {
		say += []string{" khi ", " và "}[min(i, 1)] + k.Tag + " là «" + k.La + "»"
	}
	return say
}

func (q QuyTac) column(f *form.Form, tag string) *form.Column {
	if f == nil {
		return nil
	}
	if t := tableOf(f, q.Bang); t != nil {
		return t.Column(tag)
	}
	return nil
}

func (q QuyTac) label(f *form.Form, tag string) string {
	if c := q.column(f, tag); c != nil {
		return c.Label
	}
	return tag
}

func (q QuyTac) value(f *form.Form, tag, is string) string {
	c := q.column(f, tag)
	if c == nil {
		return is
	}
	v, _, ok := c.Parse(is)
	if !ok {
		return is
	}
	return shown(c, v)
}

// GoiY are the rules that the places of a reason suggest, surest first: each is for a
// person to look at, none is kept by itself. The scope is the phương án of the row.
func GoiY(docs []*form.Doc, d DaDat) (out []QuyTac) {
	for _, n := range d.Noi {
		doc := docOf(docs, n.Mau)
		if doc == nil || n.Tag == "" {
			continue
		}
		q := QuyTac{Mau: n.Mau, Bang: n.Bang, Tag: n.Tag, Phai: CoGhi}
		t := tableOf(doc.Form, n.Bang)
		rows := rowsOf(doc, n.Bang)
		if n.Bang == Dau {
			n.Dong = 1
		}
		if t == nil || t.Column(n.Tag) == nil || n.Dong < 1 || n.Dong > len(rows) {
			continue
		}
		c, r := t.Column(n.Tag), rows[n.Dong-1]
		if v := c.Get(r); v.Known() {
			if c.Kind == form.KindText || c.Kind == form.KindDay || slices.Contains(persons, n.Tag) {
				continue // the value is one person's
			}
			q.Phai, q.La = KhongLa, c.Show(v)
		}
		if by := t.Column(scopeTag); by != nil && by != c && by.Known(r) {
			q.Khi = []Khi{{Tag: scopeTag, La: by.Get(r).S}}
		}
		if !slices.ContainsFunc(out, func(o QuyTac) bool { return o.Goc() == q.Goc() }) {
			out = append(out, q)
		}
	}
	return out
}

// scopeTag is the column that tells what kind of change a row reports, by the tag that
// lists share.
const scopeTag = "PhuongAn"
