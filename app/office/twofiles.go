package office

import (
	"context"
	"fmt"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/sheet"
)

// TwoFiles is two payroll workbooks to be compared without a data folder.
type TwoFiles struct {
	OldName, NewName string
	Old, New         []byte
	Month            law.Month   // of the new one; 0 = the month its title names, else the month on the clock
	DonVi            facts.DonVi // whose payrolls they are; blank when not known
}

// FileProblem is a problem of one of two workbooks.
type FileProblem struct {
	File string `json:"file"`
	sheet.Problem
}

// CompareFiles opens a roster with the old workbook and compares the new one
// with it. Nothing is stored. The problems are those of both workbooks.
func CompareFiles(ctx context.Context, in TwoFiles, now func() time.Time) (payroll.Result, []FileProblem, error) {
	old, _, err := readSheet(ctx, in.Old, sheet.Options{Name: in.OldName})
	if err != nil {
		return payroll.Result{}, nil, fmt.Errorf("read the older workbook: %w", err)
	}
	fresh, _, err := readSheet(ctx, in.New, sheet.Options{Name: in.NewName, Month: in.Month})
	if err != nil {
		return payroll.Result{}, nil, fmt.Errorf("read the newer workbook: %w", err)
	}
	var problems []FileProblem
	for _, x := range old.Problems {
		problems = append(problems, FileProblem{in.OldName, x})
	}
	for _, x := range fresh.Problems {
		problems = append(problems, FileProblem{in.NewName, x})
	}
	if len(old.Rows) == 0 || len(fresh.Rows) == 0 {
		return payroll.Result{}, problems, ErrNoPeople
	}
	month := in.Month
	for _, s := range fresh.Sheets {
		if month == 0 {
			month = s.Month
		}
	}
	if month == 0 {
		month = dayIn(now()).Month()
	}
	res := payroll.Compare(payroll.Input{DonVi: in.DonVi, Roster: payroll.Open(old.Rows, month.Add(-1)), Rows: fresh.Rows, Month: month})
	return holdBack(res, unread(fresh.Problems)), problems, nil
}

// CompareTwo is CompareFiles for the employer at hand, today.
func (o *Office) CompareTwo(ctx context.Context, in TwoFiles) (payroll.Result, []FileProblem, error) {
	in.DonVi, _ = o.Company(ctx) // two files are compared without one as well
	return CompareFiles(ctx, in, o.now)
}
