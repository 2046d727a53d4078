package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"ankhai/forms/facts"
)

// Correction is a person's identity as it stood until somebody changed it. Its
// months and pay are empty: those have a dated history of their own.
type Correction struct {
	At     time.Time
	Who    string
	Source string // what changed it: a file, a dossier
	Was    facts.NguoiLaoDong
}

// identity is what of a person is not dated, by the names of facts.NguoiLaoDong.
// Dân tộc, which is sensitive, is not kept a second time.
type identity struct {
	MaNV      string         `json:"maNV"`
	HoTen     string         `json:"hoTen"`
	MaSoBHXH  string         `json:"maSoBHXH"`
	SoCCCD    string         `json:"soCCCD"`
	NgaySinh  facts.NgaySinh `json:"ngaySinh"`
	GioiTinh  facts.GioiTinh `json:"gioiTinh"`
	QuocTich  string         `json:"quocTich"`
	DienThoai string         `json:"dienThoai"`
	Email     string         `json:"email"`
	DiaChi    string         `json:"diaChi"`
	MaXa      string         `json:"maXa"`
	MaTinh    string         `json:"maTinh"`
	MaKCB     string         `json:"maKCB"`
}

// identityColumns are the columns of identity, in its order.
const identityColumns = `ma_nv, ho_ten, ma_so_bhxh, so_cccd, ngay_sinh, gioi_tinh, quoc_tich, dien_thoai, email, dia_chi, ma_xa, ma_tinh, ma_kcb`

// pastOf keeps what a known person was, on a condition that follows.
const pastOf = `INSERT INTO people_past (person, at, who, nguon, data)
	SELECT seq, ?, ?, ?, json_object('maNV', ma_nv, 'hoTen', ho_ten, 'maSoBHXH', ma_so_bhxh, 'soCCCD', so_cccd, 'ngaySinh', ngay_sinh,
		'gioiTinh', gioi_tinh, 'quocTich', quoc_tich, 'dienThoai', dien_thoai, 'email', email, 'diaChi', dia_chi,
		'maXa', ma_xa, 'maTinh', ma_tinh, 'maKCB', ma_kcb)
	FROM people WHERE id = ? AND mst = ? AND `

// keepPast does so where what is to be written differs.
const keepPast = pastOf + `(` + identityColumns + `) IS NOT (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// Corrections lists what was changed of a person's identity, earliest first.
func (s *Store) Corrections(ctx context.Context, id string) (out []Correction, err error) {
	err = s.read(ctx, "read corrections of "+id, func(tx *sql.Tx) error {
		out, err = corrections(ctx, tx, id)
		return err
	})
	return out, err
}

func corrections(ctx context.Context, tx *sql.Tx, id string) (out []Correction, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var at int64
		var c Correction
		var data []byte
		if err := scan(&at, &c.Who, &c.Source, &data); err != nil {
			return err
		}
		c.At, c.Was.ID = when(at), id
		err := json.Unmarshal(data, &c.Was)
		out = append(out, c)
		return err
	}, `SELECT c.at, c.who, c.nguon, c.data FROM people_past c JOIN people p ON p.seq = c.person WHERE p.id = ? ORDER BY c.seq`, id)
	return out, err
}

// CorrectedFrom tells whose identity of an employer's people something of that source has
// changed, by their IDs.
func (s *Store) CorrectedFrom(ctx context.Context, mst, source string) (out map[string]bool, err error) {
	err = s.read(ctx, "read who was corrected", func(tx *sql.Tx) error {
		out = map[string]bool{}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			out[id] = true
			return err
		}, `SELECT DISTINCT p.id FROM people_past c JOIN people p ON p.seq = c.person WHERE p.mst = ? AND c.nguon = ?`, mst, source)
	})
	return out, err
}

// OnlyFrom reports whether all that is known of how an employer's people stand comes from
// one source.
func (s *Store) OnlyFrom(ctx context.Context, mst, source string) (only bool, err error) {
	err = s.read(ctx, "read where people come from", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `SELECT NOT EXISTS (SELECT 1 FROM history h JOIN people p ON p.seq = h.person WHERE p.mst = ? AND h.nguon <> ?)`, mst, source).Scan(&only)
	})
	return only, err
}
