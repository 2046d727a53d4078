// Package seek tells whether words answer what somebody typed. It compares texts that
// were folded before, and knows neither people nor screens: the use cases and the
// widgets find by it, so that both find the same.
package seek

import "strings"

// before are the signs that a word may stand behind.
const before = " -(/.,«"

// Begins reports whether a word of a folded text begins so; digits may stand anywhere
// in a number.
func Begins(text, w string) bool {
	anywhere := w[0] >= '0' && w[0] <= '9'
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		at := from + i
		if anywhere || at == 0 || strings.IndexByte(before, text[at-1]) >= 0 {
			return true
		}
		from = at + 1
	}
}
