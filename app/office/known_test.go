package office

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Of a person and an employer of whom nothing is known nothing is filled in, on any
// form, but the day of drafting; D02-LT fills what d02lt.TuDien names.
func TestNothingIsInvented(t *testing.T) {
	for tag, text := range ofPerson(facts.NguoiLaoDong{}) {
		if text != "" {
			t.Errorf("of nobody: %s is %q", tag, text)
		}
	}
	for tag, text := range ofEmployer(facts.DonVi{}, 20261122) {
		if text != "" && tag != "NgayLap" {
			t.Errorf("of no employer: %s is %q", tag, text)
		}
	}
	for _, f := range form.Forms() {
		if f.Agency || f.ID == "D02-LT" {
			continue
		}
		r := rowOf(f, facts.NguoiLaoDong{}, "", SampleMonth, "")
		for _, c := range f.Table.Columns() {
			if c.Get(r).A == form.Known {
				t.Errorf("%s: %s is filled of nobody", f.ID, c.Tag)
			}
		}
	}
}
