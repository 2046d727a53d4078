package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"ankhai/forms/facts"
)

// PutDonVi keeps an employer under its tax code; one that is there is replaced.
func (s *Store) PutDonVi(ctx context.Context, d facts.DonVi) error {
	return s.write(ctx, "put employer", func(tx *sql.Tx) error {
		data, err := json.Marshal(d)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO employers (mst, data, updated_at) VALUES (?, ?, ?)
			ON CONFLICT (mst) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at`,
			d.MaSoThue, string(data), s.now()); err != nil {
			return err
		}
		return s.record(ctx, tx, "donVi.ghi", EmployerRef(d.MaSoThue))
	})
}

// DonVi returns the employer with the tax code, ErrNotFound if there is none.
func (s *Store) DonVi(ctx context.Context, mst string) (d facts.DonVi, err error) {
	err = s.read(ctx, "read employer", func(tx *sql.Tx) error {
		var data []byte
		if err := tx.QueryRowContext(ctx, `SELECT data FROM employers WHERE mst = ?`, mst).Scan(&data); err != nil {
			return err
		}
		return json.Unmarshal(data, &d)
	})
	return d, err
}

// DonVis lists the employers by tax code.
func (s *Store) DonVis(ctx context.Context) (out []facts.DonVi, err error) {
	err = s.read(ctx, "list employers", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var data []byte
			if err := scan(&data); err != nil {
				return err
			}
			var d facts.DonVi
			err := json.Unmarshal(data, &d)
			out = append(out, d)
			return err
		}, `SELECT data FROM employers ORDER BY mst`)
	})
	return out, err
}

// Setting reads a setting into v, as encoding/json does. ErrNotFound if it was
// never put.
func (s *Store) Setting(ctx context.Context, key string, v any) error {
	return s.read(ctx, "read setting "+key, func(tx *sql.Tx) error {
		var data []byte
		if err := tx.QueryRowContext(ctx, `SELECT value FROM settings WHERE key = ?`, key).Scan(&data); err != nil {
			return err
		}
		return json.Unmarshal(data, v)
	})
}

// PutSetting keeps v as JSON. What is secret lies here as safely as the data file is
// encrypted, and no longer than it is needed.
func (s *Store) PutSetting(ctx context.Context, key string, v any) error {
	return s.write(ctx, "put setting "+key, func(tx *sql.Tx) error { return putSetting(ctx, tx, key, v) })
}

// DropSetting removes a setting; one that was never put is no error.
func (s *Store) DropSetting(ctx context.Context, key string) error {
	return s.write(ctx, "drop setting "+key, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM settings WHERE key = ?`, key)
		return err
	})
}

func putSetting(ctx context.Context, tx *sql.Tx, key string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO settings (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, string(data))
	return err
}

const currentKey = "current"

// Current is the tax code of the employer chosen last, "" if none was.
func (s *Store) Current(ctx context.Context) (mst string, err error) {
	if err = s.Setting(ctx, currentKey, &mst); errors.Is(err, ErrNotFound) {
		err = nil
	}
	return mst, err
}

// SetCurrent remembers the employer chosen; ErrNotFound if there is none such.
func (s *Store) SetCurrent(ctx context.Context, mst string) error {
	return s.write(ctx, "choose employer", func(tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, `SELECT mst FROM employers WHERE mst = ?`, mst).Scan(&mst); err != nil {
			return err
		}
		return putSetting(ctx, tx, currentKey, mst)
	})
}
