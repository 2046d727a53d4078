package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// MovedKind and ReceiptKind are the kinds of events that the store writes.
const (
	MovedKind   = "chuyen"
	ReceiptKind = "bienNhan"
)

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

// appendEvent writes an event with its link in the chain of the file's events.
func appendEvent(ctx context.Context, tx querier, submission, now int64, e Event) error {
	if len(e.Raw) > MaxAnswer {
		return ErrTooBig
	}
	end, err := endOfEvents(ctx, tx)
	if err != nil {
		return err
	}
	e.Seq, e.At = end.seq+1, when(now)
	end = link{e.Seq, linkEvent(end.hash, submission, e)}
	_, err = tx.ExecContext(ctx, `INSERT INTO events (seq, submission, at, tu, den, kind, note, raw, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Seq, submission, now, string(e.From), string(e.To), e.Kind, e.Note, e.Raw, end.hash)
	if words, ok := tx.(*memo); ok && err == nil {
		words.end = &end
	}
	return err
}

// link is an end of a chain.
type link struct {
	seq  int64
	hash []byte
}

// endOfEvents is the last event's link, zero if there is none.
func endOfEvents(ctx context.Context, tx querier) (end link, err error) {
	if words, ok := tx.(*memo); ok && words.end != nil {
		return *words.end, nil
	}
	err = tx.QueryRowContext(ctx, `SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1`).Scan(&end.seq, &end.hash)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return link{}, nil
	case err == nil && end.hash == nil: // of 0.1.0: the next event covers them all
		end.hash, _, err = chainEvents(ctx, tx)
	}
	return end, err
}

// linkEvent is the hash of an event and of all before it, made as the journal's.
func linkEvent(prev []byte, submission int64, e Event) []byte {
	return chain(prev, e.Seq, e.At.UnixMilli(), strconv.FormatInt(submission, 10), string(e.From), string(e.To), e.Kind, e.Note, string(e.Raw))
}

// chainEvents walks the chain and gives its last hash and the number of events.
func chainEvents(ctx context.Context, tx querier) (hash []byte, n int, err error) {
	kept := false // an event that has its hash was seen
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var e Event
		var at, submission int64
		var link []byte
		if err := scan(&e.Seq, &submission, &at, (*string)(&e.From), (*string)(&e.To), &e.Kind, &e.Note, &e.Raw, &link); err != nil {
			return err
		}
		e.At = when(at)
		hash, n = linkEvent(hash, submission, e), n+1
		if link == nil && kept || link != nil && string(link) != string(hash) {
			return fmt.Errorf("%w: event %d", ErrJournal, e.Seq)
		}
		kept = link != nil
		return nil
	}, `SELECT seq, submission, at, tu, den, kind, note, raw, hash FROM events ORDER BY seq`)
	return hash, n, err
}

// VerifyEvents walks the chain of events of all submissions. ErrJournal names the
// event where it breaks. A file of 0.1.0 that was not migrated has no chain: its
// events are counted.
func (s *Store) VerifyEvents(ctx context.Context) (events int, err error) {
	err = s.read(ctx, "verify events", func(tx *sql.Tx) error {
		chained := false
		if err := tx.QueryRowContext(ctx, `SELECT count(*) > 0 FROM pragma_table_info('events') WHERE name = 'hash'`).Scan(&chained); err != nil {
			return err
		}
		if !chained {
			return tx.QueryRowContext(ctx, `SELECT count(*) FROM events`).Scan(&events)
		}
		_, events, err = chainEvents(ctx, tx)
		return err
	})
	return events, err
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
