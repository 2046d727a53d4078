package storage

import (
	"context"
	"database/sql"
	"strings"
	"time"
)

// Deeds lists the journal between two moments as processings of personal data,
// earliest first; a zero moment is no limit. Where a line is about a dossier and
// counts nobody, People is how many people its forms carry now: a signed dossier
// carries what it carried then.
func (s *Store) Deeds(ctx context.Context, from, to time.Time) (out []Deed, err error) {
	lo, hi := int64(0), int64(1)<<62
	if !from.IsZero() {
		lo = from.UnixMilli()
	}
	if !to.IsZero() {
		hi = to.UnixMilli()
	}
	err = s.read(ctx, "read processings", func(tx *sql.Tx) error {
		carried, err := carriedBy(ctx, tx)
		if err != nil {
			return err
		}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var e Entry
			var at int64
			if err := scan(&e.Seq, &at, &e.Who, &e.What, &e.Ref); err != nil {
				return err
			}
			d := e.Deed()
			d.Seq, d.At, d.Who = e.Seq, when(at), e.Who
			if d.People == 0 {
				id, _, _ := strings.Cut(d.Ref, " ")
				d.People = carried[id]
			}
			out = append(out, d)
			return nil
		}, `SELECT seq, at, who, what, ref FROM journal WHERE at >= ? AND at < ? ORDER BY seq`, lo, hi)
	})
	return out, err
}

// carriedBy counts the people of each dossier, under its own number and under that
// of its submission: the rows of its longest form.
func carriedBy(ctx context.Context, tx *sql.Tx) (map[string]int, error) {
	out := map[string]int{}
	err := rows(ctx, tx, func(scan func(...any) error) error {
		var dossier, sub string
		var n int
		err := scan(&dossier, &sub, &n)
		out[dossier] = max(out[dossier], n)
		if sub != "" {
			out[sub] = max(out[sub], n)
		}
		return err
	}, `SELECT d.id, coalesce(s.id, ''), count(*) FROM doc_rows r JOIN docs o ON o.id = r.doc JOIN dossiers d ON d.seq = o.dossier
		LEFT JOIN submissions s ON s.dossier = d.seq WHERE r.tab = '' GROUP BY o.id`)
	return out, err
}
