package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"ankhai/forms/law"
)

// KeepCheck keeps how many faults and reminders the last check of a draft found, and
// makes it DaKiem where nothing blocks it. The next edit forgets the check. Of what is
// no draft any more nothing is kept.
func (s *Store) KeepCheck(ctx context.Context, id string, loi, nhac int) (moved bool, err error) {
	same := false
	if err := s.read(ctx, "read check of "+id, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT d.state NOT IN ('nhap', 'daKiem') OR c.loi = ? AND c.nhac = ? AND (d.state = 'daKiem') = (c.loi = 0)
			FROM dossiers d LEFT JOIN dossier_checks c ON c.dossier = d.seq WHERE d.id = ? AND (c.dossier IS NOT NULL OR d.state NOT IN ('nhap', 'daKiem'))`,
			loi, nhac, id).Scan(&same)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	}); err != nil || same {
		return false, err
	}
	err = s.write(ctx, "keep check of "+id, func(tx *sql.Tx) error {
		moved = false
		var seq int64
		var state string
		if err := tx.QueryRowContext(ctx, `SELECT seq, state FROM dossiers WHERE id = ?`, id).Scan(&seq, &state); err != nil {
			return err
		}
		if !State(state).Draft() {
			return nil
		}
		if State(state) == Nhap && loi == 0 {
			if err := moveDossier(ctx, tx, `seq = ?`, seq, Nhap, DaKiem, s.now()); err != nil {
				return err
			}
			moved = true
			if err := s.record(ctx, tx, "hoSo."+string(DaKiem), id); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO dossier_checks (dossier, loi, nhac, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (dossier) DO UPDATE SET loi = excluded.loi, nhac = excluded.nhac, at = excluded.at`, seq, loi, nhac, s.now())
		return err
	})
	return moved, err
}

// C12Check is the last time a month's statement was held against our figures.
type C12Check struct {
	Lech int // places that differ
	At   time.Time
}

// KeepC12Check keeps how many places of a month's statement differed.
func (s *Store) KeepC12Check(ctx context.Context, mst string, m law.Month, lech int) error {
	same := false
	if err := s.read(ctx, "read reconciliation", func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT lech = ? AND at >= (SELECT max(at) FROM statements WHERE mst = ?2 AND month = ?3)
			FROM c12_checks WHERE mst = ?2 AND month = ?3`, lech, mst, int64(m)).Scan(&same)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	}); err != nil || same {
		return err
	}
	return s.write(ctx, "keep reconciliation", func(tx *sql.Tx) error {
		if !m.Valid() {
			return fmt.Errorf("month %d is none", m)
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO c12_checks (mst, month, lech, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (mst, month) DO UPDATE SET lech = excluded.lech, at = excluded.at`, mst, int64(m), lech, s.now())
		return err
	})
}
