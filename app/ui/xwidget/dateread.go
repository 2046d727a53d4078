package xwidget

import (
	"fmt"
	"strings"
	"time"
)

// Precision is the least that a date field takes.
type Precision uint8

// The precisions.
const (
	ToDay   Precision = iota // dd/MM/yyyy
	ToMonth                  // MM/yyyy too
	ToYear                   // MM/yyyy and yyyy too
)

// date is a day as it is written; Day or Month 0 is not known.
type date struct{ year, month, day int }

// pivot is the last year of two digits that is of this century: 49 is 2049, 50 is
// 1950. Who works now was not born before, and nothing is declared later.
const pivot = 49

// readDate reads what somebody wrote: 3/11/26, 03.11.2026, 03112026, 2026-11-03,
// and 11/2026 or 2026 where the precision allows.
func readDate(text string, p Precision) (date, bool) {
	n, digits, ok := numbers(text)
	if !ok {
		return date{}, false
	}
	var d date
	known := 3 // parts that are written
	switch {
	case len(n) == 1 && len(text) == 8:
		d = date{n[0] % 10000, n[0] / 10000 % 100, n[0] / 1000000}
	case len(n) == 1 && len(text) == 6 && p >= ToMonth:
		d, known = date{n[0] % 10000, n[0] / 10000, 0}, 2
	case len(n) == 1 && len(text) == 6:
		d = date{century(n[0] % 100), n[0] / 100 % 100, n[0] / 10000}
	case len(n) == 1 && len(text) == 4 && p == ToYear:
		d, known = date{n[0], 0, 0}, 1
	case len(n) == 2 && p >= ToMonth && digits[1] == 4:
		d, known = date{n[1], n[0], 0}, 2
	case len(n) == 2 && p >= ToMonth && digits[1] == 2:
		d, known = date{century(n[1]), n[0], 0}, 2
	case len(n) == 3 && digits[0] == 4:
		d = date{n[0], n[1], n[2]}
	case len(n) == 3 && digits[2] == 4:
		d = date{n[2], n[1], n[0]}
	case len(n) == 3 && digits[2] == 2:
		d = date{century(n[2]), n[1], n[0]}
	default:
		return date{}, false
	}
	if known == 3 && d.day == 0 || known >= 2 && d.month == 0 {
		return date{}, false
	}
	return d, d.valid()
}

// century makes four digits of two.
func century(yy int) int {
	if yy <= pivot {
		return 2000 + yy
	}
	return 1900 + yy
}

// numbers splits a text at / . - and spaces.
func numbers(text string) (n, digits []int, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' || r == ' ' })
	if len(parts) == 0 || len(parts) > 3 || len(text) > 20 {
		return nil, nil, false
	}
	for _, p := range parts {
		v := 0
		if len(p) > 8 {
			return nil, nil, false
		}
		for _, r := range p {
			if r < '0' || r > '9' {
				return nil, nil, false
			}
			v = v*10 + int(r-'0')
		}
		n, digits = append(n, v), append(digits, len(p))
	}
	return n, digits, true
}

// valid reports whether the day exists, from 1900 to 2199.
func (d date) valid() bool {
	if d.year < 1900 || d.year > 2199 || d.month < 0 || d.month > 12 || d.day < 0 || d.month == 0 && d.day != 0 {
		return false
	}
	return d.day == 0 || d.day <= daysIn(d.year, d.month)
}

// String writes what is known: 03/11/2026, 11/2026, 2026.
func (d date) String() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%02d/%04d", d.month, d.year)
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.day, d.month, d.year)
}

// addDays and addMonths go through the calendar; a month keeps the day where it
// has it, and ends with its last where not.
func (d date) addDays(n int) date {
	t := time.Date(d.year, time.Month(d.month), d.day+n, 12, 0, 0, 0, time.UTC)
	return date{t.Year(), int(t.Month()), t.Day()}.within(d)
}

func (d date) addMonths(n int) date {
	m := d.year*12 + d.month - 1 + n
	out := date{m / 12, m%12 + 1, d.day}
	if last := daysIn(out.year, out.month); out.day > last {
		out.day = last
	}
	return out.within(d)
}

// within is the date, or another where it is out of the calendar of the program.
func (d date) within(other date) date {
	if d.valid() {
		return d
	}
	return other
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 12, 0, 0, 0, time.UTC).Day()
}

// weekday is 0 for Monday … 6 for Sunday.
func (d date) weekday() int {
	return (int(time.Date(d.year, time.Month(d.month), d.day, 12, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
}
