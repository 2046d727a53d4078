package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Proof says that a submission has reached a gateway, as the data knew that a
// restored backup replaced.
type Proof struct {
	Key          string
	SubmissionID string // as it was called there
	DossierID    string // likewise
	SHA256       string // of the signed bytes, hexadecimal
	State        State
	SentAt       time.Time // zero if it is not known
	SoHoSo       string    // "" if it is not known
	Receipt      []byte    // word for word; nil if it is not known
}

// ProofOf looks for proof that the submission with this key was sent before the
// data was restored. ok is false where there is none: the gateway has to tell.
func (s *Store) ProofOf(ctx context.Context, key string) (p Proof, ok bool, err error) {
	err = s.read(ctx, "look for proof", func(tx *sql.Tx) error {
		var at int64
		err := tx.QueryRowContext(ctx, `SELECT key, submission, dossier, sha256, state, at, so_ho_so, receipt FROM sent_carried WHERE key = ?`, key).
			Scan(&p.Key, &p.SubmissionID, &p.DossierID, &p.SHA256, (*string)(&p.State), &at, &p.SoHoSo, &p.Receipt)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if ok = err == nil; ok && at != 0 {
			p.SentAt = when(at)
		}
		return err
	})
	return p, ok, err
}

// AdoptProof brings a submission of restored data to where the proof says it has
// come: sent, with its receipt and số hồ sơ. ErrDamaged if the proof is of other
// bytes, ErrMoved if no move leads there.
func (s *Store) AdoptProof(ctx context.Context, subID string, p Proof, note string) error {
	return s.write(ctx, "adopt proof for "+subID, func(tx *sql.Tx) error {
		var sum string
		var state State
		if err := tx.QueryRowContext(ctx, `SELECT sha256, state FROM submissions WHERE id = ?`, subID).Scan(&sum, (*string)(&state)); err != nil {
			return err
		}
		if sum != p.SHA256 {
			return fmt.Errorf("%w: the proof for %s is of other bytes", ErrDamaged, subID)
		}
		road := roadTo(state, DaGui)
		if road == nil {
			return fmt.Errorf("%w: no way from %s to %s", ErrMoved, state, DaGui)
		}
		for i, to := range road {
			m := Move{SubmissionID: subID, From: state, To: to, Note: note}
			if i == len(road)-1 {
				m.Receipt, m.SoHoSo = p.Receipt, p.SoHoSo
			}
			if err := s.move(ctx, tx, &m); err != nil {
				return err
			}
			state = to
		}
		return nil
	})
}

// roadTo is the shortest row of moves from one state to another, nil if there is
// none or nothing to do.
func roadTo(from, to State) []State {
	before := map[State]State{from: from}
	for queue := []State{from}; len(queue) > 0; queue = queue[1:] {
		for _, next := range queue[0].Next() {
			if _, seen := before[next]; seen {
				continue
			}
			before[next] = queue[0]
			if next != to {
				queue = append(queue, next)
				continue
			}
			var road []State
			for at := to; at != from; at = before[at] {
				road = append(road, at)
			}
			slices.Reverse(road)
			return road
		}
	}
	return nil
}
