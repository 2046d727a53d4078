package office

import "testing"

// A work that is bound to an employer goes on for that one when another is taken at hand
// in the middle of it.
func TestForEmployer(t *testing.T) {
	o := sampleDesk(t)
	ctx := t.Context()
	first, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	work := ForEmployer(ctx, first.MaSoThue)
	before, err := o.People(work, SampleMonth)
	if err != nil || len(before) == 0 {
		t.Fatal(len(before), err)
	}
	other := first
	other.MaSoThue, other.Ten, other.ThucHanh = "0300588569", "CÔNG TY KHÁC", false
	if found, err := o.PutCompany(ctx, other); err != nil || blocking(found) {
		t.Fatal(found, err)
	}
	if now, err := o.Company(ctx); err != nil || now.MaSoThue != other.MaSoThue {
		t.Fatalf("at hand is %s (%v)", now.MaSoThue, err)
	}
	if dv, err := o.Company(work); err != nil || dv.MaSoThue != first.MaSoThue {
		t.Errorf("the work is %s's (%v)", dv.MaSoThue, err)
	}
	if after, err := o.People(work, SampleMonth); err != nil || len(after) != len(before) {
		t.Errorf("the work sees %d people, saw %d (%v)", len(after), len(before), err)
	}
	if ForEmployer(ctx, "") != ctx {
		t.Error("nobody's work is bound")
	}
}
