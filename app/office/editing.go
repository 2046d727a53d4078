package office

import (
	"context"
	"fmt"
	"math"

	"ankhai/forms/form"
	"ankhai/storage"
)

// CellText is a cell of a draft as a person typed it. Row counts from 0.
type CellText struct {
	Row  int
	Tag  string
	Text string
}

// EditCells changes cells of one table of a draft together: one step for undo. Words
// in a code cell become the code that they mean. A text that is not of its cell's
// kind, or may mean several codes, is kept out; refused tells, for each cell, what it
// must be, "" where it was taken.
func (o *Office) EditCells(ctx context.Context, id, formID, table string, cells []CellText) (refused []string, err error) {
	return o.PasteCells(ctx, id, formID, table, math.MaxInt, cells)
}

// PasteCells is EditCells of a table that has so many rows: cells beyond them make new
// rows at its end, in the same step. A row none of whose texts is taken is made too,
// so that what was pasted keeps its lines.
func (o *Office) PasteCells(ctx context.Context, id, formID, table string, rows int, cells []CellText) (refused []string, err error) {
	var doc *form.Doc // read only where a word needs its row
	read, err := readCells(form.Of(formID), table, cells, func() (_ *form.Doc, err error) {
		if doc == nil {
			doc, err = o.store.Doc(ctx, id, formID)
		}
		return doc, err
	})
	if err != nil {
		return nil, fmt.Errorf("edit %s: %w", storage.Ref(id), err)
	}
	cols, values, refused := read.cols, read.values, read.refused
	more := storage.Added{Table: table, At: rows, From: map[string]string{allTags: srcTyped}}
	if more.Rows, err = o.newRows(ctx, id, formID, table, rows, cells); err != nil {
		return nil, fmt.Errorf("edit %s: %w", storage.Ref(id), err)
	}
	edits := make([]storage.CellEdit, 0, len(cells))
	for i, x := range cells {
		switch {
		case refused[i] != "":
		case x.Row >= rows:
			cols[i].Put(&more.Rows[x.Row-rows], values[i])
		default:
			edits = append(edits, storage.CellEdit{Table: table, Row: x.Row, Tag: x.Tag, New: values[i]})
		}
	}
	if len(edits)+len(more.Rows) == 0 {
		return refused, nil
	}
	return refused, o.store.EditAndAdd(ctx, id, formID, edits, more)
}

// cellsRead is what was typed into cells, by the cell.
type cellsRead struct {
	cols    []*form.Column
	values  []form.Value
	refused []string // "" where it can be taken
}

// readCells reads what was typed into cells of a table. doc is asked for where a word
// needs its row.
func readCells(f *form.Form, table string, cells []CellText, doc func() (*form.Doc, error)) (x cellsRead, err error) {
	x = cellsRead{make([]*form.Column, len(cells)), make([]form.Value, len(cells)), make([]string, len(cells))}
	for i, c := range cells {
		if x.cols[i] = columnOf(f, table, c.Tag); x.cols[i] == nil {
			return x, fmt.Errorf("form has no column %q in table %q", c.Tag, table)
		}
	}
	read := newCellReader(tableOf(f, table), func(row int) (form.Row, error) {
		d, err := doc()
		if err != nil {
			return nil, err
		}
		if rows := rowsOf(d, table); row >= 0 && row < len(rows) {
			return rows[row], nil
		}
		return nil, nil
	})
	for _, i := range provincesFirst(x.cols) {
		if x.values[i], x.refused[i], err = read.read(cells[i].Row, x.cols[i], typed(cells[i].Text)); err != nil {
			return x, err
		}
	}
	return x, nil
}

// mostNewRows is how many rows one paste may make; a longer list comes in as a file.
const mostNewRows = 100_000

// newRows are the rows that cells beyond the last one make.
func (o *Office) newRows(ctx context.Context, id, formID, table string, rows int, cells []CellText) ([]form.Row, error) {
	n := beyond(rows, cells)
	if n > mostNewRows {
		return nil, fmt.Errorf("%d new rows: %w", n, storage.ErrNotFound)
	}
	if n == 0 || table == "" {
		return make([]form.Row, n), nil
	}
	doc, err := o.store.Doc(ctx, id, formID)
	if err != nil {
		return nil, err
	}
	return emptyRows(doc, table, n), nil
}

// beyond is how many new rows cells beyond the last one make.
func beyond(rows int, cells []CellText) (n int) {
	for _, x := range cells {
		if x.Row >= rows {
			n = max(n, x.Row-rows+1)
		}
	}
	return n
}

// emptyRows are new rows for a table; in a sub-table tied to the main row where there is
// but one.
func emptyRows(doc *form.Doc, table string, n int) []form.Row {
	out := make([]form.Row, n)
	if t := doc.Form.Sub(table); t != nil {
		for i := range out {
			linkToOnly(doc, t, &out[i])
		}
	}
	return out
}
