package codes

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold writes a text as it is compared when searching: lower case, without
// diacritics (đ as d), spaces collapsed and trimmed, invisible characters
// dropped. Composed and decomposed texts fold alike, and so do the two ways of
// placing a tone mark (hòa, hoà).
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		r = foldRune(r)
		if r < 0 {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// foldLimit is the end of the Latin letters with diacritics that Vietnamese
// and its neighbours write with (Latin Extended Additional ends at U+1EFF).
const foldLimit = '\u1F00'

// foldTable maps every rune below foldLimit to its folded form, -1 to drop it.
var foldTable = sync.OnceValue(func() *[foldLimit]rune {
	var t [foldLimit]rune
	var buf [utf8.UTFMax]byte
	for r := range rune(foldLimit) {
		t[r] = r
		switch {
		case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð':
			t[r] = 'd'
			continue
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			t[r] = -1
			continue
		}
		n := utf8.EncodeRune(buf[:], r)
		if d := norm.NFD.Properties(buf[:n]).Decomposition(); len(d) > 0 {
			first, _ := utf8.DecodeRune(d)
			t[r] = first
			if unicode.Is(unicode.Mn, first) { // a mark made of marks
				t[r] = -1
				continue
			}
		}
		t[r] = unicode.ToLower(t[r])
	}
	return &t
})

func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r < foldLimit:
		return foldTable()[r]
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	if r = unicode.ToLower(r); r < foldLimit {
		return foldRune(r) // Å the ångström sign is lowered to å
	}
	return r
}
