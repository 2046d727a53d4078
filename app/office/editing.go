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
	f := form.Of(formID)
	refused = make([]string, len(cells))
	cols := make([]*form.Column, len(cells))
	for i, x := range cells {
		if cols[i] = columnOf(f, table, x.Tag); cols[i] == nil {
			return nil, fmt.Errorf("edit %s: form %s has no column %q", storage.Ref(id), formID, x.Tag)
		}
	}
	var doc *form.Doc // read only where a word needs its row
	read := newCellReader(tableOf(f, table), func(row int) (form.Row, error) {
		if doc == nil {
			if doc, err = o.store.Doc(ctx, id, formID); err != nil {
				return nil, err
			}
		}
		if rows := rowsOf(doc, table); row >= 0 && row < len(rows) {
			return rows[row], nil
		}
		return nil, nil
	})
	values := make([]form.Value, len(cells))
	for _, i := range provincesFirst(cols) {
		if values[i], refused[i], err = read.read(cells[i].Row, cols[i], typed(cells[i].Text)); err != nil {
			return nil, fmt.Errorf("edit %s: %w", storage.Ref(id), err)
		}
	}
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

// mostNewRows is how many rows one paste may make; a longer list comes in as a file.
const mostNewRows = 100_000

// newRows are the rows that cells beyond the last one make, empty; in a sub-table tied
// to the main row where there is but one.
func (o *Office) newRows(ctx context.Context, id, formID, table string, rows int, cells []CellText) ([]form.Row, error) {
	n := 0
	for _, x := range cells {
		if x.Row >= rows {
			n = max(n, x.Row-rows+1)
		}
	}
	if n > mostNewRows {
		return nil, fmt.Errorf("%d new rows: %w", n, storage.ErrNotFound)
	}
	out := make([]form.Row, n)
	if n == 0 || table == "" {
		return out, nil
	}
	doc, err := o.store.Doc(ctx, id, formID)
	if err != nil {
		return nil, err
	}
	if t := doc.Form.Sub(table); t != nil {
		for i := range out {
			linkToOnly(doc, t, &out[i])
		}
	}
	return out, nil
}
