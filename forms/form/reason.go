package form

import (
	"fmt"

	"ankhai/forms/law"
)

// Reason tells what the law says of an amount of a row: a floor, a ceiling, a rate,
// each with the dated figure of a book and its article.
type Reason struct {
	Of   []*Column
	Tell func(r Row, b *law.Sach) []law.Buoc
}

// Why makes a Reason for columns.
func Why(tell func(r Row, b *law.Sach) []law.Buoc, of ...Handle) Reason {
	w := Reason{Tell: tell}
	for _, h := range of {
		w.Of = append(w.Of, h.Col())
	}
	return w
}

// Amount reports whether cells of the column are numbers that somebody may ask the
// reason of: money, coefficients, rates, counts.
func (c *Column) Amount() bool {
	switch c.Kind {
	case KindMoney, KindDecimal, KindRate, KindInt:
		return true
	}
	return false
}

// Why tells what the form's declaration and its rules say of a cell of a table ("" the
// rows, "head", or a sub-table's tag): first the law, then each rule that speaks of
// the column in this row, whether it is kept or not. today and period are as in Check.
func (d *Doc) Why(table string, row int, c *Column, b *law.Sach, today law.Day, period law.Month) (out []law.Buoc) {
	t, rows := d.Form.Table, d.Rows
	switch {
	case table == "head":
		t, rows = d.Form.Head, []Row{d.Head}
	case table != "":
		t, rows = d.Form.Sub(table), d.Subs[table]
	}
	if t == nil || row < 0 || row >= len(rows) {
		return nil
	}
	for _, w := range t.Reasons {
		for _, of := range w.Of {
			if of == c {
				out = append(out, w.Tell(rows[row], b)...)
			}
		}
	}
	return append(out, d.ruled(t, rows[row], c, today, period)...)
}

// ruled are the rules of one column that speak of a row.
func (d *Doc) ruled(t *Table, r Row, c *Column, today law.Day, period law.Month) (out []law.Buoc) {
	look := Look{Row: r, Head: d.Head, Today: today, Period: period}
	for k := range t.Rules {
		u := &t.Rules[k]
		level, speaks := u.levelOn(today)
		if u.Col != c || u.over != nil || !speaks || !u.When.Test(r) {
			continue
		}
		say := ""
		if u.judge != nil {
			v := u.judge(&look)
			if say = v.Say; v.Warn {
				level = Nhac
			}
		} else if !u.test(&look) {
			say = u.Say
		}
		held := u.Say + ": đạt"
		if say != "" {
			held = fmt.Sprintf("%s. %s", level, say)
		}
		out = append(out, law.Buoc{Nhan: "Quy tắc " + d.Form.ID + "-" + u.Code, CongThuc: held, CanCu: u.Basis})
	}
	return out
}
