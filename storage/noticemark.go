package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// MarkNotice says that somebody has read a notice, or that it is to be looked at
// again. ErrNotFound if the employer has none such.
func (s *Store) MarkNotice(ctx context.Context, mst string, n int64, read bool) error {
	return s.write(ctx, "mark notice", func(tx *sql.Tx) error {
		var was bool
		if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM notice_reads WHERE notice = seq) FROM notices WHERE mst = ? AND seq = ?`, mst, n).Scan(&was); err != nil {
			return err
		}
		if was == read {
			return nil
		}
		what, query, args := "thongBao.doc", `INSERT INTO notice_reads (notice, who, at) VALUES (?, ?, ?)`, []any{n, s.opt.Who, s.now()}
		if !read {
			what, query, args = "thongBao.chuaDoc", `DELETE FROM notice_reads WHERE notice = ?`, args[:1]
		}
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return err
		}
		return s.record(ctx, tx, what, fmt.Sprintf("%s %d", EmployerRef(mst), n))
	})
}

// TieNotice says which dossier a notice is about, once: another is ErrMoved.
// ErrNotFound if the employer has no such notice or no such signed dossier.
func (s *Store) TieNotice(ctx context.Context, mst string, n int64, dossierID string) error {
	return s.write(ctx, "tie notice", func(tx *sql.Tx) error {
		var dossier int64
		var tied *int64
		if err := tx.QueryRowContext(ctx, `SELECT d.seq, t.dossier FROM dossiers d JOIN submissions s ON s.dossier = d.seq
			JOIN notices n ON n.mst = d.mst LEFT JOIN notice_dossiers t ON t.notice = n.seq
			WHERE d.id = ? AND d.mst = ? AND n.seq = ?`, dossierID, mst, n).Scan(&dossier, &tied); err != nil {
			return err
		}
		if tied != nil {
			if *tied != dossier {
				return fmt.Errorf("%w: it is about another dossier", ErrMoved)
			}
			return nil
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO notice_dossiers (notice, dossier, at) VALUES (?, ?, ?)`, n, dossier, s.now()); err != nil {
			return err
		}
		return s.record(ctx, tx, "thongBao.hoSo", fmt.Sprintf("%s %d %s", EmployerRef(mst), n, dossierID))
	})
}

// NoticeCursor is the notice of a gateway up to which everything is kept, "" at the
// beginning.
func (s *Store) NoticeCursor(ctx context.Context, mst, gateway string) (after string, err error) {
	err = s.read(ctx, "read place in the inbox", func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT sau FROM notice_cursors WHERE mst = ? AND cong = ?`, mst, gateway).Scan(&after)
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return err
	})
	return after, err
}

// SetNoticeCursor remembers up to which notice everything of a gateway is kept.
// ErrNotFound if the employer does not have that notice.
func (s *Store) SetNoticeCursor(ctx context.Context, mst, gateway, after string) error {
	return s.write(ctx, "keep place in the inbox", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `INSERT INTO notice_cursors (mst, cong, sau, at) SELECT mst, ?2, ma, ?4 FROM notices WHERE mst = ?1 AND ma = ?3
			ON CONFLICT (mst, cong) DO UPDATE SET sau = excluded.sau, at = excluded.at RETURNING sau`, mst, gateway, after, s.now()).Scan(&after)
	})
}

// noticesGone takes the files and the titles of the notices about a dossier away,
// whose signed bytes go.
func noticesGone(ctx context.Context, tx *sql.Tx, dossier int64) error {
	for _, q := range []string{
		`DELETE FROM notice_files WHERE notice IN (SELECT notice FROM notice_dossiers WHERE dossier = ?)`,
		`UPDATE notices SET tieu_de = '' WHERE seq IN (SELECT notice FROM notice_dossiers WHERE dossier = ?)`,
	} {
		if _, err := tx.ExecContext(ctx, q, dossier); err != nil {
			return err
		}
	}
	return nil
}

// inboxTables are those of what came into the inbox. The inbox of both data files
// stays where one takes an employer in from the other.
var inboxTables = []string{"notices", "notice_files", "notice_reads", "notice_cursors"}

// keepsNotice reports that a row of the inbox there is here already.
func (g *merge) keepsNotice(ctx context.Context, table string, row map[string]any) (here bool, err error) {
	switch table {
	case "notices":
		err = g.dst.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM notices WHERE mst = ? AND ma = ?)`, row["mst"], row["ma"]).Scan(&here)
	case "notice_cursors":
		err = g.dst.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM notice_cursors WHERE mst = ? AND cong = ?)`, row["mst"], row["cong"]).Scan(&here)
	}
	return here, err
}
