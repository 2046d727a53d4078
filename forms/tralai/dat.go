package tralai

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/form"
)

// codeIn finds a gateway's code that an officer's words carry.
var codeIn = regexp.MustCompile(`\bE-[A-Z]{2,5}-[A-Z0-9-]*[A-Z0-9]`)

// place finds where one reason belongs.
func (x *index) place(d *DaDat) {
	if d.Ma == "" {
		d.Ma = codeIn.FindString(d.Loi)
	}
	docs, told := x.about(&d.LyDo)
	for _, doc := range docs {
		if at, ok := x.atPath(doc, d.Cho); ok {
			d.Noi = []Noi{noi(at, true, "nêu phần tử "+d.Cho)}
			return
		}
	}
	words := norm.NFC.String(d.Cho + " " + d.Loi)
	file := told && strings.HasSuffix(strings.ToLower(d.Tep), ".xml")
	said, sure := rowNumbers(strings.ToLower(words))
	var numbered []found
	for _, n := range said {
		at := x.rowsAt(docs, n, file, told && sure)
		if len(at) == 0 {
			d.Thieu = append(d.Thieu, fmt.Sprintf("không có dòng %d trong %s", n, names(docs)))
		}
		numbered = append(numbered, at...)
	}
	people, lacking := x.people(docs, words)
	d.Thieu = append(d.Thieu, lacking...)
	var loose []Noi // of forms that do not have the column that is named
	for _, f := range agree(numbered, people, x) {
		at, fits := x.cells(f, d)
		if fits {
			d.Noi = append(d.Noi, at...)
		} else {
			loose = append(loose, at...)
		}
	}
	if len(d.Noi) == 0 || told {
		d.Noi = append(d.Noi, loose...)
	}
	if d.Noi = tidy(d.Noi); len(d.Noi) == 0 {
		d.Noi = x.heads(docs, words)
	}
}

// about are the documents that a reason is about, those with rows first, and
// whether it says so itself.
func (x *index) about(l *LyDo) (docs []*form.Doc, told bool) {
	for _, d := range x.docs {
		w := d.Form.Wire(x.day)
		if l.Tep != "" && (w != nil && w.File == l.Tep || d.Form.FileName()+".pdf" == l.Tep) {
			return []*form.Doc{d}, true
		}
	}
	words := spaced(l.Loi + " " + l.Cho)
	for _, d := range x.docs {
		if strings.Contains(words, spaced(d.Form.ID)) || d.Form.Name != "" && strings.Contains(words, spaced(d.Form.Name)) {
			docs = append(docs, d)
		}
	}
	if len(docs) > 0 {
		return docs, true
	}
	return x.docs, len(x.docs) == 1
}

// rowsAt are the rows that a number names. Where nobody said of which form, the
// longest list is the likeliest.
func (x *index) rowsAt(docs []*form.Doc, n int, file, told bool) (out []found) {
	var in []*form.Doc
	for _, d := range docs {
		if len(x.counted(d, n, file)) > 0 {
			in = append(in, d)
		}
	}
	if len(in) == 0 {
		return nil
	}
	d := slices.MaxFunc(in, func(a, b *form.Doc) int { return cmp.Compare(len(a.Rows), len(b.Rows)) })
	rows := x.counted(d, n, file)
	for _, r := range rows {
		f := found{cell: cell{doc: d, dong: r}, sure: told && len(rows) == 1, why: fmt.Sprintf("nêu dòng %d", n)}
		switch {
		case len(rows) > 1:
			f.why = fmt.Sprintf("nêu dòng %d, mẫu đánh số lại ở từng phần", n)
		case !told:
			f.why = fmt.Sprintf("nêu dòng %d, không nói của mẫu nào", n)
		}
		out = append(out, f)
	}
	return out
}

// people are the cells whose number words name, and the rows whose name they do.
func (x *index) people(docs []*form.Doc, words string) (out []found, lacking []string) {
	in := func(c cell) bool { return slices.Contains(docs, c.doc) && c.bang != Dau }
	for _, n := range numbersIn(words) {
		hit := false
		for _, c := range x.numbers[n] {
			hit = hit || c.bang == Dau
			if in(c) {
				hit = true
				out = append(out, found{cell: c, sure: true, why: "nêu số " + n})
			}
		}
		if !hit && (len(n) == maSoLen || len(n) == cccdLen) {
			lacking = append(lacking, "không có số "+n+" trong hồ sơ")
		}
	}
	for _, f := range x.named(words) {
		f.col = nil
		if in(f.cell) {
			out = append(out, f)
		}
	}
	return out, lacking
}

