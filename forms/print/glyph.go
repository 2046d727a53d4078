package print

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/form"
)

// ErrGlyph says that the font has no glyph for a character, and where that
// character stands. Row 0 is the head of the form or fixed text.
type ErrGlyph struct {
	Rune  rune
	Place form.Place
}

// Error names the character and the place.
func (e *ErrGlyph) Error() string {
	return fmt.Sprintf("print: no glyph for %U at row %d, %q", e.Rune, e.Place.Row, e.Place.Label)
}

// Say is the same for the person who fills the form.
func (e *ErrGlyph) Say() string {
	what := e.Place.Label
	if what == "" {
		what = "Tờ in"
	}
	where := ""
	if e.Place.Row > 0 {
		where = fmt.Sprintf(" ở dòng %d", e.Place.Row)
	}
	seen := ""
	if unicode.IsGraphic(e.Rune) {
		seen = fmt.Sprintf(" «%c»", e.Rune)
	}
	return fmt.Sprintf("%s: không in được ký tự%s (%U)%s. Thay ký tự này rồi in lại.", what, seen, e.Rune, where)
}

// clean makes text ready to be set: NFC, tabs as spaces, one kind of line end,
// and without format characters (zero-width spaces, direction marks), which
// come with text copied from web pages and have no ink. Bytes that are not UTF-8
// become U+FFFD, which no face has.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c == '\t' || c == '\r' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	if strings.ContainsAny(s, "\t\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(s)
	}
	if strings.IndexFunc(s, noInk) >= 0 {
		s = strings.Map(func(r rune) rune {
			if noInk(r) {
				return -1
			}
			return r
		}, s)
	}
	return s
}

func noInk(r rune) bool { return r >= 0xAD && unicode.Is(unicode.Cf, r) }
