package xwidget

import "strings"

// dateKeys are how a day or a month is typed: what a key adds to the text, and what
// the text means.
type dateKeys struct {
	precision Precision
	months    bool // a month is the whole answer
}

// read is what a text means.
func (k dateKeys) read(text string) (date, bool) {
	text = strings.TrimSpace(text)
	if !k.months {
		return readDate(text, k.precision)
	}
	v, ok := readDate(text, ToMonth)
	if n, digits, _ := numbers(text); len(n) == 2 && digits[0] == 4 { // 2026-11
		v = date{n[0], n[1], 0}
		ok = n[1] > 0 && v.valid()
	}
	v.day = 0
	return v, ok && v.month > 0
}

// full is the text of a date, and any other text as it is.
func (k dateKeys) full(text string) string {
	text = strings.TrimSpace(text)
	if v, ok := k.read(text); ok {
		return v.String()
	}
	return text
}

// typed is the text after a key at its end. Digits and what separates them are
// taken, slashes come by themselves, and there is no room for a fifth digit of a
// year.
func (k dateKeys) typed(text string, r rune) string {
	switch {
	case r == '.' || r == '-' || r == ' ' || r == '/':
		return k.ended(text)
	case r < '0' || r > '9':
		return text
	}
	if now := k.grown(text + string(r)); now != "" {
		return now
	}
	return text
}

// grown is what has been typed with the slashes that follow from it, "" where
// there is no more room. Nothing follows where a year alone may come first.
func (k dateKeys) grown(text string) string {
	if k.precision != ToDay && !k.months {
		if len(text) > 10 {
			return ""
		}
		if v, ok := k.read(text); ok && len(text) == 8 && !strings.Contains(text, "/") {
			return v.String()
		}
		return text
	}
	parts := strings.Split(text, "/")
	last := parts[len(parts)-1]
	if k.months {
		parts = append([]string{""}, parts...)
	}
	high := "3" // of the first digit of a day
	if len(parts) == 2 {
		high = "1"
	}
	switch {
	case len(parts) > 2:
		if len(last) > 4 {
			return ""
		}
	case len(last) == 1 && last > high:
		return text[:len(text)-1] + "0" + last + "/"
	case len(last) >= 2:
		return text + "/"
	}
	return text
}

// ended ends the part that is being typed with a slash.
func (k dateKeys) ended(text string) string {
	if text == "" || strings.HasSuffix(text, "/") || strings.Count(text, "/") >= 2 {
		return text
	}
	parts := strings.Split(text, "/")
	if last := parts[len(parts)-1]; len(last) == 1 {
		text = text[:len(text)-1] + "0" + last
	}
	return text + "/"
}