// agree puts what row numbers say and what numbers and names of people say
// together. Where the one is about other rows than the other both are likely only.
func agree(rows, people []found, x *index) []found {
	if len(rows) == 0 {
		return identified(people, x)
	}
	if len(people) == 0 {
		return rows
	}
	out := slices.Clone(rows)
	met := make([]bool, len(out))
	var strangers []found
	for _, p := range people {
		hit := false
		for i := range out {
			if p.cell.row() == out[i].row() || x.onePerson(p.cell, out[i].cell) {
				met[i], hit = true, true
				out[i].sure = out[i].sure || p.sure
				out[i].why += ", " + p.why
			}
		}
		if !hit && p.bang == "" {
			strangers = append(strangers, p)
		}
	}
	if len(strangers) == 0 {
		return out
	}
	for i := range out {
		if !met[i] {
			out[i].sure = false
			out[i].why += ", nhưng dòng ấy là của " + cmp.Or(ai(out[i].table(), x.line(out[i].cell)), "người khác")
		}
	}
	for _, s := range strangers {
		s.sure = false
		s.why += ", nhưng lý do nêu số dòng khác"
		out = append(out, s)
	}
	return out
}

// identified lets a name that several people have be settled by a number beside it.
func identified(people []found, x *index) (out []found) {
	for _, p := range people {
		if p.sure || !slices.ContainsFunc(people, func(q found) bool {
			return q.sure && q.col != nil && sameName(x, p.cell, q.cell) && !x.onePerson(p.cell, q.cell)
		}) {
			out = append(out, p)
		}
	}
	return out
}

func sameName(x *index, a, b cell) bool {
	return identOf(a.table(), x.line(a)).name == identOf(b.table(), x.line(b)).name
}

func (x *index) onePerson(a, b cell) bool {
	return identOf(a.table(), x.line(a)).same(identOf(b.table(), x.line(b)))
}

// cells are the cells of a row that the reason is about: those its code or its words
// name, else the one that led there, else the row as a whole; fits tells the first.
func (x *index) cells(f found, d *DaDat) (out []Noi, fits bool) {
	if c := ofRule(f.doc.Form, d.Ma); c != nil && f.table().Column(c.Tag) == c {
		at := f.cell
		at.col = c
		return []Noi{noi(at, f.sure, f.why)}, true
	}
	cols := x.columns(f.cell, d.Loi)
	if f.col != nil && len(cols) > 1 { // the number tells who, the other words what
		cols = slices.DeleteFunc(cols, func(c *form.Column) bool { return c == f.col })
	}
	if len(cols) == 0 {
		return []Noi{noi(f.cell, f.sure, f.why)}, false
	}
	for _, c := range cols {
		at := f.cell
		at.col = c
		out = append(out, noi(at, f.sure, f.why))
	}
	return out, true
}

// heads are the cells of the heads that words name where they name no row. The
// same words may be meant in general, so they are likely only.
func (x *index) heads(docs []*form.Doc, words string) (out []Noi) {
	for _, d := range docs {
		if d.Form.Head == nil {
			continue
		}
		for _, c := range columnsNamed(d.Form.Head, words, nil) {
			if len(columnsNamed(d.Form.Table, words, nil)) == 0 {
				out = append(out, noi(cell{doc: d, bang: Dau, col: c}, false, "nêu "+c.Label))
			}
		}
	}
	return out
}

func noi(c cell, sure bool, why string) Noi {
	n := Noi{Mau: c.doc.Form.ID, Bang: c.bang, Dong: c.dong, Chac: sure, ViSao: why}
	if c.col != nil {
		n.Tag, n.Nhan = c.col.Tag, c.col.Label
	}
	return n
}

// tidy keeps each place once, the surest way to it first, and drops a row as a whole
// where one of its cells is a place already.
func tidy(all []Noi) (out []Noi) {
	for _, n := range all {
		i := slices.IndexFunc(out, func(o Noi) bool { return o.Mau == n.Mau && o.Bang == n.Bang && o.Dong == n.Dong && o.Tag == n.Tag })
		if i < 0 {
			out = append(out, n)
		} else if n.Chac && !out[i].Chac {
			out[i] = n
		}
	}
	return slices.DeleteFunc(slices.Clone(out), func(n Noi) bool {
		return n.Tag == "" && slices.ContainsFunc(out, func(o Noi) bool {
			return o.Tag != "" && o.Mau == n.Mau && o.Bang == n.Bang && o.Dong == n.Dong && (o.Chac || !n.Chac)
		})
	})
}

func names(docs []*form.Doc) string {
	var out []string
	for _, d := range docs {
		out = append(out, fmt.Sprintf("%s (%d dòng)", d.Form.Called(), len(d.Rows)))
	}
	return strings.Join(out, ", ")
}
