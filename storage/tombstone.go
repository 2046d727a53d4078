package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrTerm: a signed dossier is kept as evidence until its employer's term is over.
var ErrTerm = errors.New("the term of a signed dossier is not over")

// Tombstone is what is left of a signed dossier whose term is over.
type Tombstone struct {
	DossierID string
	SoHoSo    string
	SHA256    string // of the envelope that was signed
	SignedAt  time.Time
	Files     int // signed files that were emptied
	Rows      int // rows of forms that went
	Papers    int // attachments that went
}

// EraseDossier empties a signed dossier whose term is over: its envelope, files,
// receipt, forms, papers, files that came back, the files of notices about it, raw
// answers and the people's numbers in the ledger. Its hash, dates, signer, states and
// số hồ sơ stay. ErrTerm if the term is not over, or nobody has set one; the file
// itself refuses it then.
func (s *Store) EraseDossier(ctx context.Context, id, reason string) (t Tombstone, err error) {
	err = s.erasing(ctx, "erase dossier "+id, func(tx *sql.Tx) error {
		var mst string
		var signed, seq, sub int64
		var erased bool
		if err := tx.QueryRowContext(ctx, `SELECT d.seq, d.mst, s.seq, s.so_ho_so, s.sha256, s.signed_at, s.files, s.erased_at IS NOT NULL
			FROM dossiers d JOIN submissions s ON s.dossier = d.seq WHERE d.id = ?`, id).
			Scan(&seq, &mst, &sub, &t.SoHoSo, &t.SHA256, &signed, &t.Files, &erased); err != nil {
			return err
		}
		t.DossierID, t.SignedAt = id, when(signed)
		if erased {
			return fmt.Errorf("%w: it is a tombstone already", ErrNotFound)
		}
		rule, err := retentionOf(ctx, tx, mst)
		if err != nil {
			return err
		}
		now := s.now()
		if term := rule.dossierTerm(t.SignedAt); term.IsZero() || term.UnixMilli() > now {
			return ErrTerm
		}
		for _, q := range []struct {
			query string
			args  []any
		}{
			{`UPDATE submissions SET erased_at = ?, receipt = NULL WHERE seq = ?`, []any{now, sub}},
			{`UPDATE envelopes SET bytes = x'' WHERE submission = ?`, []any{sub}},
			{`UPDATE submission_files SET bytes = x'', name = '' WHERE submission = ?`, []any{sub}},
			{`UPDATE ledger SET ma_so_bhxh = '', so_cccd = '' WHERE submission = ?`, []any{sub}},
			{`UPDATE dossiers SET note = '' WHERE seq = ?`, []any{seq}},
			{`DELETE FROM dismissals WHERE dossier = ?`, []any{seq}},
			{`DELETE FROM received WHERE dossier = ?`, []any{seq}},
			{`DELETE FROM settings WHERE key LIKE '%:' || ?`, []any{id}},
		} {
			if _, err := tx.ExecContext(ctx, q.query, q.args...); err != nil {
				return err
			}
		}
		if err := silenceEvents(ctx, tx, sub); err != nil {
			return err
		}
		if err := noticesGone(ctx, tx, seq); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM docs o JOIN doc_rows r ON r.doc = o.id WHERE o.dossier = ?`, seq).Scan(&t.Rows); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM docs WHERE dossier = ?`, seq); err != nil {
			return err
		}
		r, err := tx.ExecContext(ctx, `DELETE FROM attachments WHERE dossier = ?`, seq)
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		if err != nil {
			return err
		}
		t.Papers = int(n)
		return s.recordDeed(ctx, tx, Deed{What: "hoSo.xoa", Ref: id, Purpose: reason})
	})
	return t, err
}

// Compact writes the file anew without its free pages, folds the write-ahead log
// in and cuts it to nothing: what was erased is in neither any more. The pages are
// overwritten where they lie, which a fresh file put in their place would not do.
func (s *Store) Compact(ctx context.Context) error {
	if s.w == nil {
		return fmt.Errorf("compact: %w", ErrReadOnly)
	}
	for _, q := range []string{`VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`} {
		if _, err := s.w.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("compact: %w", outcome(err))
		}
	}
	var busy, log, moved int
	if err := s.w.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &log, &moved); err != nil {
		return fmt.Errorf("compact: %w", outcome(err))
	}
	if busy != 0 || log > 0 {
		return fmt.Errorf("compact: %w: a reader holds the write-ahead log", ErrBusy)
	}
	return nil
}
