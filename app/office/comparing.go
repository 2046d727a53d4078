package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// ErrNoPayroll: no payroll of that month has been taken in.
var ErrNoPayroll = errors.New("no payroll of that month")

// ErrNoPeople: a workbook names nobody.
var ErrNoPeople = errors.New("workbook without people")

// Compare holds the payroll of a month against the roster as it stood before
// it, and proposes what has to be declared.
func (o *Office) Compare(ctx context.Context, month law.Month) (payroll.Result, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return payroll.Result{}, err
	}
	p, err := o.store.Payroll(ctx, dv.MaSoThue, month)
	if errors.Is(err, storage.ErrNotFound) {
		return payroll.Result{}, fmt.Errorf("compare %s: %w", month.ISO(), ErrNoPayroll)
	}
	if err != nil {
		return payroll.Result{}, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month.Add(-1))
	if err != nil {
		return payroll.Result{}, err
	}
	return payroll.Compare(payroll.Input{DonVi: dv, Roster: roster, Rows: p.Rows, Month: month}), nil
}

// Payroll is the payroll of a month as it was taken in.
func (o *Office) Payroll(ctx context.Context, month law.Month) (storage.Payroll, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Payroll{}, err
	}
	return o.store.Payroll(ctx, dv.MaSoThue, month)
}

// PayrollMonths lists the months whose payroll has been taken in.
func (o *Office) PayrollMonths(ctx context.Context) ([]law.Month, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return o.store.Payrolls(ctx, dv.MaSoThue)
}
