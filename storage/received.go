package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"ankhai/forms/law"
)

// MaxReceived bounds a received file in bytes. It is a limit of this store.
const MaxReceived = 16 << 20

// How a file came.
const (
	CameAsFile   = "tep"  // somebody read it in
	CameOnline   = "cong" // the gateway handed it out
	CameInPerson = "tay"  // somebody typed what was told
)

// Received is a file that came back about a dossier. It never changes, and goes only
// with the dossier's signed bytes.
type Received struct {
	N          int64 // given by the store, ascending
	DossierID  string
	Name       string // for reading, never a path
	How        string // CameAsFile, CameOnline, CameInPerson
	SHA256     string // given by the store
	Bytes      []byte // nil in lists
	Doc        json.RawMessage
	Signatures json.RawMessage // as they were judged when it came
	At         time.Time       // given by the store
}

// PutReceived keeps a file of a signed dossier. The same bytes again are the same
// file: what was kept first is answered, and again is true. ErrTooBig above
// MaxReceived; ErrMoved for a dossier that nobody has signed.
func (s *Store) PutReceived(ctx context.Context, r Received) (kept Received, again bool, err error) {
	what := "receive file of " + r.DossierID
	switch {
	case len(r.Bytes) > MaxReceived || len(r.Name) > 1024:
		return r, false, fmt.Errorf("%s: %w", what, ErrTooBig)
	case !utf8.ValidString(r.Name) || r.Name == "":
		return r, false, fmt.Errorf("%s: name of a file is empty or no UTF-8", what)
	}
	err = s.write(ctx, what, func(tx *sql.Tx) error {
		var dossier int64
		err := tx.QueryRowContext(ctx, `SELECT d.seq FROM dossiers d JOIN submissions s ON s.dossier = d.seq
			WHERE d.id = ? AND s.erased_at IS NULL`, r.DossierID).Scan(&dossier)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("%w: nobody has signed it", ErrMoved)
		}
		if err != nil {
			return err
		}
		now := s.now()
		r.SHA256, r.At = hash(r.Bytes), when(now)
		var at int64
		err = tx.QueryRowContext(ctx, `SELECT seq, name, how, doc, chu_ky, at FROM received WHERE dossier = ? AND sha256 = ?`, dossier, r.SHA256).
			Scan(&r.N, &r.Name, &r.How, (*[]byte)(&r.Doc), (*[]byte)(&r.Signatures), &at)
		if err == nil {
			again, r.At = true, when(at)
			return nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if err := tx.QueryRowContext(ctx, `INSERT INTO received (dossier, name, how, sha256, bytes, doc, chu_ky, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
			dossier, r.Name, r.How, r.SHA256, blob(r.Bytes), string(r.Doc), string(r.Signatures), now).Scan(&r.N); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.nhanTep", fmt.Sprintf("%s %d %s", r.DossierID, r.N, r.SHA256))
	})
	return r, again, err
}

// ReceivedOf lists the files that came back about a dossier, earliest first, without
// their bytes.
func (s *Store) ReceivedOf(ctx context.Context, dossierID string) (out []Received, err error) {
	err = s.read(ctx, "list received files of "+dossierID, func(tx *sql.Tx) error {
		out, err = receivedOf(ctx, tx, dossierID)
		return err
	})
	return out, err
}

func receivedOf(ctx context.Context, tx *sql.Tx, dossierID string) (out []Received, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		r := Received{DossierID: dossierID}
		var at int64
		err := scan(&r.N, &r.Name, &r.How, &r.SHA256, (*[]byte)(&r.Doc), (*[]byte)(&r.Signatures), &at)
		r.At = when(at)
		out = append(out, r)
		return err
	}, `SELECT seq, name, how, sha256, doc, chu_ky, at FROM received
		WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) ORDER BY seq`, dossierID)
	return out, err
}

// ReceivedFile returns a received file with its bytes; ErrNotFound if the dossier has
// none such, ErrDamaged if the bytes are not what came.
func (s *Store) ReceivedFile(ctx context.Context, dossierID string, n int64) (r Received, err error) {
	err = s.read(ctx, "read received file of "+dossierID, func(tx *sql.Tx) error {
		var at int64
		if err := tx.QueryRowContext(ctx, `SELECT seq, name, how, sha256, bytes, doc, chu_ky, at FROM received
			WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) AND seq = ?`, dossierID, n).
			Scan(&r.N, &r.Name, &r.How, &r.SHA256, &r.Bytes, (*[]byte)(&r.Doc), (*[]byte)(&r.Signatures), &at); err != nil {
			return err
		}
		r.DossierID, r.At = dossierID, when(at)
		if hash(r.Bytes) != r.SHA256 {
			return fmt.Errorf("%w: received file %d", ErrDamaged, n)
		}
		return nil
	})
	return r, err
}

// SentRef is what a file may name a signed dossier by.
type SentRef struct {
	DossierID, MaSoThue, Procedure string
	Month                          law.Month
	Dot                            int
	State                          State
	Key, SoHoSo                    string
	Receipt                        []byte
}

// SentRefs lists the signed dossiers of all employers, latest first, without their
// bytes.
func (s *Store) SentRefs(ctx context.Context) (out []SentRef, err error) {
	err = s.read(ctx, "list signed dossiers", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var r SentRef
			err := scan(&r.DossierID, &r.MaSoThue, &r.Procedure, &r.Month, &r.Dot, (*string)(&r.State), &r.Key, &r.SoHoSo, &r.Receipt)
			out = append(out, r)
			return err
		}, `SELECT d.id, d.mst, d.procedure, d.month, d.dot, d.state, s.key, s.so_ho_so, s.receipt
			FROM dossiers d JOIN submissions s ON s.dossier = d.seq ORDER BY d.seq DESC`)
	})
	return out, err
}
