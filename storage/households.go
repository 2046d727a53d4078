package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"ankhai/forms/facts"
)

// Household is the household of a person as it was last declared.
type Household struct {
	facts.HoGiaDinh
	Source string // the dossier it was declared in
	At     time.Time
}

// PutHouseholds keeps the household that people declared in a dossier, by their IDs, in
// place of what was known. What is the same already is not written again.
func (s *Store) PutHouseholds(ctx context.Context, of map[string]facts.HoGiaDinh, source string) error {
	if len(of) == 0 {
		return nil
	}
	return s.write(ctx, "keep households", func(tx *sql.Tx) error {
		written := 0
		for _, id := range slices.Sorted(maps.Keys(of)) {
			data, err := json.Marshal(of[id])
			if err != nil {
				return err
			}
			var seq int64
			if err := tx.QueryRowContext(ctx, `SELECT seq FROM people WHERE id = ?`, id).Scan(&seq); err != nil {
				return fmt.Errorf("household of %s: %w", id, err)
			}
			res, err := tx.ExecContext(ctx, `INSERT INTO households (person, data, nguon, at) VALUES (?, ?, ?, ?)
				ON CONFLICT (person) DO UPDATE SET data = excluded.data, nguon = excluded.nguon, at = excluded.at WHERE data <> excluded.data`,
				seq, string(data), source, s.now())
			if err != nil {
				return err
			}
			n, err := res.RowsAffected()
			if err != nil {
				return err
			}
			written += int(n)
		}
		if written == 0 {
			return nil
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.ghi", Ref: source, People: written})
	})
}

// Household returns the household of a person, ErrNotFound if none was declared.
func (s *Store) Household(ctx context.Context, id string) (h Household, err error) {
	err = s.read(ctx, "read household of "+id, func(tx *sql.Tx) error {
		h, err = householdOf(ctx, tx, id)
		return err
	})
	return h, err
}

func householdOf(ctx context.Context, tx *sql.Tx, id string) (h Household, err error) {
	var data []byte
	var at int64
	if err := tx.QueryRowContext(ctx, `SELECT h.data, h.nguon, h.at FROM households h JOIN people p ON p.seq = h.person WHERE p.id = ?`, id).
		Scan(&data, &h.Source, &at); err != nil {
		return h, err
	}
	h.At = when(at)
	return h, json.Unmarshal(data, &h.HoGiaDinh)
}

// households takes the person's own household away, and the person out of those of
// others.
func (w *eraser) households() error {
	if err := w.count(&w.out.Counts.Households, `SELECT count(*) FROM households WHERE person = ?`, w.m.seq); err != nil {
		return err
	}
	if err := w.exec(`DELETE FROM households WHERE person = ?`, w.m.seq); err != nil {
		return err
	}
	type house struct {
		person int64
		data   []byte
	}
	var found []house
	cond, args := w.m.where("data")
	err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var h house
		err := scan(&h.person, &h.data)
		found = append(found, h)
		return err
	}, `SELECT person, data FROM households WHERE `+cond, args...)
	if err != nil {
		return err
	}
	for _, h := range found {
		data, changed, err := w.m.household(h.data)
		if err != nil {
			return err
		}
		if !changed {
			continue
		}
		w.out.Counts.Texts++
		if err := w.exec(`UPDATE households SET data = ? WHERE person = ?`, string(data), h.person); err != nil {
			return err
		}
	}
	return nil
}

// household takes the person out of the household of somebody else: a member goes, the
// name of the head is mended, the rest stays.
func (m *mention) household(data []byte) (out []byte, changed bool, err error) {
	var h facts.HoGiaDinh
	if err := json.Unmarshal(data, &h); err != nil {
		return nil, false, err
	}
	before := len(h.ThanhVien)
	h.ThanhVien = slices.DeleteFunc(h.ThanhVien, func(v facts.ThanhVien) bool {
		return m.own(map[string]any{"hoTen": v.HoTen, "maSoBHXH": v.MaSoBHXH, "soCCCD": v.SoCCCD})
	})
	head := m.text(h.ChuHo)
	changed = len(h.ThanhVien) < before || head != h.ChuHo
	h.ChuHo = head
	if !changed {
		return data, false, nil
	}
	out, err = json.Marshal(h)
	return out, true, err
}
