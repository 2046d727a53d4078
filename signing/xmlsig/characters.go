package xmlsig

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

var bom = []byte("\xef\xbb\xbf")

// checkCharacters refuses bytes that are not UTF-8 or not allowed in XML 1.0.
// It runs once over the document, so that the tokenizer need not look again.
func checkCharacters(src []byte) error {
	const say = "Tệp không phải XML ở bảng mã UTF-8. Xuất lại tệp ở bảng mã UTF-8."
	if len(src) > maxDocument {
		return refuse(-1, "Tệp XML lớn hơn %d MB. Chia hồ sơ thành nhiều tệp.", maxDocument>>20)
	}
	if len(bytes.TrimLeft(bytes.TrimPrefix(src, bom), " \t\r\n")) == 0 {
		return refuse(-1, "Tệp XML không có nội dung. Xuất lại tệp rồi mở lại.")
	}
	if !utf8.Valid(src) {
		return refuse(-1, say)
	}
	for i, b := range src {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return refuse(i, say)
		}
		if b == 0xef && src[i+1] == 0xbf && src[i+2] >= 0xbe { // U+FFFE, U+FFFF
			return refuse(i, say)
		}
	}
	return nil
}

func space(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func skipSpace(src []byte, p int) int {
	for p < len(src) && space(src[p]) {
		p++
	}
	return p
}

// ASCII characters of names: 1 may start one, 2 may follow.
var nameByte = func() (table [128]uint8) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c == ':':
			table[c] = 1
		case c >= '0' && c <= '9', c == '-', c == '.':
			table[c] = 2
		}
	}
	return
}()

// nameLength is the length of the XML name at the start of src, 0 without one.
func nameLength(src []byte) int {
	i := 0
	for i < len(src) {
		c := src[i]
		if c < utf8.RuneSelf {
			if k := nameByte[c]; k == 0 || i == 0 && k == 2 {
				break
			}
			i++
			continue
		}
		r, w := utf8.DecodeRune(src[i:])
		if !nameStart(r) && (i == 0 || !nameFollow(r)) {
			break
		}
		i += w
	}
	return i
}

func nameStart(r rune) bool {
	switch {
	case r >= 0xc0 && r <= 0x2ff:
		return r != 0xd7 && r != 0xf7
	case r >= 0x370 && r <= 0x1fff:
		return r != 0x37e
	}
	return r == 0x200c || r == 0x200d || r >= 0x2070 && r <= 0x218f || r >= 0x2c00 && r <= 0x2fef ||
		r >= 0x3001 && r <= 0xd7ff || r >= 0xf900 && r <= 0xfdcf || r >= 0xfdf0 && r <= 0xfffd ||
		r >= 0x10000 && r <= 0xeffff
}

func nameFollow(r rune) bool {
	return r == 0xb7 || r >= 0x300 && r <= 0x36f || r == 0x203f || r == 0x2040
}

// readName reads a qualified name: at most one colon, not at an end.
func readName(src []byte) (name, bool) {
	w := nameLength(src)
	if w == 0 {
		return name{}, false
	}
	n := name{src[:w:w], bytes.IndexByte(src[:w], ':')}
	if n.colon >= 0 {
		local := n.full[n.colon+1:]
		if n.colon == 0 || nameLength(local) != len(local) || len(local) == 0 || bytes.IndexByte(local, ':') >= 0 {
			return name{}, false
		}
	}
	return n, true
}

// referencesOK checks every & in text or an attribute value: the five named
// entities, or a number of an allowed character.
func referencesOK(s []byte) bool {
	for {
		i := bytes.IndexByte(s, '&')
		if i < 0 {
			return true
		}
		_, w := reference(s[i:])
		if w == 0 {
			return false
		}
		s = s[i+w:]
	}
}

// reference decodes the reference at the start of s; w is its length, 0 if it is
// none.
func reference(s []byte) (r rune, w int) {
	limit := min(len(s), 32)
	end := bytes.IndexByte(s[:limit], ';')
	if end < 2 {
		return 0, 0
	}
	body := string(s[1:end])
	switch body {
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "amp":
		return '&', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	}
	if body[0] != '#' {
		return 0, 0
	}
	digits, base := body[1:], 10
	if digits != "" && digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || digits[0] == '+' || digits[0] == '_' {
		return 0, 0
	}
	r = rune(n)
	if n > 0x10ffff || n >= 0xd800 && n < 0xe000 || n == 0xfffe || n == 0xffff ||
		n < ' ' && n != '\t' && n != '\n' && n != '\r' {
		return 0, 0
	}
	return r, end + 1
}

// attributeValue decodes a written attribute value and normalises it as XML 1.0
// says for attributes without a declared type.
func attributeValue(raw []byte) []byte {
	if !bytes.ContainsAny(raw, "&\t\r\n") {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '&':
			r, w := reference(raw[i:])
			out = utf8.AppendRune(out, r)
			i += w - 1
		case '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			out = append(out, ' ')
		case '\n', '\t':
			out = append(out, ' ')
		default:
			out = append(out, raw[i])
		}
	}
	return out
}

// textValue appends decoded character data to out.
func textValue(out, raw []byte, cdata bool) []byte {
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '&' && !cdata:
			r, w := reference(raw[i:])
			out = utf8.AppendRune(out, r)
			i += w - 1
		case raw[i] == '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			out = append(out, '\n')
		default:
			out = append(out, raw[i])
		}
	}
	return out
}
