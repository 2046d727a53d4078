package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// LocalRule is a rule that an employer has made for its own drafts.
type LocalRule struct {
	ID      string          // "QT1", given by the store
	Data    json.RawMessage // what it asks; no name and no number of a person
	Dossier string          // whose rejection it comes from, "" if none
	On      bool
	At      time.Time
}

const localRulePrefix = "QT"

// localRuleSeq reads the number of a rule; ErrNotFound for what is none.
func localRuleSeq(id string) (int64, error) {
	n, err := strconv.ParseInt(strings.TrimPrefix(strings.ToUpper(id), localRulePrefix), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%w: rule %q", ErrNotFound, id)
	}
	return n, nil
}

// AddLocalRule keeps a rule and gives its ID.
func (s *Store) AddLocalRule(ctx context.Context, mst string, r LocalRule) (LocalRule, error) {
	err := s.write(ctx, "add rule", func(tx *sql.Tx) error {
		now := s.now()
		var seq int64
		if err := tx.QueryRowContext(ctx, `INSERT INTO local_rules (mst, data, dossier, bat, at) VALUES (?, ?, ?, ?, ?) RETURNING seq`,
			mst, string(r.Data), r.Dossier, r.On, now).Scan(&seq); err != nil {
			return err
		}
		r.ID, r.At = localRulePrefix+strconv.FormatInt(seq, 10), when(now)
		return s.record(ctx, tx, "quyTac.them", EmployerRef(mst)+" "+r.ID)
	})
	return r, err
}

// LocalRules lists the rules of an employer, in the order in which they were made.
func (s *Store) LocalRules(ctx context.Context, mst string) (out []LocalRule, err error) {
	err = s.read(ctx, "list rules", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var r LocalRule
			var seq, at int64
			var data string
			err := scan(&seq, &data, &r.Dossier, &r.On, &at)
			r.ID, r.Data, r.At = localRulePrefix+strconv.FormatInt(seq, 10), json.RawMessage(data), when(at)
			out = append(out, r)
			return err
		}, `SELECT seq, data, dossier, bat, at FROM local_rules WHERE mst = ? ORDER BY seq`, mst)
	})
	return out, err
}

// SwitchLocalRule lets a rule speak or be silent; ErrNotFound if the employer has none
// such.
func (s *Store) SwitchLocalRule(ctx context.Context, mst, id string, on bool) error {
	return s.oneLocalRule(ctx, "switch rule", mst, id, map[bool]string{true: "quyTac.bat", false: "quyTac.tat"}[on],
		`UPDATE local_rules SET bat = ?3 WHERE mst = ?1 AND seq = ?2 RETURNING seq`, on)
}

// RemoveLocalRule takes a rule away; ErrNotFound if the employer has none such.
func (s *Store) RemoveLocalRule(ctx context.Context, mst, id string) error {
	return s.oneLocalRule(ctx, "remove rule", mst, id, "quyTac.bo", `DELETE FROM local_rules WHERE mst = ?1 AND seq = ?2 RETURNING seq`)
}

func (s *Store) oneLocalRule(ctx context.Context, what, mst, id, deed, query string, more ...any) error {
	seq, err := localRuleSeq(id)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return s.write(ctx, what, func(tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, query, append([]any{mst, seq}, more...)...).Scan(&seq); err != nil {
			return err
		}
		return s.record(ctx, tx, deed, EmployerRef(mst)+" "+localRulePrefix+strconv.FormatInt(seq, 10))
	})
}
