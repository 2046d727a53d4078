package sheet

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// The encodings of text tables, as people call them; SheetInfo.Encoding holds one.
const (
	encUTF8    = "UTF-8"
	encUTF16LE = "UTF-16LE"
	encUTF16BE = "UTF-16BE"
	enc1258    = "Windows-1258"
	encTCVN3   = "TCVN3 (ABC)"
	encVNI     = "VNI"
)

// oneByte are the encodings with one byte a letter, in which every bytes are a
// text: which of them it is, only the words can tell.
var oneByte = []struct {
	name   string
	decode func(string) string
}{
	{enc1258, func(s string) string { return norm.NFC.String(decode1258(s)) }},
	{encTCVN3, func(s string) string { return fromTCVN3(latin(s)) }},
	{encVNI, func(s string) string { return fromVNI(latin(s)) }},
}

func decode1258(s string) string {
	out, err := charmap.Windows1258.NewDecoder().String(s)
	if err != nil { // the decoder of a table of 256 signs knows no error
		return s
	}
	return out
}

// latin reads bytes as the two older encodings of Vietnamese are shown without
// their fonts: ISO 8859-1.
func latin(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

// decodeText recognises the encoding of a text file. decode, where it is not nil,
// makes a cell of raw a text in Unicode; marks between cells are the same bytes
// in both. ErrEncoding when no encoding fits, or several do.
func decodeText(data []byte) (raw, name string, decode func(string) string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		if !utf8.Valid(data) {
			return "", "", nil, ErrEncoding
		}
		return string(data[3:]), encUTF8, nil, nil
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		raw, err = decodeUTF16(data[2:], 0)
		return raw, encUTF16LE, nil, err
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		raw, err = decodeUTF16(data[2:], 1)
		return raw, encUTF16BE, nil, err
	}
	switch high, low := zeros(data); {
	case high == 0 && low > 0: // the high byte of a Latin letter is zero
		raw, err = decodeUTF16(data, 0)
		return raw, encUTF16LE, nil, err
	case low == 0 && high > 0:
		raw, err = decodeUTF16(data, 1)
		return raw, encUTF16BE, nil, err
	case utf8.Valid(data):
		return string(data), encUTF8, nil, nil
	}
	raw = string(data)
	name, decode = byWords(raw)
	if decode == nil {
		return "", "", nil, ErrEncoding
	}
	return raw, name, decode, nil
}

// zeros counts zero bytes at even and odd places of the beginning, where they are
// as many as UTF-16 has of them.
func zeros(data []byte) (even, odd int) {
	head := data[:min(len(data), 4<<10)]
	for i, c := range head {
		if c == 0 {
			even += 1 - i&1
			odd += i & 1
		}
	}
	if 8*(even+odd) < len(head) {
		return 0, 0
	}
	return even, odd
}

// decodeUTF16 reads units whose high byte is the second (big 0) or the first (1).
func decodeUTF16(data []byte, big int) (string, error) {
	if len(data)%2 != 0 {
		return "", ErrEncoding
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+1-big])<<8 | uint16(data[2*i+big])
	}
	var b strings.Builder
	b.Grow(len(units) + len(units)/2)
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i+1 == len(units) {
				return "", ErrEncoding
			}
			if r = utf16.DecodeRune(r, rune(units[i+1])); r == unicode.ReplacementChar {
				return "", ErrEncoding
			}
			i++
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}

// maxWords bounds how many words are looked at for the encoding of a file.
const maxWords = 5 * 10 * 10 * 10 * 10

// byWords finds the one encoding in which nearly all words that have a letter
// beyond ASCII are Vietnamese syllables; nil when none, or more than one, is.
func byWords(raw string) (string, func(string) string) {
	good, all := make([]int, len(oneByte)), 0
	seen := map[string]bool{}
	for from := 0; from < len(raw) && all < maxWords; {
		to, high := from, false
		for to < len(raw) && (raw[to] >= utf8.RuneSelf || asciiLetter(raw[to])) {
			high = high || raw[to] >= utf8.RuneSelf
			to++
		}
		if w := raw[from:to]; high && len(w) < 64 && !seen[w] {
			seen[w] = true
			all++
			for i, e := range oneByte {
				good[i] += boolInt(spelt(e.decode(w)))
			}
		}
		from = to + 1
	}
	best := 0
	for i := range good {
		if good[i] > good[best] {
			best = i
		}
	}
	for i := range good {
		if i != best && good[i] == good[best] {
			return "", nil
		}
	}
	if 10*good[best] < 8*all {
		return "", nil
	}
	return oneByte[best].name, oneByte[best].decode
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// spelt reports whether the words of a decoded piece of text are syllables;
// quotation marks and dashes, which the encodings have too, stand between words.
func spelt(s string) bool {
	return syllables(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			return r
		}
		return ' '
	}, s))
}
