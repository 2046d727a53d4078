package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"ankhai/forms/law"
)

// Decision is what a person decided about a line of a payroll. What it means is known
// to the caller: here it is a code.
type Decision struct {
	ID     int64 // given by the store
	Month  law.Month
	What   string          // what was decided
	Kind   string          // of the question
	Line   json.RawMessage // how the line is known again
	Person string          // the store's key of whom the line is, "" for nobody
	Others []string        // of those whom it is not
	Take   bool            // the line is right where the roster is not
	Cell   string          // sheet and cell of the line
	SHA256 string          // of the workbook
	Who    string          // given by the store
	At     time.Time       // given by the store
}

// Format shows the record's own number, whatever the verb.
func (d Decision) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "quyết định %d", d.ID) }

// AddDecision keeps a decision beside those that were made before. ErrNotFound if one
// of the people is not the employer's.
func (s *Store) AddDecision(ctx context.Context, mst string, d Decision) (id int64, err error) {
	err = s.write(ctx, "add decision", func(tx *sql.Tx) error {
		if !d.Month.Valid() {
			return fmt.Errorf("month %d is none", d.Month)
		}
		if err := tx.QueryRowContext(ctx, `INSERT INTO decisions (mst, month, viec, loai, dong, nhan, o, sha256, who, at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
			mst, int64(d.Month), d.What, d.Kind, string(d.Line), d.Take, d.Cell, d.SHA256, s.opt.Who, s.now()).Scan(&id); err != nil {
			return err
		}
		link := func(person string, is bool) error {
			var n int64
			return tx.QueryRowContext(ctx, `INSERT INTO decision_people (decision, person, la) SELECT ?, seq, ? FROM people WHERE id = ? AND mst = ?
				ON CONFLICT DO UPDATE SET la = max(la, excluded.la) RETURNING person`, id, is, person, mst).Scan(&n)
		}
		if d.Person != "" {
			if err := link(d.Person, true); err != nil {
				return err
			}
		}
		for _, p := range d.Others {
			if err := link(p, false); err != nil {
				return err
			}
		}
		return s.recordDeed(ctx, tx, Deed{What: "quyetDinh.ghi", Ref: fmt.Sprintf("%s %s %d", EmployerRef(mst), d.Month.ISO(), id), People: 1})
	})
	return id, err
}

// Decisions lists the decisions of an employer, earliest first.
func (s *Store) Decisions(ctx context.Context, mst string) (out []Decision, err error) {
	err = s.read(ctx, "list decisions", func(tx *sql.Tx) error {
		out, err = decisionsOf(ctx, tx, `mst = ?`, mst)
		return err
	})
	return out, err
}

func decisionsOf(ctx context.Context, tx *sql.Tx, cond string, args ...any) (out []Decision, err error) {
	at := map[int64]int{}
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var d Decision
		var line string
		var kept int64
		err := scan(&d.ID, &d.Month, &d.What, &d.Kind, &line, &d.Take, &d.Cell, &d.SHA256, &d.Who, &kept)
		d.Line, d.At = json.RawMessage(line), when(kept)
		at[d.ID] = len(out)
		out = append(out, d)
		return err
	}, `SELECT seq, month, viec, loai, dong, nhan, o, sha256, who, at FROM decisions WHERE `+cond+` ORDER BY seq`, args...)
	if err != nil || len(out) == 0 {
		return out, err
	}
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var id int64
		var person string
		var is bool
		if err := scan(&id, &person, &is); err != nil {
			return err
		}
		if d := &out[at[id]]; is {
			d.Person = person
		} else {
			d.Others = append(d.Others, person)
		}
		return nil
	}, `SELECT l.decision, p.id, l.la FROM decision_people l JOIN people p ON p.seq = l.person
		WHERE l.decision IN (SELECT seq FROM decisions WHERE `+cond+`) ORDER BY l.decision, p.seq`, args...)
	return out, err
}

// DropDecision takes a decision back. ErrNotFound if the employer has none of that
// number.
func (s *Store) DropDecision(ctx context.Context, mst string, id int64) error {
	return s.write(ctx, "drop decision", func(tx *sql.Tx) error {
		var month law.Month
		if err := tx.QueryRowContext(ctx, `DELETE FROM decisions WHERE seq = ? AND mst = ? RETURNING month`, id, mst).Scan(&month); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "quyetDinh.bo", Ref: fmt.Sprintf("%s %s %d", EmployerRef(mst), month.ISO(), id), People: 1})
	})
}

// decisions takes away what was decided about lines of the person, and what was decided
// with them in mind: whoever else it was about is asked for again.
func (w *eraser) decisions() error {
	theirs, err := theirDecisions(w.ctx, w.tx, w.m)
	if err != nil {
		return err
	}
	for _, d := range theirs {
		w.out.Counts.Decisions++
		if err := w.exec(`DELETE FROM decisions WHERE seq = ?`, d.ID); err != nil {
			return err
		}
	}
	return nil
}

// theirDecisions are the decisions about lines that mention a person, or about whether
// a line is theirs.
func theirDecisions(ctx context.Context, tx *sql.Tx, m *mention) (out []Decision, err error) {
	cond, args := m.where("dong")
	all, err := decisionsOf(ctx, tx, `mst = ? AND (`+cond+` OR seq IN (SELECT decision FROM decision_people WHERE person = ?))`,
		append(append([]any{m.mst}, args...), m.seq)...)
	if err != nil {
		return nil, err
	}
	for _, d := range all {
		_, own, named, err := m.scrub(d.Line)
		switch linked := d.Person == m.id || slices.Contains(d.Others, m.id); {
		case err != nil:
			return nil, err
		case linked || own || named:
			out = append(out, d)
		}
	}
	return out, nil
}
