package sheet

import (
	"context"
	"fmt"
	"strings"
)

// CellSheet is a sheet as texts: what is read of a workbook that is neither a payroll
// nor a workbook of forms.
type CellSheet struct {
	Name string
	Rows [][]Cell // rows without cells are left out
}

// Cell is one cell: a text as it is kept (NFC, single spaces), a number as plain
// digits with a point before a fraction, a day as dd/MM/yyyy.
type Cell struct {
	Col  int    // from 0
	At   string // "E17"
	Text string
	Lost bool // something stands there that cannot be known: a Problem names it
}

// ReadCells reads the sheets that are seen, with the guards of Read: what is wrong
// with the file as a whole is an error that wraps a *Refusal. A formula without a
// saved result and a cell that shows an error are Problems: their cells have no text
// and are Lost, not blank.
func ReadCells(ctx context.Context, data []byte, progress func(done, total int)) ([]CellSheet, []Problem, error) {
	if _, err := openPack(data); err != nil { // lines of text have no cells
		return nil, nil, fmt.Errorf("read cells: %w", err)
	}
	w, err := open(data, "")
	if err != nil {
		return nil, nil, fmt.Errorf("read cells: %w", err)
	}
	var out []CellSheet
	var problems []Problem
	err = w.sheets(ctx, progress, func(p sheetPart, g *grid) {
		if p.hidden {
			return
		}
		c := cellTexts{faults: faults{sheet: clean(p.name)}, date1904: w.ix.date1904}
		out = append(out, CellSheet{Name: c.sheet, Rows: c.rows(g)})
		problems = append(problems, c.list...)
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read cells: %w", err)
	}
	w.done(progress)
	return out, problems, nil
}

// cellTexts writes the cells of a sheet as texts.
type cellTexts struct {
	faults
	date1904 bool
}

func (c *cellTexts) rows(g *grid) (out [][]Cell) {
	for _, r := range g.rows {
		var line []Cell
		for _, x := range g.of(r) {
			at := cellName(int(x.col), r.num)
			lost := x.kind == cellNoValue || x.kind == cellError
			if s := c.text(&x, at); s != "" || lost {
				line = append(line, Cell{int(x.col), at, s, lost})
			}
		}
		if len(line) > 0 {
			out = append(out, line)
		}
	}
	return out
}

func (c *cellTexts) text(x *cell, at string) string {
	switch x.kind {
	case cellNoValue:
		c.loi(at, "", xlNoResult, "Ô "+at+": công thức chưa có kết quả lưu trong tệp. Mở bằng Excel, bấm F9 rồi lưu lại", "")
		return ""
	case cellError:
		c.loi(at, x.s, xlCellError, "Ô "+at+" báo lỗi "+x.s+". Sửa công thức trong Excel rồi lưu lại", "")
		return ""
	case cellNumber:
		return c.number(x)
	case cellDay:
		if w := readWhen(x, c.date1904); w.ok {
			return w.day.String()
		}
	case cellText:
		if to, old := oldEncoding(x.s, x.look); old && to != "" {
			return clean(to)
		}
	}
	return clean(x.s)
}

func (c *cellTexts) number(x *cell) string {
	d, ok := parseDecimal(x.s)
	if !ok {
		return clean(x.s)
	}
	if x.look&lookDate != 0 {
		if day, ok := serialDay(d, c.date1904); ok {
			return day.String()
		}
	}
	const places = 4 // beyond it lies the noise of binary fractions
	n, _, fits := d.scaled(places)
	if !fits {
		return clean(x.s)
	}
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return sign + strings.ReplaceAll(fixed(n, places), ",", ".")
}
