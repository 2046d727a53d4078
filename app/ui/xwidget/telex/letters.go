package telex

import (
	"unicode"
	"unicode/utf8"
)

// mark is what stands on a letter besides its tone.
type mark uint8

const (
	bare       mark = iota
	circumflex      // â ê ô
	breve           // ă
	horn            // ơ ư
	stroke          // đ
)

// tone is one of the six, in the order of the table below.
type tone uint8

const (
	ngang tone = iota
	huyen
	sac
	hoi
	nga
	nang
)

// letter is a letter without its tone.
type letter struct {
	base  rune // lower case
	mark  mark
	upper bool
}

func (l letter) vowel() bool {
	switch l.base {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// vowels are the vowels with their marks, each in the six tones.
var vowels = []struct {
	base  rune
	mark  mark
	tones string
}{
	{'a', bare, "aàáảãạ"}, {'a', breve, "ăằắẳẵặ"}, {'a', circumflex, "âầấẩẫậ"},
	{'e', bare, "eèéẻẽẹ"}, {'e', circumflex, "êềếểễệ"}, {'i', bare, "iìíỉĩị"},
	{'o', bare, "oòóỏõọ"}, {'o', circumflex, "ôồốổỗộ"}, {'o', horn, "ơờớởỡợ"},
	{'u', bare, "uùúủũụ"}, {'u', horn, "ưừứửữự"}, {'y', bare, "yỳýỷỹỵ"},
}

type toned struct {
	letter
	tone tone
}

type written struct {
	base rune
	mark mark
	tone tone
}

var apart, together = tables()

func tables() (map[rune]toned, map[written]rune) {
	apart := map[rune]toned{'đ': {letter{'d', stroke, false}, ngang}}
	together := map[written]rune{{'d', stroke, ngang}: 'đ'}
	for _, v := range vowels {
		t := ngang
		for _, r := range v.tones {
			apart[r] = toned{letter{v.base, v.mark, false}, t}
			together[written{v.base, v.mark, t}] = r
			t++
		}
	}
	return apart, together
}

// split takes a letter apart.
func split(r rune) (letter, tone) {
	low := lower(r)
	if p, ok := apart[low]; ok {
		p.upper = low != r
		return p.letter, p.tone
	}
	return letter{low, bare, low != r}, ngang
}

// join puts a letter and a tone together; a letter that bears no tone stays.
func join(l letter, t tone) rune {
	r, ok := together[written{l.base, l.mark, t}]
	if !ok {
		r = l.base
	}
	if l.upper {
		return unicode.ToUpper(r)
	}
	return r
}

func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r < 0x80 {
		return r
	}
	if low := unicode.ToLower(r); unicode.ToUpper(low) == r {
		return low
	}
	return r
}

func lastRune(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }
