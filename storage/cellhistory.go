package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"ankhai/forms/form"
)

// CellStep is one step of a draft's history that gave a cell another value.
type CellStep struct {
	At       time.Time
	Who      string // as the journal has it, "" where it is not there any more
	Old, New form.Value
	Row      bool   // its row was put in
	From     string // what filled it, "" a person who typed
}

// CellHistory lists the steps that changed a cell since its form was drafted, latest
// first. Row counts from 0 as the form stands now, table is as in CellEdit. Steps that
// were undone are not among them.
func (s *Store) CellHistory(ctx context.Context, dossierID, formID, table string, row int, tag string) (out []CellStep, err error) {
	err = s.read(ctx, "read history of form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		doc, f, err := findDoc(ctx, tx, dossierID, formID)
		if err != nil {
			return err
		}
		t := tableOf(f, table)
		col := t.Column(tag)
		if col == nil {
			return ErrNotFound
		}
		at, began := row, false
		err = rows(ctx, tx, func(scan func(...any) error) error {
			var ms int64
			var what []byte
			if err := scan(&ms, &what); err != nil || began {
				return err
			}
			var e editing
			if err := json.Unmarshal(what, &e); err != nil {
				return err
			}
			step, found, err := e.stepOf(t, col, table, at)
			if err != nil {
				return err
			}
			if found {
				step.At = when(ms)
				out = append(out, step)
			}
			if at, began, _ = e.traced(table, at, tag); !began {
				began = found && step.Row
			}
			return nil
		}, `SELECT at, what FROM edits WHERE doc = ? AND status = 'done' ORDER BY seq DESC`, doc)
		if err != nil || len(out) == 0 {
			return err
		}
		return whoEdited(ctx, tx, dossierID+" "+formID, out)
	})
	return out, err
}

// stepOf is what a step did to a cell. A cell that is named twice keeps the last value
// of the step and the value from before it.
func (e *editing) stepOf(t *form.Table, col *form.Column, table string, row int) (s CellStep, ok bool, err error) {
	value := func(data json.RawMessage) (form.Value, error) {
		r, err := t.ReadRow(data)
		if err != nil {
			return form.Value{}, err
		}
		return col.Get(r), nil
	}
	for _, c := range e.Cells {
		if c.Table != table || c.Row != row || c.Tag != col.Tag {
			continue
		}
		if !ok {
			if s.Old, err = value(c.Old); err != nil {
				return s, false, err
			}
		}
		if s.New, err = value(c.New); err != nil {
			return s, false, err
		}
		s.From, ok = c.From, true
	}
	if ok || e.Table != table || row < e.At || row >= e.At+len(e.Insert) {
		return s, ok, nil
	}
	s.New, err = value(e.Insert[row-e.At])
	s.Row, s.From = true, sourceOf(e.From, col.Tag)
	return s, err == nil, err
}

// whoEdited finds in the journal who took the steps: each wrote a line right behind
// itself.
func whoEdited(ctx context.Context, tx *sql.Tx, ref string, steps []CellStep) error {
	type line struct {
		at  time.Time
		who string
	}
	var lines []line
	err := rows(ctx, tx, func(scan func(...any) error) error {
		var at int64
		var l line
		err := scan(&at, &l.who)
		l.at = when(at)
		lines = append(lines, l)
		return err
	}, `SELECT at, who FROM journal WHERE what = 'hoSo.sua' AND ref = ? ORDER BY seq`, ref)
	if err != nil {
		return err
	}
	for i := range steps {
		s := &steps[i]
		k := slices.IndexFunc(lines, func(l line) bool { return !l.at.Before(s.At) })
		if k >= 0 && lines[k].at.Sub(s.At) < time.Minute {
			s.Who = lines[k].who
		}
	}
	return nil
}
