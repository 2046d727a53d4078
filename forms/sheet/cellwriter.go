package sheet

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/law"
)

// cellWriter writes the rows of a sheet's part, cell by cell, in the looks of reports.
// The first error stays.
type cellWriter struct {
	out   []byte
	cols  []string          // their letters
	looks map[string]string // attributes with the styles
	num   string            // of the line
	err   error
}

// roomOfCell is about how long a cell is in the part, in bytes.
const roomOfCell = 48

func newCellWriter(b *formBook, cols int) *cellWriter {
	w := &cellWriter{cols: make([]string, cols), looks: map[string]string{}}
	for i := range w.cols {
		w.cols[i] = colName(i)
	}
	for _, name := range []string{lookText, lookMoney, lookNumber, lookDay, lookMonth} {
		w.looks[name] = `" s="` + strconv.Itoa(b.look(name)) + `"`
	}
	return w
}

// row begins a line that is so many lines of text tall.
func (w *cellWriter) row(num, tall int) {
	w.num = strconv.Itoa(num)
	w.add(`<row r="`, w.num, `"`)
	if tall > 1 {
		w.add(` ht="`, strconv.Itoa(min(tall*lineHeight, mostHeight)), `" customHeight="1"`)
	}
	w.add(">")
}

// The heights of a line of text and of the tallest row that Excel has, in points.
const lineHeight, mostHeight = 15, 409

// tallest is on how many lines the longest of a row's texts stands: programs do not all
// grow a row with its words. wide are the widths of the columns in digits.
func tallest(row []any, wide []int) int {
	most := 1
	for i, x := range row {
		s, ok := x.(string)
		if !ok || i >= len(wide) || len(s) <= wide[i] {
			continue
		}
		n := linesOf(s, wide[i]*10, 110)
		if n == 0 { // one word, which is broken
			n = (utf8.RuneCountInString(s) + wide[i] - 1) / wide[i]
		}
		most = max(most, n)
	}
	return most
}

func (w *cellWriter) end() { w.add("</row>") }

func (w *cellWriter) add(parts ...string) {
	for _, s := range parts {
		w.out = append(w.out, s...)
	}
}

// cell writes what a cell of a report may hold, see ReportTab.
func (w *cellWriter) cell(col int, x any) {
	switch x := x.(type) {
	case string:
		if s := plainText(x); s != "" {
			w.text(col, s)
			return
		}
	case int64:
		w.number(col, lookMoney, strconv.FormatInt(x, 10))
		return
	case Fixed:
		w.number(col, lookNumber, x.String())
		return
	case law.Day:
		if x.Valid() && x >= firstSure {
			w.number(col, lookDay, serialOf(x))
			return
		}
	case law.Month:
		if x.Valid() && x.First() >= firstSure {
			w.number(col, lookMonth, serialOf(x.First()))
			return
		}
	case nil:
	default:
		w.fail(fmt.Errorf("%s%s: a cell of %T", w.cols[col], w.num, x))
	}
	w.add(`<c r="`, w.cols[col], w.num, w.looks[lookText], `/>`)
}

func (w *cellWriter) number(col int, look, v string) {
	w.add(`<c r="`, w.cols[col], w.num, w.looks[look], `><v>`, v, `</v></c>`)
}

func (w *cellWriter) text(col int, s string) {
	if len(s) > excelize.TotalCellChars && utf16Len(s) > excelize.TotalCellChars {
		w.fail(fmt.Errorf("%s%s: %w", w.cols[col], w.num, ErrLongText))
	}
	w.add(`<c r="`, w.cols[col], w.num, w.looks[lookText], ` t="inlineStr"><is><t xml:space="preserve">`, xmlEscaper.Replace(escapeX(s)), `</t></is></c>`)
}

func (w *cellWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}
