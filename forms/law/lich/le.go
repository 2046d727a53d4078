package lich

import (
	"slices"

	"ankhai/forms/law"
)

// ngayTet is how many days of Tết the law fixes by name and how many it gives in
// all: of the five, the first three of the new year are off however the Prime
// Minister divides them.
const (
	tetChac  = 3
	tetTatCa = 5
)

const canCuTet = "Bộ luật Lao động 45/2019/QH14 Điều 112 khoản 1 điểm b, khoản 3"

// leCua lists the holidays of a year with the rest that is given on the next
// working day when a holiday falls on the weekend (Bộ luật Lao động Điều 111 khoản 3).
func (l *Lich) leCua(nam int) map[law.Day]Ngay {
	out := map[law.Day]Ngay{}
	put := func(d law.Day, ten, canCu string, c law.Confidence) {
		if _, twice := out[d]; !twice {
			out[d] = Ngay{Ngay: d, Ten: ten, CanCu: canCu, Confidence: c}
		}
	}
	for _, r := range data.duong {
		if d := law.DayOf(nam, r.thang, r.ngay); d >= r.tu {
			put(d, r.ten, r.canCu, r.confidence)
		}
	}
	if a, ok := data.am[nam]; ok {
		for i := range tetChac {
			put(a.tet.Add(i), "Tết Âm lịch, mùng "+string(rune('1'+i)), canCuTet, a.confidence)
		}
		put(a.gioTo, "Giỗ Tổ Hùng Vương", "Bộ luật Lao động 45/2019/QH14 Điều 112 khoản 1 điểm e", a.confidence)
	}
	days := make([]law.Day, 0, len(out))
	for d := range out {
		days = append(days, d)
	}
	slices.Sort(days)
	for _, d := range days {
		if !l.cuoiTuan(d) {
			continue
		}
		bu := d.Add(1)
		for {
			_, holiday := out[bu]
			if !holiday && !l.cuoiTuan(bu) {
				break
			}
			bu = bu.Add(1)
		}
		put(bu, "Nghỉ bù "+out[d].Ten, "Bộ luật Lao động 45/2019/QH14 Điều 111 khoản 3", out[d].Confidence)
	}
	return out
}

// ChuaRo is a stretch of days of which some will be off by a decision that the
// calendar does not know.
type ChuaRo struct {
	Tu, Den law.Day `json:"-"`
	Say     string  `json:"message"`
}

// ChuaRoGiua lists what is open between two days: a year's decision on 02/9 and on
// Tết that nobody has entered, and years whose lunar days are not in the table.
func (l *Lich) ChuaRoGiua(tu, den law.Day) []ChuaRo {
	var out []ChuaRo
	for nam := tu.Year(); nam <= den.Year(); nam++ {
		for _, c := range l.chuaRo(nam) {
			if c.Den >= tu && c.Tu <= den {
				out = append(out, c)
			}
		}
	}
	return out
}

func (l *Lich) chuaRo(nam int) []ChuaRo {
	var out []ChuaRo
	quocKhanh := law.DayOf(nam, 9, 2)
	if c := (ChuaRo{Tu: quocKhanh.Add(-1), Den: quocKhanh.Add(1),
		Say: "nghỉ Quốc khánh còn một ngày liền kề (01/9 hoặc 03/9) do Thủ tướng quyết định, chưa nhập vào lịch"}); !l.daNhap(c) {
		out = append(out, c)
	}
	a, ok := data.am[nam]
	if !ok {
		return append(out, ChuaRo{Tu: law.DayOf(nam, 1, 20), Den: law.DayOf(nam, 4, 30),
			Say: "lịch chưa có ngày Tết Âm lịch và Giỗ Tổ của năm này. Nhập các ngày nghỉ đó vào lịch"})
	}
	if c := (ChuaRo{Tu: a.tet.Add(tetChac - tetTatCa), Den: a.tet.Add(tetTatCa + 1),
		Say: "nghỉ Tết 05 ngày: lịch mới tính mùng 1 đến mùng 3, hai ngày còn lại và ngày hoán đổi do Thủ tướng quyết định, chưa nhập vào lịch"}); !l.daNhap(c) {
		out = append(out, c)
	}
	return out
}

// daNhap reports whether the user has entered a row within the stretch: then the
// year's decision is known.
func (l *Lich) daNhap(c ChuaRo) bool {
	for d := range l.them {
		if d >= c.Tu && d <= c.Den {
			return true
		}
	}
	return false
}

// Cua lists the holidays of a year in order, the user's rows among them.
func (l *Lich) Cua(nam int) []Ngay {
	var out []Ngay
	for d := law.DayOf(nam, 1, 1); d.Year() == nam; d = d.Add(1) {
		n, own := l.them[d]
		if !own {
			var ok bool
			if n, ok = l.le(d); !ok {
				continue
			}
		}
		out = append(out, n)
	}
	return out
}
