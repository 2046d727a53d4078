package xwidget

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold takes case and diacritics away, so that "nguyen duc" finds "Nguyễn Đức".
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || (c >= 'A' && c <= 'Z') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		switch {
		case r < 0x80:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case 0x300 <= r && r <= 0x36F || unicode.Is(unicode.Mn, r): // the marks of Latin letters first: there are many
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Match reports whether a folded text answers a folded term: every word of the
// term begins a word of the text, in any order ("dung tran" finds "tran van
// dung"); digits may stand anywhere in a number.
func Match(folded, term string) bool {
	for _, w := range strings.Fields(term) {
		if !begins(folded, w) {
			return false
		}
	}
	return true
}

// matchEither is Match of two texts that stand side by side.
func matchEither(one, other, term string) bool {
	for _, w := range strings.Fields(term) {
		if !begins(one, w) && !begins(other, w) {
			return false
		}
	}
	return true
}

func begins(text, w string) bool {
	anywhere := w[0] >= '0' && w[0] <= '9'
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		at := from + i
		if anywhere || at == 0 || text[at-1] == ' ' || text[at-1] == '-' || text[at-1] == '(' || text[at-1] == '/' {
			return true
		}
		from = at + 1
	}
}
