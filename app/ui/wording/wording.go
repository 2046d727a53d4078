// Package wording writes amounts, counts and times the way people read them in
// the window. It computes nothing and knows no screen; everything under app/ui
// may import it.
package wording

import (
	"ankhai/app/office"

	"fmt"
	"strings"
	"time"
)

// vietnam is UTC+7 all year; no time zone file is needed.
var vietnam = time.FixedZone("+07", 7*60*60)

// So writes a count with dots: 1.248.
func So(n int) string { return office.Dots(int64(n)) }

// Dong writes an amount in full: 5.310.000.
func Dong(n int64) string { return office.Dots(n) }

// Gon writes an amount short enough for a figure: 11,42 tỷ; 50,6 triệu.
func Gon(n int64) string {
	switch {
	case n >= 1_000_000_000 || n <= -1_000_000_000:
		return hundredths(n, 1_000_000_000) + " tỷ"
	case n >= 1_000_000 || n <= -1_000_000:
		return hundredths(n, 1_000_000) + " triệu"
	}
	return office.Dots(n) + " đồng"
}

// hundredths writes n/unit with at most two places, rounded half up.
func hundredths(n, unit int64) string {
	sign := ""
	if n < 0 {
		sign, n = "–", -n
	}
	h := (n + unit/200) / (unit / 100)
	s := office.Dots(h / 100)
	if r := h % 100; r != 0 {
		s += strings.TrimRight(fmt.Sprintf(",%02d", r), "0")
	}
	return sign + s
}

// Luc writes a moment: 22/11/2026 14:32. The zero time is "".
func Luc(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(vietnam).Format("02/01/2006 15:04")
}

// Gio writes the time of day: 14:32:07.
func Gio(t time.Time) string { return t.In(vietnam).Format("15:04:05") }

// Ngay writes a day, "chưa rõ" for none.
func Ngay(d office.Day) string {
	if d == 0 {
		return "chưa rõ"
	}
	return d.String()
}

// Hoa writes a phrase with a capital letter.
func Hoa(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
