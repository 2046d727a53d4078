package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"ankhai/app/office"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// keptPayroll shows the payroll of a month as it was taken in.
func (c *call) keptPayroll(m law.Month) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	p, err := o.Payroll(c.ctx, m)
	if errors.Is(err, storage.ErrNotFound) {
		err = office.ErrNoPayroll
	}
	if err != nil {
		return err
	}
	problems := []sheet.Problem{}
	if len(p.Problems) > 0 {
		if err := json.Unmarshal(p.Problems, &problems); err != nil {
			return fmt.Errorf("read problems of the payroll of %s: %w", m, err)
		}
	}
	return c.answer(map[string]any{"month": m.ISO(), "file": p.TenTep, "layout": p.Layout, "at": p.At.UTC().Format(time.RFC3339), "rows": list(p.Rows), "problems": list(problems)}, func(w io.Writer) {
		fmt.Fprintf(w, "Bảng lương tháng %s: %d người, từ %s, nhập lúc %s\n", m, len(p.Rows), p.TenTep, stamp(p.At))
		for _, x := range problems {
			fmt.Fprintf(w, "%s %s  %s!%s  %s\n", x.Level, x.Code, x.Sheet, x.Cell, x.Message)
		}
	})
}
