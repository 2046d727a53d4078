package storage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"
)

// MovedKind and ReceiptKind are the kinds of events that the store writes.
const (
	MovedKind   = "chuyen"
	ReceiptKind = "bienNhan"
)

// Move asks for one move of a submission and of its dossier.
type Move struct {
	SubmissionID string
	From, To     State
	Note         string
	Raw          []byte // the answer behind it, word for word
	Receipt      []byte // kept with the move as SetReceipt does, if not empty
	SoHoSo       string // likewise, if not ""
}

// Event is one line of a submission's history.
type Event struct {
	Seq          int64
	SubmissionID string
	At           time.Time
	From, To     State // equal when nothing moved
	Kind         string
	Note         string
	Raw          []byte
}

// Queued is a submission in the outbox, without its bytes; Submission has them.
type Queued struct {
	ID        string
	DossierID string
	MaSoThue  string
	Key       string
	SHA256    string
	State     State
	Attempts  int // how often it was handed to the wire
}

// Move moves a submission and its dossier from one state to the next and appends
// the event, in one transaction. ErrMoved if it does not stand at from, or if
// the move is none that a dossier may make.
func (s *Store) Move(ctx context.Context, subID string, from, to State, note string, raw []byte) error {
	return s.MoveAll(ctx, []Move{{SubmissionID: subID, From: from, To: to, Note: note, Raw: raw}})
}

// MoveAll makes several moves in one transaction: all of them, or none.
func (s *Store) MoveAll(ctx context.Context, moves []Move) error {
	return s.write(ctx, "move submissions", func(tx *sql.Tx) error {
		for i := range moves {
			if err := s.move(ctx, tx, &moves[i]); err != nil {
				return fmt.Errorf("submission %s: %w", Ref(moves[i].SubmissionID), err)
			}
		}
		return nil
	})
}

func (s *Store) move(ctx context.Context, tx *sql.Tx, m *Move) error {
	if !slices.Contains(m.From.Next(), m.To) {
		return fmt.Errorf("%w: no move from %s to %s", ErrMoved, m.From, m.To)
	}
	now := s.now()
	var seq, dossier int64
	err := tx.QueryRowContext(ctx, `UPDATE submissions SET state = ? WHERE id = ? AND state = ? RETURNING seq, dossier`,
		string(m.To), m.SubmissionID, string(m.From)).Scan(&seq, &dossier)
	if errors.Is(err, sql.ErrNoRows) {
		_, _, state, err := findSubmission(ctx, tx, m.SubmissionID)
		if err != nil {
			return err
		}
		return fmt.Errorf("%w: it is %s, not %s", ErrMoved, state, m.From)
	}
	if err != nil {
		return err
	}
	if err := moveDossier(ctx, tx, `seq = ?`, dossier, m.From, m.To, now); err != nil {
		return err
	}
	if m.To == DaGui {
		if _, err := tx.ExecContext(ctx, `UPDATE ledger SET sent_at = ? WHERE submission = ? AND sent_at IS NULL`, now, seq); err != nil {
			return err
		}
	}
	if err := appendEvent(ctx, tx, seq, now, Event{From: m.From, To: m.To, Kind: MovedKind, Note: m.Note, Raw: m.Raw}); err != nil {
		return err
	}
	if len(m.Receipt) > 0 || m.SoHoSo != "" {
		if err := setReceipt(ctx, tx, seq, m.To, now, m.Receipt, m.SoHoSo); err != nil {
			return err
		}
	}
	return s.record(ctx, tx, "hoSo."+string(m.To), m.SubmissionID)
}

func findSubmission(ctx context.Context, tx *sql.Tx, id string) (seq, dossier int64, state State, err error) {
	err = tx.QueryRowContext(ctx, `SELECT seq, dossier, state FROM submissions WHERE id = ?`, id).Scan(&seq, &dossier, (*string)(&state))
	return seq, dossier, state, err
}

