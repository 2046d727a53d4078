package telex_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ankhai/app/ui/xwidget/telex"
)

// Every syllable that the rules let be comes out of its keys, in both ways, with
// the tone at the end or behind its vowel.
func TestEverySyllable(t *testing.T) {
	all := telex.Syllables()
	for _, mode := range []telex.Mode{telex.Telex, telex.VNI} {
		bad := 0
		for _, w := range all {
			for _, late := range []bool{true, false} {
				k := keys(w, mode, late, long(w))
				if got := typed(telex.Typer{Mode: mode}, k); got != w && bad < 40 {
					bad++
					t.Errorf("mode %d, late %v: %s typed %s gives %s", mode, late, w, k, got)
				}
			}
		}
	}
	t.Logf("%d syllables", len(all))
}

// long reports whether a syllable has the long oo, which Telex has by a third o.
func long(w string) bool {
	var bare strings.Builder
	for _, r := range w {
		first, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		if strings.ContainsRune("ôơồốổỗộờớởỡợ", r) {
			first = '?'
		}
		bare.WriteRune(first)
	}
	return strings.Contains(bare.String(), "oo")
}
