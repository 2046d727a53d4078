package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// textCell is a cell that holds its text itself, which no spreadsheet takes for a
// formula or a number.
func textCell(at, style, words string) string {
	return `<c r="` + at + `"` + styleAttr(style) + ` t="inlineStr"><is><t xml:space="preserve">` + xmlEscaper.Replace(escapeX(words)) + `</t></is></c>`
}

func emptyCell(at, style string) string { return `<c r="` + at + `"` + styleAttr(style) + `/>` }

func styleAttr(style string) string {
	if style == "" {
		return ""
	}
	return ` s="` + style + `"`
}

// attrOf is an attribute of a start tag, "" if it has none such.
func attrOf(tag []byte, name string) string {
	_, rest, ok := bytes.Cut(tag, []byte(" "+name+`="`))
	if !ok {
		return ""
	}
	value, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(value)
}

// tenths reads a decimal number of a part as tenths, what is behind them cut off; 0
// for anything else.
func tenths(s string) int {
	whole, part, _ := strings.Cut(s, ".")
	n, ok := atoi([]byte(whole + (part + "0")[:1]))
	if !ok {
		return 0
	}
	return n
}

// width is the width of a column in tenths of a digit, as the sheet says it; where it
// says none, what Excel takes.
func (s *sheetBody) width(col int) int {
	const usual = 84
	rest := s.body
	for {
		_, after, ok := bytes.Cut(rest, []byte("<col "))
		if !ok {
			return usual
		}
		tag, _, _ := bytes.Cut(after, []byte(">"))
		tag = append([]byte(" "), tag...)
		from, _ := atoi([]byte(attrOf(tag, "min")))
		to, _ := atoi([]byte(attrOf(tag, "max")))
		if from <= col+1 && col+1 <= to {
			return tenths(attrOf(tag, "width"))
		}
		rest = after
	}
}

// linesOf is on how many lines a text stands in a column, word by word: the width in
// tenths of a digit of 11 points, the type in tenths of a point. 0 tells that the text
// is one word too long for the column: it is shown smaller, since breaking a number
// in two would make it another.
func linesOf(words string, width, size int) int {
	room := max(1, width*11/max(size, 1))
	lines, used := 1, 0
	fields := strings.Fields(words)
	for _, w := range fields {
		n := utf8.RuneCountInString(w)
		switch {
		case n > room && len(fields) == 1:
			return 0
		case used == 0:
			used = n
		case used+1+n <= room:
			used += 1 + n
			continue
		default:
			lines, used = lines+1, n
		}
		if used > room {
			lines, used = lines+(used-1)/room, (used-1)%room+1
		}
	}
	return lines
}
