package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"ankhai/forms/form"
	"ankhai/storage/failpoint"
)

// CellEdit is a change of one cell. Table is "" for the rows of the form, "head"
// for its head, or a sub-table's tag; Row is the index there, from 0. Old is
// filled by the store. From says what filled the cell, "" a person who typed; it
// holds no value.
type CellEdit struct {
	Table    string
	Row      int
	Tag      string
	Old, New form.Value
	From     string
}

// Change says what an undo or a redo did: cells (New is what stands there now),
// or rows of Table from At on.
type Change struct {
	Cells    []CellEdit
	Table    string
	At       int
	Inserted []form.Row // that stand there now
	Deleted  int
}

// EditCells changes cells of a draft's form, in order, in one step that Undo
// reverts.
func (s *Store) EditCells(ctx context.Context, dossierID, formID string, edits []CellEdit) error {
	if len(edits) == 0 {
		return nil
	}
	return s.apply(ctx, dossierID, formID, func(*form.Form) (*editing, error) { return &editing{Cells: cellsOf(edits)}, nil })
}

func cellsOf(edits []CellEdit) (out []cell) {
	for _, c := range edits {
		out = append(out, cell{Table: c.Table, Row: c.Row, Tag: c.Tag, From: c.From, now: c.New})
	}
	return out
}

// Added are rows that are put into a table ("" or a sub-table's tag) before the row at
// index At, or at its end; From says by tag what filled them, "*" for all other tags.
type Added struct {
	Table string
	At    int
	Rows  []form.Row
	From  map[string]string
}

// EditAndAdd changes cells and then puts rows into a table, in one step that Undo
// reverts.
func (s *Store) EditAndAdd(ctx context.Context, dossierID, formID string, edits []CellEdit, more Added) error {
	if len(more.Rows) == 0 {
		return s.EditCells(ctx, dossierID, formID, edits)
	}
	return s.apply(ctx, dossierID, formID, func(f *form.Form) (*editing, error) {
		t := tableOf(f, more.Table)
		if t == nil || more.Table == headTab {
			return nil, fmt.Errorf("no such table: %w", ErrNotFound)
		}
		e := &editing{Cells: cellsOf(edits), Table: more.Table, At: more.At, From: more.From}
		for _, r := range more.Rows {
			e.Insert = append(e.Insert, t.AppendRow(nil, r))
		}
		return e, nil
	})
}

// InsertRows puts rows into a table ("" or a sub-table's tag) before the row at
// index at, or at its end.
func (s *Store) InsertRows(ctx context.Context, dossierID, formID, table string, at int, lines []form.Row) error {
	return s.FillRows(ctx, dossierID, formID, table, at, lines, nil)
}

// FillRows is InsertRows of rows that the program filled: from says by tag what did,
// "*" for all other tags.
func (s *Store) FillRows(ctx context.Context, dossierID, formID, table string, at int, lines []form.Row, from map[string]string) error {
	return s.EditAndAdd(ctx, dossierID, formID, nil, Added{Table: table, At: at, Rows: lines, From: from})
}

// DeleteRows takes n rows out of a table, from index at on.
func (s *Store) DeleteRows(ctx context.Context, dossierID, formID, table string, at, n int) error {
	if n == 0 {
		return nil
	}
	return s.apply(ctx, dossierID, formID, func(f *form.Form) (*editing, error) {
		if tableOf(f, table) == nil || table == headTab || at < 0 || n < 0 {
			return nil, fmt.Errorf("row %d of such a table: %w", at, ErrNotFound)
		}
		return &editing{Table: table, At: at, Delete: make([]json.RawMessage, n)}, nil
	})
}

// Undo reverts the last step that still stands. ErrNothingToUndo if there is none.
func (s *Store) Undo(ctx context.Context, dossierID, formID string) (Change, error) {
	return s.again(ctx, dossierID, formID, "hoSo.hoanTac", true,
		`SELECT seq, what FROM edits WHERE doc = ? AND status = 'done' ORDER BY seq DESC LIMIT 1`)
}