// AppendEvent appends what happened without a move: an attempt, a raw answer.
func (s *Store) AppendEvent(ctx context.Context, subID, kind, note string, raw []byte) error {
	return s.write(ctx, "append event to "+subID, func(tx *sql.Tx) error {
		seq, _, state, err := findSubmission(ctx, tx, subID)
		if err != nil {
			return err
		}
		return appendEvent(ctx, tx, seq, s.now(), Event{From: state, To: state, Kind: kind, Note: note, Raw: raw})
	})
}

func appendEvent(ctx context.Context, tx *sql.Tx, submission, now int64, e Event) error {
	if len(e.Raw) > MaxAnswer {
		return ErrTooBig
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO events (submission, at, tu, den, kind, note, raw) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		submission, now, string(e.From), string(e.To), e.Kind, e.Note, e.Raw)
	return err
}

// Events lists the history of a submission, earliest first.
func (s *Store) Events(ctx context.Context, subID string) (out []Event, err error) {
	err = s.read(ctx, "read events of "+subID, func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			e := Event{SubmissionID: subID}
			var at int64
			err := scan(&e.Seq, &at, (*string)(&e.From), (*string)(&e.To), &e.Kind, &e.Note, &e.Raw)
			e.At = when(at)
			out = append(out, e)
			return err
		}, `SELECT seq, at, tu, den, kind, note, raw FROM events
			WHERE submission = (SELECT seq FROM submissions WHERE id = ?) ORDER BY seq`, subID)
	})
	return out, err
}

// SetReceipt keeps the receipt word for word, and the số hồ sơ, each once: the
// same again is fine, another is ErrReceipt. Empty ones leave what is there. What
// was never handed to the wire has no receipt: ErrMoved.
func (s *Store) SetReceipt(ctx context.Context, subID string, receipt []byte, soHoSo string) error {
	return s.write(ctx, "keep receipt of "+subID, func(tx *sql.Tx) error {
		seq, _, state, err := findSubmission(ctx, tx, subID)
		if err != nil {
			return err
		}
		if err := setReceipt(ctx, tx, seq, state, s.now(), receipt, soHoSo); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.bienNhan", subID)
	})
}

func setReceipt(ctx context.Context, tx *sql.Tx, seq int64, state State, now int64, receipt []byte, soHoSo string) error {
	switch {
	case state == DaKy || state == ChoGui || state == Huy:
		return fmt.Errorf("%w: it is %s", ErrMoved, state)
	case len(receipt) > MaxAnswer:
		return ErrTooBig
	}
	var old []byte
	var oldSo string
	if err := tx.QueryRowContext(ctx, `SELECT receipt, so_ho_so FROM submissions WHERE seq = ?`, seq).Scan(&old, &oldSo); err != nil {
		return err
	}
	if len(receipt) == 0 {
		receipt = old
	}
	if soHoSo == "" {
		soHoSo = oldSo
	}
	if (len(old) > 0 && !bytes.Equal(old, receipt)) || (oldSo != "" && oldSo != soHoSo) {
		return ErrReceipt
	}
	if bytes.Equal(old, receipt) && oldSo == soHoSo {
		return nil
	}
	if _, err := tx.ExecContext(ctx, `UPDATE submissions SET receipt = ?, so_ho_so = ? WHERE seq = ?`, receipt, soHoSo, seq); err != nil {
		return err
	}
	return appendEvent(ctx, tx, seq, now, Event{From: state, To: state, Kind: ReceiptKind, Note: soHoSo, Raw: receipt})
}

// Outbox lists what is queued, on its way or in doubt, in the order in which it
// was signed.
func (s *Store) Outbox(ctx context.Context) (out []Queued, err error) {
	err = s.read(ctx, "read outbox", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var q Queued
			err := scan(&q.ID, &q.DossierID, &q.MaSoThue, &q.Key, &q.SHA256, (*string)(&q.State), &q.Attempts)
			out = append(out, q)
			return err
		}, `SELECT s.id, d.id, d.mst, s.key, s.sha256, s.state,
			(SELECT count(*) FROM events e WHERE e.submission = s.seq AND e.kind = 'chuyen' AND e.den = 'dangGui')
			FROM submissions s JOIN dossiers d ON d.seq = s.dossier
			WHERE s.state IN ('choGui', 'dangGui', 'nghiVan') ORDER BY s.seq`)
	})
	return out, err
}
