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
		apart := false // in 0.1.0 the envelope lay in the submission's own row
		if err := tx.QueryRowContext(ctx, `SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'envelopes'`).Scan(&apart); err != nil {
			return err
		}
		envelopes := `SELECT id, envelope, sha256 FROM submissions`
		if apart {
			envelopes = `SELECT s.id, e.bytes, s.sha256 FROM submissions s LEFT JOIN envelopes e ON e.submission = s.seq`
		}
		for _, query := range []string{envelopes,
			`SELECT s.id, f.bytes, f.sha256 FROM submission_files f JOIN submissions s ON s.seq = f.submission`} {
			err := rows(ctx, tx, func(scan func(...any) error) error {
				var id, sum string
				var signed []byte
				if err := scan(&id, &signed, &sum); err != nil {
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
