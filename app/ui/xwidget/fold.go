package xwidget

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ankhai/app/seek"
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
	base := bases()
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r >= lastBase || base[r] == 0 {
			return foldAny(s)
		}
		out = append(out, base[r])
	}
	return string(out)
}

// lastBase is behind the last of the letters that Vietnamese is written with.
const lastBase = 0x1F00

// bases are the small letters without marks of the letters that have marks, and what
// is written with one byte; 0 for everything else.
var bases = sync.OnceValue(func() *[lastBase]byte {
	var out [lastBase]byte
	for r := rune(1); r < lastBase; r++ {
		if s := foldAny(string(r)); len(s) == 1 {
			out[r] = s[0]
		}
	}
	return &out
})

// foldAny is Fold of any text, letter by letter.
func foldAny(s string) string {
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
	for w := range strings.FieldsSeq(term) {
		if !seek.Begins(folded, w) {
			return false
		}
	}
	return true
}

// matchEither is Match of two texts that stand side by side.
func matchEither(one, other, term string) bool {
	for w := range strings.FieldsSeq(term) {
		if !seek.Begins(one, w) && !seek.Begins(other, w) {
			return false
		}
	}
	return true
}
