package storage

import (
	"context"
	"database/sql"
	"time"

	"ankhai/forms/law"
)

// Outgoing is a submission that was handed to the outbox: it waits there, is on its
// way, is in doubt, or has left not long ago. It carries no bytes.
type Outgoing struct {
	Queued
	Procedure string
	Month     law.Month
	Dot       int
	SoHoSo    string
}

// Outgoing lists what is in the outbox or under way at the agency, and what came to
// its end since a moment, latest signed first.
func (s *Store) Outgoing(ctx context.Context, since time.Time) (out []Outgoing, err error) {
	err = s.read(ctx, "list outgoing submissions", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var g Outgoing
			var pause, said int64
			var kept sql.NullInt64
			err := scan(&g.ID, &g.DossierID, &g.MaSoThue, &g.Procedure, &g.Month, &g.Dot, &g.SoHoSo, (*string)(&g.State), &g.Attempts,
				&g.Retry.Road, &g.Retry.Failures, &pause, &kept, &g.Said, &said)
			g.Retry.Pause, g.SaidAt = time.Duration(pause)*time.Millisecond, when(said)
			if kept.Valid {
				g.Since = when(kept.Int64)
			}
			out = append(out, g)
			return err
		}, `SELECT s.id, d.id, d.mst, d.procedure, d.month, d.dot, s.so_ho_so, s.state,
			(SELECT count(*) FROM events e WHERE e.submission = s.seq AND e.kind = 'chuyen' AND e.den = 'dangGui'),
			coalesce(r.road, ''), coalesce(r.failures, 0), coalesce(r.pause, 0), r.at, l.note, l.at
			FROM submissions s JOIN dossiers d ON d.seq = s.dossier LEFT JOIN retries r ON r.submission = s.seq
			JOIN events l ON l.seq = (SELECT max(seq) FROM events WHERE submission = s.seq)
			WHERE s.state IN ('choGui', 'dangGui', 'nghiVan', 'daGui', 'tiepNhan', 'dangGiaiQuyet')
			OR s.state IN ('coKetQua', 'traLai') AND l.at >= ?
			ORDER BY s.seq DESC`, since.UnixMilli())
	})
	return out, err
}
