package office

import (
	"fmt"
	"maps"
	"slices"

	"ankhai/forms/form"
	"ankhai/storage"
)

// TakeCells changes cells of a form that somebody has at hand as PasteCells changes them
// in the draft, from the rows that the table has: so that what was typed is seen before
// it is kept. A row is never changed in place, so that a copy made by CopyDocs stays as
// it was.
func TakeCells(doc *form.Doc, table string, cells []CellText) (refused []string, err error) {
	fail := func(err error) ([]string, error) {
		return nil, fmt.Errorf("edit form %s at hand: %w", doc.Form.ID, err)
	}
	read, err := readCells(doc.Form, table, cells, func() (*form.Doc, error) { return doc, nil })
	if err != nil {
		return fail(err)
	}
	rows := rowsOf(doc, table)
	for _, x := range cells {
		if x.Row < 0 || table == headPlace && x.Row > 0 {
			return fail(fmt.Errorf("row %d: %w", x.Row, storage.ErrNotFound))
		}
	}
	now := slices.Clone(rows)
	now = append(now, emptyRows(doc, table, beyond(len(rows), cells))...)
	for i, x := range cells {
		if read.refused[i] == "" {
			put(now, x.Row, read.cols[i], read.values[i])
		}
	}
	putRows(doc, table, now)
	return read.refused, nil
}

// Follow makes a form that somebody has at hand what an undo or a redo has made of it in
// the draft.
func Follow(doc *form.Doc, c DocChange) error {
	now := map[string][]form.Row{}
	rows := func(table string) []form.Row {
		if now[table] == nil {
			now[table] = slices.Clone(rowsOf(doc, table))
		}
		return now[table]
	}
	for _, x := range c.Cells {
		col := columnOf(doc.Form, x.Table, x.Tag)
		if col == nil || x.Row < 0 || x.Row >= len(rows(x.Table)) {
			return fmt.Errorf("follow change of form %s: %w", doc.Form.ID, storage.ErrNotFound)
		}
		put(rows(x.Table), x.Row, col, x.New)
	}
	if len(c.Inserted)+c.Deleted > 0 {
		old := rows(c.Table)
		if c.At < 0 || c.At+c.Deleted > len(old) {
			return fmt.Errorf("follow change of form %s: %w", doc.Form.ID, storage.ErrNotFound)
		}
		now[c.Table] = slices.Concat(old[:c.At], c.Inserted, old[c.At+c.Deleted:])
	}
	for table, rows := range now {
		putRows(doc, table, rows)
	}
	return nil
}

// put changes a cell of a row that others may be reading.
func put(rows []form.Row, row int, c *form.Column, v form.Value) {
	r := slices.Clone(rows[row])
	c.Put(&r, v)
	rows[row] = r
}

func putRows(doc *form.Doc, table string, rows []form.Row) {
	switch table {
	case "":
		doc.Rows = rows
	case headPlace:
		doc.Head = rows[0]
	default:
		doc.Subs[table] = rows
	}
}

// CopyDocs are forms as they stand, for a work elsewhere: what TakeCells and Follow
// change afterwards is not seen there.
func CopyDocs(docs []*form.Doc) []*form.Doc {
	out := make([]*form.Doc, len(docs))
	for i, d := range docs {
		own := *d
		own.Subs = maps.Clone(d.Subs)
		out[i] = &own
	}
	return out
}
