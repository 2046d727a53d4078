package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// Home is where a person lives, by the codes of commune and province.
type Home struct{ ID, MaXa, MaTinh string }

// keepPastHome keeps what a person was where their home is to change.
const keepPastHome = pastOf + `(ma_xa, ma_tinh) IS NOT (?, ?)`

// stepCounter numbers the steps of MoveHomes; aStep finds the number in a source.
const stepCounter = "doiNoiO"

var aStep = regexp.MustCompile(`\(lần (\d{1,9})\)$`)

// countSteps goes on counting behind the steps of an employer that was brought: no two
// may have one number.
func countSteps(ctx context.Context, tx *sql.Tx, mst string) error {
	last := 0
	if err := rows(ctx, tx, func(scan func(...any) error) error {
		var source string
		err := scan(&source)
		if m := aStep.FindStringSubmatch(source); m != nil && err == nil {
			n, e := strconv.Atoi(m[1])
			last, err = max(last, n), e
		}
		return err
	}, `SELECT DISTINCT c.nguon FROM people_past c JOIN people p ON p.seq = c.person WHERE p.mst = ?`, mst); err != nil || last == 0 {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO counters (name, n) VALUES (?, ?)
		ON CONFLICT (name) DO UPDATE SET n = max(n, excluded.n)`, stepCounter, last)
	return err
}

// MoveHomes writes where people live, all together; source says why, and is kept with
// the number of the step. What they were stays among their corrections. How many
// changed comes back; ErrNotFound if one is not of the employer.
func (s *Store) MoveHomes(ctx context.Context, mst string, homes []Home, source string) (moved int, err error) {
	err = s.write(ctx, "move homes", func(tx *sql.Tx) error {
		n, err := next(ctx, tx, stepCounter, 1)
		if err != nil {
			return err
		}
		moved, err = s.moveHomes(ctx, tx, mst, homes, fmt.Sprintf("%s (lần %d)", source, n))
		return err
	})
	return moved, err
}

func (s *Store) moveHomes(ctx context.Context, tx *sql.Tx, mst string, homes []Home, source string) (moved int, err error) {
	now := s.now()
	for i, h := range homes {
		kept, err := tx.ExecContext(ctx, keepPastHome, now, s.opt.Who, source, h.ID, mst, h.MaXa, h.MaTinh)
		if err != nil {
			return 0, err
		}
		changes, err := kept.RowsAffected()
		if err != nil {
			return 0, err
		}
		moved += int(changes)
		var seq int64
		if err := tx.QueryRowContext(ctx, `UPDATE people SET ma_xa = ?, ma_tinh = ? WHERE id = ? AND mst = ? RETURNING seq`,
			h.MaXa, h.MaTinh, h.ID, mst).Scan(&seq); err != nil {
			return 0, fmt.Errorf("person %d of %d: %w", i+1, len(homes), err)
		}
	}
	return moved, s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.ghi", Ref: EmployerRef(mst), People: moved})
}

// MoveHomesBack takes the last MoveHomes for a source back: of the people who have not
// moved since. undone is the source of that. ErrNothingToUndo if there is nobody.
func (s *Store) MoveHomesBack(ctx context.Context, mst, source, undone string) (moved int, err error) {
	err = s.write(ctx, "move homes back", func(tx *sql.Tx) error {
		back, err := homesBefore(ctx, tx, mst, source)
		if err != nil {
			return err
		}
		if len(back) == 0 {
			return ErrNothingToUndo
		}
		moved, err = s.moveHomes(ctx, tx, mst, back, undone)
		return err
	})
	return moved, err
}

// homesBefore are the homes that the last step of a source changed, as they were; not
// of people whose home is another one since.
func homesBefore(ctx context.Context, tx *sql.Tx, mst, source string) (out []Home, err error) {
	type moved struct {
		Home
		seq, person int64
		now         Home
	}
	var all []moved
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var m moved
		var data []byte
		if err := scan(&m.seq, &m.person, &m.ID, &data, &m.now.MaXa, &m.now.MaTinh); err != nil {
			return err
		}
		var was identity
		err := json.Unmarshal(data, &was)
		m.MaXa, m.MaTinh = was.MaXa, was.MaTinh
		all = append(all, m)
		return err
	}, `SELECT c.seq, p.seq, p.id, c.data, p.ma_xa, p.ma_tinh FROM people_past c JOIN people p ON p.seq = c.person
		WHERE p.mst = ?1 AND c.nguon = (SELECT c.nguon FROM people_past c JOIN people p ON p.seq = c.person
			WHERE p.mst = ?1 AND instr(c.nguon, ?2 || ' (lần ') = 1 ORDER BY c.seq DESC LIMIT 1) ORDER BY c.seq`, mst, source)
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		var data []byte // the next correction tells what the step made of the home
		err := tx.QueryRowContext(ctx, `SELECT data FROM people_past WHERE person = ? AND seq > ? ORDER BY seq LIMIT 1`, m.person, m.seq).Scan(&data)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			out = append(out, m.Home)
			continue
		case err != nil:
			return nil, err
		}
		var then identity
		if err := json.Unmarshal(data, &then); err != nil {
			return nil, err
		}
		if then.MaXa == m.now.MaXa && then.MaTinh == m.now.MaTinh {
			out = append(out, m.Home)
		}
	}
	return out, nil
}
