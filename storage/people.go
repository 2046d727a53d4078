package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

const (
	personColumns = `id, ma_nv, ho_ten, ma_so_bhxh, so_cccd, ngay_sinh, gioi_tinh, quoc_tich, dan_toc,
		dien_thoai, email, dia_chi, ma_xa, ma_tinh, ma_kcb`
	historyColumns = `tu_thang, trang_thai, phong_ban, chuc_danh, noi_lam_viec, vung, hop_dong,
		luong_biet, muc_luong, phu_cap, bo_sung, he_so`
	personSelect = `SELECT ` + personColumns + `, ` + historyColumns + ` FROM people p JOIN history h ON h.person = p.seq `
)

// PutPeople keeps people of the employer in one transaction. A person without an
// ID is new and gets one, written back into people; a known one gets the identity
// given here. What a month changes is written at the person's TuThang: the same
// month is replaced, earlier and later months stay as they are. source says
// where it comes from (a file, a dossier).
func (s *Store) PutPeople(ctx context.Context, mst string, people []facts.NguoiLaoDong, source string) error {
	minted := make([]string, len(people))
	err := s.write(ctx, "put people", func(tx *sql.Tx) error {
		p, err := newPeopleWriter(ctx, tx, mst, s.opt.Who)
		if err != nil {
			return err
		}
		defer p.close()
		fresh := int64(0)
		for i := range people {
			if people[i].ID == "" {
				fresh++
			}
		}
		id := int64(0)
		if fresh > 0 {
			if id, err = next(ctx, tx, "nguoiLaoDong", fresh); err != nil {
				return err
			}
		}
		now := s.now()
		for i := range people {
			n := &people[i]
			if !n.TuThang.Valid() {
				return fmt.Errorf("person %d of %d: no month to write the history at", i+1, len(people))
			}
			minted[i] = n.ID
			if n.ID == "" {
				minted[i] = fmt.Sprintf("NLD%06d", id)
				id++
			}
			if n.ID != "" {
				if err := p.keepPast(ctx, n, source, now); err != nil {
					return fmt.Errorf("person %d of %d: %w", i+1, len(people), err)
				}
			}
			if err := p.put(ctx, minted[i], n, source, now); err != nil {
				return fmt.Errorf("person %d of %d: %w", i+1, len(people), err)
			}
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.ghi", Ref: EmployerRef(mst), People: len(people)})
	})
	if err == nil {
		for i := range people {
			people[i].ID = minted[i]
		}
	}
	return err
}

// PutIdentity corrects who a person of the employer is; how they stand in the months stays,
// with where it came from. What they were is kept as by PutPeople. ErrNotFound if there is
// no such person.
func (s *Store) PutIdentity(ctx context.Context, mst string, n facts.NguoiLaoDong, source string) error {
	return s.write(ctx, "put identity", func(tx *sql.Tx) error {
		var here bool
		if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM people WHERE id = ? AND mst = ?)`, n.ID, mst).Scan(&here); err != nil {
			return err
		}
		if !here {
			return ErrNotFound
		}
		p, err := newPeopleWriter(ctx, tx, mst, s.opt.Who)
		if err != nil {
			return err
		}
		defer p.close()
		if err := p.keepPast(ctx, &n, source, s.now()); err != nil {
			return err
		}
		if _, err := p.identify(ctx, n.ID, &n); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoi.sua", Ref: n.ID, People: 1})
	})
}

// peopleWriter holds the statements of one PutPeople.
type peopleWriter struct {
	mst                    string
	who                    string
	past, identity, record *sql.Stmt
}

func newPeopleWriter(ctx context.Context, tx *sql.Tx, mst, who string) (*peopleWriter, error) {
	w := &peopleWriter{mst: mst, who: who}
	var err error
	if w.past, err = tx.PrepareContext(ctx, keepPast); err != nil {
		return nil, err
	}
	// The WHERE makes a person of another employer answer no row.
	if w.identity, err = tx.PrepareContext(ctx, `INSERT INTO people (mst, `+personColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET ma_nv = excluded.ma_nv, ho_ten = excluded.ho_ten,
			ma_so_bhxh = excluded.ma_so_bhxh, so_cccd = excluded.so_cccd, ngay_sinh = excluded.ngay_sinh,
			gioi_tinh = excluded.gioi_tinh, quoc_tich = excluded.quoc_tich, dan_toc = excluded.dan_toc,
			dien_thoai = excluded.dien_thoai, email = excluded.email, dia_chi = excluded.dia_chi,
			ma_xa = excluded.ma_xa, ma_tinh = excluded.ma_tinh, ma_kcb = excluded.ma_kcb
			WHERE mst = excluded.mst
		RETURNING seq`); err != nil {
		w.past.Close()
		return nil, err
	}
	w.record, err = tx.PrepareContext(ctx, `INSERT INTO history (person, `+historyColumns+`, nguon, ghi_luc)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (person, tu_thang) DO UPDATE SET trang_thai = excluded.trang_thai,
			phong_ban = excluded.phong_ban, chuc_danh = excluded.chuc_danh, noi_lam_viec = excluded.noi_lam_viec,
			vung = excluded.vung, hop_dong = excluded.hop_dong, luong_biet = excluded.luong_biet,
			muc_luong = excluded.muc_luong, phu_cap = excluded.phu_cap, bo_sung = excluded.bo_sung,
			he_so = excluded.he_so, nguon = excluded.nguon, ghi_luc = excluded.ghi_luc`)
	if err != nil {
		w.past.Close()
		w.identity.Close()
		return nil, err
	}
	return w, nil
}

func (w *peopleWriter) close() {
	w.past.Close()
	w.identity.Close()
	w.record.Close()
}

// keepPast keeps the identity of a known person where it is about to change.
func (w *peopleWriter) keepPast(ctx context.Context, n *facts.NguoiLaoDong, source string, now int64) error {
	_, err := w.past.ExecContext(ctx, now, w.who, source, n.ID, w.mst, n.MaNV, n.HoTen, n.MaSoBHXH, n.SoCCCD, int64(n.NgaySinh),
		string(n.GioiTinh), n.QuocTich, n.DienThoai, n.Email, n.DiaChi, n.MaXa, n.MaTinh, n.MaKCB)
	return err
}

func (w *peopleWriter) put(ctx context.Context, id string, n *facts.NguoiLaoDong, source string, now int64) error {
	seq, err := w.identify(ctx, id, n)
	if err != nil {
		return err
	}
	return w.date(ctx, seq, n, source, now)
}

// identify writes who somebody is and returns their row.
func (w *peopleWriter) identify(ctx context.Context, id string, n *facts.NguoiLaoDong) (seq int64, err error) {
	err = w.identity.QueryRowContext(ctx, w.mst, id, n.MaNV, n.HoTen, n.MaSoBHXH, n.SoCCCD, int64(n.NgaySinh),
		string(n.GioiTinh), n.QuocTich, n.DanToc, n.DienThoai, n.Email, n.DiaChi, n.MaXa, n.MaTinh, n.MaKCB).Scan(&seq)
	return seq, err
}

// date writes how somebody stands from a month on.
func (w *peopleWriter) date(ctx context.Context, seq int64, n *facts.NguoiLaoDong, source string, now int64) error {
	l := n.Luong
	_, err := w.record.ExecContext(ctx, seq, int64(n.TuThang), string(n.TrangThai), n.PhongBan, n.ChucDanh, n.NoiLamViec,
		n.Vung, packHopDong(n.HopDong), l.Known, l.MucLuong, l.PhuCap, l.BoSung, packHeSo(l), source, now)
	return err
}

// Roster lists every person of the employer as they stood at the end of asOf, in
// the order in which they came. Who starts later is not in it; who has left is,
// as DaNghi.
func (s *Store) Roster(ctx context.Context, mst string, asOf law.Month) (out []facts.NguoiLaoDong, err error) {
	err = s.read(ctx, "read roster", func(tx *sql.Tx) error {
		n := 0
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM people WHERE mst = ?`, mst).Scan(&n); err != nil {
			return err
		}
		out = make([]facts.NguoiLaoDong, 0, n)
		out, err = people(ctx, tx, out, personSelect+`WHERE p.mst = ? AND h.tu_thang =
			(SELECT max(tu_thang) FROM history WHERE person = p.seq AND tu_thang <= ?) ORDER BY p.seq`, mst, int64(asOf))
		return err
	})
	return out, err
}

// Person returns a person as they stand after the last month known.
func (s *Store) Person(ctx context.Context, id string) (facts.NguoiLaoDong, error) {
	h, err := s.History(ctx, id)
	if err != nil {
		return facts.NguoiLaoDong{}, err
	}
	return h[len(h)-1], nil
}

// History lists how a person stood from each month on, earliest first; the
// identity is the current one in all of them. ErrNotFound if there is no such
// person.
func (s *Store) History(ctx context.Context, id string) (out []facts.NguoiLaoDong, err error) {
	err = s.read(ctx, "read person "+id, func(tx *sql.Tx) error {
		out, err = people(ctx, tx, nil, personSelect+`WHERE p.id = ? ORDER BY h.tu_thang`, id)
		if err == nil && len(out) == 0 {
			err = ErrNotFound
		}
		return err
	})
	return out, err
}

// CountPeople counts the people of the employer by their state at the end of asOf.
func (s *Store) CountPeople(ctx context.Context, mst string, asOf law.Month) (map[facts.TrangThai]int, error) {
	out := map[facts.TrangThai]int{}
	err := s.read(ctx, "count people", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var state string
			var n int
			err := scan(&state, &n)
			out[facts.TrangThai(state)] = n
			return err
		}, `SELECT h.trang_thai, count(*) FROM people p JOIN history h ON h.person = p.seq WHERE p.mst = ? AND h.tu_thang =
			(SELECT max(tu_thang) FROM history WHERE person = p.seq AND tu_thang <= ?) GROUP BY 1`, mst, int64(asOf))
	})
	return out, err
}

func people(ctx context.Context, tx *sql.Tx, out []facts.NguoiLaoDong, query string, args ...any) ([]facts.NguoiLaoDong, error) {
	var n facts.NguoiLaoDong
	var hopDong, heSo string
	into := []any{&n.ID, &n.MaNV, &n.HoTen, &n.MaSoBHXH, &n.SoCCCD, &n.NgaySinh, (*string)(&n.GioiTinh), &n.QuocTich, &n.DanToc,
		&n.DienThoai, &n.Email, &n.DiaChi, &n.MaXa, &n.MaTinh, &n.MaKCB,
		&n.TuThang, (*string)(&n.TrangThai), &n.PhongBan, &n.ChucDanh, &n.NoiLamViec, &n.Vung, &hopDong,
		&n.Luong.Known, &n.Luong.MucLuong, &n.Luong.PhuCap, &n.Luong.BoSung, &heSo}
	err := rows(ctx, tx, func(scan func(...any) error) error {
		if err := scan(into...); err != nil {
			return err
		}
		if err := unpackHopDong(hopDong, &n.HopDong); err != nil {
			return fmt.Errorf("contract of %s: %w", n.ID, err)
		}
		if err := unpackHeSo(heSo, &n.Luong); err != nil {
			return fmt.Errorf("coefficients of %s: %w", n.ID, err)
		}
		out = append(out, n)
		return nil
	}, query, args...)
	return out, err
}

// packHopDong writes a contract as a short JSON array, "" if nothing is known.
func packHopDong(h facts.HopDong) string {
	if h == (facts.HopDong{}) {
		return ""
	}
	b, _ := json.Marshal([]any{h.So, h.Loai, h.NgayKy, h.Tu, h.Den}) // texts and numbers always marshal
	return string(b)
}

func unpackHopDong(s string, h *facts.HopDong) error {
	*h = facts.HopDong{}
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), &[]any{&h.So, &h.Loai, &h.NgayKy, &h.Tu, &h.Den})
}

// packHeSo writes the State's coefficients as a JSON array, "" if there are none.
func packHeSo(l facts.Luong) string {
	a := [6]int64{l.HeSo, l.PhuCapCV, l.TNVK, l.TNNghe, l.BaoLuu}
	if a == [6]int64{} {
		return ""
	}
	b, _ := json.Marshal(a[:5]) // numbers always marshal
	return string(b)
}

func unpackHeSo(s string, l *facts.Luong) error {
	l.HeSo, l.PhuCapCV, l.TNVK, l.TNNghe, l.BaoLuu = 0, 0, 0, 0, 0
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), &[]any{&l.HeSo, &l.PhuCapCV, &l.TNVK, &l.TNNghe, &l.BaoLuu})
}
