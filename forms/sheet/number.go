package sheet

import (
	"strconv"
	"strings"
)

// decimal is an exact decimal number: digits × 10^exp.
type decimal struct {
	digits string // without leading zeros, "" is 0
	exp    int
	neg    bool
}

// parseDecimal reads a number as the file format writes it: "5310000",
// "7.9090012345E10", "0.05". No thousands separators.
func parseDecimal(s string) (decimal, bool) {
	var d decimal
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "-") {
		d.neg, s = true, s[1:]
	} else {
		s = strings.TrimPrefix(s, "+")
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		n, err := strconv.Atoi(strings.TrimPrefix(s[i+1:], "+"))
		if err != nil || n > 300 || n < -300 {
			return d, false
		}
		d.exp, s = n, s[:i]
	}
	whole, part, _ := strings.Cut(s, ".")
	if whole == "" && part == "" || !allDigits(whole) || !allDigits(part) || len(s) > 40 {
		return d, false
	}
	d.exp -= len(part)
	d.digits = strings.TrimLeft(whole+part, "0")
	for strings.HasSuffix(d.digits, "0") {
		d.digits, d.exp = d.digits[:len(d.digits)-1], d.exp+1
	}
	if d.digits == "" {
		d = decimal{}
	}
	return d, true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// scaled returns the number times 10^places, rounded half up; exact tells
// whether nothing was lost beyond the noise of binary fractions, which Excel
// leaves in the fourth digit or later after the place.
func (d decimal) scaled(places int) (n int64, exact, ok bool) {
	exp := d.exp + places
	if d.digits == "" {
		return 0, true, true
	}
	if exp >= 0 {
		if len(d.digits)+exp > 18 {
			return 0, false, false
		}
		n, _ = strconv.ParseInt(d.digits+strings.Repeat("0", exp), 10, 64)
		return d.sign(n), true, true
	}
	cut := len(d.digits) + exp
	if cut > 18 {
		return 0, false, false
	}
	head, tail := "0", d.digits
	if cut > 0 {
		head, tail = d.digits[:cut], d.digits[cut:]
	} else {
		tail = strings.Repeat("0", -cut) + tail
	}
	n, _ = strconv.ParseInt(head, 10, 64)
	exact = strings.HasPrefix(tail, "0000") || strings.HasPrefix(tail, "9999")
	if tail[0] >= '5' {
		n++
	}
	return d.sign(n), exact, true
}

func (d decimal) sign(n int64) int64 {
	if d.neg {
		return -n
	}
	return n
}

// integer returns the digits of a whole number, "" for any other.
func (d decimal) integer() string {
	if d.neg || d.exp < 0 || len(d.digits)+d.exp > 30 {
		return ""
	}
	if d.digits == "" {
		return "0"
	}
	return d.digits + strings.Repeat("0", d.exp)
}

// numberGaps are signs between digits that say nothing.
var numberGaps = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "\t", "")

// parseTyped reads a number typed as text: "5.310.000", "5,310,000 đ",
// "5 310 000", "5.310.000,00", "2,34". A single separator before exactly three
// digits ("5.310") is taken for thousands; vague says so.
func parseTyped(s string) (d decimal, vague, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, unit := range []string{"vnđ", "vnd", "đồng", "dong", "đ", "₫"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, unit))
	}
	s = numberGaps.Replace(s)
	if s == "-" {
		return decimal{}, false, true // the accountant's nil
	}
	neg := false
	if len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' {
		neg, s = true, s[1:len(s)-1]
	}
	if strings.ContainsAny(s, "eE") {
		return decimal{}, false, false
	}
	dots, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case dots > 0 && commas > 0:
		dec, sep := ".", ","
		if strings.LastIndexByte(s, ',') > strings.LastIndexByte(s, '.') {
			dec, sep = ",", "."
		}
		head, tail, _ := strings.Cut(s, dec)
		if strings.Contains(tail, dec) || strings.Contains(tail, sep) || !grouped(head, sep) {
			return decimal{}, false, false
		}
		s = strings.ReplaceAll(head, sep, "") + "." + tail
	case dots+commas > 1:
		sep := "."
		if commas > 0 {
			sep = ","
		}
		if !grouped(s, sep) {
			return decimal{}, false, false
		}
		s = strings.ReplaceAll(s, sep, "")
	case dots+commas == 1:
		head, tail, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
		if len(tail) == 3 && head != "" && strings.TrimLeft(head, "-0") != "" {
			s, vague = head+tail, true
		} else {
			s = head + "." + tail
		}
	}
	d, ok = parseDecimal(s)
	d.neg = d.neg != neg && d.digits != ""
	return d, vague, ok
}

// grouped reports whether s is digits in groups of three, "5.310.000".
func grouped(s, sep string) bool {
	for i, part := range strings.Split(strings.TrimPrefix(s, "-"), sep) {
		if !allDigits(part) || len(part) == 0 || len(part) > 3 || i > 0 && len(part) != 3 {
			return false
		}
	}
	return true
}

// dots writes an amount the Vietnamese way, 5.310.000.
func dots(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}
