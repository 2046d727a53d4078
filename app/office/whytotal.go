package office

import (
	"context"
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// WhySum is the working behind a total of a form: one step for each row that is in it.
type WhySum struct {
	Explained
	Cells []CellRef // of the steps, to ask WhyCell about; none where rows are counted
}

// WhyTotal explains a total of a dossier's form: one that the form declares, by its
// tag, or the sum of a column of money, by the column's. Its total is what Doc.Sums and
// the foot of the grid show. Rows whose amount nobody has said are among the warnings.
func (o *Office) WhyTotal(ctx context.Context, id, formID, table, tag string) (WhySum, error) {
	doc, err := o.store.Doc(ctx, id, formID)
	if err != nil {
		return WhySum{}, err
	}
	s := sumOf{id: id, doc: doc, table: table}
	head, want, col, ok := totalOf(doc.Form, table, tag)
	if !ok {
		return WhySum{}, fmt.Errorf("explain total %s of %s: %w", tag, formID, ErrNotAnAmount)
	}
	s.out.Title = head + " · " + formID
	s.out.Unit, s.out.Parts, s.out.Warnings, s.out.Working = unitRows, []law.PhanKQ{}, []string{}, []law.Buoc{}
	if col != nil {
		s.out.Unit = unitOf(col)
	}
	for i, r := range rowsOf(doc, table) {
		if want.Test(r) {
			s.add(i, r, want, col)
		}
	}
	s.tell(col)
	return s.out, nil
}

// totalOf finds a total by its tag: its words, which rows it takes, and which column it
// adds up, nil where it counts.
func totalOf(f *form.Form, table, tag string) (head string, want form.Cond, col *form.Column, ok bool) {
	t := f.Table
	if table != "" {
		t = f.Sub(table)
	}
	if t == nil {
		return "", want, nil, false
	}
	for _, d := range t.Totals {
		if d.Tag == tag {
			if d.Of != nil {
				col = d.Of.Col()
			}
			return d.Head, d.If, col, true
		}
	}
	if c := t.Column(tag); c != nil && c.Kind == form.KindMoney {
		return "Cộng " + c.Label, form.Always, c, true
	}
	return "", want, nil, false
}

// sumOf adds a total up, row by row.
type sumOf struct {
	id, table string
	doc       *form.Doc
	out       WhySum
	unknown   []string
}

func (s *sumOf) add(i int, r form.Row, want form.Cond, col *form.Column) {
	name := rowName(s.doc.Form, s.table, r)
	if name == "" {
		name = fmt.Sprintf("Dòng %d", i+1)
	}
	place := fmt.Sprintf("%s, dòng %d", s.doc.Form.ID, i+1)
	if col == nil {
		s.out.Total++
		s.out.Working = append(s.out.Working, law.Buoc{Nhan: name, KetQua: 1, DonVi: unitRows, CongThuc: "được đếm vì " + want.Say + s.phuongAn(r), CanCu: place})
		return
	}
	switch v := col.Get(r); v.A {
	case form.Known:
		s.out.Total += v.N
		s.out.Working = append(s.out.Working, law.Buoc{Nhan: name, KetQua: v.N, DonVi: s.out.Unit, CongThuc: Amount(v.N, s.out.Unit) + s.phuongAn(r), CanCu: place + ", cột " + col.Label})
		s.out.Cells = append(s.out.Cells, CellRef{Dossier: s.id, Form: s.doc.Form.ID, Table: s.table, Row: i, Tag: col.Tag})
	case form.Unknown:
		s.unknown = append(s.unknown, fmt.Sprintf("%s (dòng %d)", name, i+1))
	}
}

// phuongAn tells why a row of the list of people stands there, "" for other forms.
func (s *sumOf) phuongAn(r form.Row) string {
	if s.table != "" || s.doc.Form.Table.Column(d02lt.PhuongAn.Tag) != d02lt.PhuongAn.Col() {
		return ""
	}
	pa := d02lt.PhuongAn.Get(r)
	if pa == "" {
		return ""
	}
	return ", phương án " + pa + " – " + codes.PhuongAn.Label(pa)
}

// tell says how many rows are in it, and which are left out.
func (s *sumOf) tell(col *form.Column) {
	if col != nil {
		s.out.Parts = append(s.out.Parts, law.PhanKQ{Ten: "soDong", Nhan: "Số dòng cộng", GiaTri: int64(len(s.out.Working)), DonVi: unitRows})
	}
	const most = 3
	if n := len(s.unknown); n > 0 {
		say := fmt.Sprintf("%d dòng chưa có số, chưa cộng: ", n)
		for i, u := range s.unknown[:min(n, most)] {
			if i > 0 {
				say += ", "
			}
			say += u
		}
		if n > most {
			say += ", …"
		}
		s.out.Warnings = append(s.out.Warnings, say)
	}
}
