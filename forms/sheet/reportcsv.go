package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"ankhai/forms/law"
)

// WriteCSV writes a sheet of a report as a text table for Excel and for programs:
// UTF-8 with its mark, semicolons, lines that end with CR LF, a head line, no title and
// no totals. Amounts are plain digits, days dd/MM/yyyy, months MM/yyyy.
//
// A spreadsheet that opens a text table takes what begins with = + - @ for a formula,
// so such a text has an apostrophe in front, which Read takes off again.
func WriteCSV(t ReportTab) ([]byte, error) {
	var b strings.Builder
	b.WriteString("\ufeff")
	line := func(n int, cell func(i int) (string, error)) error {
		for i := range n {
			s, err := cell(i)
			if err != nil {
				return err
			}
			if i > 0 {
				b.WriteByte(';')
			}
			if strings.ContainsAny(s, `;"`) || s != strings.TrimSpace(s) {
				s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			b.WriteString(s)
		}
		b.WriteString("\r\n")
		return nil
	}
	if err := line(len(t.Cols), func(i int) (string, error) { return noFormula(plainText(t.Cols[i].Head)), nil }); err != nil {
		return nil, err
	}
	for n, row := range t.Rows {
		if err := line(len(t.Cols), func(i int) (string, error) {
			if i >= len(row) {
				return "", nil
			}
			return csvCell(row[i])
		}); err != nil {
			return nil, fmt.Errorf("write text table: row %d: %w", n+1, err)
		}
	}
	return []byte(b.String()), nil
}

func csvCell(x any) (string, error) {
	switch x := x.(type) {
	case nil:
		return "", nil
	case string:
		return noFormula(plainText(x)), nil
	case int64:
		return strconv.FormatInt(x, 10), nil
	case Fixed:
		return strings.Replace(x.String(), ".", ",", 1), nil
	case law.Day:
		return x.String(), nil
	case law.Month:
		return x.String(), nil
	}
	return "", fmt.Errorf("a cell of %T", x)
}

// formulaSigns are what a spreadsheet takes for the beginning of a formula.
const formulaSigns = "=+-@\t\r"

// noFormula puts an apostrophe before a text that begins like a formula, and before
// one that would be taken for a text so guarded.
func noFormula(s string) string {
	if guardedFormula(s) {
		return "'" + s
	}
	return s
}

// withoutGuard takes that apostrophe off.
func withoutGuard(s string) string {
	if strings.HasPrefix(s, "'") && guardedFormula(s) {
		return s[1:]
	}
	return s
}

func guardedFormula(s string) bool {
	bare := strings.TrimLeft(s, "'")
	return bare != "" && strings.IndexByte(formulaSigns, bare[0]) >= 0
}
