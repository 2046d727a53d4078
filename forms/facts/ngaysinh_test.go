package facts

import (
	"testing"

	"ankhai/forms/law"
)

func TestParseNgaySinh(t *testing.T) {
	for _, c := range []struct {
		in       string
		want     NgaySinh
		ok       bool
		out      string
		ccns     string
		full     bool
		nam      int
		firstDay law.Day
	}{
		{"15/08/1995", 19950815, true, "15/08/1995", "0", true, 1995, 19950815},
		{" 1/2/1990 ", 19900201, true, "01/02/1990", "0", true, 1990, 19900201},
		{"1995-08-15", 19950815, true, "15/08/1995", "0", true, 1995, 19950815},
		{"08/1995", 19950800, true, "08/1995", "1", false, 1995, 19950801},
		{"1995-08", 19950800, true, "08/1995", "1", false, 1995, 19950801},
		{"1995", 19950000, true, "1995", "2", false, 1995, 19950101},
		{"29/02/1996", 19960229, true, "29/02/1996", "0", true, 1996, 19960229},
		{"29/02/1995", 0, false, "", "", false, 0, 0}, {"13/1995", 0, false, "", "", false, 0, 0},
		{"95", 0, false, "", "", false, 0, 0}, {"1/1/95", 0, false, "", "", false, 0, 0}, {"1899", 0, false, "", "", false, 0, 0},
		{"", 0, false, "", "", false, 0, 0}, {"không rõ", 0, false, "", "", false, 0, 0}, {"0", 0, false, "", "", false, 0, 0},
	} {
		n, ok := ParseNgaySinh(c.in)
		if n != c.want || ok != c.ok {
			t.Errorf("ParseNgaySinh(%q) = %d, %v, want %d, %v", c.in, n, ok, c.want, c.ok)
			continue
		}
		if n.String() != c.out || n.CCNS() != c.ccns || n.Full() != c.full || n.Year() != c.nam || n.Day() != c.firstDay {
			t.Errorf("%q: %q %q %v %d %v", c.in, n, n.CCNS(), n.Full(), n.Year(), n.Day())
		}
		if n.Valid() != c.ok {
			t.Errorf("%q: Valid is %v", c.in, n.Valid())
		}
	}
	for _, n := range []NgaySinh{0, 19951300, 19950015, 19950231, 12340000, -1} {
		if n.Valid() {
			t.Errorf("%d is called valid", n)
		}
	}
}

func TestTuoi(t *testing.T) {
	for _, c := range []struct {
		n    NgaySinh
		on   law.Day
		want int
	}{
		{19950815, 20260814, 30}, {19950815, 20260815, 31}, {19950800, 20260731, 30}, {19950800, 20260801, 31},
		{19950000, 20251231, 30}, {19950000, 20260101, 31}, {20080229, 20230228, 14}, {20080229, 20230301, 15},
		{0, 20260101, 0}, {20270101, 20260101, 0}, {20260101, 20260101, 0},
	} {
		if got := c.n.Tuoi(c.on); got != c.want {
			t.Errorf("%v on %v: %d years, want %d", c.n, c.on, got, c.want)
		}
	}
}

func TestCheckNgaySinh(t *testing.T) {
	const on law.Day = 20261122
	for _, c := range []struct {
		n    NgaySinh
		want mong
	}{
		{0, mong{}}, {19950815, mong{}}, {19950000, mong{}}, {20111122, mong{}},
		{20111123, mong{say: "chưa đủ 15 tuổi, chỉ được làm công việc nhẹ", nhac: true}},
		{20131122, mong{say: "công việc nhẹ", nhac: true}},
		{20131123, mong{say: "phải từ đủ 15 tuổi"}},
		{20261123, mong{say: "không sau ngày 22/11/2026"}},
		{19951301, mong{say: "phải có dạng"}},
	} {
		soMong(t, c.n.String(), CheckNgaySinh(c.n, on), c.want)
	}
}

func TestGioiTinh(t *testing.T) {
	for in, want := range map[string]GioiTinh{"Nam": Nam, " NỮ ": Nu, "nu": Nu, "Female": Nu, "M": Nam, "": "", "1": "", "0": "", "x": "", "khác": ""} {
		if got, ok := ParseGioiTinh(in); got != want || ok != (want != "") {
			t.Errorf("ParseGioiTinh(%q) = %q, %v", in, got, ok)
		}
	}
	if Nam.Ma() != "1" || Nu.Ma() != "0" || GioiTinh("").Ma() != "" || Nam.Ten() != "Nam" || Nu.Ten() != "Nữ" || GioiTinh("").Ten() != "" {
		t.Error("codes or names of the sexes are wrong")
	}
}

func TestLuong(t *testing.T) {
	d := Luong{Known: true, MucLuong: 10_000_000, PhuCap: 500_000, BoSung: 250_000}
	if d.LaHeSo() || d.Tong() != 10_750_000 || d.ThanhTien(2_530_000) != 10_750_000 {
		t.Errorf("đồng: %d, %d", d.Tong(), d.ThanhTien(2_530_000))
	}
	h := Luong{Known: true, HeSo: 4980, PhuCapCV: 400, TNVK: 500, TNNghe: 2000}
	if !h.LaHeSo() || h.Tong() != 0 || h.ThanhTien(2_530_000) != 17_089_644 {
		t.Errorf("hệ số: %d, %d", h.Tong(), h.ThanhTien(2_530_000))
	}
}

func TestCheckTuoiNghiHuu(t *testing.T) {
	for _, c := range []struct {
		n     NgaySinh
		g     GioiTinh
		thang law.Month
		want  mong
	}{
		{19650520, Nam, 202611, mong{}},
		{19650520, Nam, 202612, mong{say: "đủ tuổi nghỉ hưu từ tháng 11/2026", nhac: true}},
		{19691000, Nu, 202610, mong{}}, {19691000, Nu, 202611, mong{say: "từ tháng 10/2026", nhac: true}},
		{19950815, Nu, 202611, mong{}}, {19500101, "", 202611, mong{}}, {0, Nam, 202611, mong{}}, {19650520, Nam, 0, mong{}},
	} {
		soMong(t, c.n.String()+" "+string(c.g), CheckTuoiNghiHuu(c.n, c.g, c.thang), c.want)
	}
}
