package main

import (
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// ChuaRo is a line of the oracle that somebody must decide on.
type ChuaRo struct {
	Loai   string `json:"loai"`
	HoTen  string `json:"hoTen"`
	Source string `json:"source"`
	Other  string `json:"other,omitempty"`
}

// doubt makes fourteen lines unclear, as accountants do: numbers sorted away
// from their names, one person in two lines, a line with a name alone, another
// person's CCCD, new numbers for a known person, pay left blank, a name that
// was changed. next answers somebody whom nothing else happens to.
func (m *months) doubt(next func() *worker) {
	say := func(loai string, w *worker) {
		m.doubts = append(m.doubts, ChuaRo{Loai: loai, HoTen: w.HoTen, Source: w.MaNV})
	}
	for range 2 { // two lines change numbers: four names that are not the numbers'
		a, b := m.unlike(next)
		a.MaSoBHXH, b.MaSoBHXH = b.MaSoBHXH, a.MaSoBHXH
		a.SoCCCD, b.SoCCCD = b.SoCCCD, a.SoCCCD
		say("khac-nguoi", a)
		say("khac-nguoi", b)
	}
	for range 2 {
		w := next()
		again := *w
		again.MaNV += "-2"
		m.november = append(m.november, again)
		m.doubts = append(m.doubts, ChuaRo{"hai-dong", w.HoTen, w.MaNV, again.MaNV})
	}
	for range 2 {
		w := next()
		for m.leavesToo(w.HoTen) {
			w.PhuongAn = ""
			w = next()
		}
		w.MaSoBHXH, w.SoCCCD, w.NgaySinh = "", "", 0
		w.MaNV = "TAM-" + w.MaNV // a number that the roster does not know
		say("chi-co-ten", w)
	}
	for range 2 {
		w, other := next(), next()
		other.PhuongAn = ""
		w.SoCCCD = other.SoCCCD
		say("hai-nguoi", w)
	}
	{
		w := next()
		w.SoCCCD, w.MaSoBHXH = "079"+w.SoCCCD[3:6]+"999998", "7999999998"
		say("khac-ma-so", w)
	}
	for range 2 {
		w := next()
		w.Luong = facts.Luong{}
		say("luong", w)
	}
	w := next()
	w.HoTen = "Lý Đổi Tên Khác"
	say("nhan-than", w)
}

// unlike answers two people who differ by name and by birth.
func (m *months) unlike(next func() *worker) (a, b *worker) {
	for a = next(); ; b.PhuongAn = "" {
		if b = next(); codes.Fold(a.HoTen) != codes.Fold(b.HoTen) && a.NgaySinh.Year() != b.NgaySinh.Year() {
			return a, b
		}
	}
}

// leavesToo reports whether somebody of the same name is gone in November: then
// a line with the name alone would hide it.
func (m *months) leavesToo(name string) bool {
	return slices.ContainsFunc(m.november, func(w worker) bool { return w.PhuongAn == "GH" && codes.Fold(w.HoTen) == codes.Fold(name) })
}