// Redo takes the last undone step again, until something else was edited.
func (s *Store) Redo(ctx context.Context, dossierID, formID string) (Change, error) {
	return s.again(ctx, dossierID, formID, "hoSo.lamLai", false,
		`SELECT seq, what FROM edits WHERE doc = ? AND status = 'undone' ORDER BY seq LIMIT 1`)
}

// editing is a step as it is kept in the history of a form.
type editing struct {
	Cells  []cell            `json:"cells,omitempty"`
	Table  string            `json:"table,omitempty"`
	At     int               `json:"at,omitempty"`
	Insert []json.RawMessage `json:"insert,omitempty"` // rows
	From   map[string]string `json:"from,omitempty"`   // of them, by tag
	Delete []json.RawMessage `json:"delete,omitempty"` // rows
}

// cell keeps its two values as rows of that one cell, by tag.
type cell struct {
	Table string          `json:"table,omitempty"`
	Row   int             `json:"row"`
	Tag   string          `json:"tag"`
	Old   json.RawMessage `json:"old"`
	New   json.RawMessage `json:"new"`
	From  string          `json:"from,omitempty"`

	was, now form.Value
}

func (s *Store) apply(ctx context.Context, dossierID, formID string, plan func(*form.Form) (*editing, error)) error {
	err := s.write(ctx, "edit form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		if _, err := s.edit(ctx, tx, dossierID); err != nil {
			return err
		}
		doc, f, err := findDoc(ctx, tx, dossierID, formID)
		if err != nil {
			return err
		}
		e, err := plan(f)
		if err != nil {
			return err
		}
		now := s.now()
		if _, err := tx.ExecContext(ctx, `UPDATE docs SET updated_at = ? WHERE id = ?`, now, doc); err != nil {
			return err
		}
		if err := e.do(ctx, tx, doc, f, false); err != nil {
			return err
		}
		what, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE edits SET status = 'past' WHERE doc = ? AND status = 'undone'`, doc); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO edits (doc, at, what, status) VALUES (?, ?, ?, 'done')`, doc, now, string(what)); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.sua", dossierID+" "+formID)
	})
	if err == nil {
		failpoint.Hit("draft.edit.kept")
	}
	return err
}

func (s *Store) again(ctx context.Context, dossierID, formID, what string, back bool, find string) (c Change, err error) {
	err = s.write(ctx, "undo in form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		if _, err := s.edit(ctx, tx, dossierID); err != nil {
			return err
		}
		doc, f, err := findDoc(ctx, tx, dossierID, formID)
		if err != nil {
			return err
		}
		var seq int64
		var text []byte
		if err := tx.QueryRowContext(ctx, find, doc).Scan(&seq, &text); errors.Is(err, sql.ErrNoRows) {
			return ErrNothingToUndo
		} else if err != nil {
			return err
		}
		var e editing
		if err := json.Unmarshal(text, &e); err != nil {
			return err
		}
		if err := e.read(f); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE docs SET updated_at = ? WHERE id = ?`, s.now(), doc); err != nil {
			return err
		}
		if err := e.do(ctx, tx, doc, f, back); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE edits SET status = CASE status WHEN 'done' THEN 'undone' ELSE 'done' END
			WHERE seq = ?`, seq); err != nil {
			return err
		}
		if c, err = e.change(f, back); err != nil {
			return err
		}
		return s.record(ctx, tx, what, dossierID+" "+formID)
	})
	return c, err
}

// read puts the values of the cells back from their JSON.
func (e *editing) read(f *form.Form) error {
	for i := range e.Cells {
		c := &e.Cells[i]
		t := tableOf(f, c.Table)
		col := t.Column(c.Tag)
		if col == nil {
			return fmt.Errorf("column %s: %w", c.Tag, ErrNotFound)
		}
		for _, v := range []struct {
			data json.RawMessage
			to   *form.Value
		}{{c.Old, &c.was}, {c.New, &c.now}} {
			r, err := t.ReadRow(v.data)
			if err != nil {
				return err
			}
			*v.to = col.Get(r)
		}
	}
	return nil
}

