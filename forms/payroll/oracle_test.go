package payroll

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

// In a payroll of some hundred lines everything that is wrong about who somebody is was
// planted: each is asked about by its kind, with the right person first where there is
// one, and nobody else is; nobody who is meant by a doubtful line is proposed as gone or
// as new.
func TestDoubtsAgainstOracle(t *testing.T) {
	roster := people(385)
	for i := range roster {
		roster[i].TrangThai, roster[i].TuThang, roster[i].Luong = facts.DangDong, 202501, facts.Luong{Known: true, MucLuong: 6_000_000}
	}
	rows := make([]facts.DongLuong, len(roster))
	for i, p := range roster {
		rows[i] = facts.DongLuong{Noi: facts.Noi{Sheet: "T11", O: fmt.Sprintf("A%d", i+2)}, HoTen: p.HoTen, MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, NgaySinh: p.NgaySinh, Luong: p.Luong}
	}
	add := func(r facts.DongLuong) int {
		r.Noi.O = fmt.Sprintf("A%d", len(rows)+2)
		rows = append(rows, r)
		return len(rows) - 1
	}
	want := map[int]string{} // by line: the kind and who comes first
	is := func(line int, kind string, who int) { want[line] = kind + " " + roster[who].ID }

	// Two lines whose numbers a sort has put into each other's place: whose the number is
	// comes first, whose the name is comes after.
	rows[10].MaSoBHXH, rows[31].MaSoBHXH = rows[31].MaSoBHXH, rows[10].MaSoBHXH
	rows[10].SoCCCD, rows[31].SoCCCD = rows[31].SoCCCD, rows[10].SoCCCD
	is(10, KhacNguoi, 31)
	is(31, KhacNguoi, 10)
	// The mã số of one, the CCCD of another.
	rows[52].SoCCCD = rows[73].SoCCCD
	rows[73].SoCCCD = ""
	is(52, HaiNguoi, 52)
	// A changed name, a changed CCCD, a second mã số.
	rows[90].HoTen = strings.Replace(rows[90].HoTen, " ", " Thu ", 1)
	is(90, NhanThan, 90)
	rows[111].SoCCCD = "001170000009"
	is(111, NhanThan, 111)
	rows[132].MaSoBHXH = "0123456789"
	is(132, NhanThan, 132)
	// No numbers, a birthday with day and month turned: nobody else's.
	rows[153].MaSoBHXH, rows[153].SoCCCD, rows[153].NgaySinh = "", "", 0
	is(153, ChiCoTen, 153)
	// The same person a second time, once more without numbers.
	again := rows[174]
	again.MaSoBHXH, again.SoCCCD = "", ""
	is(add(again), HaiDong, 174)
	// A wrong digit in both numbers.
	rows[195].MaSoBHXH = ""
	rows[195].SoCCCD = rows[195].SoCCCD[:11] + map[bool]string{true: "1", false: "0"}[rows[195].SoCCCD[11] == '0']
	is(195, KhacMaSo, 195)
	// A stranger: new, and nobody's question.
	add(facts.DongLuong{HoTen: "Quàng Thị Lạ", SoCCCD: "011199000777", NgaySinh: 19991231, Luong: rows[0].Luong})

	r := Compare(Input{DonVi: donVi, Roster: roster, Rows: rows, Month: thang})
	got := map[int]string{}
	for _, u := range r.Undecided {
		at := u.Source
		if u.Other.O != "" {
			at = u.Other
		}
		line := slices.IndexFunc(rows, func(r facts.DongLuong) bool { return r.Noi.O == at.O })
		first := ""
		if len(u.UngVien) > 0 {
			first = u.UngVien[0].Nguoi.ID
		}
		got[line] = u.Loai + " " + first
		if u.Loai == KhacNguoi && !slices.ContainsFunc(u.UngVien, func(v UngVien) bool { return v.Nguoi.ID == roster[line].ID }) {
			t.Errorf("line %d: who is named is not among the candidates", line)
		}
		if _, err := u.Decide(Answer{Viec: BoDong}); err != nil {
			t.Errorf("line %d can not be left out: %v", line, err)
		}
	}
	for line, k := range want {
		if got[line] != k {
			t.Errorf("line %d (%s): asked %q, want %q", line, rows[line].HoTen, got[line], k)
		}
	}
	for line, k := range got {
		if want[line] == "" {
			t.Errorf("line %d (%s): asked %q for nothing", line, rows[line].HoTen, k)
		}
	}
	if len(r.Proposals) != 1 || r.Proposals[0].HoTen != "Quàng Thị Lạ" || r.Proposals[0].PhuongAn != "TM" {
		t.Errorf("proposed\n%s", brief(Result{Proposals: r.Proposals}))
	}
}
