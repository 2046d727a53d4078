package cli

import (
	"errors"
	"fmt"
	"io"

	"ankhai/app/office"
)

// listEmployers lists the employers of the data folder, and which is at hand.
func (c *call) listEmployers() error {
	o, err := c.office()
	if err != nil {
		return err
	}
	all, err := o.Companies(c.ctx)
	if err != nil {
		return err
	}
	now, err := o.Company(c.ctx)
	if err != nil && !errors.Is(err, office.ErrNoCompany) {
		return err
	}
	out, rows := []map[string]any{}, [][]string{}
	for _, dv := range all {
		mark := ""
		if dv.MaSoThue == now.MaSoThue {
			mark = "*"
		}
		out = append(out, map[string]any{"taxCode": dv.MaSoThue, "name": dv.Ten, "unitCode": dv.MaDonVi, "atHand": mark != "", "practice": dv.ThucHanh})
		rows = append(rows, []string{mark, dv.MaSoThue, dv.MaDonVi, dv.Ten})
	}
	return c.answer(map[string]any{"employers": out}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Chưa có đơn vị nào. Nhập đơn vị: bhxh init")
			return
		}
		table(w, rows)
	})
}

// useEmployer takes another employer at hand.
func (c *call) useEmployer(mst string) error {
	mst, err := c.employer(mst)
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.SetCompany(c.ctx, mst); err != nil {
		return err
	}
	dv, err := o.Company(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"taxCode": dv.MaSoThue, "name": dv.Ten}, func(w io.Writer) { fmt.Fprintf(w, "Đang mở: %s · %s\n", dv.Ten, dv.MaSoThue) })
}
