package sheet

import (
	"bytes"
	"unicode/utf8"
)

// utf8Declared reports whether an XML declaration, if this is one, says UTF-8.
func utf8Declared(pi []byte) bool {
	if !bytes.HasPrefix(pi, []byte("<?xml")) {
		return true
	}
	low := bytes.ToLower(pi)
	return !bytes.Contains(low, []byte("encoding")) || bytes.Contains(low, []byte("utf-8")) || bytes.Contains(low, []byte("us-ascii"))
}

// unescape resolves the five named entities and character references.
func unescape(dst, src []byte) ([]byte, bool) {
	for {
		i := bytes.IndexByte(src, '&')
		if i < 0 {
			return append(dst, src...), true
		}
		dst = append(dst, src[:i]...)
		src = src[i+1:]
		end := bytes.IndexByte(src, ';')
		if end <= 0 || end > 10 {
			return dst, false
		}
		ent := src[:end]
		src = src[end+1:]
		switch string(ent) {
		case "amp":
			dst = append(dst, '&')
		case "lt":
			dst = append(dst, '<')
		case "gt":
			dst = append(dst, '>')
		case "quot":
			dst = append(dst, '"')
		case "apos":
			dst = append(dst, '\'')
		default:
			r, ok := charRef(ent)
			if !ok {
				return dst, false
			}
			dst = utf8.AppendRune(dst, r)
		}
	}
}

func charRef(ent []byte) (rune, bool) {
	if len(ent) < 2 || ent[0] != '#' {
		return 0, false
	}
	base, digits := rune(10), ent[1:]
	if digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	var r rune
	for _, c := range digits {
		v := rune(99)
		switch {
		case c >= '0' && c <= '9':
			v = rune(c - '0')
		case c >= 'a' && c <= 'f':
			v = rune(c-'a') + 10
		case c >= 'A' && c <= 'F':
			v = rune(c-'A') + 10
		}
		if v >= base {
			return 0, false
		}
		if r = r*base + v; r > utf8.MaxRune {
			return 0, false
		}
	}
	return r, len(digits) > 0 && r != 0 && utf8.ValidRune(r)
}
