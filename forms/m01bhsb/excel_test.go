package m01bhsb

import "testing"

// Every column of the workbook is one of the form, and none stands twice.
func TestExcelColumns(t *testing.T) {
	if len(ExcelPhatSinh) != 23 {
		t.Errorf("got %d columns, the workbook has 23", len(ExcelPhatSinh))
	}
	seen := map[string]string{}
	for _, c := range ExcelPhatSinh {
		if B166.Table.Column(c.Cot.Tag) != c.Cot {
			t.Errorf("%s: %s is no column of the form", c.Ten, c.Cot.Tag)
		}
		if other := seen[c.Cot.Tag]; other != "" {
			t.Errorf("%s and %s fill the same column", other, c.Ten)
		}
		seen[c.Cot.Tag] = c.Ten
	}
}