// do carries the step out, or back.
func (e *editing) do(ctx context.Context, tx *sql.Tx, doc int64, f *form.Form, back bool) error {
	if err := e.doCells(ctx, tx, doc, f, back); err != nil {
		return err
	}
	put, take := e.Insert, e.Delete
	if back {
		put, take = take, put
	}
	if len(take) > 0 {
		old, err := linesAt(ctx, tx, doc, e.Table, e.At, len(take))
		if err != nil {
			return err
		}
		if len(old) < len(take) {
			return fmt.Errorf("rows %d to %d: %w", e.At, e.At+len(take)-1, ErrNotFound)
		}
		for i, l := range old {
			take[i] = json.RawMessage(l.data)
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM doc_rows WHERE doc = ? AND tab = ? AND ord BETWEEN ? AND ?`,
			doc, e.Table, old[0].ord, old[len(old)-1].ord); err != nil {
			return err
		}
	}
	if len(put) == 0 {
		return nil
	}
	data := make([]string, len(put))
	for i, p := range put {
		data[i] = string(p)
	}
	return insertLines(ctx, tx, doc, e.Table, e.At, data)
}

// doCells changes the cells, reading each table once from the first row that is
// touched to the last.
func (e *editing) doCells(ctx context.Context, tx *sql.Tx, doc int64, f *form.Form, back bool) error {
	type span struct{ from, to int }
	spans := map[string]span{}
	for i := range e.Cells {
		c := &e.Cells[i]
		if c.Row < 0 || tableOf(f, c.Table).Column(c.Tag) == nil {
			return fmt.Errorf("cell %s of row %d: %w", c.Tag, c.Row, ErrNotFound)
		}
		w, ok := spans[c.Table]
		if !ok {
			w = span{c.Row, c.Row}
		}
		spans[c.Table] = span{min(w.from, c.Row), max(w.to, c.Row)}
	}
	type kept struct {
		ord     int64
		row     form.Row
		changed bool
	}
	tables := map[string][]kept{}
	for tab, w := range spans {
		lines, err := linesAt(ctx, tx, doc, tab, w.from, w.to-w.from+1)
		if err != nil {
			return err
		}
		if len(lines) <= w.to-w.from {
			return fmt.Errorf("row %d: %w", w.to, ErrNotFound)
		}
		tables[tab] = make([]kept, len(lines))
		for i := range lines {
			tables[tab][i].ord = lines[i].ord
		}
		for i := range e.Cells {
			c := &e.Cells[i]
			if k := c.Row - w.from; c.Table == tab && tables[tab][k].row == nil {
				r, err := tableOf(f, tab).ReadRow([]byte(lines[k].data))
				if err != nil {
					return err
				}
				tables[tab][k].row, tables[tab][k].changed = r, true
			}
		}
	}
	for n := range e.Cells {
		i := n
		if back {
			i = len(e.Cells) - 1 - n
		}
		c := &e.Cells[i]
		t := tableOf(f, c.Table)
		col := t.Column(c.Tag)
		k := &tables[c.Table][c.Row-spans[c.Table].from]
		if back {
			col.Put(&k.row, c.was)
			continue
		}
		c.was = col.Get(k.row)
		col.Put(&k.row, c.now)
		c.Old, c.New = oneCell(t, col, c.was), oneCell(t, col, c.now)
	}
	for tab, lines := range tables {
		t := tableOf(f, tab)
		for _, k := range lines {
			if !k.changed {
				continue
			}
			if _, err := tx.ExecContext(ctx, `UPDATE doc_rows SET data = ? WHERE doc = ? AND tab = ? AND ord = ?`,
				string(t.AppendRow(nil, k.row)), doc, tab, k.ord); err != nil {
				return err
			}
		}
	}
	return nil
}
