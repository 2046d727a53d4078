package storage

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"ankhai/forms/law"
)

// Retention is how long an employer keeps what it holds of people. A zero is not
// known: nobody has said, so nothing is due.
type Retention struct {
	PersonMonths  int // after a person has left
	DossierMonths int // after a dossier was signed
	// KeepSensitive keeps sensitive data (dân tộc) with the person, and sensitive
	// papers with a dossier that is finished. Unless somebody says so, they go.
	KeepSensitive bool
}

// Retention returns the rule of an employer, the zero rule if none was set.
func (s *Store) Retention(ctx context.Context, mst string) (r Retention, err error) {
	err = s.read(ctx, "read retention", func(tx *sql.Tx) error {
		r, err = retentionOf(ctx, tx, mst)
		return err
	})
	return r, err
}

func retentionOf(ctx context.Context, tx *sql.Tx, mst string) (r Retention, err error) {
	err = tx.QueryRowContext(ctx, `SELECT coalesce(person_months, 0), coalesce(dossier_months, 0), coalesce(keep_sensitive, 0)
		FROM retention WHERE mst = ?`, mst).Scan(&r.PersonMonths, &r.DossierMonths, &r.KeepSensitive)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return r, err
}

// SetRetention keeps the rule of an employer.
func (s *Store) SetRetention(ctx context.Context, mst string, r Retention) error {
	return s.write(ctx, "set retention", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `INSERT INTO retention (mst, person_months, dossier_months, keep_sensitive, updated_at)
			VALUES (?, nullif(?, 0), nullif(?, 0), ?, ?) ON CONFLICT (mst) DO UPDATE SET person_months = excluded.person_months,
			dossier_months = excluded.dossier_months, keep_sensitive = excluded.keep_sensitive, updated_at = excluded.updated_at`,
			mst, r.PersonMonths, r.DossierMonths, r.KeepSensitive, s.now()); err != nil {
			return err
		}
		return s.record(ctx, tx, "luuTru.dat", EmployerRef(mst))
	})
}

// Due is a person whose term is over.
type Due struct {
	ID    string
	Left  law.Month // the month since which they are gone
	Until law.Month // the last month in which they are kept
}

// PastTerm lists the people of an employer who left longer ago than its rule
// keeps them, those who left first in front. Without a rule nobody is listed.
func (s *Store) PastTerm(ctx context.Context, mst string, now law.Month) (out []Due, err error) {
	err = s.read(ctx, "list people past their term", func(tx *sql.Tx) error {
		r, err := retentionOf(ctx, tx, mst)
		if err != nil || r.PersonMonths == 0 {
			return err
		}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var d Due
			if err := scan(&d.ID, &d.Left); err != nil {
				return err
			}
			if d.Until = d.Left.Add(r.PersonMonths); d.Until < now {
				out = append(out, d)
			}
			return nil
		}, `SELECT p.id, h.tu_thang FROM people p JOIN history h ON h.person = p.seq WHERE p.mst = ? AND h.trang_thai = 'daNghi'
			AND h.tu_thang = (SELECT max(tu_thang) FROM history WHERE person = p.seq) ORDER BY h.tu_thang, p.seq`, mst)
	})
	return out, err
}

// dossierTerm is when the signed bytes of a dossier may go; zero if no rule says.
func (r Retention) dossierTerm(signed time.Time) time.Time {
	if r.DossierMonths == 0 {
		return time.Time{}
	}
	return signed.AddDate(0, r.DossierMonths, 0)
}

// EmployerRef names an employer in the journal by the end of its tax code: that of a
// household is a person's number.
func EmployerRef(mst string) string {
	if len(mst) < 9 {
		return "DV"
	}
	return "DV" + mst[len(mst)-3:]
}
