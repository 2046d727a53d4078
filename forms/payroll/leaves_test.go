package payroll

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

// halves writes a timesheet's line from one letter a day, blanks for reading;
// "(xo)" is a day of two halves.
func halves(days string) string {
	var b strings.Builder
	in := false
	for _, d := range days {
		switch d {
		case ' ':
		case '(', ')':
			in = d == '('
		default:
			b.WriteRune(d)
			if !in {
				b.WriteRune(d)
			}
		}
	}
	return b.String()
}

// November 2026 begins on a Sunday.
func TestLeaves(t *testing.T) {
	tests := []struct{ name, days, want string }{
		{"at work", "n xxxxxx n xxxxxx n xxxxxx n xxxxxx nx", ""},
		{"three days", "n xooo xx n xxxxxx n xxxxxx n xxxxxx nx", "o 03/11/2026–05/11/2026 3 ngày"},
		{"a Sunday within is not counted and does not part", "n xxxxoo n oxxxxx n xxxxxx n xxxxxx nx", "o 06/11/2026–09/11/2026 3 ngày"},
		{"a holiday within", "n xxolox n xxxxxx n xxxxxx n xxxxxx nx", "o 04/11/2026–06/11/2026 2 ngày"},
		{"work parts two leaves", "n xoxoxx n xxxxxx n xxxxxx n xxxxxx nx", "o 03/11/2026–03/11/2026 1 ngày; o 05/11/2026–05/11/2026 1 ngày"},
		{"the child after the parent", "n xxoccx n xxxxxx n xxxxxx n xxxxxx nx", "o 04/11/2026–04/11/2026 1 ngày; c 05/11/2026–06/11/2026 2 ngày"},
		{"half a day", "n xxx(xo)ox n xxxxxx n xxxxxx n xxxxxx nx", "o 05/11/2026–06/11/2026 1,5 ngày"},
		{"from before the month", "n ooxxxx n xxxxxx n xxxxxx n xxxxxx nx", "…o 02/11/2026–03/11/2026 2 ngày"},
		{"beyond the month", "n xxxxxx n xxxxxx n xxxxxx n xttttt nt", "t 24/11/2026–30/11/2026 6 ngày…"},
		{"a Sunday left blank", "- xxxxoo - oxxxxx - xxxxxx - xxxxxx -x", "o 06/11/2026–09/11/2026 3 ngày"},
		{"a working day left blank parts", "n xxo-ox n xxxxxx n xxxxxx n xxxxxx nx", "o 04/11/2026–04/11/2026 1 ngày; o 06/11/2026–06/11/2026 1 ngày"},
		{"a sign that nobody explained parts", "n xxo?ox n xxxxxx n xxxxxx n xxxxxx nx", "o 04/11/2026–04/11/2026 1 ngày; o 06/11/2026–06/11/2026 1 ngày"},
		{"unpaid is no benefit", "n xxkkkx n xxxxxx n xxxxxx n xxxxxx nx", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := row(func(r *facts.DongLuong) { r.ChamCong = facts.ChamCong{Noi: r.Noi, Tu: 20261101, Nua: halves(tt.days)} })
			var got []string
			for _, n := range Leaves(Input{Roster: []facts.NguoiLaoDong{an()}, Rows: []facts.DongLuong{r}, Month: thang}) {
				s := fmt.Sprintf("%c %v–%v %s ngày", n.Loai, n.Tu, n.Den, tenths(int32(n.NuaNgay)*5))
				if n.Truoc {
					s = "…" + s
				}
				if n.Sau {
					s += "…"
				}
				got = append(got, s)
				if n.NghiTuan != "8" || !n.Biet || n.Nguoi.ID != "1" || n.Source.O != "A9" {
					t.Errorf("weekly rest %q, person %q known %v, source %v", n.NghiTuan, n.Nguoi.ID, n.Biet, n.Source)
				}
			}
			if g := strings.Join(got, "; "); g != tt.want {
				t.Errorf("got  %s\nwant %s", g, tt.want)
			}
		})
	}
}

// Whom the roster does not know for certain keeps what the line says.
func TestLeavesOfUnknown(t *testing.T) {
	r := row(func(r *facts.DongLuong) {
		r.HoTen, r.MaSoBHXH, r.SoCCCD, r.MaNV, r.NgaySinh = "Trần Thị Bé", "", "079190000002", "NV02", 19900102
		r.ChamCong = facts.ChamCong{Noi: r.Noi, Tu: 20261101, Nua: halves("nn oooxx nn xxxxx")}
	})
	got := Leaves(Input{Roster: []facts.NguoiLaoDong{an()}, Rows: []facts.DongLuong{r}, Month: thang})
	if len(got) != 1 || got[0].Biet || got[0].Nguoi.HoTen != "Trần Thị Bé" {
		t.Errorf("got %+v", got)
	}
	r.ChamCong.Tu = 0 // nobody knows of which month
	if got := Leaves(Input{Rows: []facts.DongLuong{r}, Month: thang}); len(got) != 0 {
		t.Errorf("days without a date: got %+v", got)
	}
}
