package payroll

import (
	"testing"

	"ankhai/forms/facts"
)

// Of somebody of whom the roster has a gap nothing is proposed: neither that they are
// back nor that they have left.
func TestGapIsAsked(t *testing.T) {
	p := an()
	p.TrangThai, p.TuThang = facts.ChuaRo, 202605
	for name, rows := range map[string][]facts.DongLuong{"in the payroll": {row()}, "absent": {}} {
		r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{p}, Rows: rows, Month: thang})
		if len(r.Proposals) != 0 || len(r.Undecided) != 1 || r.Undecided[0].Loai != MauThuan {
			t.Errorf("%s: got\n%s", name, brief(r))
		}
	}
}
