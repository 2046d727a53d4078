package sheet

import (
	"strings"
	"unicode"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// clean writes a text as it is kept: NFC, single spaces, nothing invisible.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			return facts.HoTenChuan(s)
		}
	}
	return s
}

// headKey folds a head for comparing: letters and digits in words, no signs.
func headKey(s string) string {
	f := codes.Fold(s)
	var b strings.Builder
	b.Grow(len(f))
	gap := false
	for _, r := range f {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// hasWords reports whether s contains the words of w side by side.
func hasWords(s, w string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], w)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(w)
		if (i == 0 || s[i-1] == ' ') && (end == len(s) || s[end] == ' ') {
			return true
		}
		from = i + 1
	}
}

// lowerCapitals writes an ALL CAPITALS name with capital initials; names that
// have a small letter are left alone.
func lowerCapitals(s string) string {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return s
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 3 {
		return s
	}
	start := true
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			start = true
			return r
		}
		if start {
			start = false
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
