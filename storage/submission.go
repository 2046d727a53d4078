package storage

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// MaxEnvelope bounds the signed bytes of one submission, MaxAnswer a raw answer
// of a gateway. They are limits of this store, not of the agency.
const (
	MaxEnvelope = 256 << 20
	MaxAnswer   = 4 << 20
)

// File is one signed file of a submission.
type File struct {
	Name   string
	Bytes  []byte
	SHA256 string // hexadecimal; filled by the store
}

// Submission is what was signed: it never changes. Only its state, its receipt
// and its số hồ sơ come later, each once and forward.
type Submission struct {
	ID         string // "GN000001", given by Freeze
	DossierID  string
	MaSoThue   string // given by Freeze
	Key        string // the key under which it is sent, however often; made by Freeze if ""
	Envelope   []byte
	SHA256     string // of Envelope, hexadecimal; if the caller gives it, it must be right
	Files      []File
	Signer     string
	CertSerial string
	SignedAt   time.Time
	State      State
	Receipt    []byte
	SoHoSo     string
	ErasedAt   time.Time   // not zero: its term was over and its bytes went; see Tombstone
	Ledger     []LedgerKey // what Freeze writes into the ledger; not read back here
	Benefits   []Benefit   // periods that it asks for, which Freeze keeps with their people; not read back here
}

