package storage

import (
	"context"
	"database/sql"
)

// UnreadNotices counts what an employer was told and nobody has read.
func (s *Store) UnreadNotices(ctx context.Context, mst string) (n int, err error) {
	err = s.read(ctx, "count unread notices", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `SELECT count(*) FROM notices n
			WHERE n.mst = ? AND NOT EXISTS (SELECT 1 FROM notice_reads r WHERE r.notice = n.seq)`, mst).Scan(&n)
	})
	return n, err
}
