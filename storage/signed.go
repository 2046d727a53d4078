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
		envelopes, whole, err := signedRows(ctx, tx)
		if err != nil {
			return err
		}
		for _, query := range []string{envelopes,
			`SELECT s.seq, s.id, s.files, f.bytes, f.sha256 FROM submission_files f JOIN submissions s ON s.seq = f.submission WHERE ` + whole} {
			err := rows(ctx, tx, func(scan func(...any) error) error {
				var seq, files int64
				var id, sum string
				var signed []byte
				if err := scan(&seq, &id, &files, &signed, &sum); err != nil {
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

// signedRows is the query for what was signed of each submission s, in its order:
// number, name, how many files, the envelope and its hash. whole is the condition
// that leaves out tombstones. In a file of 0.1.0 the envelope lay in the
// submission's own row, and there were no tombstones.
func signedRows(ctx context.Context, q querier) (query, whole string, err error) {
	var apart, tombs bool
	if err := q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM sqlite_schema WHERE name = 'envelopes') > 0,
		(SELECT count(*) FROM pragma_table_info('submissions') WHERE name = 'erased_at') > 0`).Scan(&apart, &tombs); err != nil {
		return "", "", err
	}
	whole = "1"
	if tombs {
		whole = "s.erased_at IS NULL"
	}
	query = `SELECT s.seq, s.id, s.files, s.envelope, s.sha256 FROM submissions s`
	if apart {
		query = `SELECT s.seq, s.id, s.files, e.bytes, s.sha256 FROM submissions s LEFT JOIN envelopes e ON e.submission = s.seq`
	}
	return query + ` WHERE ` + whole + ` ORDER BY s.seq`, whole, nil
}
