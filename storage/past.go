package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Past is what files of other programs make of one person's history: what is to be
// written, and what of an earlier reading no longer holds.
type Past struct {
	Who    facts.NguoiLaoDong // who they are; the store's number is minted where ID is empty, and written back
	Lines  []Held             // to be written at the TuThang of their Who, of which only the dated facts count
	Drop   []law.Month        // months to be taken out; a month that is written as well stays
	NoMore bool               // nothing is left to say of them: they go where nothing else of theirs is kept
}

// Memory is a note under a key, see PutMapping.
type Memory struct {
	Key  string
	Data json.RawMessage // empty: the note is to be dropped
}

// PutPast writes histories and notes of an employer in one transaction: all of it or
// nothing. Somebody who is to go (NoMore) but has a month of another source, or records
// of benefits, work or household, stays. ErrNotFound where the employer has no such
// person.
func (s *Store) PutPast(ctx context.Context, mst string, past []Past, notes []Memory) error {
	minted := make([]string, len(past))
	err := s.write(ctx, "put past of people", func(tx *sql.Tx) error {
		p, err := newPeopleWriter(ctx, tx, mst, s.opt.Who)
		if err != nil {
			return err
		}
		defer p.close()
		now := s.now()
		for i := range past {
			if minted[i], err = p.past1(ctx, tx, &past[i], now); err != nil {
				return fmt.Errorf("person %d of %d: %w", i+1, len(past), err)
			}
		}
		for _, n := range notes {
			q, args := `DELETE FROM mappings WHERE mst = ? AND key = ?`, []any{mst, n.Key}
			if len(n.Data) > 0 {
				q, args = `INSERT INTO mappings (mst, key, data, at) VALUES (?, ?, ?, ?)
					ON CONFLICT (mst, key) DO UPDATE SET data = excluded.data, at = excluded.at`, []any{mst, n.Key, string(n.Data), now}
			}
			if _, err := tx.ExecContext(ctx, q, args...); err != nil {
				return err
			}
		}
		return s.recordDeed(ctx, tx, Deed{What: "lichSu.chuyenVao", Ref: EmployerRef(mst), People: len(past)})
	})
	if err == nil {
		for i := range past {
			past[i].Who.ID = minted[i]
		}
	}
	return err
}

// past1 writes the history of one person and returns their number.
func (w *peopleWriter) past1(ctx context.Context, tx *sql.Tx, x *Past, now int64) (string, error) {
	id := x.Who.ID
	if id == "" {
		if len(x.Lines) == 0 {
			return "", fmt.Errorf("no month to write the history at")
		}
		n, err := next(ctx, tx, "nguoiLaoDong", 1)
		if err != nil {
			return "", err
		}
		id = fmt.Sprintf("NLD%06d", n)
	} else if err := w.own(ctx, tx, id); err != nil {
		return "", err
	}
	for _, m := range x.Drop {
		if _, err := tx.ExecContext(ctx, `DELETE FROM history WHERE person = (SELECT seq FROM people WHERE id = ? AND mst = ?) AND tu_thang = ?`, id, w.mst, int64(m)); err != nil {
			return "", err
		}
	}
	if x.NoMore {
		return id, w.letGo(ctx, tx, id)
	}
	if x.Who.ID != "" {
		if err := w.keepPast(ctx, &x.Who, movedIn(x.Lines), now); err != nil {
			return "", err
		}
	}
	seq, err := w.identify(ctx, id, &x.Who)
	if err != nil {
		return "", err
	}
	for i := range x.Lines {
		l := &x.Lines[i]
		if !l.Who.TuThang.Valid() {
			return "", fmt.Errorf("no month to write the history at")
		}
		if err := w.date(ctx, seq, &l.Who, l.Source, now); err != nil {
			return "", err
		}
	}
	return id, nil
}

func movedIn(lines []Held) string {
	if len(lines) > 0 {
		return lines[0].Source
	}
	return ""
}

// own is ErrNotFound where the employer has no such person.
func (w *peopleWriter) own(ctx context.Context, tx *sql.Tx, id string) error {
	one := 0
	return tx.QueryRowContext(ctx, `SELECT 1 FROM people WHERE id = ? AND mst = ?`, id, w.mst).Scan(&one)
}

// letGo takes out somebody of whom nothing else is kept.
func (w *peopleWriter) letGo(ctx context.Context, tx *sql.Tx, id string) error {
	var seq, kept int64
	if err := tx.QueryRowContext(ctx, `SELECT seq, (SELECT count(*) FROM history WHERE person = seq) + (SELECT count(*) FROM benefits WHERE person = seq)
		+ (SELECT count(*) FROM careers WHERE person = seq) + (SELECT count(*) FROM households WHERE person = seq) FROM people WHERE id = ? AND mst = ?`, id, w.mst).Scan(&seq, &kept); err != nil || kept > 0 {
		return err
	}
	for _, q := range []string{`DELETE FROM people_past WHERE person = ?`, `DELETE FROM people WHERE seq = ?`} {
		if _, err := tx.ExecContext(ctx, q, seq); err != nil {
			return err
		}
	}
	return nil
}

// Histories are the histories of all people of the employer, each earliest first, in
// the order in which people came, with the source of each month.
func (s *Store) Histories(ctx context.Context, mst string) (out [][]Held, err error) {
	err = s.read(ctx, "read histories", func(tx *sql.Tx) error {
		all, err := heldWhere(ctx, tx, `p.mst = ? ORDER BY p.seq, h.tu_thang`, mst)
		for i, h := range all {
			if i == 0 || all[i-1].Who.ID != h.Who.ID {
				out = append(out, nil)
			}
			out[len(out)-1] = append(out[len(out)-1], h)
		}
		return err
	})
	return out, err
}

// Memories lists the notes of the employer whose key begins with prefix, by key.
func (s *Store) Memories(ctx context.Context, mst, prefix string) (out []Memory, err error) {
	err = s.read(ctx, "read notes", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var key, data string
			err := scan(&key, &data)
			if strings.HasPrefix(key, prefix) {
				out = append(out, Memory{key, json.RawMessage(data)})
			}
			return err
		}, `SELECT key, data FROM mappings WHERE mst = ? AND key >= ? ORDER BY key`, mst, prefix)
	})
	return out, err
}
