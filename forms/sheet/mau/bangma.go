package mau

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The older encodings, written as typists did. The tables are those of the
// standards (TCVN 5712:1993 and VNI-Windows), written anew: the oracle must not
// believe the reader.

// tcvn3 are the small letters and the few capitals, in the order of their bytes.
var tcvn3 = map[rune]rune{'Ă': 0xA1, 'Â': 0xA2, 'Ê': 0xA3, 'Ô': 0xA4, 'Ơ': 0xA5, 'Ư': 0xA6, 'Đ': 0xA7, 'ă': 0xA8, 'â': 0xA9, 'ê': 0xAA, 'ô': 0xAB, 'ơ': 0xAC, 'ư': 0xAD, 'đ': 0xAE,
	'à': 0xB5, 'ả': 0xB6, 'ã': 0xB7, 'á': 0xB8, 'ạ': 0xB9, 'ằ': 0xBB, 'ẳ': 0xBC, 'ẵ': 0xBD, 'ắ': 0xBE, 'ặ': 0xC6, 'ầ': 0xC7, 'ẩ': 0xC8, 'ẫ': 0xC9, 'ấ': 0xCA, 'ậ': 0xCB, 'è': 0xCC, 'ẻ': 0xCE, 'ẽ': 0xCF,
	'é': 0xD0, 'ẹ': 0xD1, 'ề': 0xD2, 'ể': 0xD3, 'ễ': 0xD4, 'ế': 0xD5, 'ệ': 0xD6, 'ì': 0xD7, 'ỉ': 0xD8, 'ĩ': 0xDC, 'í': 0xDD, 'ị': 0xDE, 'ò': 0xDF, 'ỏ': 0xE1, 'õ': 0xE2, 'ó': 0xE3, 'ọ': 0xE4, 'ồ': 0xE5, 'ổ': 0xE6,
	'ỗ': 0xE7, 'ố': 0xE8, 'ộ': 0xE9, 'ờ': 0xEA, 'ở': 0xEB, 'ỡ': 0xEC, 'ớ': 0xED, 'ợ': 0xEE, 'ù': 0xEF, 'ủ': 0xF1, 'ũ': 0xF2, 'ú': 0xF3, 'ụ': 0xF4, 'ừ': 0xF5, 'ử': 0xF6, 'ữ': 0xF7, 'ứ': 0xF8, 'ự': 0xF9, 'ỳ': 0xFA, 'ỷ': 0xFB,
	'ỹ': 0xFC, 'ý': 0xFD, 'ỵ': 0xFE}

// TCVN3 writes a text as the Latin letters that show in a font without the marks.
func TCVN3(s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := tcvn3[r]; ok {
			return to
		}
		return r
	}, norm.NFC.String(s))
}

// VNI writes a text so: a vowel, then a sign for its marks.
func VNI(s string) string {
	alone := map[rune]string{'đ': "ñ", 'Đ': "Ñ", 'ơ': "ô", 'Ơ': "Ô", 'ư': "ö", 'Ư': "Ö", 'ỉ': "æ", 'ĩ': "ó", 'ì': "ì", 'í': "í", 'ị': "ò", 'ỵ': "î"}
	sign := map[string]rune{"\u0301": 'ù', "\u0300": 'ø', "\u0309": 'û', "\u0303": 'õ', "\u0323": 'ï', "\u0302": 'â', "\u0302\u0301": 'á', "\u0302\u0300": 'à', "\u0302\u0309": 'å', "\u0302\u0303": 'ã',
		"\u0323\u0302": 'ä', "\u0306": 'ê', "\u0306\u0301": 'é', "\u0306\u0300": 'è', "\u0306\u0309": 'ú', "\u0306\u0303": 'ü', "\u0323\u0306": 'ë'}
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		if to := alone[r]; to != "" {
			b.WriteString(to)
			continue
		}
		d := []rune(norm.NFD.String(string(r)))
		base, marks := string(d[0]), string(d[1:])
		if i := strings.IndexRune(marks, '\u031b'); i >= 0 { // the horn is part of the letter
			base, marks = alone[[]rune(norm.NFC.String(base + "\u031b"))[0]], strings.Replace(marks, "\u031b", "", 1)
		}
		b.WriteString(base)
		if marks != "" {
			m := sign[marks]
			if unicode.IsUpper(r) {
				m = unicode.ToUpper(m)
			}
			b.WriteRune(m)
		}
	}
	return b.String()
}
