package payroll

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Nghi is a leave that a timesheet shows and for which a benefit may be claimed:
// days of one kind that only weekly rest and holidays part.
type Nghi struct {
	Loai     byte // facts.NuaOm, facts.NuaConOm or facts.NuaThaiSan
	Tu, Den  law.Day
	NuaNgay  int64  // halves of days that carry the sign: without weekly rest and holidays
	NghiTuan string // weekly rest as the sheet shows it, "7;8" or "8" as on form 01B-HSB; "" where it does not
	// Truoc and Sau report that the leave reaches the sheet's first or last working
	// day: it may have begun before, or go on.
	Truoc, Sau bool

	Nguoi  facts.NguoiLaoDong // of the roster, or as the line has them
	Biet   bool               // the roster knows the person, by what is certain
	Source facts.Noi          // the line's first cell in the timesheet
}

// benefitKinds are the signs for which a benefit may be claimed.
const benefitKinds = string(facts.NuaOm) + string(facts.NuaConOm) + string(facts.NuaThaiSan)

// Leaves answers the leaves of a month's timesheets, in the order of the lines and
// of the days. A line whose first day is not known, and one with a sign that nobody
// has explained among the days of a leave, gives what it shows for certain.
func Leaves(in Input) []Nghi {
	out := []Nghi{}
	ix := newIndex(in.Roster)
	rest := weeklyRest(in.Rows)
	for i := range in.Rows {
		r := &in.Rows[i]
		if !r.ChamCong.Co() || r.ChamCong.Tu == 0 || !strings.ContainsAny(r.ChamCong.Nua, benefitKinds) {
			continue
		}
		who, known := newPerson(r, in.Month), false
		if h := ix.find(r); h.at >= 0 && h.loai == "" {
			who, known = in.Roster[h.at], true
		}
		for _, n := range runs(r.ChamCong) {
			n.NghiTuan, n.Nguoi, n.Biet, n.Source = rest, who, known, r.ChamCong.Noi
			out = append(out, n)
		}
	}
	return out
}

// runs parts a line into leaves.
func runs(t facts.ChamCong) (out []Nghi) {
	day := func(half int) law.Day { return t.Tu.Add(half / 2) }
	open := false // the last leave may go on: nothing but free days since
	busy := false // something else has been seen before
	for i := range len(t.Nua) {
		h := t.Nua[i]
		switch {
		case free(t, i):
		case strings.IndexByte(benefitKinds, h) < 0:
			open, busy = false, true
		case open && out[len(out)-1].Loai == h:
			last := &out[len(out)-1]
			last.Den, last.NuaNgay = day(i), last.NuaNgay+1
		default:
			out = append(out, Nghi{Loai: h, Tu: day(i), Den: day(i), NuaNgay: 1, Truoc: !busy})
			open, busy = true, true
		}
	}
	if open {
		out[len(out)-1].Sau = true
	}
	return out
}

// free reports whether half a day is weekly rest or a holiday; a weekend day with
// nothing written is.
func free(t facts.ChamCong, half int) bool {
	switch t.Nua[half] {
	case facts.NuaNghiTuan, facts.NuaLe:
		return true
	case facts.NuaTrong:
		wd := t.Tu.Add(half / 2).Weekday()
		return wd == saturday || wd == sunday
	}
	return false
}

const sunday, saturday = 0, 6 // of law.Day.Weekday

// weeklyRest tells the weekly rest of a sheet: the days of the week that nine of
// ten people have free, written as on form 01B-HSB with 8 for Sunday.
func weeklyRest(rows []facts.DongLuong) string {
	const most = 9
	var off, all [7]int
	for i := range rows {
		t := &rows[i].ChamCong
		if !t.Co() || t.Tu == 0 {
			continue
		}
		for half := range len(t.Nua) {
			wd := t.Tu.Add(half / 2).Weekday()
			if t.Nua[half] == facts.NuaLe {
				continue
			}
			all[wd]++
			if free(*t, half) {
				off[wd]++
			}
		}
	}
	var out []string
	for k := 1; k <= 7; k++ { // Monday first, Sunday last
		if wd := k % 7; all[wd] > 0 && off[wd]*10 >= all[wd]*most {
			out = append(out, string(rune('1'+k)))
		}
	}
	return strings.Join(out, ";")
}
