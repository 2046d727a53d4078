package facts

import "strings"

// LoiMa is what is wrong with a value as written. The zero LoiMa is "nothing".
type LoiMa struct {
	Say  string `json:"say"`  // in Vietnamese: what is wrong, and how to mend it
	Nhac bool   `json:"nhac"` // only a reminder, the value may stand
	Goi  string `json:"goi"`  // the one reading that is well formed, for a person to confirm; often empty
}

// OK reports that nothing is wrong.
func (l LoiMa) OK() bool { return l.Say == "" }

// KhongTen is the sentence without the name of the value before it, for a screen or
// a form that writes its own: "phải có 12 chữ số".
func (l LoiMa) KhongTen() string {
	if _, rest, ok := strings.Cut(l.Say, ": "); ok {
		return rest
	}
	return l.Say
}

func loi(say string) LoiMa         { return LoiMa{Say: say} }
func nhac(say string) LoiMa        { return LoiMa{Say: say, Nhac: true} }
func (l LoiMa) goi(s string) LoiMa { l.Goi = s; return l }

// digits reports whether s is made of n decimal digits.
func digits(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// alnum reports whether s is made of capital letters A–Z and digits alone.
func alnum(s string) bool {
	for i := range len(s) {
		if !(s[i] >= '0' && s[i] <= '9' || s[i] >= 'A' && s[i] <= 'Z') {
			return false
		}
	}
	return s != ""
}

func capital(b byte) bool { return b >= 'A' && b <= 'Z' }

// compact drops the spaces, dots, dashes and invisible characters people put
// between the digits of a number.
func compact(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '.', '-', '\'', '\u00a0', '\u200b', '\u202a', '\u202c', '\ufeff':
		default:
			out = append(out, r)
		}
	}
	return string(out)
}
