package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Payroll is one month's payroll of an employer, as it was read from a workbook.
type Payroll struct {
	TenTep   string // the workbook's name, without its folder
	SHA256   string // of the workbook
	Layout   string // how it was read
	Rows     []facts.DongLuong
	Problems json.RawMessage // what was wrong with cells; empty = nothing
	At       time.Time       // when it was put; the store's clock if zero
}

// PutPayroll keeps the payroll of a month; the one that was there is replaced.
func (s *Store) PutPayroll(ctx context.Context, mst string, m law.Month, p Payroll) error {
	return s.write(ctx, "put payroll", func(tx *sql.Tx) error {
		if !m.Valid() {
			return fmt.Errorf("month %d is none", m)
		}
		at := s.now()
		if !p.At.IsZero() {
			at = p.At.UnixMilli()
		}
		problems := string(p.Problems)
		if problems == "" {
			problems = "null"
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM payrolls WHERE mst = ? AND month = ?`, mst, int64(m)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO payrolls (mst, month, ten_tep, sha256, layout, problems, at)
			VALUES (?, ?, ?, ?, ?, 'null', ?)`, mst, int64(m), p.TenTep, p.SHA256, p.Layout, at); err != nil {
			return err
		}
		put, err := tx.PrepareContext(ctx, `INSERT INTO payroll_rows (mst, month, n, data) VALUES (?, ?, ?, ?)`)
		if err != nil {
			return err
		}
		defer put.Close()
		for i := range p.Rows {
			data, err := json.Marshal(&p.Rows[i])
			if err != nil {
				return err
			}
			if _, err := put.ExecContext(ctx, mst, int64(m), i, string(data)); err != nil {
				return err
			}
		}
		// The problems may be as long as the payroll, and every row looks its payroll up
		// and would copy them: they go in when all rows are there.
		if _, err := tx.ExecContext(ctx, `UPDATE payrolls SET problems = ? WHERE mst = ? AND month = ?`, problems, mst, int64(m)); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "bangLuong.ghi", Ref: EmployerRef(mst) + " " + m.ISO(), People: len(p.Rows)})
	})
}

// The ways in which lines of a payroll change after it was put.
const (
	LinesFixed   = "bangLuong.sua"   // cells were corrected
	LinesUnfixed = "bangLuong.boSua" // a correction was taken back
)

// PutLines changes lines of a payroll, by their place in Payroll.Rows, and its problems;
// how is LinesFixed or LinesUnfixed. ErrNotFound if there is no such payroll or line.
func (s *Store) PutLines(ctx context.Context, mst string, m law.Month, lines map[int]facts.DongLuong, problems json.RawMessage, how string) error {
	return s.write(ctx, "change payroll", func(tx *sql.Tx) error {
		for i, d := range lines {
			data, err := json.Marshal(&d)
			if err != nil {
				return err
			}
			var n int64
			if err := tx.QueryRowContext(ctx, `UPDATE payroll_rows SET data = ? WHERE mst = ?2 AND month = ?3
				AND n = (SELECT n FROM payroll_rows WHERE mst = ?2 AND month = ?3 ORDER BY n LIMIT 1 OFFSET ?4) RETURNING n`,
				string(data), mst, int64(m), i).Scan(&n); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `UPDATE payrolls SET problems = ? WHERE mst = ? AND month = ?`, string(problems), mst, int64(m)); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: how, Ref: EmployerRef(mst) + " " + m.ISO(), People: len(lines)})
	})
}

// Payroll returns the payroll of a month, ErrNotFound if there is none.
func (s *Store) Payroll(ctx context.Context, mst string, m law.Month) (p Payroll, err error) {
	err = s.read(ctx, "read payroll", func(tx *sql.Tx) error {
		var problems string
		var at int64
		if err := tx.QueryRowContext(ctx, `SELECT ten_tep, sha256, layout, problems, at FROM payrolls WHERE mst = ? AND month = ?`,
			mst, int64(m)).Scan(&p.TenTep, &p.SHA256, &p.Layout, &problems, &at); err != nil {
			return err
		}
		p.At = when(at)
		if problems != "null" {
			p.Problems = json.RawMessage(problems)
		}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var data sql.RawBytes
			if err := scan(&data); err != nil {
				return err
			}
			var d facts.DongLuong
			err := json.Unmarshal(data, &d)
			p.Rows = append(p.Rows, d)
			return err
		}, `SELECT data FROM payroll_rows WHERE mst = ? AND month = ? ORDER BY n`, mst, int64(m))
	})
	return p, err
}

// Payrolls lists the months that have a payroll, earliest first.
func (s *Store) Payrolls(ctx context.Context, mst string) (out []law.Month, err error) {
	err = s.read(ctx, "list payrolls", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var m law.Month
			err := scan(&m)
			out = append(out, m)
			return err
		}, `SELECT month FROM payrolls WHERE mst = ? ORDER BY month`, mst)
	})
	return out, err
}

// PutMapping remembers how columns of a workbook were understood, under a key
// that its heading row gives.
func (s *Store) PutMapping(ctx context.Context, mst, key string, data json.RawMessage) error {
	return s.write(ctx, "put mapping", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO mappings (mst, key, data, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (mst, key) DO UPDATE SET data = excluded.data, at = excluded.at`, mst, key, string(data), s.now())
		return err
	})
}

// Mapping returns what PutMapping keeps, ErrNotFound if there is nothing.
func (s *Store) Mapping(ctx context.Context, mst, key string) (data json.RawMessage, err error) {
	err = s.read(ctx, "read mapping", func(tx *sql.Tx) error {
		var text string
		err := tx.QueryRowContext(ctx, `SELECT data FROM mappings WHERE mst = ? AND key = ?`, mst, key).Scan(&text)
		data = json.RawMessage(text)
		return err
	})
	return data, err
}
