package sheet

import "github.com/xuri/excelize/v2"

// setWidth makes a column, counted from 0, so many characters wide. Excel's widths are
// fractions, and nowhere else in this package is there one.
func setWidth(f *excelize.File, tab string, col, chars int) error {
	return f.SetColWidth(tab, colName(col), colName(col), float64(chars))
}
