package storage

import (
	"context"
	"database/sql"
	"fmt"
)

// Mark is what somebody said of a paper: whom alone it concerns, "" for nobody in
// particular, and that it is sensitive data (Nghị định 356/2025/NĐ-CP, Điều 4).
type Mark struct {
	Person    string // the store's number
	Sensitive bool
}

// MarkAttachment keeps what was said of a paper of a draft. ErrFrozen afterwards.
func (s *Store) MarkAttachment(ctx context.Context, dossierID string, id int64, m Mark) error {
	return s.write(ctx, "mark attachment of "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.draft(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		var person sql.NullInt64
		if m.Person != "" {
			if err := tx.QueryRowContext(ctx, `SELECT seq FROM people WHERE id = ?`, m.Person).Scan(&person); err != nil {
				return err
			}
		}
		if err := tx.QueryRowContext(ctx, `INSERT INTO attachment_marks (attachment, person, sensitive)
			SELECT id, ?, ? FROM attachments WHERE id = ? AND dossier = ?
			ON CONFLICT (attachment) DO UPDATE SET person = excluded.person, sensitive = excluded.sensitive RETURNING attachment`,
			person, m.Sensitive, id, seq).Scan(&id); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoi.ghiGiayTo", Ref: fmt.Sprintf("%s %s %d", m.Person, dossierID, id)})
	})
}

// Marks are what was said of the papers of a dossier, by the papers' numbers.
func (s *Store) Marks(ctx context.Context, dossierID string) (map[int64]Mark, error) {
	out := map[int64]Mark{}
	err := s.read(ctx, "read marks of "+dossierID, func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var id int64
			var m Mark
			err := scan(&id, &m.Person, &m.Sensitive)
			out[id] = m
			return err
		}, `SELECT a.id, coalesce((SELECT id FROM people WHERE seq = k.person), ''), k.sensitive FROM attachments a
			JOIN attachment_marks k ON k.attachment = a.id WHERE a.dossier = (SELECT seq FROM dossiers WHERE id = ?)`, dossierID)
	})
	return out, err
}

// DropSensitive drops what a dossier with its result does not need any more: its
// papers that are marked as sensitive, and the dân tộc of the people it declared
// and of the payroll of its month. Doing it again changes nothing.
func (s *Store) DropSensitive(ctx context.Context, dossierID string) error {
	var due bool
	if err := s.read(ctx, "look for sensitive data of "+dossierID, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM attachments a JOIN attachment_marks k ON k.attachment = a.id WHERE a.dossier = d.seq AND k.sensitive)
			OR EXISTS (SELECT 1 FROM payroll_rows r WHERE r.mst = d.mst AND r.month = d.month AND coalesce(r.data ->> 'danToc', '') <> '')
			OR EXISTS (SELECT 1 FROM people p WHERE p.dan_toc <> '' AND `+declared+`) FROM dossiers d WHERE d.id = ?`, dossierID).Scan(&due)
	}); err != nil || !due {
		return err
	}
	return s.erasing(ctx, "drop sensitive data of "+dossierID, func(tx *sql.Tx) error {
		n := int64(0)
		for _, q := range []string{
			`DELETE FROM attachments WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?)
				AND id IN (SELECT attachment FROM attachment_marks WHERE sensitive)`,
			`UPDATE payroll_rows SET data = json_replace(data, '$.danToc', '') WHERE (mst, month) = (SELECT mst, month FROM dossiers WHERE id = ?)
				AND coalesce(data ->> 'danToc', '') <> ''`,
			`UPDATE people AS p SET dan_toc = '' WHERE dan_toc <> '' AND EXISTS (SELECT 1 FROM dossiers d WHERE d.id = ? AND ` + declared + `)`,
		} {
			r, err := tx.ExecContext(ctx, q, dossierID)
			if err != nil {
				return err
			}
			k, err := r.RowsAffected()
			if err != nil {
				return err
			}
			n += k
		}
		return s.recordDeed(ctx, tx, Deed{What: "hoSo.gonNhayCam", Ref: fmt.Sprintf("%s %d", dossierID, n)})
	})
}

// declared is true for a person p whom a dossier d declared, by the ledger.
const declared = `EXISTS (SELECT 1 FROM ledger l JOIN submissions s ON s.seq = l.submission WHERE s.dossier = d.seq AND l.mst = p.mst
	AND ((l.so_cccd <> '' AND l.so_cccd = p.so_cccd) OR (l.ma_so_bhxh <> '' AND l.ma_so_bhxh = p.ma_so_bhxh)))`
