package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"
)

// Touch is the step of a draft's history that gave a cell what stands in it.
type Touch struct {
	At   time.Time
	Row  bool   // the row as a whole was put in, not the cell
	From string // what filled it, "" a person who typed
}

// LastTouch finds the step that last changed a cell, or put its row in, after the form
// was drafted. Row counts from 0, table is as in CellEdit. ok is false where the cell
// stands as it was drafted.
func (s *Store) LastTouch(ctx context.Context, dossierID, formID, table string, row int, tag string) (t Touch, ok bool, err error) {
	err = s.read(ctx, "read history of form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		doc, _, err := findDoc(ctx, tx, dossierID, formID)
		if err != nil {
			return err
		}
		at := row // where the row stood before the steps already looked at
		return rows(ctx, tx, func(scan func(...any) error) error {
			var ms int64
			var what []byte
			if err := scan(&ms, &what); err != nil || ok {
				return err
			}
			var e editing
			if err := json.Unmarshal(what, &e); err != nil {
				return err
			}
			then, whole := at, false
			if at, whole, ok = e.traced(table, at, tag); ok {
				t = Touch{At: when(ms), Row: whole, From: e.source(table, then, tag, whole)}
			}
			return nil
		}, `SELECT at, what FROM edits WHERE doc = ? AND status = 'done' ORDER BY seq DESC`, doc)
	})
	return t, ok, err
}

// traced follows a cell back over a step: where its row stood before, and whether the
// step gave it its value.
func (e *editing) traced(table string, row int, tag string) (before int, whole, ok bool) {
	for _, c := range e.Cells {
		if c.Table == table && c.Row == row && c.Tag == tag {
			return row, false, true
		}
	}
	if e.Table != table || row < e.At {
		return row, false, false
	}
	if n := len(e.Insert); n > 0 {
		if row < e.At+n {
			return row, true, true
		}
		return row - n, false, false
	}
	return row + len(e.Delete), false, false
}

// source is what filled the cell that the step gave its value.
func (e *editing) source(table string, row int, tag string, whole bool) string {
	if whole {
		return sourceOf(e.From, tag)
	}
	for _, c := range e.Cells {
		if c.Table == table && c.Row == row && c.Tag == tag {
			return c.From
		}
	}
	return ""
}

// Held lists how a person stood from each month on, earliest first, each with where
// that came from. ErrNotFound if there is no such person.
func (s *Store) Held(ctx context.Context, id string) (out []Held, err error) {
	err = s.read(ctx, "read person "+id, func(tx *sql.Tx) error {
		if out, err = heldLines(ctx, tx, id); err == nil && len(out) == 0 {
			err = ErrNotFound
		}
		return err
	})
	return out, err
}
