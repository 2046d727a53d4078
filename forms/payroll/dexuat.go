package payroll

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Thay is what changes, by fact: int64 for amounts in đồng (and coefficients in
// thousandths), text for the rest. Facts that stay as they are do not appear.
type Thay map[string]any

// Names of facts in Thay and in Unknown.
const (
	PhuongAn     = "phuongAn"
	TrangThai    = "trangThai"
	MucLuong     = "mucLuong"
	PhuCap       = "phuCap"
	BoSung       = "boSung"
	HeSo         = "heSo"
	PhuCapCV     = "phuCapCV"
	TNVK         = "tnvk"
	TNNghe       = "tnNghe"
	BaoLuu       = "baoLuu"
	ChucDanh     = "chucDanh"
	PhongBan     = "phongBan"
	NoiLamViec   = "noiLamViec"
	HoTen        = "hoTen"
	MaSoBHXH     = "maSoBHXH"
	SoCCCD       = "soCCCD"
	NgaySinh     = "ngaySinh"
	GioiTinh     = "gioiTinh"
	HopDong      = "hopDong"
	NoiDongTruoc = "noiDongTruoc" // where they paid before, for TD and TC
	TuNgay       = "tuNgay"       // first and last day of a leave
	DenNgay      = "denNgay"
	NgayChamDut  = "ngayChamDut"
	LyDoGiam     = "lyDoGiam"
)

// The reasons for a decrease that change what is declared.
const (
	Chet    = "chết"
	NghiHuu = "nghỉ hưu"
)

// DeXuat is a proposed line of D02-LT, for a person to accept or not.
type DeXuat struct {
	PhuongAn   string // "" where TD or TC cannot be told, see Unknown
	HoTen      string
	SoCCCD     string
	MaSoBHXH   string
	TuThang    law.Month
	Old, New   Thay
	Unknown    []string           // facts that somebody must still give
	LyDo       string             // why, in Vietnamese
	Source     facts.Noi          // the payroll's line; blank for somebody who is absent from it
	Confidence int                // 0–100
	Nguoi      facts.NguoiLaoDong // as they will stand when the dossier is sent
}

// ChuaRo is a person about whom the payroll and the roster do not agree, or who
// cannot be told apart. Nothing is proposed until somebody has looked.
type ChuaRo struct {
	Loai     string // one of the constants below
	HoTen    string
	SoCCCD   string
	MaSoBHXH string
	TuThang  law.Month
	Old, New Thay // the values that differ
	LyDo     string
	Source   facts.Noi
	Other    facts.Noi // the second line, where two lines are meant
}

// The kinds of ChuaRo.
const (
	HaiNguoi    = "hai-nguoi"    // mã số and CCCD belong to two people of the roster
	KhacNguoi   = "khac-nguoi"   // the number is known, but of somebody else by name
	KhacMaSo    = "khac-ma-so"   // name and birth are known, the numbers are others
	ChiCoTen    = "chi-co-ten"   // known by name alone
	HaiDong     = "hai-dong"     // the same person in two lines
	NhanThan    = "nhan-than"    // name, birth, sex or CCCD written otherwise: TK1-TS
	ChuaRoLuong = "luong"        // the pay is not known, so neither is a change of it
	MauThuan    = "trang-thai"   // note and days worked contradict each other
	TrungSo     = "trung-roster" // the roster itself has the number twice
)

type deXuatJSON struct {
	PhuongAn   string             `json:"phuongAn"`
	HoTen      string             `json:"hoTen"`
	SoCCCD     string             `json:"soCCCD"`
	MaSoBHXH   string             `json:"maSoBHXH"`
	TuThang    string             `json:"tuThang"`
	Old        Thay               `json:"old"`
	New        Thay               `json:"new"`
	Unknown    []string           `json:"unknown"`
	LyDo       string             `json:"lyDo"`
	Source     string             `json:"source"`
	Confidence int                `json:"confidence"`
	Nguoi      facts.NguoiLaoDong `json:"nguoi"`
}

// MarshalJSON writes the month as "2026-11" and the source as "Sheet!A12".
func (d DeXuat) MarshalJSON() ([]byte, error) {
	return json.Marshal(deXuatJSON{d.PhuongAn, d.HoTen, d.SoCCCD, d.MaSoBHXH, d.TuThang.ISO(), d.Old.some(), d.New.some(),
		append([]string{}, d.Unknown...), d.LyDo, d.Source.String(), d.Confidence, d.Nguoi})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *DeXuat) UnmarshalJSON(b []byte) error {
	var j deXuatJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("read proposal: %w", err)
	}
	m, err := month(j.TuThang)
	if err != nil {
		return fmt.Errorf("read proposal: %w", err)
	}
	*d = DeXuat{j.PhuongAn, j.HoTen, j.SoCCCD, j.MaSoBHXH, m, j.Old, j.New, j.Unknown, j.LyDo, place(j.Source), j.Confidence, j.Nguoi}
	return nil
}

type chuaRoJSON struct {
	Loai     string `json:"loai"`
	HoTen    string `json:"hoTen"`
	SoCCCD   string `json:"soCCCD"`
	MaSoBHXH string `json:"maSoBHXH"`
	TuThang  string `json:"tuThang"`
	Old      Thay   `json:"old"`
	New      Thay   `json:"new"`
	LyDo     string `json:"lyDo"`
	Source   string `json:"source"`
	Other    string `json:"other,omitempty"`
}

// MarshalJSON writes months and places like those of DeXuat.
func (c ChuaRo) MarshalJSON() ([]byte, error) {
	return json.Marshal(chuaRoJSON{c.Loai, c.HoTen, c.SoCCCD, c.MaSoBHXH, c.TuThang.ISO(), c.Old.some(), c.New.some(), c.LyDo, c.Source.String(), c.Other.String()})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *ChuaRo) UnmarshalJSON(b []byte) error {
	var j chuaRoJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("read undecided: %w", err)
	}
	m, err := month(j.TuThang)
	if err != nil {
		return fmt.Errorf("read undecided: %w", err)
	}
	*c = ChuaRo{j.Loai, j.HoTen, j.SoCCCD, j.MaSoBHXH, m, j.Old, j.New, j.LyDo, place(j.Source), place(j.Other)}
	return nil
}

func (t Thay) some() Thay {
	if t == nil {
		return Thay{}
	}
	return t
}

// UnmarshalJSON keeps whole numbers as int64.
func (t *Thay) UnmarshalJSON(b []byte) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var m map[string]any
	if err := dec.Decode(&m); err != nil {
		return fmt.Errorf("read changes: %w", err)
	}
	for k, v := range m {
		if n, ok := v.(json.Number); ok {
			i, err := n.Int64()
			if err != nil {
				return fmt.Errorf("read change of %s: %w", k, err)
			}
			m[k] = i
		}
	}
	*t = m
	return nil
}

func month(s string) (law.Month, error) {
	if s == "" {
		return 0, nil
	}
	m, ok := law.ParseMonth(s)
	if !ok {
		return 0, fmt.Errorf("month %q", s)
	}
	return m, nil
}

func place(s string) facts.Noi {
	i := strings.LastIndexByte(s, '!')
	if i < 0 {
		return facts.Noi{O: s}
	}
	return facts.Noi{Sheet: s[:i], O: s[i+1:]}
}
