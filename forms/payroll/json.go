package payroll

import (
	"encoding/json"
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

type deXuatJSON struct {
	Loai       string             `json:"loai,omitempty"`
	PhuongAn   string             `json:"phuongAn"`
	HoTen      string             `json:"hoTen"`
	SoCCCD     string             `json:"soCCCD"`
	MaSoBHXH   string             `json:"maSoBHXH"`
	TuThang    string             `json:"tuThang"`
	Old        Thay               `json:"old"`
	New        Thay               `json:"new"`
	Unknown    []string           `json:"unknown"`
	LyDo       string             `json:"lyDo"`
	CanCu      string             `json:"canCu"`
	Source     string             `json:"source"`
	Confidence int                `json:"confidence"`
	Nguoi      facts.NguoiLaoDong `json:"nguoi"`
	QuyetDinh  int64              `json:"quyetDinh,omitempty"`
}

// MarshalJSON writes the month as "2026-11" and the source as "Sheet!A12".
func (d DeXuat) MarshalJSON() ([]byte, error) {
	return json.Marshal(deXuatJSON{d.Loai, d.PhuongAn, d.HoTen, d.SoCCCD, d.MaSoBHXH, d.TuThang.ISO(), d.Old.some(), d.New.some(),
		append([]string{}, d.Unknown...), d.LyDo, d.CanCu, d.Source.String(), d.Confidence, d.Nguoi, d.QuyetDinh})
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
	*d = DeXuat{j.Loai, j.PhuongAn, j.HoTen, j.SoCCCD, j.MaSoBHXH, m, j.Old, j.New, j.Unknown, j.LyDo, j.CanCu, place(j.Source), j.Confidence, j.Nguoi, j.QuyetDinh}
	return nil
}

type chuaRoJSON struct {
	Ma       string    `json:"ma"`
	Loai     string    `json:"loai"`
	HoTen    string    `json:"hoTen"`
	SoCCCD   string    `json:"soCCCD"`
	MaSoBHXH string    `json:"maSoBHXH"`
	TuThang  string    `json:"tuThang"`
	Old      Thay      `json:"old"`
	New      Thay      `json:"new"`
	LyDo     string    `json:"lyDo"`
	Source   string    `json:"source"`
	Other    string    `json:"other,omitempty"`
	Dong     VetDong   `json:"dong"`
	DongDau  *VetDong  `json:"dongDau,omitempty"`
	UngVien  []UngVien `json:"ungVien"`
	Duoc     []Viec    `json:"duoc"`
}

// MarshalJSON writes months and places like those of DeXuat, and the question's code.
func (c ChuaRo) MarshalJSON() ([]byte, error) {
	return json.Marshal(chuaRoJSON{c.Ma(), c.Loai, c.HoTen, c.SoCCCD, c.MaSoBHXH, c.TuThang.ISO(), c.Old.some(), c.New.some(), c.LyDo, c.Source.String(), c.Other.String(),
		c.Dong, c.DongDau, append([]UngVien{}, c.UngVien...), append([]Viec{}, c.Duoc...)})
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
	*c = ChuaRo{j.Loai, j.HoTen, j.SoCCCD, j.MaSoBHXH, m, j.Old, j.New, j.LyDo, place(j.Source), place(j.Other), j.Dong, j.DongDau, j.UngVien, j.Duoc}
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
