package pdfsig

import (
	"bytes"
	"errors"
	"strconv"
)

// span is a half-open range of bytes.
type span struct{ start, end int }

var errSyntax = errors.New("pdf syntax")

func white(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func delimiter(b byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), b) >= 0 }

// skipWhite passes white space and comments.
func skipWhite(data []byte, p int) int {
	for p < len(data) {
		switch {
		case white(data[p]):
			p++
		case data[p] == '%':
			for p < len(data) && data[p] != '\n' && data[p] != '\r' {
				p++
			}
		default:
			return p
		}
	}
	return p
}

// value finds the end of the object that starts at p: a dictionary, array,
// string, name, number or keyword. It does not recurse.
func value(data []byte, p int) (int, error) {
	var open []byte // '<' for a dictionary, '[' for an array
	for {
		p = skipWhite(data, p)
		if p >= len(data) {
			return 0, errSyntax
		}
		switch c := data[p]; {
		case c == '(':
			end, err := literal(data, p)
			if err != nil {
				return 0, err
			}
			p = end
		case c == '<' && p+1 < len(data) && data[p+1] == '<':
			open = append(open, '<')
			p += 2
			continue
		case c == '<':
			n := bytes.IndexByte(data[p:], '>')
			if n < 0 {
				return 0, errSyntax
			}
			p += n + 1
		case c == '>':
			if p+1 >= len(data) || data[p+1] != '>' || len(open) == 0 || open[len(open)-1] != '<' {
				return 0, errSyntax
			}
			open = open[:len(open)-1]
			p += 2
		case c == '[':
			open = append(open, '[')
			p++
			continue
		case c == ']':
			if len(open) == 0 || open[len(open)-1] != '[' {
				return 0, errSyntax
			}
			open = open[:len(open)-1]
			p++
		case c == '/':
			for p++; p < len(data) && !white(data[p]) && !delimiter(data[p]); p++ {
			}
		case delimiter(c):
			return 0, errSyntax
		default:
			from := p
			for ; p < len(data) && !white(data[p]) && !delimiter(data[p]); p++ {
			}
			if len(open) > 0 && !operand(data[from:p]) {
				return 0, errSyntax
			}
		}
		if len(open) == 0 {
			return p, nil
		}
		if len(open) > maxNesting {
			return 0, errSyntax
		}
	}
}

// operand tells that a bare word may stand in a dictionary or array.
func operand(word []byte) bool {
	switch string(word) {
	case "true", "false", "null", "R":
		return true
	}
	for _, c := range word {
		if c != '+' && c != '-' && c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// literal finds the end of the (string) at p.
func literal(data []byte, p int) (int, error) {
	depth := 0
	for ; p < len(data); p++ {
		switch data[p] {
		case '\\':
			p++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return p + 1, nil
			}
		}
	}
	return 0, errSyntax
}

// dictionary reads the entries of the dictionary at p: key to the place of its
// value. A key that stands twice is an error: readers would disagree.
func dictionary(data []byte, p int) (entries map[string]span, end int, err error) {
	if !bytes.HasPrefix(data[p:], []byte("<<")) {
		return nil, 0, errSyntax
	}
	entries = map[string]span{}
	for p += 2; ; {
		p = skipWhite(data, p)
		if bytes.HasPrefix(data[p:], []byte(">>")) {
			return entries, p + 2, nil
		}
		if p >= len(data) || data[p] != '/' {
			return nil, 0, errSyntax
		}
		keyEnd, err := value(data, p)
		if err != nil {
			return nil, 0, err
		}
		key := nameOf(data[p+1 : keyEnd])
		start := skipWhite(data, keyEnd)
		end, err := value(data, start)
		if err != nil {
			return nil, 0, err
		}
		if after := reference(data, end); after > 0 && start < len(data) && data[start] >= '0' && data[start] <= '9' {
			end = after
		}
		if _, twice := entries[key]; twice {
			return nil, 0, errSyntax
		}
		entries[key] = span{start, end}
		p = end
	}
}

// nameOf decodes a name, in which #41 stands for A.
func nameOf(written []byte) string {
	if bytes.IndexByte(written, '#') < 0 {
		return string(written)
	}
	var out []byte
	for i := 0; i < len(written); i++ {
		if written[i] == '#' && i+3 <= len(written) {
			if c, err := strconv.ParseUint(string(written[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(c))
				i += 2
				continue
			}
		}
		out = append(out, written[i])
	}
	return string(out)
}

// reference recognises the rest of "n g R" after n; 0 if it is none.
func reference(data []byte, p int) int {
	q := skipWhite(data, p)
	from := q
	for q < len(data) && data[q] >= '0' && data[q] <= '9' {
		q++
	}
	if q == from {
		return 0
	}
	q = skipWhite(data, q)
	if q < len(data) && data[q] == 'R' && (q+1 == len(data) || white(data[q+1]) || delimiter(data[q+1])) {
		return q + 1
	}
	return 0
}
