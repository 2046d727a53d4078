package office

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"ankhai/forms/sheet"
)

// Marked writes a workbook of the user's again with a comment on every cell of a
// problem, so that it can be mended in Excel and taken in again; nothing else in it
// changes. An old .xls and a table of texts become an .xlsx. marked counts the cells.
func (o *Office) Marked(ctx context.Context, name string, data []byte, problems []sheet.Problem) (out File, marked int, err error) {
	made, marked, err := sheet.Mark(ctx, data, name, problems)
	if modern := asWorkbook(ctx, data, err); modern != nil {
		made, marked, err = sheet.Mark(ctx, modern, "", problems)
	}
	if err != nil {
		return File{}, 0, fmt.Errorf("mark workbook: %w", err)
	}
	ext := strings.ToLower(filepath.Ext(name))
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	if ext != ".xlsm" {
		ext = ".xlsx"
	}
	return File{Name: stem + "-ghi-chu" + ext, Bytes: made}, marked, nil
}
