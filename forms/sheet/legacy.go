package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Names typed in the encodings before Unicode arrive as Latin letters with odd
// signs: TCVN3 (TCVN 5712:1993, "ABC") has one byte a letter, VNI-Windows a
// vowel and a sign after it.

// tcvn3 maps the Latin-1 reading of a TCVN3 byte to its letter.
var tcvn3 = pairs("¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ")

// vniAlone maps VNI letters that stand for themselves.
var vniAlone = pairs("ôơöưñđæỉóĩòịîỵÔƠÖƯÑĐÆỈÓĨÒỊÎỴ")

// vniMark maps a VNI sign to the combining marks it adds to the vowel before.
var vniMark = map[rune]string{
	'ù': "\u0301", 'ø': "\u0300", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323",
	'â': "\u0302", 'á': "\u0302\u0301", 'à': "\u0302\u0300", 'å': "\u0302\u0309", 'ã': "\u0302\u0303", 'ä': "\u0302\u0323",
	'ê': "\u0306", 'é': "\u0306\u0301", 'è': "\u0306\u0300", 'ú': "\u0306\u0309", 'ü': "\u0306\u0303", 'ë': "\u0306\u0323",
}

func pairs(s string) map[rune]rune {
	r := []rune(s)
	m := make(map[rune]rune, len(r)/2)
	for i := 0; i+1 < len(r); i += 2 {
		m[r[i]] = r[i+1]
	}
	return m
}

func fromTCVN3(s string) string {
	to := strings.Map(func(r rune) rune {
		if to, ok := tcvn3[r]; ok {
			return to
		}
		return r
	}, s)
	if capitals(s) {
		return strings.ToUpper(to)
	}
	return to
}

// capitals reports whether a text is in capital letters: the fonts of TCVN3 have
// capitals with marks in a font of their own, at the places of the small ones.
func capitals(s string) bool {
	run, word := 0, false
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			return false
		case r >= 'A' && r <= 'Z':
			run++
			word = word || run > 1
		case r <= 0x7F:
			run = 0
		}
	}
	return word
}

func fromVNI(s string) string {
	var b strings.Builder
	prev := rune(0)
	for _, r := range s {
		mark, ok := vniMark[unicode.ToLower(r)]
		switch {
		case ok && prev != 0 && strings.ContainsRune("aeouyôöAEOUYÔÖ", prev):
			b.WriteString(mark)
			prev = 0
			continue
		case vniAlone[r] != 0:
			b.WriteRune(vniAlone[r])
		default:
			b.WriteRune(r)
		}
		prev = r
	}
	return norm.NFC.String(b.String())
}

// markedWords are the words of a text that have a sign beyond ASCII, letters and
// signs only: the others are the same in every encoding and prove nothing.
func markedWords(s string) string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r <= 0x7F && !unicode.IsLetter(r) || r == '\u00a0' }) {
		if strings.IndexFunc(w, func(r rune) bool { return r > 0x7F }) >= 0 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// oldEncoding looks at a text that should be Vietnamese. old tells that it was
// not typed in Unicode; to is the text in Unicode where that is certain, that
// is, where only one reading is made of Vietnamese syllables.
func oldEncoding(s string, l look) (to string, old bool) {
	latin, odd := false, l&(lookTCVN3|lookVNI) != 0
	for _, r := range s {
		if r > 0xFF {
			return "", false // a letter that only Unicode has
		}
		latin = latin || r > 0x7F
	}
	if !latin {
		return "", false
	}
	marked := markedWords(s)
	if !odd && syllables(marked) {
		return "", false
	}
	a, b := fromTCVN3(s), fromVNI(s)
	switch okA, okB := syllables(fromTCVN3(marked)), syllables(fromVNI(marked)); {
	case l&lookTCVN3 != 0 && okA:
		return a, true
	case l&lookVNI != 0 && okB:
		return b, true
	case odd:
		return "", true
	case okA && !okB:
		return a, true
	case okB && !okA:
		return b, true
	case okA && okB:
		return "", true // one of the two, nobody can say which
	}
	return "", strings.ContainsAny(s, "¡¢£¤¥¦§¨©«¬\u00ad®µ¶·¸¹»¼½¾ËÎÏÑÖ×ØÜÞßäåæëîïñöø÷ûüþ")
}
