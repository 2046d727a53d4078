package xmlfile

import (
	"bytes"
	"slices"

	"ankhai/forms/form"
)

// HasPlace reports whether a file of the layout has room for a cell that is open:
// answered, it would be written otherwise. table is "" for the rows, or a
// sub-table's tag; row counts from 0. A column that only the paper has cannot be
// asked of a file.
func HasPlace(doc *form.Doc, w *form.Wire, table string, row int, c *form.Column) bool {
	one := &form.Doc{Form: doc.Form, Head: doc.Head, Subs: map[string][]form.Row{}}
	rows := doc.Rows
	if table != "" {
		rows = doc.Subs[table]
	}
	if row < 0 || row >= len(rows) {
		return true
	}
	write := func(r form.Row) []byte {
		if table == "" {
			one.Rows, one.Subs = []form.Row{r}, doc.Subs
		} else {
			one.Rows, one.Subs = doc.Rows, map[string][]form.Row{table: {r}}
		}
		b, err := Encode(one, w)
		if err != nil {
			return nil
		}
		return b
	}
	open := write(rows[row])
	for _, v := range someValues(c, w) {
		answered := slices.Clone(rows[row])
		c.Put(&answered, v)
		if !bytes.Equal(open, write(answered)) {
			return true
		}
	}
	return false
}

// someValues are answers that a column takes; of the codes of a long list one is
// enough, of a form's own few each may be written its own way.
func someValues(c *form.Column, w *form.Wire) []form.Value {
	switch c.Kind {
	case form.KindCode:
		out := []form.Value{form.TextValue("1")}
		if l, ok := c.Codes.(interface{ Codes() []string }); ok {
			for _, code := range l.Codes() {
				out = append(out, form.TextValue(code))
			}
		}
		return out
	case form.KindText:
		return []form.Value{form.TextValue("1")}
	case form.KindDay, form.KindBirth:
		return []form.Value{form.NumValue(int64(w.From))}
	case form.KindMonth:
		return []form.Value{form.NumValue(int64(w.From.Month()))}
	}
	return []form.Value{form.NumValue(1)}
}
