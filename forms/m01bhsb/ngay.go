package m01bhsb

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/law/lich"
)

// The two working weeks by which holidays that fall on a rest day are given back.
var (
	tuanNam = lich.Chung()
	tuanSau = func() *lich.Lich { l, _ := lich.Moi(lich.TuyChon{LamThuBay: true}); return l }()
)

// nghiTuan reads the weekly days of rest: "7;8" is Saturday and Sunday. ok is false
// for a text of another form.
func nghiTuan(s string) (rest [7]bool, ok bool) {
	for _, p := range strings.Split(s, ";") {
		if p = strings.TrimSpace(p); len(p) != 1 || p[0] < '2' || p[0] > '8' {
			return rest, false
		}
		rest[(p[0]-'1')%7] = true // 8 is Sunday, which law.Day.Weekday calls 0
	}
	return rest, true
}

// cuaTuan is the calendar of holidays for a week of rest days.
func cuaTuan(rest [7]bool) *lich.Lich {
	if rest[0] && !rest[6] {
		return tuanSau
	}
	return tuanNam
}

// laNghi reports whether nobody works on a day: weekly rest, or a holiday that the
// law fixes.
func laNghi(d law.Day, rest [7]bool) bool { return rest[d.Weekday()] || cuaTuan(rest).Le(d) }

// ngayLamViec counts the working days from one day to another. least is smaller
// than most where the days fall on a holiday of which the Prime Minister still
// decides, so that the calendar cannot know them all.
func ngayLamViec(tu, den law.Day, rest [7]bool) (least, most int64) {
	for d := tu; d <= den; d = d.Add(1) {
		if !laNghi(d, rest) {
			most++
		}
	}
	open := int64(0)
	for _, c := range cuaTuan(rest).ChuaRoGiua(tu, den) {
		n := int64(0)
		for d := max(c.Tu, tu); d <= min(c.Den, den); d = d.Add(1) {
			if !laNghi(d, rest) {
				n++
			}
		}
		open += min(n, 2) // of the five days of Tết two are open, of Quốc khánh one
	}
	return most - open, most
}

// ngayLich counts the days of the calendar from one day to another, both counted.
func ngayLich(tu, den law.Day) int64 { return int64(den.Sub(tu)) + 1 }

// SoNgay counts the days of a leave as the group counts them: working days without
// holidays and the weekly rest ("7;8"), or days of the calendar. ok is false while
// a day, the group or the weekly rest is not known, and where the calendar does not
// know all the holidays between.
func SoNgay(cheDo string, tu, den law.Day, nghiHangTuan string) (ngay int64, ok bool) {
	n, known := NhomCua(cheDo)
	if !known || !tu.Valid() || !den.Valid() || den < tu || tooLong(tu, den) {
		return 0, false
	}
	if !n.NgayLam {
		return ngayLich(tu, den), true
	}
	rest, said := nghiTuan(nghiHangTuan)
	if !said {
		return 0, false
	}
	least, most := ngayLamViec(tu, den, rest)
	return most, least == most
}

// tooLong keeps a day that was typed wrong from being counted day by day.
func tooLong(tu, den law.Day) bool { return den.Year() > tu.Year()+10 }

// khoang is the leave of a row; ok is false while it is not known or runs backwards.
func khoang(r form.Row) (tu, den law.Day, ok bool) {
	tu, den = TuNgay.Get(r), DenNgay.Get(r)
	return tu, den, tu.Valid() && den.Valid() && tu <= den && !tooLong(tu, den)
}

// tuoiDu is the age in whole years on a day.
func tuoiDu(sinh, on law.Day) int64 {
	n := int64(on.Year() - sinh.Year())
	if lich.ThemThang(sinh, int(n)*12) > on {
		n--
	}
	return n
}

// so is a figure of the law on a day; ok is false before the law has one.
func so(name string, on law.Day) (law.Value, bool) { return law.Get(name, on) }
