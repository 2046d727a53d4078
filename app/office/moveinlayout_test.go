package office

import (
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/sheet/mau"
)

// Every layout of workbooks is moved in: clean, each person of the answer becomes a
// line; dirty, each fault of the answer is named with its cell, all of them at once.
func TestMoveInEveryLayout(t *testing.T) {
	const n = 200
	for _, layout := range mau.Cac {
		if layout == "L6" || layout == "L7" || layout == "L8" {
			continue // timesheets, claims and statements tell of no history
		}
		o := switchDesk(t)
		clean := mau.Sach(layout, n)
		res := moveIn(t, o, MoveInFile{Name: "sach-2026-11.xlsx", Data: mau.Viet(clean.Trang, mau.Cach{})})
		if f := res.Files[0]; f.State != MovedNew || f.Kind != layout || f.Lines != len(clean.Nguoi) || len(f.Months) != 1 || f.Months[0] != mau.Thang.ISO() {
			t.Errorf("%s: %+v, want %d lines", layout, f, len(clean.Nguoi))
		}
		for _, p := range res.Problems {
			if p.Level == form.Loi {
				t.Errorf("%s clean: %v", layout, p)
			}
		}
		dirty := mau.Ban(layout, n)
		dry, err := o.MoveIn(t.Context(), MoveInInput{DryRun: true, Files: []MoveInFile{{Name: "ban-2026-11.xlsx", Data: mau.Viet(dirty.Trang, mau.Cach{})}}})
		if err != nil {
			t.Fatal(err)
		}
		type place struct{ sheet, cell, code string }
		named := map[place]bool{}
		for _, p := range dry.Problems {
			named[place{p.Sheet, p.Cell, p.Code}] = true
		}
		if len(dirty.Loi) == 0 {
			t.Errorf("%s: the dirty workbook has no fault", layout)
		}
		for _, l := range dirty.Loi {
			if !named[place{l.Sheet, l.O, l.Ma}] {
				t.Errorf("%s dirty: %s at %s!%s is not named", layout, l.Ma, l.Sheet, l.O)
			}
		}
	}
}
