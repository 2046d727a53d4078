package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// headTab is the name under which the head of a form is kept.
const headTab = "head"

// PutDoc keeps a form of a draft as a whole: what was there under the same form
// is replaced, and edits before this cannot be undone any more.
func (s *Store) PutDoc(ctx context.Context, dossierID string, d *form.Doc) error {
	return s.write(ctx, "put form of "+dossierID, func(tx *sql.Tx) error { return s.putDoc(ctx, tx, dossierID, d) })
}

func (s *Store) putDoc(ctx context.Context, tx *sql.Tx, dossierID string, d *form.Doc) error {
	seq, err := s.edit(ctx, tx, dossierID)
	if err != nil {
		return err
	}
	var doc int64
	if err := tx.QueryRowContext(ctx, `INSERT INTO docs (dossier, form, since, updated_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (dossier, form) DO UPDATE SET since = excluded.since, updated_at = excluded.updated_at RETURNING id`,
		seq, d.Form.ID, int64(d.Form.From), s.now()).Scan(&doc); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE edits SET status = 'past' WHERE doc = ? AND status <> 'past'`, doc); err != nil {
		return err
	}
	for _, t := range []string{"doc_rows", "doc_sources"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+t+` WHERE doc = ?`, doc); err != nil {
			return err
		}
	}
	put, err := tx.PrepareContext(ctx, `INSERT INTO doc_rows (doc, tab, ord, data) VALUES (?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer put.Close()
	var b []byte
	table := func(tab string, t *form.Table, lines []form.Row) error {
		for i, r := range lines {
			b = t.AppendRow(b[:0], r)
			if _, err := put.ExecContext(ctx, doc, tab, int64(i+1)*gap, string(b)); err != nil {
				return err
			}
		}
		return nil
	}
	if d.Form.Head != nil {
		if err := table(headTab, d.Form.Head, []form.Row{d.Head}); err != nil {
			return err
		}
	}
	if err := table("", d.Form.Table, d.Rows); err != nil {
		return err
	}
	for _, t := range d.Form.Subs {
		if err := table(t.Tag, t, d.Subs[t.Tag]); err != nil {
			return err
		}
	}
	return s.record(ctx, tx, "hoSo.ghiMau", dossierID+" "+d.Form.ID)
}

// Doc returns a form of a dossier in the version it was made in, ErrNotFound if
// the dossier has none such.
func (s *Store) Doc(ctx context.Context, dossierID, formID string) (d *form.Doc, err error) {
	err = s.read(ctx, "read form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		doc, f, err := findDoc(ctx, tx, dossierID, formID)
		if err == nil {
			d, err = loadDoc(ctx, tx, doc, f)
		}
		return err
	})
	return d, err
}

// Docs returns all forms of a dossier, in the order in which they were added.
func (s *Store) Docs(ctx context.Context, dossierID string) (out []*form.Doc, err error) {
	err = s.read(ctx, "read forms of "+dossierID, func(tx *sql.Tx) error {
		var ids []string
		if err := rows(ctx, tx, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			ids = append(ids, id)
			return err
		}, `SELECT form FROM docs WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) ORDER BY id`, dossierID); err != nil {
			return err
		}
		for _, id := range ids {
			doc, f, err := findDoc(ctx, tx, dossierID, id)
			if err != nil {
				return err
			}
			d, err := loadDoc(ctx, tx, doc, f)
			if err != nil {
				return fmt.Errorf("form %s: %w", id, err)
			}
			out = append(out, d)
		}
		return nil
	})
	return out, err
}

// DeleteDoc takes a form out of a draft.
func (s *Store) DeleteDoc(ctx context.Context, dossierID, formID string) error {
	return s.write(ctx, "delete form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.edit(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, `DELETE FROM docs WHERE dossier = ? AND form = ? RETURNING id`, seq, formID).Scan(&seq); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.boMau", dossierID+" "+formID)
	})
}

// findDoc finds a form of a dossier and the version of the mẫu it was made in.
func findDoc(ctx context.Context, tx *sql.Tx, dossierID, formID string) (doc int64, f *form.Form, err error) {
	var since law.Day
	if err := tx.QueryRowContext(ctx, `SELECT id, since FROM docs
		WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) AND form = ?`, dossierID, formID).Scan(&doc, &since); err != nil {
		return 0, nil, err
	}
	if f = form.On(formID, since); f == nil {
		if f = form.Of(formID); f == nil {
			return 0, nil, fmt.Errorf("this program has no form %s", formID)
		}
	}
	return doc, f, nil
}