// NewKey makes a key for a submission: a UUID of version 7, ordered by now.
func NewKey(now time.Time) string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(now.UnixMilli()))
	copy(b[:6], ms[2:])
	b[6], b[8] = b[6]&0x0f|0x70, b[8]&0x3f|0x80
	h := hex.EncodeToString(b[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// Freeze keeps what was signed of a checked draft and makes the dossier DaKy, in
// one transaction. ErrMoved if the dossier is not DaKiem: it was edited while it
// was being signed, or signed already. ErrOut while it is out to be signed elsewhere.
func (s *Store) Freeze(ctx context.Context, dossierID string, sub Submission) (Submission, error) {
	err := s.write(ctx, "freeze dossier "+dossierID, func(tx *sql.Tx) error { return s.freeze(ctx, tx, dossierID, &sub) })
	if err != nil {
		return Submission{}, err
	}
	return sub, nil
}

func (s *Store) freeze(ctx context.Context, tx *sql.Tx, dossierID string, sub *Submission) error {
	size := len(sub.Envelope)
	for i := range sub.Files {
		size += len(sub.Files[i].Bytes)
	}
	switch sum := hash(sub.Envelope); {
	case size == 0:
		return errors.New("nothing was signed")
	case size > MaxEnvelope:
		return ErrTooBig
	case sub.SHA256 != "" && sub.SHA256 != sum:
		return fmt.Errorf("%w: envelope does not match its SHA-256", ErrDamaged)
	default:
		sub.SHA256 = sum
	}
	var dossier int64
	if err := tx.QueryRowContext(ctx, `SELECT seq, mst FROM dossiers WHERE id = ?`, dossierID).Scan(&dossier, &sub.MaSoThue); err != nil {
		return err
	}
	if err := out(ctx, tx, dossier); err != nil {
		return err
	}
	now := s.now()
	if err := moveDossier(ctx, tx, `seq = ?`, dossier, DaKiem, DaKy, now); err != nil {
		return err
	}
	n, err := next(ctx, tx, "goiNop", 1)
	if err != nil {
		return err
	}
	sub.ID, sub.DossierID, sub.State = fmt.Sprintf("GN%06d", n), dossierID, DaKy
	sub.Receipt, sub.SoHoSo = nil, ""
	if sub.Key == "" {
		sub.Key = NewKey(s.opt.Now())
	}
	var seq int64
	if err := tx.QueryRowContext(ctx, `INSERT INTO submissions
		(id, dossier, key, sha256, files, signer, cert_serial, signed_at, created_at, state)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'daKy') RETURNING seq`,
		sub.ID, dossier, sub.Key, sub.SHA256, len(sub.Files), sub.Signer, sub.CertSerial,
		sub.SignedAt.UnixMilli(), now).Scan(&seq); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO envelopes (submission, bytes) VALUES (?, ?)`, seq, blob(sub.Envelope)); err != nil {
		return err
	}
	for i := range sub.Files {
		f := &sub.Files[i]
		f.SHA256 = hash(f.Bytes)
		if _, err := tx.ExecContext(ctx, `INSERT INTO submission_files (submission, n, name, sha256, bytes) VALUES (?, ?, ?, ?, ?)`,
			seq, i, f.Name, f.SHA256, blob(f.Bytes)); err != nil {
			return err
		}
	}
	if err := putLedger(ctx, tx, seq, sub.MaSoThue, sub.Ledger); err != nil {
		return err
	}
	for i := range sub.Benefits {
		sub.Benefits[i].State, sub.Benefits[i].Source, sub.Benefits[i].DossierID = DeNghi, FromDossier, dossierID
	}
	if err := s.putBenefits(ctx, tx, sub.MaSoThue, dossierID, sub.Benefits); err != nil {
		return err
	}
	if err := appendEvent(ctx, tx, seq, now, Event{From: DaKiem, To: DaKy, Kind: MovedKind}); err != nil {
		return err
	}
	return s.record(ctx, tx, "hoSo.daKy", dossierID+" "+sub.ID+" "+sub.SHA256)
}

// submissionSelect reads a submission. A file from before there were tombstones
// knows none.
const submissionSelect = `SELECT s.seq, s.id, d.id, d.mst, s.key, e.bytes, s.sha256, s.signer, s.cert_serial,
	s.signed_at, s.state, s.receipt, s.so_ho_so, %s FROM submissions s JOIN dossiers d ON d.seq = s.dossier
	JOIN envelopes e ON e.submission = s.seq `

// erasedColumn is how to ask when a submission was erased, 0 for never.
func erasedColumn(ctx context.Context, tx *sql.Tx) (string, error) {
	known := 0
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM pragma_table_info('submissions') WHERE name = 'erased_at'`).Scan(&known)
	if known == 0 {
		return "0", err
	}
	return "coalesce(s.erased_at, 0)", err
}

// Submission returns a submission with its bytes, ErrNotFound if there is none.
// ErrDamaged if the bytes are not what was signed: they must not be sent.
func (s *Store) Submission(ctx context.Context, id string) (Submission, error) {
	return s.submission(ctx, "read submission "+id, `WHERE s.id = ?`, id)
}

// SubmissionOf returns the submission of a dossier, ErrNotFound if it has none.
func (s *Store) SubmissionOf(ctx context.Context, dossierID string) (Submission, error) {
	return s.submission(ctx, "read submission of "+dossierID, `WHERE d.id = ?`, dossierID)
}

func (s *Store) submission(ctx context.Context, what, where string, id string) (sub Submission, err error) {
	err = s.read(ctx, what, func(tx *sql.Tx) error {
		var seq, signed, erased int64
		column, err := erasedColumn(ctx, tx)
		if err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, fmt.Sprintf(submissionSelect, column)+where, id).Scan(&seq, &sub.ID, &sub.DossierID, &sub.MaSoThue, &sub.Key,
			&sub.Envelope, &sub.SHA256, &sub.Signer, &sub.CertSerial, &signed, (*string)(&sub.State), &sub.Receipt, &sub.SoHoSo, &erased); err != nil {
			return err
		}
		sub.SignedAt = when(signed)
		if erased != 0 {
			sub.ErasedAt = when(erased)
			return nil
		}
		if hash(sub.Envelope) != sub.SHA256 {
			return fmt.Errorf("%w: envelope of %s", ErrDamaged, sub.ID)
		}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var f File
			if err := scan(&f.Name, &f.SHA256, &f.Bytes); err != nil {
				return err
			}
			if hash(f.Bytes) != f.SHA256 {
				return fmt.Errorf("%w: file %d of %s", ErrDamaged, len(sub.Files)+1, sub.ID)
			}
			sub.Files = append(sub.Files, f)
			return nil
		}, `SELECT name, sha256, bytes FROM submission_files WHERE submission = ? ORDER BY n`, seq)
	})
	if err != nil {
		return Submission{}, err
	}
	return sub, nil
}
