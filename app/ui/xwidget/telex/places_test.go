package telex_test

import (
	"sort"
	"strings"
	"testing"
	"unicode"

	"ankhai/app/ui/xwidget/telex"
	"ankhai/forms/codes"
)

// syllables are the words of our lists of places and peoples.
func syllables() []string {
	seen := map[string]bool{}
	for _, name := range []string{"xa", "xa-cu", "tinh", "tinh-cu", "dan-toc"} {
		for _, it := range codes.ByName(name).All() {
			for _, w := range strings.FieldsFunc(it.Ten+" "+it.Khac, func(r rune) bool { return !unicode.IsLetter(r) }) {
				seen[w] = true
			}
		}
	}
	var out []string
	for w := range seen {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}

// byHand are names that Telex has by a way of their own: a third e takes the mark
// back, and two more set both.
var byHand = map[string]string{"Dêê": "Deeeee", "Lêê": "Leeeee", "Êê": "Eeeee"}

// never is the one name that Telex cannot type: an o behind ơ makes ô of it.
const never = "Pơơ"

// Every syllable of every commune, district, province and people, of today and of
// before, comes out of its keys. A letter that is a key there is typed twice.
func TestNamesOfPlaces(t *testing.T) {
	all := syllables()
	for _, mode := range []telex.Mode{telex.Telex, telex.VNI} {
		for _, late := range []bool{true, false} {
			bad, doubled := 0, 0
			for _, w := range all {
				newStyle := newStyle(w)
				if typed(telex.Typer{Mode: mode, New: newStyle}, keys(w, mode, late, false)) == w {
					continue
				}
				doubled++
				k := keys(w, mode, late, true)
				if own := byHand[w]; own != "" && mode == telex.Telex {
					k = own
				}
				if got := typed(telex.Typer{Mode: mode, New: newStyle}, k); got != w {
					bad++
					if w == never && mode == telex.Telex {
						continue
					}
					t.Errorf("mode %d, late %v: %s typed %s gives %s", mode, late, w, k, got)
				}
			}
			t.Logf("mode %d, late %v: %d of %d syllables, %d with a key pressed twice", mode, late, len(all)-bad, len(all), doubled)
		}
	}
}

// newStyle reports whether a word has its tone on the second vowel of an open oa,
// oe, uy.
func newStyle(w string) bool {
	for _, end := range []string{"oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"} {
		if strings.HasSuffix(strings.ToLower(w), end) {
			return true
		}
	}
	return false
}