func loadDoc(ctx context.Context, tx *sql.Tx, doc int64, f *form.Form) (*form.Doc, error) {
	d := form.New(f)
	err := rows(ctx, tx, func(scan func(...any) error) error {
		var tab string
		var data sql.RawBytes
		if err := scan(&tab, &data); err != nil {
			return err
		}
		t := tableOf(f, tab)
		if t == nil {
			return fmt.Errorf("form %s has no table %q", f.ID, tab)
		}
		r, err := t.ReadRow(data)
		switch tab {
		case headTab:
			d.Head = r
		case "":
			d.Rows = append(d.Rows, r)
		default:
			d.Subs[tab] = append(d.Subs[tab], r)
		}
		return err
	}, `SELECT tab, data FROM doc_rows WHERE doc = ? ORDER BY tab, ord`, doc)
	return d, err
}

func tableOf(f *form.Form, tab string) *form.Table {
	switch tab {
	case "":
		return f.Table
	case headTab:
		return f.Head
	}
	return f.Sub(tab)
}

// gap is the room between the orders of two rows, so that a row put between them
// moves no other.
const gap = int64(1) << 20

// line is a row as it is kept.
type line struct {
	ord  int64
	data string
}

// linesAt reads n rows of a table from index at on; fewer if it ends before.
func linesAt(ctx context.Context, tx *sql.Tx, doc int64, tab string, at, n int) (out []line, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var l line
		err := scan(&l.ord, &l.data)
		out = append(out, l)
		return err
	}, `SELECT ord, data FROM doc_rows WHERE doc = ? AND tab = ? ORDER BY ord LIMIT ? OFFSET ?`, doc, tab, n, at)
	return out, err
}

// insertLines puts rows before the row at index at.
func insertLines(ctx context.Context, tx *sql.Tx, doc int64, tab string, at int, data []string) error {
	first, step, err := room(ctx, tx, doc, tab, at, int64(len(data)))
	if errors.Is(err, errNoRoom) {
		if err = spread(ctx, tx, doc, tab); err == nil {
			first, step, err = room(ctx, tx, doc, tab, at, int64(len(data)))
		}
	}
	if err != nil {
		return err
	}
	for i, d := range data {
		if _, err := tx.ExecContext(ctx, `INSERT INTO doc_rows (doc, tab, ord, data) VALUES (?, ?, ?, ?)`,
			doc, tab, first+int64(i)*step, d); err != nil {
			return err
		}
	}
	return nil
}

var errNoRoom = errors.New("no room between two rows")

// room finds orders for n rows before the row at index at.
func room(ctx context.Context, tx *sql.Tx, doc int64, tab string, at int, n int64) (first, step int64, err error) {
	around, err := linesAt(ctx, tx, doc, tab, max(at-1, 0), 2)
	switch {
	case err != nil:
		return 0, 0, err
	case at < 0 || (at > 0 && len(around) == 0):
		return 0, 0, fmt.Errorf("row %d: %w", at, ErrNotFound)
	case len(around) == 0:
		return gap, gap, nil
	case at == 0:
		return around[0].ord - n*gap, gap, nil
	case len(around) == 1:
		return around[0].ord + gap, gap, nil
	}
	if step = (around[1].ord - around[0].ord) / (n + 1); step == 0 {
		return 0, 0, errNoRoom
	}
	return around[0].ord + step, step, nil
}

// spread gives the rows of a table their orders anew, with wide gaps: enough for
// any number of rows that fit in memory.
func spread(ctx context.Context, tx *sql.Tx, doc int64, tab string) error {
	all, err := linesAt(ctx, tx, doc, tab, 0, -1)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM doc_rows WHERE doc = ? AND tab = ?`, doc, tab); err != nil {
		return err
	}
	for i, l := range all {
		if _, err := tx.ExecContext(ctx, `INSERT INTO doc_rows (doc, tab, ord, data) VALUES (?, ?, ?, ?)`,
			doc, tab, int64(i+1)*gap, l.data); err != nil {
			return err
		}
	}
	return nil
}
