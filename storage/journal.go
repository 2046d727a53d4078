package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Entry is one line of the journal: who did what, to what. It holds ids only, no
// names, no CCCD, no wages.
type Entry struct {
	Seq  int64
	At   time.Time
	Who  string
	What string // "hoSo.sua"
	Ref  string // ids, and counts where they matter
	Hash string // of the hash before and this line, hexadecimal
}

// Record appends a line to the journal, for what the store does not see itself:
// a print, an export, a signature.
func (s *Store) Record(ctx context.Context, what, ref string) error {
	return s.write(ctx, "write journal", func(tx *sql.Tx) error { return s.record(ctx, tx, what, ref) })
}

// Deed is a processing of personal data for the journal: what was done, to which
// record (ids only), about how many people, and for what. Purpose is a code. The
// first three are given by the store.
type Deed struct {
	Seq     int64
	At      time.Time
	Who     string
	What    string
	Ref     string
	People  int
	Purpose string
}

// RecordDeed appends a processing to the journal.
func (s *Store) RecordDeed(ctx context.Context, d Deed) error {
	return s.write(ctx, "write journal", func(tx *sql.Tx) error { return s.recordDeed(ctx, tx, d) })
}

func (s *Store) recordDeed(ctx context.Context, tx *sql.Tx, d Deed) error {
	ref := d.Ref + " n=" + strconv.Itoa(d.People)
	if d.Purpose != "" {
		ref += " vi=" + d.Purpose
	}
	return s.record(ctx, tx, d.What, strings.TrimSpace(ref))
}

// Deed reads the line as a processing; a line that counts nobody has 0 people.
func (e Entry) Deed() Deed {
	d := Deed{What: e.What}
	var ref []string
	for _, w := range strings.Fields(e.Ref) {
		if n, ok := strings.CutPrefix(w, "n="); ok {
			d.People, _ = strconv.Atoi(n) // written by recordDeed
		} else if p, ok := strings.CutPrefix(w, "vi="); ok {
			d.Purpose = p
		} else if strings.HasPrefix(w, "ai=") { // who acted, by their id: see Doers
			continue
		} else {
			ref = append(ref, w)
		}
	}
	d.Ref = strings.Join(ref, " ")
	return d
}

func (s *Store) record(ctx context.Context, tx querier, what, ref string) error {
	var seq int64
	var prev []byte
	err := tx.QueryRowContext(ctx, `SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1`).Scan(&seq, &prev)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if id := acting(ctx); id != "" {
		ref = strings.TrimSpace(ref + " ai=" + id)
	}
	at := s.now()
	_, err = tx.ExecContext(ctx, `INSERT INTO journal (seq, at, who, what, ref, hash) VALUES (?, ?, ?, ?, ?, ?)`,
		seq+1, at, s.opt.Who, what, ref, chain(prev, seq+1, at, s.opt.Who, what, ref))
	return err
}

// chain is the hash of a line: SHA-256 of the hash before it and its parts, each
// with its length, so that no two lines share their bytes.
func chain(prev []byte, seq, at int64, parts ...string) []byte {
	h := sha256.New()
	h.Write(prev)
	fmt.Fprintf(h, "%d %d", seq, at)
	for _, p := range parts {
		h.Write([]byte(" " + strconv.Itoa(len(p)) + ":" + p))
	}
	return h.Sum(nil)
}

// Journal lists the last lines, latest first; all of them if limit is 0.
func (s *Store) Journal(ctx context.Context, limit int) (out []Entry, err error) {
	if limit <= 0 {
		limit = -1
	}
	err = s.read(ctx, "read journal", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var e Entry
			var at int64
			var hash []byte
			err := scan(&e.Seq, &at, &e.Who, &e.What, &e.Ref, &hash)
			e.At, e.Hash = when(at), hex.EncodeToString(hash)
			out = append(out, e)
			return err
		}, `SELECT seq, at, who, what, ref, hash FROM journal ORDER BY seq DESC LIMIT ?`, limit)
	})
	return out, err
}

// VerifyJournal walks the chain from its first line. ErrJournal names the line
// where it breaks. Lines cut off at the end cannot be seen from inside the file;
// keep the last hash elsewhere for that.
func (s *Store) VerifyJournal(ctx context.Context) (lines int, err error) {
	err = s.read(ctx, "verify journal", func(tx *sql.Tx) error {
		var prev []byte
		return rows(ctx, tx, func(scan func(...any) error) error {
			var seq, at int64
			var who, what, ref string
			var hash []byte
			if err := scan(&seq, &at, &who, &what, &ref, &hash); err != nil {
				return err
			}
			if seq != int64(lines)+1 || string(chain(prev, seq, at, who, what, ref)) != string(hash) {
				return fmt.Errorf("%w: line %d", ErrJournal, lines+1)
			}
			prev, lines = hash, lines+1
			return nil
		}, `SELECT seq, at, who, what, ref, hash FROM journal ORDER BY seq`)
	})
	return lines, err
}
