package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Retry is how a submission is tried again.
type Retry struct {
	Road     string        // where it was handed to last; "" = where its employer's go
	Failures int           // in a row
	Pause    time.Duration // how long it is left alone from now on
}

// Queued is a submission in the outbox, without its bytes; Travelling has them.
type Queued struct {
	ID        string
	DossierID string
	MaSoThue  string
	Key       string
	File      string // the name of the one file that travels in no envelope; "" = the envelope travels
	SHA256    string // of what travels
	Size      int    // of what travels, bytes
	State     State
	Attempts  int       // how often it was handed to the wire
	Retry     Retry     // as it was kept at Since
	Since     time.Time // zero if nothing was kept
	Said      string    // the note of its last event
	SaidAt    time.Time
}

func putRetry(ctx context.Context, tx querier, submission, now int64, r Retry) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO retries (submission, road, failures, pause, at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (submission) DO UPDATE SET road = excluded.road, failures = excluded.failures, pause = excluded.pause, at = excluded.at`,
		submission, r.Road, r.Failures, r.Pause.Milliseconds(), now)
	return err
}

// Outbox lists what is queued, on its way or in doubt, in the order in which it
// was signed.
func (s *Store) Outbox(ctx context.Context) (out []Queued, err error) {
	err = s.read(ctx, "read outbox", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var q Queued
			var pause, said int64
			var since sql.NullInt64
			err := scan(&q.ID, &q.DossierID, &q.MaSoThue, &q.Key, &q.File, &q.SHA256, &q.Size, (*string)(&q.State), &q.Attempts,
				&q.Retry.Road, &q.Retry.Failures, &pause, &since, &q.Said, &said)
			q.Retry.Pause, q.SaidAt = time.Duration(pause)*time.Millisecond, when(said)
			if since.Valid {
				q.Since = when(since.Int64)
			}
			out = append(out, q)
			return err
		}, `SELECT s.id, d.id, d.mst, s.key,
			CASE WHEN length(v.bytes) = 0 THEN coalesce(f.name, '') ELSE '' END,
			CASE WHEN length(v.bytes) = 0 THEN coalesce(f.sha256, s.sha256) ELSE s.sha256 END,
			CASE WHEN length(v.bytes) = 0 THEN coalesce(length(f.bytes), 0) ELSE length(v.bytes) END, s.state,
			(SELECT count(*) FROM events e WHERE e.submission = s.seq AND e.kind = 'chuyen' AND e.den = 'dangGui'),
			coalesce(r.road, ''), coalesce(r.failures, 0), coalesce(r.pause, 0), r.at, l.note, l.at
			FROM submissions s JOIN dossiers d ON d.seq = s.dossier JOIN envelopes v ON v.submission = s.seq
			LEFT JOIN submission_files f ON f.submission = s.seq AND f.n = 0 LEFT JOIN retries r ON r.submission = s.seq
			JOIN events l ON l.seq = (SELECT max(seq) FROM events WHERE submission = s.seq)
			WHERE s.state IN ('choGui', 'dangGui', 'nghiVan') ORDER BY s.seq`)
	})
	return out, err
}

// Travelling gives the signed bytes of submissions that are sent, by ID: the
// envelope, or of a submission without one its first file. ErrDamaged if any are
// not what was signed: they must not be sent.
func (s *Store) Travelling(ctx context.Context, ids []string) (map[string][]byte, error) {
	out := make(map[string][]byte, len(ids))
	err := s.read(ctx, "read what is sent", func(tx *sql.Tx) error {
		words := remember(tx)
		for _, id := range ids {
			var bytes []byte
			var sum string
			if err := words.QueryRowContext(ctx, `SELECT CASE WHEN length(e.bytes) = 0 THEN coalesce(f.bytes, x'') ELSE e.bytes END,
				CASE WHEN length(e.bytes) = 0 THEN coalesce(f.sha256, s.sha256) ELSE s.sha256 END
				FROM submissions s JOIN envelopes e ON e.submission = s.seq
				LEFT JOIN submission_files f ON f.submission = s.seq AND f.n = 0 WHERE s.id = ?`, id).Scan(&bytes, &sum); err != nil {
				return err
			}
			if hash(bytes) != sum {
				return fmt.Errorf("%w: what was signed of %s", ErrDamaged, id)
			}
			out[id] = bytes
		}
		return nil
	})
	return out, err
}

// RetryOf tells how a submission is tried again; zero if nothing was kept.
func (s *Store) RetryOf(ctx context.Context, subID string) (r Retry, err error) {
	err = s.read(ctx, "read retries of "+subID, func(tx *sql.Tx) error {
		var pause int64
		err := tx.QueryRowContext(ctx, `SELECT road, failures, pause FROM retries
			WHERE submission = (SELECT seq FROM submissions WHERE id = ?)`, subID).Scan(&r.Road, &r.Failures, &pause)
		r.Pause = time.Duration(pause) * time.Millisecond
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return err
	})
	return r, err
}

// Arrived is what the data that a restored backup replaced knew of a submission.
type Arrived struct {
	At     time.Time // zero = it did not know that it had arrived
	SoHoSo string
}

// ArrivedBefore tells what is known of a key from before a restore.
func (s *Store) ArrivedBefore(ctx context.Context, key string) (a Arrived, err error) {
	err = s.read(ctx, "look for key", func(tx *sql.Tx) error {
		var at int64
		err := tx.QueryRowContext(ctx, `SELECT at, so_ho_so FROM sent_carried WHERE key = ?`, key).Scan(&at, &a.SoHoSo)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		a.At = when(at)
		return err
	})
	return a, err
}

// InState lists the dossiers whose submission stands at a state, in the order in
// which they were signed.
func (s *Store) InState(ctx context.Context, state State) (dossiers []string, err error) {
	err = s.read(ctx, "list submissions", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			dossiers = append(dossiers, id)
			return err
		}, `SELECT d.id FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE s.state = ? ORDER BY s.seq`, string(state))
	})
	return dossiers, err
}
