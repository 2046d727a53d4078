package cli_test

import (
	"encoding/json"
	"os"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/sheet"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// formbook FILE JSON writes a workbook of forms given as JSON by tag.
func formBook(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: formbook FILE JSON")
	}
	var raw []json.RawMessage
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &raw))
	var docs []*form.Doc
	for _, r := range raw {
		d := new(form.Doc)
		ts.Check(json.Unmarshal(r, d))
		docs = append(docs, d)
	}
	data, err := sheet.WriteForms(docs, sheet.FormOptions{})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// setcells FILE LINES changes cells of a workbook, as another program that opens
// and saves it does. A line is "sheet!cell value"; the cell of a table is named by
// its row and the tag of its column, "D02-LT!1.HoTen", that of a head by its tag, that
// of any other workbook as programs do, "H2".
func setCells(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: setcells FILE LINES")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	for _, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[1])), "\n") {
		name, rest, ok := strings.Cut(line, "!")
		at, value, _ := strings.Cut(rest, "|")
		if !ok {
			ts.Fatalf("%s: no sheet", line)
		}
		ts.Check(f.SetCellStr(name, tagged(ts, f, name, at), value))
	}
	ts.Check(f.Save())
}

// tagged finds the cell of a tag.
func tagged(ts *testscript.TestScript, f *excelize.File, name, at string) string {
	rows, err := f.GetRows(name)
	ts.Check(err)
	num, tag, inTable := strings.Cut(at, ".")
	for r, row := range rows {
		for c, s := range row {
			switch {
			case inTable && s == tag && strings.HasPrefix(row[0], "AnKhai|"):
				n := 0
				for _, digit := range num {
					n = 10*n + int(digit-'0')
				}
				cell, err := excelize.CoordinatesToCellName(c+1, r+1+n)
				ts.Check(err)
				return cell
			case !inTable && s == at:
				cell, err := excelize.CoordinatesToCellName(c, r+1)
				ts.Check(err)
				return cell
			}
		}
	}
	if _, _, err := excelize.CellNameToCoordinates(at); err == nil {
		return at
	}
	ts.Fatalf("%s has no %s", name, at)
	return ""
}
