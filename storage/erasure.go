package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"path/filepath"
	"time"
)

// The kinds of an erasure.
const (
	PersonErased  = "nguoi"
	DossierErased = "hoSo"
)

// Erasure is the proof that something was erased. It holds ids, codes, counts and
// the hash of the report that the user has, and no value of a person's.
type Erasure struct {
	At     time.Time
	Who    string
	Kind   string // PersonErased, DossierErased
	Ref    string
	Reason string
	Counts json.RawMessage
	Report string // SHA-256, hexadecimal
}

// PutErasure keeps the proof of an erasure; it cannot be changed afterwards. Of e
// it takes kind, ref, reason, counts and report.
func (s *Store) PutErasure(ctx context.Context, e Erasure) error {
	return s.write(ctx, "keep erasure", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `INSERT INTO erasures (at, who, kind, ref, reason, counts, report) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			s.now(), s.opt.Who, e.Kind, e.Ref, e.Reason, string(e.Counts), e.Report); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "xoa.bienBan", Ref: e.Ref + " " + e.Report, Purpose: e.Reason})
	})
}

// Erasures lists the proofs, earliest first.
func (s *Store) Erasures(ctx context.Context) (out []Erasure, err error) {
	err = s.read(ctx, "list erasures", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var e Erasure
			var at int64
			var counts string
			err := scan(&at, &e.Who, &e.Kind, &e.Ref, &e.Reason, &counts, &e.Report)
			e.At, e.Counts = when(at), json.RawMessage(counts)
			out = append(out, e)
			return err
		}, `SELECT at, who, kind, ref, reason, counts, report FROM erasures ORDER BY seq`)
	})
	return out, err
}

// ErasedAgain lists the people who were erased and are there all the same: a backup
// from before was restored.
func (s *Store) ErasedAgain(ctx context.Context) (ids []string, err error) {
	err = s.read(ctx, "look for people who were erased", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			ids = append(ids, id)
			return err
		}, `SELECT id FROM people WHERE id IN (SELECT ref FROM erasures WHERE kind = '`+PersonErased+`') ORDER BY seq`)
	})
	return ids, err
}

// Holds reports whether a copy of the data file, or a backup in one file, still has
// a person. It is opened as the data file was, and not written to.
func (s *Store) Holds(ctx context.Context, path, id string) (bool, error) {
	has, err := s.holds(ctx, path, id)
	if !errors.Is(err, ErrForeign) {
		return has, err
	}
	b, err := OpenBundle(ctx, path, filepath.Dir(s.path))
	if err != nil {
		return false, err
	}
	if b.DB != path {
		has, err = s.holds(ctx, b.DB, id)
	} else {
		err = ErrForeign
	}
	return has, errors.Join(err, b.Close())
}

func (s *Store) holds(ctx context.Context, path, id string) (bool, error) {
	db, err := s.door.connect(path, 1, "mode=ro", "immutable=1")
	if err != nil {
		return false, outcome(err)
	}
	defer db.Close()
	v, err := version(ctx, db)
	if err != nil || v == 0 {
		return false, outcome(err)
	}
	n := 0
	err = db.QueryRowContext(ctx, `SELECT count(*) FROM people WHERE id = ?`, id).Scan(&n)
	return n > 0, outcome(err)
}
