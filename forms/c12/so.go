package c12

import (
	"strconv"
	"strings"

	"ankhai/forms/form"
)

// docSo reads a cell: blank, a whole number written as people and programs write it
// («27.000.000», «27,000,000», «(5.000)», «-5000»), or not read.
func docSo(s string) (v form.Value, ok bool) {
	s = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "−", "-").Replace(s))
	if strings.Trim(s, "-–—xX/\\*. ") == "" {
		return form.BlankValue(), true
	}
	neg := false
	if len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' {
		neg, s = true, s[1:len(s)-1]
	}
	if rest, cut := strings.CutPrefix(s, "-"); cut {
		neg, s = !neg, rest
	}
	s = strings.ReplaceAll(s, " ", "")
	for _, tail := range []string{",00", ".00", ",0", ".0"} {
		if head, cut := strings.CutSuffix(s, tail); cut {
			s = head
			break
		}
	}
	plain, ok := boNhom(s)
	if !ok {
		return form.Value{}, false
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	if err != nil {
		return form.Value{}, false
	}
	if neg {
		n = -n
	}
	return form.NumValue(n), true
}

// boNhom takes the signs between groups of three digits away.
func boNhom(s string) (string, bool) {
	sep := strings.IndexAny(s, ".,")
	if sep < 0 {
		return s, chuSo(s)
	}
	parts := strings.Split(s, s[sep:sep+1])
	for i, p := range parts {
		if !chuSo(p) || len(p) > 3 || i > 0 && len(p) != 3 {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}

func chuSo(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// laSo reports whether a word is an amount.
func laSo(s string) bool {
	v, ok := docSo(s)
	return ok && v.A == form.Known
}
