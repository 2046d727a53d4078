package sheet

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// NumberTab is a sheet of a report: heads, and lines of texts and whole numbers.
type NumberTab struct {
	Name  string // at most 31 signs
	Heads []string
	Wide  []int   // columns that hold sentences, from 0
	Lines [][]any // string or int64; nil leaves the cell empty
}

// WriteNumberTabs writes a report: numbers are numbers, shown in groups of three, and
// texts stay the texts that they are, whatever they begin with.
func WriteNumberTabs(tabs []NumberTab) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	groups := "#,##0"
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	if err != nil {
		return nil, fmt.Errorf("write report: %w", err)
	}
	number, err := f.NewStyle(&excelize.Style{CustomNumFmt: &groups})
	if err != nil {
		return nil, fmt.Errorf("write report: %w", err)
	}
	for i, t := range tabs {
		if i == 0 {
			err = f.SetSheetName("Sheet1", t.Name)
		} else {
			_, err = f.NewSheet(t.Name)
		}
		if err == nil {
			err = t.write(f, head, number)
		}
		if err != nil {
			return nil, fmt.Errorf("write report: sheet %d: %w", i+1, err)
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write report: %w", err)
	}
	return b.Bytes(), nil
}

func (t NumberTab) write(f *excelize.File, head, number int) error {
	for i, h := range t.Heads {
		if err := f.SetCellStr(t.Name, cellName(i, 1), h); err != nil {
			return err
		}
		if err := f.SetCellStyle(t.Name, cellName(i, 1), cellName(i, 1), head); err != nil {
			return err
		}
	}
	if n := len(t.Heads); n > 0 {
		if err := f.SetColWidth(t.Name, "A", colName(n-1), 16); err != nil {
			return err
		}
	}
	for _, i := range t.Wide {
		if err := f.SetColWidth(t.Name, colName(i), colName(i), 60); err != nil {
			return err
		}
	}
	for n, line := range t.Lines {
		for i, x := range line {
			at := cellName(i, n+2)
			var err error
			switch x := x.(type) {
			case nil:
			case int64:
				if err = f.SetCellInt(t.Name, at, x); err == nil {
					err = f.SetCellStyle(t.Name, at, at, number)
				}
			case string:
				err = f.SetCellStr(t.Name, at, x)
			default:
				err = fmt.Errorf("%s: a cell of %T", at, x)
			}
			if err != nil {
				return err
			}
		}
	}
	return f.SetPanes(t.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}
