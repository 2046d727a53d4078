package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"ankhai/forms/law"
)

// LedgerKey is what must not be sent twice by mistake: a person, a month, a
// phương án or whatever else the caller keeps in its place. A person is known by mã số BHXH or by số CCCD; either may be "".
type LedgerKey struct {
	MaSoBHXH string
	SoCCCD   string
	Month    law.Month
	PhuongAn string
}

// Format shows the phương án and the month, whatever the verb, and not the person.
func (k LedgerKey) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "%s %s của ▒", k.PhuongAn, k.Month)
}

// LedgerHit is a line of the ledger.
type LedgerHit struct {
	LedgerKey
	Key          int // SentBefore: the index of the key that it answers
	DossierID    string
	SubmissionID string
	State        State     // of the submission
	SentAt       time.Time // zero until a receipt proves it
	Carried      bool      // known only from the data that a restored backup replaced
	SoHoSo       string    // "" until it is known
	Receipt      []byte    // word for word; nil until it is known
}

func putLedger(ctx context.Context, tx *sql.Tx, submission int64, mst string, keys []LedgerKey) error {
	put, err := tx.PrepareContext(ctx, `INSERT INTO ledger (submission, mst, ma_so_bhxh, so_cccd, month, phuong_an) VALUES (?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer put.Close()
	for _, k := range keys {
		if _, err := put.ExecContext(ctx, submission, mst, k.MaSoBHXH, k.SoCCCD, int64(k.Month), k.PhuongAn); err != nil {
			return err
		}
	}
	return nil
}

const ledgerSelect = `SELECT seq, ma_so_bhxh, so_cccd, month, phuong_an, dossier, submission, state, coalesce(sent_at, 0), carried,
	coalesce((SELECT so_ho_so FROM submissions s WHERE s.key = ledger_all.key),
		(SELECT so_ho_so FROM sent_carried c WHERE c.key = ledger_all.key), ''),
	coalesce((SELECT receipt FROM submissions s WHERE s.key = ledger_all.key),
		(SELECT receipt FROM sent_carried c WHERE c.key = ledger_all.key))
	FROM ledger_all `

// SentBefore looks for keys that a signed dossier already carries, sent or on its
// way. What was cancelled or returned does not count.
func (s *Store) SentBefore(ctx context.Context, mst string, keys []LedgerKey) ([]LedgerHit, error) {
	return s.sent(ctx, mst, keys, `month = ? AND phuong_an = ?`, func(k LedgerKey) []any { return []any{int64(k.Month), k.PhuongAn} })
}

// SentAbout looks for every line of the people of the keys whose phương án begins
// with kind, whatever the month; "" is every line. Otherwise it is as SentBefore.
func (s *Store) SentAbout(ctx context.Context, mst string, keys []LedgerKey, kind string) ([]LedgerHit, error) {
	return s.sent(ctx, mst, keys, `substr(phuong_an, 1, length(?)) = ?`, func(LedgerKey) []any { return []any{kind, kind} })
}

// sent looks for lines of each key's person, by either of the numbers, that meet a
// condition as well.
func (s *Store) sent(ctx context.Context, mst string, keys []LedgerKey, cond string, args func(LedgerKey) []any) (out []LedgerHit, err error) {
	if len(keys) == 0 {
		return nil, nil
	}
	err = s.read(ctx, "look into ledger", func(tx *sql.Tx) error {
		by := func(column string) (*sql.Stmt, error) {
			return tx.PrepareContext(ctx, ledgerSelect+`WHERE mst = ? AND `+column+` = ? AND `+column+` <> ''
				AND `+cond+` AND state NOT IN ('huy', 'traLai')`)
		}
		bhxh, err := by("ma_so_bhxh")
		if err != nil {
			return err
		}
		defer bhxh.Close()
		cccd, err := by("so_cccd")
		if err != nil {
			return err
		}
		defer cccd.Close()
		for i, k := range keys {
			seen := map[hitID]bool{}
			for _, q := range []struct {
				by *sql.Stmt
				id string
			}{{bhxh, k.MaSoBHXH}, {cccd, k.SoCCCD}} {
				if q.id == "" {
					continue
				}
				found, err := q.by.QueryContext(ctx, append([]any{mst, q.id}, args(k)...)...)
				if err != nil {
					return err
				}
				for found.Next() {
					id, hit, err := scanHit(found.Scan)
					if err != nil {
						found.Close()
						return err
					}
					if hit.Key = i; !seen[id] {
						seen[id], out = true, append(out, hit)
					}
				}
				if err := found.Err(); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return out, err
}

// Sent lists the ledger of a month, of all months for 0, in the order of signing.
func (s *Store) Sent(ctx context.Context, mst string, m law.Month) (out []LedgerHit, err error) {
	err = s.read(ctx, "list ledger", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			_, hit, err := scanHit(scan)
			out = append(out, hit)
			return err
		}, ledgerSelect+`WHERE mst = ? AND (? = 0 OR month = ?) ORDER BY carried, seq`, mst, int64(m), int64(m))
	})
	return out, err
}

// hitID tells the lines of the ledger apart.
type hitID struct {
	seq     int64
	carried bool
}

func scanHit(scan func(...any) error) (id hitID, h LedgerHit, err error) {
	var sent int64
	err = scan(&id.seq, &h.MaSoBHXH, &h.SoCCCD, &h.Month, &h.PhuongAn, &h.DossierID, &h.SubmissionID, (*string)(&h.State), &sent, &h.Carried, &h.SoHoSo, &h.Receipt)
	if sent != 0 {
		h.SentAt = when(sent)
	}
	id.carried = h.Carried
	return id, h, err
}
