package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"ankhai/forms/law"
)

// serialOf is the number by which Excel knows a day from firstSure on.
func serialOf(d law.Day) string { return strconv.Itoa(d.Sub(epoch1900) + 2) }

// utf16Len is how Excel counts the signs of a text.
func utf16Len(s string) (n int) {
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// String writes the number as a part holds it: a point before the decimals, no zeros
// behind them.
func (x Fixed) String() string {
	sign, n := "", x.N
	if n < 0 {
		sign, n = "-", -n
	}
	return sign + strings.Replace(fixed(n, x.Places), ",", ".", 1)
}

// withLines puts lines behind those that the sheets of a package have, by part.
func withLines(book []byte, lines map[string][]byte) ([]byte, error) {
	p, err := openPack(book)
	if err != nil {
		return nil, err
	}
	changed := map[string][]byte{}
	for part, more := range lines {
		o := official{pack: p}
		body, err := o.read(part)
		if err != nil {
			return nil, err
		}
		end := []byte("</sheetData>")
		before, after, ok := bytes.Cut(body, end)
		if !ok {
			return nil, fmt.Errorf("sheet without lines: %w", ErrDamaged)
		}
		changed[part] = bytes.Join([][]byte{before, more, end, after}, nil)
	}
	return repack(book, func(name string) ([]byte, bool) {
		body, ok := changed[name]
		return body, ok
	}, nil)
}
