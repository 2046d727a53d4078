package sheet

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// asWorkbook makes a workbook of a table of texts, cell for cell: texts stay texts,
// so that identifiers keep their zeros and nothing becomes a formula.
func (w *opened) asWorkbook(ctx context.Context) ([]byte, error) {
	var g *grid
	if err := w.sheets(ctx, nil, func(_ sheetPart, read *grid) { g = read }); err != nil {
		return nil, err
	}
	f := excelize.NewFile()
	defer f.Close()
	name := tabName(w.ix.sheets[0].name)
	fail := func(err error) ([]byte, error) { return nil, fmt.Errorf("write texts as a workbook: %w", err) }
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return fail(err)
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: formatText})
	if err != nil {
		return fail(err)
	}
	width := 1
	for i := range g.cells {
		width = max(width, int(g.cells[i].col)+1)
	}
	if err := f.SetSheetDimension(name, "A1:"+cellName(width-1, max(g.lastRow, 1))); err != nil {
		return fail(err)
	}
	stream, err := f.NewStreamWriter(name)
	if err != nil {
		return fail(err)
	}
	for _, r := range g.rows {
		line := make([]any, width)
		for _, c := range g.of(r) {
			line[c.col] = excelize.Cell{StyleID: text, Value: strings.TrimSpace(c.s)}
		}
		if err := stream.SetRow(fmt.Sprintf("A%d", r.num), line); err != nil {
			return fail(err)
		}
	}
	if err := stream.Flush(); err != nil {
		return fail(err)
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		return fail(err)
	}
	return b.Bytes(), nil
}

// tabName is a name that a sheet may have: no more than 31 signs, none of those
// that addresses are made of.
func tabName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return '-'
		}
		return r
	}, clean(s))
	if r := []rune(s); len(r) > 31 {
		s = strings.TrimSpace(string(r[:31]))
	}
	if s == "" {
		return "Bảng"
	}
	return s
}
