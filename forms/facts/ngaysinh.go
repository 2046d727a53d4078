package facts

import (
	"fmt"
	"strconv"
	"strings"

	"ankhai/forms/law"
)

// ParseNgaySinh reads a date of birth: dd/MM/yyyy, MM/yyyy or yyyy (and the
// same with dashes or dots, or the year first).
func ParseNgaySinh(s string) (NgaySinh, bool) {
	s = strings.TrimSpace(s)
	if d, ok := law.ParseDay(s); ok {
		return NgaySinh(d), true
	}
	if m, ok := law.ParseMonth(s); ok {
		return NgaySinh(law.DayOf(m.Year(), m.Num(), 0)), true
	}
	if digits(s, 4) {
		y, _ := strconv.Atoi(s)
		if n := NgaySinh(law.DayOf(y, 0, 0)); n.Valid() {
			return n, true
		}
	}
	return 0, false
}

// Year returns the year of birth, 0 when nothing is known.
func (n NgaySinh) Year() int { return law.Day(n).Year() }

// Full reports whether day, month and year are known.
func (n NgaySinh) Full() bool { return law.Day(n).Valid() }

// Valid reports whether n is a day, a month or a year that exists.
func (n NgaySinh) Valid() bool {
	return n.first().Valid() && (n.month() != 0 || n.dom() == 0)
}

// CCNS returns the "loại ngày sinh" of the wire: "0" full, "1" month and year,
// "2" year only; "" when nothing is known.
func (n NgaySinh) CCNS() string {
	switch {
	case n == 0:
		return ""
	case n.dom() != 0:
		return "0"
	case n.month() != 0:
		return "1"
	}
	return "2"
}

// String writes what is known as on the forms: "15/08/1995", "08/1995", "1995".
func (n NgaySinh) String() string {
	switch n.CCNS() {
	case "0":
		return law.Day(n).String()
	case "1":
		return fmt.Sprintf("%02d/%04d", n.month(), n.Year())
	case "2":
		return nam4(n.Year())
	}
	return ""
}

// Tuoi returns the age in whole years on a day. Missing parts count as the
// first month and the first day (Nghị định 158/2025/NĐ-CP Điều 12 khoản 2).
// It is 0 when the birth is not known or later than the day.
func (n NgaySinh) Tuoi(on law.Day) int {
	f := n.first()
	if n == 0 || f > on {
		return 0
	}
	years := on.Year() - f.Year()
	if law.DayOf(on.Year(), f.Month().Num(), f.Dom()) > on {
		years-- // the birthday is still to come; who was born on 29/02 has it on 01/03
	}
	return years
}

// Day returns the first day n may stand for; the zero Day when nothing is known.
func (n NgaySinh) Day() law.Day {
	if n == 0 {
		return 0
	}
	return n.first()
}

func (n NgaySinh) month() int { return int(n) / 100 % 100 }
func (n NgaySinh) dom() int   { return int(n) % 100 }

func (n NgaySinh) first() law.Day {
	return law.DayOf(n.Year(), max(n.month(), 1), max(n.dom(), 1))
}

func nam4(y int) string { return fmt.Sprintf("%04d", y) }

func so(n int64) string { return strconv.FormatInt(n, 10) }
