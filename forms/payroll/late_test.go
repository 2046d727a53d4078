package payroll

import (
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// A line whose own days lie before the payroll's month does not say from which month it
// is declared: that is asked, and the day is told.
func TestLateIsAsked(t *testing.T) {
	first := func(day law.Day) func(*facts.DongLuong) {
		return func(r *facts.DongLuong) {
			r.HoTen, r.MaNV, r.MaSoBHXH, r.SoCCCD, r.NgaySinh = "Vũ Văn Mới", "", "", "001099000123", 19990101
			r.HopDong = facts.HopDong{Loai: "0", Tu: day}
		}
	}
	note := func(words string) func(*facts.DongLuong) { return func(r *facts.DongLuong) { r.GhiChu = words } }
	tests := []struct {
		name string
		row  facts.DongLuong
		pa   string
		late string // in the reason; "" not asked
	}{
		{"a contract of this month", row(first(20261102)), "TM", ""},
		{"a contract of an earlier month", row(first(20260915)), "TM", "hợp đồng có hiệu lực từ 15/09/2026"},
		{"left last month, paid for it", row(note("nghỉ việc từ 25/10/2026")), "GH", ""},
		{"left before that", row(note("nghỉ việc từ 15/09/2026")), "GH", "nghỉ việc từ 15/09/2026"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{an()}, Rows: []facts.DongLuong{tt.row}, Month: thang})
			i := slices.IndexFunc(r.Proposals, func(d DeXuat) bool { return d.PhuongAn == tt.pa && d.Source.O != "" })
			if i < 0 {
				t.Fatalf("got %s", brief(r))
			}
			d := r.Proposals[i]
			if asked := slices.Contains(d.Unknown, TuThang); asked != (tt.late != "") || !strings.Contains(d.LyDo, tt.late) {
				t.Errorf("asked %v: %s", asked, d.LyDo)
			}
		})
	}
}
