package sheet_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	_ "ankhai/forms/all"
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
)

// Every form that is known goes into a workbook and comes back the same, with
// what is unknown, what is blank on purpose and texts that look like formulas;
// and the workbook written of what came back has the same bytes.
func TestEveryFormRoundTrips(t *testing.T) {
	for _, f := range form.Forms() {
		t.Run(strings.ReplaceAll(f.ID, "/", "-"), func(t *testing.T) {
			for seed := range uint64(2) { // the blank template, and one with rows
				doc := invent(f, seed, int(seed)*9)
				data, err := sheet.WriteForm(doc, sheet.FormOptions{})
				if err != nil {
					t.Fatal(err)
				}
				got, problems, err := sheet.ReadForm(context.Background(), f, data, sheet.FormOptions{})
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range problems {
					t.Errorf("seed %d: %s!%s %s %s", seed, p.Sheet, p.Cell, p.Code, p.Message)
				}
				if d := differ(doc, got); d != "" {
					t.Fatalf("seed %d: %s", seed, d)
				}
				again, err := sheet.WriteForm(got, sheet.FormOptions{})
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(data, again) {
					t.Errorf("seed %d: the workbook of what was read has other bytes", seed)
				}
			}
		})
	}
}

// All forms stand in one workbook and are read one after the other.
func TestFormsShareAWorkbook(t *testing.T) {
	var docs []*form.Doc
	for i, f := range form.Forms() {
		docs = append(docs, invent(f, uint64(i), 3))
	}
	data, err := sheet.WriteForms(docs, sheet.FormOptions{Today: 20261122})
	if err != nil {
		t.Fatal(err)
	}
	got, err := sheet.ReadForms(context.Background(), data, sheet.FormOptions{Today: 20261122})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Problems) > 0 || len(got.Docs) != len(docs) || !got.Marked {
		t.Fatalf("%d of %d forms, problems %v", len(got.Docs), len(docs), got.Problems)
	}
	for i := range docs {
		if d := differ(docs[i], got.Docs[i]); d != "" {
			t.Errorf("%s: %s", docs[i].Form.ID, d)
		}
	}
}

// awkward are texts that a spreadsheet would like to take for something else.
var awkward = []string{"=1+1", "+84 903 000 001", "-5", "@SUM(A1)", "–", "-", "—", "'–", "''-", "'an", "0012", "12E3", "1,5", "5.310.000",
	"01/02/2026", "TRUE", "_x0041_", "_x005F_", "_x005F_x0041_", "_x0041_x0042_", `"a" <b> & 'c'`, "AnKhai|2|x", "Nguyễn Thị Ánh Đào", "Số 5, ngõ 12; tổ 3", "12%", "không", "x"}

// invent makes a document of a form: the same seed gives the same document.
func invent(f *form.Form, seed uint64, rows int) *form.Doc {
	g := &inventor{rand.New(rand.NewPCG(seed, 20261122))}
	d := form.New(f)
	if f.Head != nil {
		d.Head = g.row(f.Head)
	}
	for range rows {
		d.Rows = append(d.Rows, g.row(f.Table))
	}
	for k, t := range f.Subs {
		for i := range rows {
			if t.Link != nil && t.LinkTo.Col().Get(d.Rows[i/2]).S == "" {
				t.LinkTo.Col().Put(&d.Rows[i/2], form.TextValue(fmt.Sprintf("%d-%d", k, i/2)))
			}
			d.Subs[t.Tag] = append(d.Subs[t.Tag], g.row(t))
		}
		for i := range d.Subs[t.Tag] {
			if t.Link != nil {
				t.Link.Col().Put(&d.Subs[t.Tag][i], t.LinkTo.Col().Get(d.Rows[i/2]))
			}
		}
	}
	return d
}

type inventor struct{ *rand.Rand }

func (g *inventor) row(t *form.Table) (r form.Row) {
	cols := t.Columns()
	for i, c := range cols {
		switch n := g.IntN(20); {
		case n < 4 && i > 0:
		case n < 7 && i > 0:
			c.Put(&r, form.BlankValue())
		default:
			c.Put(&r, g.value(c))
		}
	}
	return r
}

func (g *inventor) value(c *form.Column) form.Value {
	day := law.DayOf(1950+g.IntN(90), 1+g.IntN(12), 1+g.IntN(28))
	switch c.Kind {
	case form.KindText:
		s := awkward[g.IntN(len(awkward))]
		if g.IntN(3) == 0 {
			s = strings.TrimSpace(strings.Repeat("chữ ", 1+g.IntN(max(1, c.MaxRunes)/5+1)))
		}
		return form.TextValue(s)
	case form.KindCode:
		switch l := c.Codes.(type) {
		case interface{ All() []codes.Item }:
			all := l.All()
			return form.TextValue(all[g.IntN(len(all))].Ma)
		case interface{ Codes() []string }:
			all := l.Codes()
			return form.TextValue(all[g.IntN(len(all))])
		}
		return form.Value{}
	case form.KindDay:
		if g.IntN(10) == 0 {
			day = law.DayOf(1900, 1+g.IntN(4), 1+g.IntN(28))
		}
		return form.NumValue(int64(day))
	case form.KindBirth:
		return form.NumValue([]int64{int64(day), int64(day.Month()) * 100, int64(day.Year()) * 10000}[g.IntN(3)])
	case form.KindMonth:
		return form.NumValue(int64(day.Month()))
	case form.KindMoney:
		return form.NumValue([]int64{0, 5_310_000, -1, g.Int64N(1e12), 123_456_789_012_345_678}[g.IntN(5)])
	case form.KindDecimal, form.KindRate:
		return form.NumValue([]int64{0, 2340, 1, 12_345, 3200, -500, 10}[g.IntN(7)])
	case form.KindFlag:
		return form.NumValue(g.Int64N(2))
	}
	return form.NumValue(g.Int64N(5000))
}

// differ names the first cell in which two documents differ.
func differ(want, got *form.Doc) string {
	tables := func(what string, t *form.Table, w, g []form.Row) string {
		if len(w) != len(g) {
			return fmt.Sprintf("%s: %d rows, want %d", what, len(g), len(w))
		}
		for i := range w {
			for _, c := range t.Columns() {
				if a, z := c.Get(w[i]), c.Get(g[i]); a != z {
					return fmt.Sprintf("%s row %d %s: got %d %q %d, want %d %q %d", what, i+1, c.Tag, z.A, z.S, z.N, a.A, a.S, a.N)
				}
			}
		}
		return ""
	}
	if want.Form.Head != nil {
		if d := tables("head", want.Form.Head, []form.Row{want.Head}, []form.Row{got.Head}); d != "" {
			return d
		}
	}
	if d := tables("rows", want.Form.Table, want.Rows, got.Rows); d != "" {
		return d
	}
	for _, t := range want.Form.Subs {
		if d := tables(t.Tag, t, want.Subs[t.Tag], got.Subs[t.Tag]); d != "" {
			return d
		}
	}
	return ""
}
