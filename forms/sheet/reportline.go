package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

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

// readable is how many digits stand beside each other on a page of A4 across, in a type
// that can be read.
const readable = 230

// printed sets the paper of a wide table: A4 across, the line of the heads and the first
// columns on every page, and as many pages beside each other as its width in digits asks.
func (b *formBook) printed(name string, head, pin, wide int) {
	titles := fmt.Sprintf("'%s'!$%d:$%d", name, head, head)
	if pin > 0 {
		titles = fmt.Sprintf("'%s'!$A:$%s,", name, colName(pin-1)) + titles
	}
	b.try(b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: titles}))
	landscape, order, a4, across, down, fit := "landscape", "overThenDown", 9, (wide+readable-1)/readable, 0, true
	b.try(b.f.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, PageOrder: &order, Size: &a4, FitToWidth: &across, FitToHeight: &down}))
	b.try(b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, edge := 0.4, 0.6
	b.try(b.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge}))
	b.try(b.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RTrang &P/&N"}))
}
