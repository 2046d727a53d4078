package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"ankhai/forms/law"
)

// MaxStatement bounds the file of a statement in bytes. It is a limit of this store.
const MaxStatement = 8 << 20

// Statement is a monthly statement of the agency: its rows as they were read, and the
// file as it came. The file lies in the encrypted data, so it goes with every copy.
type Statement struct {
	Mau    string          // the layout
	Data   json.RawMessage // the rows
	TenTep string          // the file's name, without its folder
	Tep    []byte          // the file; nil in lists
	SHA256 string          // of the file; given by the store
	At     time.Time       // given by the store
}

// PutStatement keeps the statement of a month; the one that was there is replaced.
// ErrTooBig above MaxStatement.
func (s *Store) PutStatement(ctx context.Context, mst string, m law.Month, st Statement) error {
	return s.write(ctx, "put statement", func(tx *sql.Tx) error {
		switch {
		case !m.Valid():
			return fmt.Errorf("month %d is none", m)
		case len(st.Tep) > MaxStatement || len(st.TenTep) > 1024:
			return ErrTooBig
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO statements (mst, month, mau, data, ten_tep, sha256, tep, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (mst, month) DO UPDATE SET mau = excluded.mau, data = excluded.data, ten_tep = excluded.ten_tep,
				sha256 = excluded.sha256, tep = excluded.tep, at = excluded.at`,
			mst, int64(m), st.Mau, string(st.Data), st.TenTep, hash(st.Tep), blob(st.Tep), s.now()); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "c12.ghi", Ref: EmployerRef(mst) + " " + m.ISO()})
	})
}

// Statement returns the statement of a month; ErrNotFound if there is none, ErrDamaged
// if its file is not what was put.
func (s *Store) Statement(ctx context.Context, mst string, m law.Month) (st Statement, err error) {
	err = s.read(ctx, "read statement", func(tx *sql.Tx) error {
		var data string
		var at int64
		if err := tx.QueryRowContext(ctx, `SELECT mau, data, ten_tep, sha256, tep, at FROM statements WHERE mst = ? AND month = ?`, mst, int64(m)).
			Scan(&st.Mau, &data, &st.TenTep, &st.SHA256, &st.Tep, &at); err != nil {
			return err
		}
		st.Data, st.At = json.RawMessage(data), when(at)
		if hash(st.Tep) != st.SHA256 {
			return fmt.Errorf("%w: file of a statement", ErrDamaged)
		}
		return nil
	})
	return st, err
}

// Statements lists the months that have a statement, earliest first.
func (s *Store) Statements(ctx context.Context, mst string) (out []law.Month, err error) {
	err = s.read(ctx, "list statements", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var m law.Month
			err := scan(&m)
			out = append(out, m)
			return err
		}, `SELECT month FROM statements WHERE mst = ? ORDER BY month`, mst)
	})
	return out, err
}
