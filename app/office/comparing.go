package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// ErrNoPayroll: no payroll of that month has been taken in.
var ErrNoPayroll = errors.New("no payroll of that month")

// ErrNoPeople: a workbook names nobody.
var ErrNoPeople = errors.New("workbook without people")

// Compare holds the payroll of a month against the roster as it stood before
// it, and proposes what has to be declared. What people have decided about its lines is
// taken as they said it.
func (o *Office) Compare(ctx context.Context, month law.Month) (payroll.Result, error) {
	res, _, err := o.compare(ctx, month)
	return res, err
}

func (o *Office) compare(ctx context.Context, month law.Month) (payroll.Result, storage.Payroll, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return payroll.Result{}, storage.Payroll{}, err
	}
	p, err := o.store.Payroll(ctx, dv.MaSoThue, month)
	if errors.Is(err, storage.ErrNotFound) {
		return payroll.Result{}, p, fmt.Errorf("compare %s: %w", month.ISO(), ErrNoPayroll)
	}
	if err != nil {
		return payroll.Result{}, p, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month.Add(-1))
	if err != nil {
		return payroll.Result{}, p, err
	}
	decided, err := o.decisions(ctx, dv.MaSoThue)
	if err != nil {
		return payroll.Result{}, p, err
	}
	in := payroll.Input{DonVi: dv, Roster: roster, Rows: p.Rows, Month: month}
	for _, d := range decided {
		in.QuyetDinh = append(in.QuyetDinh, d.QuyetDinh)
	}
	res := payroll.Compare(in)
	var problems []sheet.Problem
	if err := json.Unmarshal(p.Problems, &problems); err != nil {
		return payroll.Result{}, p, fmt.Errorf("compare %s: problems of the payroll: %w", month.ISO(), err)
	}
	return holdBack(res, unread(problems)), p, nil
}

// unread are the cells of lines that may be people but were not taken.
func unread(problems []sheet.Problem) (cells []string) {
	for _, p := range problems {
		if p.Code == sheet.UnsureLine {
			cells = append(cells, p.Sheet+"!"+p.Cell)
		}
	}
	return cells
}

// holdBack proposes no decrease for people absent from a payroll some of whose
// lines were not read: one of them may be theirs.
func holdBack(res payroll.Result, unread []string) payroll.Result {
	if len(unread) == 0 {
		return res
	}
	kept := res.Proposals[:0:0]
	for _, p := range res.Proposals {
		if p.PhuongAn != "GH" || p.Source.O != "" {
			kept = append(kept, p)
			continue
		}
		res.Undecided = append(res.Undecided, payroll.ChuaRo{
			Loai: "dong-chua-doc", HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, TuThang: p.TuThang, Old: p.Old, New: p.New,
			LyDo: "Không có trong bảng lương, nhưng bảng lương có dòng chưa đọc được (" + strings.Join(unread, ", ") + "). Sửa các dòng đó rồi nhập lại",
		})
	}
	res.Proposals = kept
	return res
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
