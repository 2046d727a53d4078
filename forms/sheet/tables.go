package sheet

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Tab is one sheet of a workbook to be read by a person: heads, and lines of text.
type Tab struct {
	Name  string // the tab's; at most 31 signs
	Heads []string
	Lines [][]string
}

// WriteTabs writes a workbook of texts: what begins with "=" or a digit stays the
// text that it is. A password that is not empty encrypts the whole workbook as
// Excel does (ECMA-376 agile encryption); whoever opens it is asked for it.
func WriteTabs(tabs []Tab, password []byte) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: formatText, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	for i, t := range tabs {
		if i == 0 {
			err = f.SetSheetName("Sheet1", t.Name)
		} else {
			_, err = f.NewSheet(t.Name)
		}
		if err == nil {
			err = writeTab(f, t, bold, text)
		}
		if err != nil {
			return nil, fmt.Errorf("write workbook: sheet %d: %w", i+1, err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: string(password)}); err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return b.Bytes(), nil
}

func writeTab(f *excelize.File, t Tab, bold, text int) error {
	width := max(1, len(t.Heads))
	if err := f.SetSheetDimension(t.Name, fmt.Sprintf("A1:%s%d", colName(width-1), len(t.Lines)+1)); err != nil {
		return err
	}
	for i, h := range t.Heads {
		if err := f.SetCellStr(t.Name, colName(i)+"1", h); err != nil {
			return err
		}
	}
	if err := f.SetCellStyle(t.Name, "A1", colName(width-1)+"1", bold); err != nil {
		return err
	}
	if err := f.SetColWidth(t.Name, "A", colName(width-1), 24); err != nil {
		return err
	}
	if err := f.SetPanes(t.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for n, line := range t.Lines {
		for i, s := range line {
			if err := f.SetCellStr(t.Name, fmt.Sprintf("%s%d", colName(i), n+2), s); err != nil {
				return err
			}
		}
	}
	if len(t.Lines) == 0 {
		return nil
	}
	return f.SetCellStyle(t.Name, "A2", fmt.Sprintf("%s%d", colName(width-1), len(t.Lines)+1), text)
}
