package storage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// Move asks for one move of a submission and of its dossier. With From equal to
// To nothing moves, if it still stands there: the event alone is appended, and
// not even that without a Kind.
type Move struct {
	SubmissionID string
	From, To     State
	Kind         string // of the event; "" = MovedKind, and none where nothing moves
	Note         string
	Raw          []byte // the answer behind it, word for word
	Receipt      []byte // kept with the move as SetReceipt does, if not empty
	SoHoSo       string // likewise, if not ""
	Retry        *Retry // how it is tried again from now on; nil leaves what is kept
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
		words := remember(tx)
		for i := range moves {
			if err := s.move(ctx, words, &moves[i]); err != nil {
				return fmt.Errorf("submission %s: %w", moves[i].SubmissionID, err)
			}
		}
		return nil
	})
}

func (s *Store) move(ctx context.Context, tx querier, m *Move) error {
	now := s.now()
	seq, err := s.step(ctx, tx, m, now)
	if err != nil {
		return err
	}
	kind := m.Kind
	if kind == "" && m.From != m.To {
		kind = MovedKind
	}
	if kind != "" {
		if err := appendEvent(ctx, tx, seq, now, Event{From: m.From, To: m.To, Kind: kind, Note: m.Note, Raw: m.Raw}); err != nil {
			return err
		}
	}
	if m.Retry != nil {
		if err := putRetry(ctx, tx, seq, now, *m.Retry); err != nil {
			return err
		}
	}
	if len(m.Receipt) > 0 || m.SoHoSo != "" {
		if err := setReceipt(ctx, tx, seq, m.To, now, m.Receipt, m.SoHoSo); err != nil {
			return err
		}
	}
	if m.From == m.To {
		return nil
	}
	return s.record(ctx, tx, "hoSo."+string(m.To), m.SubmissionID)
}

// step is the compare-and-set of a submission's state, and of its dossier's.
func (s *Store) step(ctx context.Context, tx querier, m *Move, now int64) (seq int64, err error) {
	stays := m.From == m.To && (m.Kind != "" || m.Retry != nil)
	if !stays && !slices.Contains(m.From.Next(), m.To) {
		return 0, fmt.Errorf("%w: no move from %s to %s", ErrMoved, m.From, m.To)
	}
	var dossier int64
	err = tx.QueryRowContext(ctx, `UPDATE submissions SET state = ? WHERE id = ? AND state = ? RETURNING seq, dossier`,
		string(m.To), m.SubmissionID, string(m.From)).Scan(&seq, &dossier)
	if errors.Is(err, sql.ErrNoRows) {
		_, _, state, err := findSubmission(ctx, tx, m.SubmissionID)
		if err != nil {
			return 0, err
		}
		return 0, fmt.Errorf("%w: it is %s, not %s", ErrMoved, state, m.From)
	}
	if err != nil || m.From == m.To {
		return seq, err
	}
	if err := moveDossier(ctx, tx, `seq = ?`, dossier, m.From, m.To, now); err != nil {
		return 0, err
	}
	if m.To == DaGui {
		_, err = tx.ExecContext(ctx, `UPDATE ledger SET sent_at = ? WHERE submission = ? AND sent_at IS NULL`, now, seq)
	}
	return seq, err
}

func findSubmission(ctx context.Context, tx querier, id string) (seq, dossier int64, state State, err error) {
	err = tx.QueryRowContext(ctx, `SELECT seq, dossier, state FROM submissions WHERE id = ?`, id).Scan(&seq, &dossier, (*string)(&state))
	return seq, dossier, state, err
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

func setReceipt(ctx context.Context, tx querier, seq int64, state State, now int64, receipt []byte, soHoSo string) error {
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
