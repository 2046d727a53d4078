package sheet

import (
	"strconv"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Excel's two calendars: in the first, day 1 is 01/01/1900 and day 60 the
// 29/02/1900 that never was; in the second, day 0 is 01/01/1904.
var (
	epoch1900, _ = law.ParseDay("1900-01-01")
	epoch1904, _ = law.ParseDay("1904-01-01")
)

// dayParts are the digits of a day's fraction that are a time of that day: 23:00 is
// not the next day; what lies behind them is the noise of binary fractions.
const dayParts = 6

// serialDay reads a day number of Excel.
func serialDay(d decimal, date1904 bool) (law.Day, bool) {
	n, _, ok := d.scaled(dayParts)
	for range dayParts {
		n /= 10
	}
	if !ok || n < 1 || n > 3e6 {
		return 0, false
	}
	day := epoch1900
	switch {
	case date1904:
		day = epoch1904.Add(int(n))
	case n == 60:
		return 0, false
	case n > 60:
		day = day.Add(int(n) - 2)
	default:
		day = day.Add(int(n) - 1)
	}
	return day, day.Valid()
}

// when is a date as a cell gives it.
type when struct {
	day  law.Day // parts that are not given are 00
	ok   bool
	fix  string // a reading to confirm, where ok is false
	note string // why somebody should look, where ok is true
	us   bool   // fits only with the month first
}

// readWhen reads a cell that should hold a day, a month or a year.
func readWhen(c *cell, date1904 bool) when {
	switch c.kind {
	case cellDay:
		if s, _, _ := strings.Cut(c.s, "T"); s != "" {
			d, ok := law.ParseDay(s)
			return when{day: d, ok: ok}
		}
		return when{}
	case cellNumber:
		return numberWhen(c, date1904)
	case cellText:
		if s := clean(c.s); c.look&lookTyped == 0 || !allDigits(s) {
			return textWhen(s)
		}
		return numberWhen(c, date1904)
	}
	return when{}
}

func numberWhen(c *cell, date1904 bool) when {
	d, ok := parseDecimal(c.s)
	if !ok {
		return when{}
	}
	s := d.integer()
	year := len(s) == 4 && validYear(s)
	if c.look&lookDate != 0 {
		if year { // a year typed into a cell that shows dates
			return when{fix: s}
		}
		day, ok := serialDay(d, date1904)
		return when{day: day, ok: ok}
	}
	switch {
	case year:
		n, _ := facts.ParseNgaySinh(s)
		return when{day: law.Day(n), ok: n != 0}
	case len(s) == 5:
		if day, ok := serialDay(d, date1904); ok {
			return when{day: day, ok: true, note: "ô đang hiện số " + s + ", đọc là " + day.String()}
		}
	case len(s) == 8 || len(s) == 7:
		return digitsWhen(s)
	}
	return when{}
}

func validYear(s string) bool {
	return allDigits(s) && len(s) == 4 && s > "1900" && s < "2100"
}

// digitsWhen reads 19900115 and 15011990, the latter also with its zero lost.
func digitsWhen(s string) when {
	if len(s) == 7 {
		s = "0" + s
	}
	a, okA := law.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:])
	b, okB := law.ParseDay(s[:2] + "/" + s[2:4] + "/" + s[4:])
	okB = okB && validYear(s[4:])
	switch {
	case okA && !okB && validYear(s[:4]):
		return when{day: a, ok: true, note: "đọc là " + a.String()}
	case okB && !okA:
		return when{day: b, ok: true, note: "đọc là " + b.String()}
	}
	return when{}
}

var dateSigns = strings.NewReplacer(" / ", "/", "/ ", "/", " /", "/", " - ", "-", "\\", "/")

func textWhen(s string) when {
	s, _, _ = strings.Cut(s, "T00:00")
	s = strings.TrimSuffix(s, " 00:00:00")
	if strings.ContainsAny(s, ` \`) {
		s = dateSigns.Replace(s)
	}
	s = strings.TrimPrefix(s, "'")
	if n, ok := facts.ParseNgaySinh(s); ok && n.Valid() {
		return when{day: law.Day(n), ok: true}
	}
	if allDigits(s) && len(s) == 8 {
		return digitsWhen(s)
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 || !allDigits(parts[0]+parts[1]+parts[2]) {
		return when{}
	}
	if len(parts[2]) == 2 { // 15/01/90: the century is not said
		if d, ok := law.ParseDay(parts[0] + "/" + parts[1] + "/19" + parts[2]); ok {
			return when{fix: d.String()}
		}
	}
	if d, ok := law.ParseDay(parts[1] + "/" + parts[0] + "/" + parts[2]); ok {
		return when{fix: d.String(), us: true}
	}
	return when{}
}

// readMonth reads a cell that should hold a month.
func readMonth(c *cell, date1904 bool) (law.Month, bool) {
	if c.kind == cellText || c.kind == cellNumber && c.look&lookDate == 0 {
		s := strings.ToLower(clean(c.s))
		s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "tháng"), "t"))
		if m, ok := law.ParseMonth(s); ok {
			return m, true
		}
		if allDigits(s) && len(s) == 6 {
			if m, ok := law.ParseMonth(s[:2] + "/" + s[2:]); ok {
				return m, true
			}
			return law.ParseMonth(s[:4] + "-" + s[4:])
		}
	}
	w := readWhen(c, date1904)
	m := w.day.Month()
	return m, w.ok && m.Valid()
}

// titleMonth finds the month a title or a sheet's name speaks of: «THÁNG 11 NĂM
// 2026», «T11-2026», «Tháng 11». The year is 0 when it is not said.
func titleMonth(s string) (month, year int) {
	w := strings.Fields(headKey(s))
	for i, word := range w {
		n := ""
		switch {
		case word == "thang" || word == "t":
			if i+1 < len(w) {
				n = w[i+1]
			}
		case len(word) <= 3 && word[0] == 't' && allDigits(word[1:]):
			n = word[1:]
		}
		if n == "" || !allDigits(n) || len(n) > 2 {
			continue
		}
		if month, _ = strconv.Atoi(n); month < 1 || month > 12 {
			month = 0
			continue
		}
		for _, y := range w[i+1:] {
			if validYear(y) {
				year, _ = strconv.Atoi(y)
				break
			}
		}
		return month, year
	}
	return 0, 0
}
