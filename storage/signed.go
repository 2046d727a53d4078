package storage

import (
	"context"
	"database/sql"
	"fmt"
)

// verifySigned compares every signed byte of a file, of any version, with the
// hash that was written when it was signed.
func (s *Store) verifySigned(ctx context.Context) error {
	return s.read(ctx, "verify what was signed", func(tx *sql.Tx) error {
		envelopes, _, err := signedRows(ctx, tx)
		if err != nil {
			return err
		}
		for _, query := range []string{envelopes,
			`SELECT s.seq, s.id, f.bytes, f.sha256, s.files FROM submission_files f JOIN submissions s ON s.seq = f.submission`} {
			err := rows(ctx, tx, func(scan func(...any) error) error {
				var seq, files int64
				var id, sum string
				var signed []byte
				if err := scan(&seq, &id, &signed, &sum, &files); err != nil {
					return err
				}
				if hash(signed) != sum {
					return fmt.Errorf("%w: signed bytes of %s", ErrDamaged, id)
				}
				return nil
			}, query)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// signedRows is the query for what was signed of each submission: its number and
// name, the envelope, its hash, how many files. The envelope lies apart except in a
// file of 0.1.0, where it is in the submission's own row.
func signedRows(ctx context.Context, q querier) (query string, apart bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'envelopes'`).Scan(&apart)
	if !apart {
		return `SELECT seq, id, envelope, sha256, files FROM submissions ORDER BY seq`, false, err
	}
	return `SELECT s.seq, s.id, e.bytes, s.sha256, s.files FROM submissions s LEFT JOIN envelopes e ON e.submission = s.seq ORDER BY s.seq`, true, err
}
