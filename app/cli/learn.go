package cli

import (
	"fmt"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/facts"
)

// learn asks the register of a gateway by the tax code, and fills what it says and the
// person did not.
func (c *call) learn(o *office.Office, dv *facts.DonVi, gw string) error {
	got, bad, err := o.LearnEmployer(c.ctx, dv.MaSoThue, gw)
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		return nil // entering it tells the same
	}
	fmt.Fprintln(c.Err, "Sổ đơn vị của cổng: "+got.Say)
	for _, f := range []struct {
		to   *string
		from string
	}{{&dv.Ten, got.Employer.Ten}, {&dv.MaDonVi, got.Employer.MaDonVi}, {&dv.CoQuanBHXH, got.Employer.CoQuanBHXH}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	if got.Asked {
		fmt.Fprintln(c.Err, "Cổng chưa cho biết: "+strings.Join(got.Unknown, ", "))
	}
	return nil
}
