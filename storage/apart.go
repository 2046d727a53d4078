package storage

import (
	"context"
	"database/sql"
	"time"
)

// KeepApart remembers that two records that look like one person are two.
// ErrNotFound if one of the two is not the employer's, ErrSamePerson if they are one.
func (s *Store) KeepApart(ctx context.Context, mst, a, b string) error {
	return s.write(ctx, "keep people apart", func(tx *sql.Tx) error {
		w := joiner{ctx: ctx, tx: tx, mst: mst}
		var err error
		if w.keep, err = w.find(a); err != nil {
			return err
		}
		if w.gone, err = w.find(b); err != nil {
			return err
		}
		if w.keep == w.gone {
			return ErrSamePerson
		}
		if err := w.exec(`INSERT OR IGNORE INTO people_apart (a, b, who, at) VALUES (?, ?, ?, ?)`, min(w.keep, w.gone), max(w.keep, w.gone), s.opt.Who, s.now()); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.haiNguoi", Ref: a + " " + b, People: 2})
	})
}

// AskAgain forgets what KeepApart remembers of two records. ErrNotFound if it
// remembers nothing.
func (s *Store) AskAgain(ctx context.Context, mst, a, b string) error {
	return s.write(ctx, "ask about people again", func(tx *sql.Tx) error {
		var one int
		if err := tx.QueryRowContext(ctx, `DELETE FROM people_apart WHERE a IN (SELECT seq FROM people WHERE mst = ?1 AND id IN (?2, ?3))
			AND b IN (SELECT seq FROM people WHERE mst = ?1 AND id IN (?2, ?3)) RETURNING 1`, mst, a, b).Scan(&one); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.xemLai", Ref: a + " " + b, People: 2})
	})
}

// ApartPair is two records, by the store's numbers, of which somebody said that they are
// two people.
type ApartPair struct {
	A, B string
	Who  string
	At   time.Time
}

// KeptApart lists the pairs that KeepApart remembers, earliest first.
func (s *Store) KeptApart(ctx context.Context, mst string) (out []ApartPair, err error) {
	err = s.read(ctx, "list people kept apart", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var p ApartPair
			var at int64
			err := scan(&p.A, &p.B, &p.Who, &at)
			p.At = when(at)
			out = append(out, p)
			return err
		}, `SELECT a.id, b.id, x.who, x.at FROM people_apart x JOIN people a ON a.seq = x.a JOIN people b ON b.seq = x.b WHERE a.mst = ? ORDER BY x.at, x.a, x.b`, mst)
	})
	return out, err
}

// Apart are the numbers of those pairs.
func (s *Store) Apart(ctx context.Context, mst string) ([][2]string, error) {
	all, err := s.KeptApart(ctx, mst)
	var out [][2]string
	for _, p := range all {
		out = append(out, [2]string{p.A, p.B})
	}
	return out, err
}
