package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"ankhai/storage/sealed"
)

// MaxAttachment bounds one attachment in bytes. It is a limit of this store, not
// of the agency.
const MaxAttachment = 32 << 20

// Attachment is a paper that goes with a dossier.
type Attachment struct {
	ID     int64
	Name   string // as the user's file was called; a name for reading, never a path
	Mime   string
	Paper  string // which paper of the case it is, see SetPaper; often ""
	Bytes  []byte // nil in lists
	Size   int64  // given by the store, as are the next two
	SHA256 string
	At     time.Time
}

// PutAttachment adds an attachment to a draft. ErrTooBig above MaxAttachment. Its
// bytes are sealed and on the disk before the row that names them is.
func (s *Store) PutAttachment(ctx context.Context, dossierID string, a Attachment) (Attachment, error) {
	what := "attach to " + dossierID
	switch {
	case s.w == nil:
		return Attachment{}, fmt.Errorf("%s: %w", what, ErrReadOnly)
	case len(a.Bytes) > MaxAttachment || len(a.Name) > 1024 || len(a.Mime) > 256:
		return Attachment{}, fmt.Errorf("%s: %w", what, ErrTooBig)
	case !utf8.ValidString(a.Name) || a.Name == "":
		return Attachment{}, fmt.Errorf("%s: name of an attachment is empty or no UTF-8", what)
	}
	tep, named := sealed.NewID(), false
	if err := s.papers.Put(tep, bytes.NewReader(a.Bytes)); err != nil {
		return Attachment{}, fmt.Errorf("%s: %w", what, outcome(err))
	}
	err := s.write(ctx, what, func(tx *sql.Tx) error {
		seq, err := s.edit(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		now := s.now()
		a.Size, a.SHA256, a.At = int64(len(a.Bytes)), hash(a.Bytes), when(now)
		if err := tx.QueryRowContext(ctx, `INSERT INTO attachments (dossier, name, mime, sha256, size, at, tep)
			VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`, seq, a.Name, a.Mime, a.SHA256, a.Size, now, tep).Scan(&a.ID); err != nil {
			return err
		}
		named = true
		return s.record(ctx, tx, "hoSo.dinhKem", fmt.Sprintf("%s %d", dossierID, a.ID))
	})
	if err != nil {
		if !named { // else the row may stand after all; what does not is swept
			err = errors.Join(err, s.papers.Remove(tep))
		}
		return Attachment{}, err
	}
	return a, nil
}

const attachmentSelect = `SELECT id, name, mime, sha256, size, at, coalesce((SELECT paper FROM attachment_papers p WHERE p.attachment = attachments.id), '')`

// Attachments lists the attachments of a dossier, without their bytes.
func (s *Store) Attachments(ctx context.Context, dossierID string) (out []Attachment, err error) {
	err = s.read(ctx, "list attachments of "+dossierID, func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var a Attachment
			var at int64
			err := scan(&a.ID, &a.Name, &a.Mime, &a.SHA256, &a.Size, &at, &a.Paper)
			a.At = when(at)
			out = append(out, a)
			return err
		}, attachmentSelect+` FROM attachments WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) ORDER BY id`, dossierID)
	})
	return out, err
}

// Attachment returns an attachment with its bytes; ErrNotFound if the dossier has
// no such one, ErrDamaged if the bytes are gone or not what was put.
func (s *Store) Attachment(ctx context.Context, dossierID string, id int64) (a Attachment, err error) {
	what := "read attachment of " + dossierID
	var tep string
	err = s.read(ctx, what, func(tx *sql.Tx) error {
		var at int64
		err := tx.QueryRowContext(ctx, attachmentSelect+`, tep, (SELECT bytes FROM attachment_bytes WHERE attachment = id) FROM attachments
			WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) AND id = ?`, dossierID, id).
			Scan(&a.ID, &a.Name, &a.Mime, &a.SHA256, &a.Size, &at, &a.Paper, &tep, &a.Bytes)
		a.At = when(at)
		return err
	})
	if err != nil {
		return Attachment{}, err
	}
	if a.Bytes == nil {
		if a.Bytes, err = s.readPaper(tep, a.Size, a.SHA256); err != nil {
			return Attachment{}, fmt.Errorf("%s: %w", what, outcome(err))
		}
	} else if hash(a.Bytes) != a.SHA256 { // of version 1, and damaged there
		return Attachment{}, fmt.Errorf("%s: %w: attachment %d", what, ErrDamaged, id)
	}
	return a, nil
}

// DeleteAttachment takes an attachment out of a draft, and its bytes off the disk.
func (s *Store) DeleteAttachment(ctx context.Context, dossierID string, id int64) error {
	var tep string
	err := s.write(ctx, "delete attachment of "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.edit(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, `DELETE FROM attachments WHERE dossier = ? AND id = ? RETURNING tep`, seq, id).Scan(&tep); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.boDinhKem", fmt.Sprintf("%s %d", dossierID, id))
	})
	if err != nil {
		return err
	}
	if err := s.papers.Remove(tep); err != nil {
		return fmt.Errorf("delete attachment of %s: %w", dossierID, outcome(err))
	}
	return nil
}

// Dismissal is a Nhắc that the user put aside, with the reason. Row counts as
// form.Place.Row does: from 1, 0 for the head or the form as a whole.
type Dismissal struct {
	Code   string
	Row    int
	Reason string
	At     time.Time // given by the store
}

// Dismiss puts a Nhắc of a draft aside.
func (s *Store) Dismiss(ctx context.Context, dossierID string, d Dismissal) error {
	return s.write(ctx, "dismiss in "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.draft(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO dismissals (dossier, code, row, reason, at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (dossier, code, row) DO UPDATE SET reason = excluded.reason, at = excluded.at`,
			seq, d.Code, d.Row, d.Reason, s.now()); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.boQuaNhac", fmt.Sprintf("%s %s %d", dossierID, d.Code, d.Row))
	})
}

// Undismiss brings a Nhắc back.
func (s *Store) Undismiss(ctx context.Context, dossierID, code string, row int) error {
	return s.write(ctx, "undismiss in "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.draft(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM dismissals WHERE dossier = ? AND code = ? AND row = ?`, seq, code, row); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.nhacLai", fmt.Sprintf("%s %s %d", dossierID, code, row))
	})
}

// Dismissals lists what was put aside in a dossier.
func (s *Store) Dismissals(ctx context.Context, dossierID string) (out []Dismissal, err error) {
	err = s.read(ctx, "list dismissals of "+dossierID, func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var d Dismissal
			var at int64
			err := scan(&d.Code, &d.Row, &d.Reason, &at)
			d.At = when(at)
			out = append(out, d)
			return err
		}, `SELECT code, row, reason, at FROM dismissals
			WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) ORDER BY code, row`, dossierID)
	})
	return out, err
}

func hash(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// blob keeps an empty file apart from no file: the driver writes nil as NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
