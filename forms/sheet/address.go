package sheet

import (
	"bytes"
	"strconv"
)

// atoi reads a small number without a sign.
func atoi(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// parseCell reads "AB12" as column (from 0) and row (from 1).
func parseCell(b []byte) (col, num int, ok bool) {
	i := 0
	for i < len(b) && b[i] == '$' {
		i++
	}
	from := i
	for i < len(b) && (b[i]|0x20) >= 'a' && (b[i]|0x20) <= 'z' {
		if i-from >= 3 {
			return 0, 0, false
		}
		col = col*26 + int(b[i]|0x20-'a') + 1
		i++
	}
	if i == from {
		return 0, 0, false
	}
	if i < len(b) && b[i] == '$' {
		i++
	}
	num, ok = atoi(b[i:])
	return col - 1, num, ok && num > 0
}

func parseArea(b []byte) (top, left, bottom, right int, ok bool) {
	a, z, two := bytes.Cut(b, []byte(":"))
	left, top, ok = parseCell(a)
	if !two {
		return top, left, top, left, ok
	}
	right, bottom, ok2 := parseCell(z)
	return top, left, bottom, right, ok && ok2 && bottom >= top && right >= left
}

// colName writes a column from 0 as "A" … "IV".
func colName(c int) string {
	if c < 26 {
		return string(rune('A' + c))
	}
	return colName(c/26-1) + string(rune('A'+c%26))
}

func cellName(c, num int) string { return colName(c) + strconv.Itoa(num) }
