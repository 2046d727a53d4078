package office

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// bookOf writes a workbook of one sheet, «Luong»: cells apart by tabs, plain text or
// n:number d:number shown as a day f: formula that was never computed. Lines that
// begin with @ say @merge A1:B2 and @hide, which hides the row that follows.
func bookOf(t *testing.T, lines string) []byte {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	const sheet = "Luong"
	f := excelize.NewFile()
	defer f.Close()
	must(f.SetSheetName("Sheet1", sheet))
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	row, hide := 0, false
	for line := range strings.Lines(lines) {
		line = strings.TrimRight(line, "\n")
		if area, ok := strings.CutPrefix(line, "@merge "); ok {
			from, to, _ := strings.Cut(area, ":")
			must(f.MergeCell(sheet, from, to))
			continue
		}
		if line == "@hide" {
			hide = true
			continue
		}
		row++
		for i, s := range strings.Split(line, "\t") {
			cell, err := excelize.CoordinatesToCellName(i+1, row)
			must(err)
			kind, rest, _ := strings.Cut(s, ":")
			switch n, bad := strconv.ParseFloat(rest, 64); {
			case (kind == "n" || kind == "d") && bad == nil:
				must(f.SetCellValue(sheet, cell, n))
				if kind == "d" {
					must(f.SetCellStyle(sheet, cell, cell, day))
				}
			case kind == "f":
				must(f.SetCellFormula(sheet, cell, rest))
			case s != "":
				must(f.SetCellStr(sheet, cell, s))
			}
		}
		if hide {
			must(f.SetRowVisible(sheet, row, false))
			hide = false
		}
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

// workbook takes a payroll in and says its problems by cell.
func (d *errorDesk) workbook(name, text string) {
	res, err := d.o.Import(d.t.Context(), ImportInput{Name: name, Data: bookOf(d.t, text), Month: SampleMonth})
	if err != nil {
		d.say("không nhận: %s", Say(err))
		return
	}
	for _, p := range res.Book.Problems {
		d.say("%s %s %s!%s: %s%s", p.Code, p.Level, p.Sheet, p.Cell, p.Message, fixWords(p.Fix))
	}
	d.say("%d dòng người lao động", res.Rows)
}
