package xwidget

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// GridKind says what the cells of a column are, so that they sort and filter as what
// they are.
type GridKind uint8

// The kinds of a column.
const (
	KindText   GridKind = iota
	KindName            // of a person: by the given name, which stands last
	KindNumber          // sorted as a number, never added up
	KindMoney           // the same, and what is chosen is added up below the grid
	KindDay             // dd/MM/yyyy
	KindMonth           // MM/yyyy
)

// amount reports whether the kind is written with figures that have an order.
func (k GridKind) ordered() bool { return k >= KindNumber }

// alphabet is the order of the Vietnamese letters; «đ» is a letter of its own, and so
// are those with a breve, a circumflex or a horn.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// letter is where a letter stands: its place in the alphabet, its tone, its case.
type letter struct{ place, tone, upper byte }

// tones are the marks in the order of the dictionaries: none, huyền, hỏi, ngã, sắc,
// nặng. The collation tables of Unicode as Go has them put nặng first.
var tones = []rune{0, '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'}

var letters = sync.OnceValue(func() *[lastBase]letter {
	var m [lastBase]letter
	for i, base := range []rune(alphabet) {
		for t, mark := range tones {
			s := []rune{base}
			if mark != 0 {
				s = []rune(norm.NFC.String(string([]rune{base, mark})))
			}
			if len(s) != 1 {
				continue // a consonant has no tone
			}
			at := letter{place: byte(20 + i), tone: byte(1 + t), upper: 1}
			m[s[0]] = at
			at.upper = 2
			m[unicode.ToUpper(s[0])] = at
		}
	}
	return &m
})

// WordOrder is a key by which texts sort as in a Vietnamese dictionary: first by
// letters, then by tones, then small letters before capitals.
func WordOrder(s string) string {
	s = norm.NFC.String(s)
	known := letters()
	b := make([]byte, 0, 2*len(s)+2)
	tones, capitals := false, false
	for _, r := range s {
		var at letter
		if r < lastBase {
			at = known[r]
		}
		tones, capitals = tones || at.tone > 1, capitals || at.upper > 1
		switch {
		case at.place != 0:
			b = append(b, at.place)
		case r == ' ':
			b = append(b, 3)
		case '0' <= r && r <= '9':
			b = append(b, byte(r-'0')+8)
		case r < 0x80:
			b = append(b, 4)
		default:
			b = append(b, 100)
			b = append(b, string(unicode.ToLower(r))...)
		}
	}
	b = append(b, 1) // a text without tones, or without capitals, is before one with them
	for _, r := range s {
		if tones && r < lastBase {
			b = append(b, max(1, known[r].tone))
		}
	}
	b = append(b, 0)
	for _, r := range s {
		if capitals && r < lastBase {
			b = append(b, max(1, known[r].upper))
		}
	}
	return string(b)
}

// NameOrder is the key by which names of people sort: the given name, which stands
// last, then the rest.
func NameOrder(name string) string {
	name = strings.TrimSpace(name)
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		name = name[i+1:] + " " + name[:i]
	}
	return WordOrder(name)
}

// cellKey is what a cell sorts by; one that is not known comes last either way.
type cellKey struct {
	known bool
	n     int64
	s     string
}

func keyOf(k GridKind, text string) cellKey {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return cellKey{}
	case k == KindName:
		return cellKey{known: true, s: NameOrder(text)}
	case !k.ordered():
		return cellKey{known: true, s: WordOrder(text)}
	}
	n, ok := figure(k, text)
	return cellKey{known: ok, n: n}
}

// figure reads an amount or a date as a number that keeps its order. Amounts have
// four places behind the comma.
func figure(k GridKind, text string) (n int64, ok bool) {
	if k == KindDay || k == KindMonth {
		return dateFigure(text)
	}
	minus, places := false, -1
	text = strings.TrimSuffix(text, " đồng")
	for i, r := range text {
		switch {
		case '0' <= r && r <= '9':
			if places >= 4 || n > 1<<56/10 {
				continue
			}
			n, ok = n*10+int64(r-'0'), true
			if places >= 0 {
				places++
			}
		case r == ',' && places < 0:
			places = 0
		case (r == '-' || r == '−') && i == 0:
			minus = true
		case r == '.' || r == '+' || r == ' ' || r == '\u00a0' || r == 'đ' || r == '%':
		default:
			return 0, false
		}
	}
	for places = max(places, 0); places < 4; places++ {
		n *= 10
	}
	if minus {
		n = -n
	}
	return n, ok
}

// dateFigure reads dd/MM/yyyy, MM/yyyy or yyyy as yyyymmdd.
func dateFigure(text string) (n int64, ok bool) {
	parts := strings.Split(text, "/")
	if len(parts) > 3 {
		return 0, false
	}
	slices.Reverse(parts)
	for i := range 3 {
		var p int64
		if i < len(parts) {
			s := strings.TrimSpace(parts[i])
			if s == "" || len(s) > 4 {
				return 0, false
			}
			for _, r := range s {
				if r < '0' || r > '9' {
					return 0, false
				}
				p = p*10 + int64(r-'0')
			}
			if i > 0 && p > 31 {
				return 0, false
			}
		}
		n = n*100 + p
		if i == 0 && n < 1000 {
			return 0, false
		}
	}
	return n, true
}

// compare orders two keys; not is true where at least one is not known, and then the
// order holds whichever way one sorts.
func (a cellKey) compare(b cellKey) (order int, not bool) {
	switch {
	case a.known != b.known:
		if a.known {
			return -1, true
		}
		return 1, true
	case !a.known:
		return 0, true
	case a.n != b.n:
		if a.n < b.n {
			return -1, false
		}
		return 1, false
	}
	return strings.Compare(a.s, b.s), false
}
