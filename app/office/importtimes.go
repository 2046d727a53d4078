package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// importTimes takes in a workbook that is a timesheet and nothing else: the days go
// to the people of the month's payroll, which stays otherwise as it was.
func (o *Office) importTimes(ctx context.Context, mst string, in ImportInput, res ImportResult) (ImportResult, error) {
	book := res.Book
	res.Rows = len(book.Times)
	kept, err := o.store.Payroll(ctx, mst, in.Month)
	if errors.Is(err, storage.ErrNotFound) {
		book.BeforePayroll(in.Month)
		return res, o.learn(ctx, mst, book)
	}
	if err != nil {
		return res, err
	}
	for i := range kept.Rows {
		forgetTimes(&kept.Rows[i])
	}
	met, left := sheet.MergeTimes(kept.Rows, book.Times)
	book.Problems = append(book.Problems, left...)
	res.Times = met
	if met == 0 {
		return res, o.learn(ctx, mst, book)
	}
	var problems []sheet.Problem
	if len(kept.Problems) > 0 {
		if err := json.Unmarshal(kept.Problems, &problems); err != nil {
			return res, fmt.Errorf("read problems of the payroll: %w", err)
		}
	}
	var rest []sheet.Problem
	for _, p := range problems {
		if !p.OfTimes() {
			rest = append(rest, p)
		}
	}
	if kept.Problems, err = json.Marshal(append(rest, book.Problems...)); err != nil {
		return res, fmt.Errorf("keep problems: %w", err)
	}
	kept.At = o.now()
	if err := o.store.PutPayroll(ctx, mst, in.Month, kept); err != nil {
		return res, err
	}
	res.Kept = true
	return res, o.learn(ctx, mst, book)
}

// forgetTimes takes back what an earlier timesheet said of somebody, so that the
// same one taken in again, corrected, says it anew.
func forgetTimes(d *facts.DongLuong) {
	if !d.ChamCong.Co() {
		return
	}
	if n, ok := d.ChamCong.HuongLuong(); ok && d.NgayCongBiet && d.NgayCong == n {
		d.NgayCong, d.NgayCongBiet = 0, false
	}
	if d.KhongLuong == d.ChamCong.Ngay(facts.NuaKhongLuong) {
		d.KhongLuong = 0
	}
	d.ChamCong = facts.ChamCong{}
}

// carryTimes gives a payroll that is taken in again the days of the timesheet that
// was joined to it before.
func (o *Office) carryTimes(ctx context.Context, mst string, month law.Month, rows []facts.DongLuong) error {
	for i := range rows {
		if rows[i].ChamCong.Co() {
			return nil // the workbook has a timesheet of its own
		}
	}
	old, err := o.store.Payroll(ctx, mst, month)
	if errors.Is(err, storage.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	sheet.MergeTimes(rows, old.Rows)
	return nil
}

// withSymbols is a mapping in which signs of timesheets mean what was told.
func withSymbols(m *sheet.Mapping, told map[string]string) *sheet.Mapping {
	if len(told) == 0 {
		return m
	}
	out := sheet.Mapping{}
	if m != nil {
		out = *m
	}
	out.Symbols = maps.Clone(out.Symbols)
	if out.Symbols == nil {
		out.Symbols = map[string]string{}
	}
	maps.Copy(out.Symbols, told)
	return &out
}
