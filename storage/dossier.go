package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage/failpoint"
)

// Dossier is a hồ sơ: a procedure of an employer in a month, as a draft or frozen
// by its submission.
type Dossier struct {
	ID        string // "HS000001", given by NewDossier
	MaSoThue  string
	Procedure string    // "600", or the service's ID where no official code is known
	Service   string    // the public service, "C4"; "" for drafts that nobody said it of
	Case      string    // the case of the service, "C4.01"; often ""
	Month     law.Month // kỳ kê khai
	Dot       int       // đợt: counts the dossiers of a procedure in a month, given by NewDossier
	State     State
	Parent    string // the dossier it was copied from, "" if none
	Note      string
	CreatedAt time.Time
	UpdatedAt time.Time
}

const dossierSelect = `SELECT id, mst, procedure, month, dot, state, coalesce(parent, ''), note, created_at, updated_at,
	coalesce((SELECT service FROM dossier_cases c WHERE c.dossier = dossiers.seq), ''),
	coalesce((SELECT truong_hop FROM dossier_cases c WHERE c.dossier = dossiers.seq), '') FROM dossiers `

// NewDossier makes a draft. The caller gives employer, procedure, service, case,
// month, parent and note; the rest is filled in the answer.
func (s *Store) NewDossier(ctx context.Context, d Dossier, docs ...*form.Doc) (Dossier, error) {
	err := s.write(ctx, "new dossier", func(tx *sql.Tx) error {
		n, err := next(ctx, tx, "hoSo", 1)
		if err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(dot), 0) + 1 FROM dossiers
			WHERE mst = ? AND procedure = ? AND month = ? AND state <> 'huy'`, d.MaSoThue, d.Procedure, int64(d.Month)).Scan(&d.Dot); err != nil {
			return err
		}
		now := s.now()
		d.ID, d.State = fmt.Sprintf("HS%06d", n), Nhap
		d.CreatedAt, d.UpdatedAt = when(now), when(now)
		var seq int64
		if err := tx.QueryRowContext(ctx, `INSERT INTO dossiers (id, mst, procedure, month, dot, state, parent, note, created_at, updated_at)
			VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?) RETURNING seq`,
			d.ID, d.MaSoThue, d.Procedure, int64(d.Month), d.Dot, string(d.State), d.Parent, d.Note, now, now).Scan(&seq); err != nil {
			return err
		}
		if d.Service != "" {
			if err := putCase(ctx, tx, seq, d.Service, d.Case); err != nil {
				return err
			}
		}
		if err := s.record(ctx, tx, "hoSo.lap", d.ID+" "+d.Procedure+" "+d.Month.ISO()); err != nil {
			return err
		}
		for _, doc := range docs {
			if err := s.putDoc(ctx, tx, d.ID, doc); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Dossier{}, err
	}
	failpoint.Hit("draft.new.kept")
	return d, nil
}

// Dossier returns a dossier, ErrNotFound if there is none.
func (s *Store) Dossier(ctx context.Context, id string) (d Dossier, err error) {
	err = s.read(ctx, "read dossier "+id, func(tx *sql.Tx) error {
		d, err = scanDossier(tx.QueryRowContext(ctx, dossierSelect+`WHERE id = ?`, id).Scan)
		return noDossier(err)
	})
	return d, err
}

// noDossier names what was not found.
func noDossier(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNoDossier
	}
	return err
}

// Dossiers lists the dossiers of an employer, latest first.
func (s *Store) Dossiers(ctx context.Context, mst string) (out []Dossier, err error) {
	err = s.read(ctx, "list dossiers", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			d, err := scanDossier(scan)
			out = append(out, d)
			return err
		}, dossierSelect+`WHERE mst = ? ORDER BY seq DESC`, mst)
	})
	return out, err
}

func scanDossier(scan func(...any) error) (d Dossier, err error) {
	var made, changed int64
	err = scan(&d.ID, &d.MaSoThue, &d.Procedure, &d.Month, &d.Dot, (*string)(&d.State), &d.Parent, &d.Note, &made, &changed, &d.Service, &d.Case)
	d.CreatedAt, d.UpdatedAt = when(made), when(changed)
	return d, err
}

// MoveDossier moves a dossier that has no submission yet: between Nhap and DaKiem,
// and to Huy. ErrMoved if it does not stand at from, ErrOut
// while it is out to be signed. What is frozen moves with its
// submission, by Move.
func (s *Store) MoveDossier(ctx context.Context, id string, from, to State) error {
	return s.write(ctx, "move dossier "+id, func(tx *sql.Tx) error {
		if !from.Draft() || (!to.Draft() && to != Huy) {
			return fmt.Errorf("%w: %s to %s is for a submission", ErrMoved, from, to)
		}
		if _, err := s.draft(ctx, tx, id); err != nil && !errors.Is(err, ErrFrozen) {
			return err
		}
		if err := moveDossier(ctx, tx, `id = ?`, id, from, to, s.now()); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo."+string(to), id)
	})
}

// moveDossier is the compare-and-set of a dossier's state.
func moveDossier(ctx context.Context, tx querier, where string, id any, from, to State, now int64) error {
	r, err := tx.ExecContext(ctx, `UPDATE dossiers SET state = ?, updated_at = ? WHERE `+where+` AND state = ?`,
		string(to), now, id, string(from))
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n != 1 {
		err = fmt.Errorf("%w: dossier is not %s", ErrMoved, from)
	}
	return err
}

// SetNote changes the user's own note on a dossier, whatever its state.
func (s *Store) SetNote(ctx context.Context, id, note string) error {
	return s.write(ctx, "note dossier "+id, func(tx *sql.Tx) error {
		var seq int64
		if err := tx.QueryRowContext(ctx, `UPDATE dossiers SET note = ?, updated_at = ? WHERE id = ? RETURNING seq`,
			note, s.now(), id).Scan(&seq); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.ghiChu", id)
	})
}

// draft finds a dossier that may be edited; ErrFrozen if it may not, ErrOut while it is
// out to be signed.
func (s *Store) draft(ctx context.Context, tx *sql.Tx, id string) (seq int64, err error) {
	var state string
	if err := tx.QueryRowContext(ctx, `SELECT seq, state FROM dossiers WHERE id = ?`, id).Scan(&seq, &state); err != nil {
		return 0, noDossier(err)
	}
	if !State(state).Draft() {
		return 0, fmt.Errorf("%w: it is %s", ErrFrozen, state)
	}
	return seq, out(ctx, tx, seq)
}

// edit begins a change of a draft. The draft is Nhap from now on, because what
// was checked is no longer what is there.
func (s *Store) edit(ctx context.Context, tx *sql.Tx, id string) (seq int64, err error) {
	if seq, err = s.draft(ctx, tx, id); err != nil {
		return 0, err
	}
	if _, err = tx.ExecContext(ctx, `UPDATE dossiers SET state = 'nhap', updated_at = ? WHERE seq = ?`, s.now(), seq); err != nil {
		return seq, err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM dossier_checks WHERE dossier = ?`, seq)
	return seq, err
}
