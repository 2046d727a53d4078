package office

import "testing"

// Two payrolls are compared for the employer at hand, and nothing of them is kept.
func TestTwoFilesAreCompared(t *testing.T) {
	o := openDesk(t, t.TempDir())
	if err := o.Rehearse(t.Context()); err != nil {
		t.Fatal(err)
	}
	before, err := o.PayrollMonths(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	older, err := SampleWorkbook(SampleMonth.Add(-1))
	if err != nil {
		t.Fatal(err)
	}
	newer, err := SampleWorkbook(SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	res, problems, err := o.CompareTwo(t.Context(), TwoFiles{OldName: older.Name, Old: older.Bytes, NewName: newer.Name, New: newer.Bytes})
	if err != nil || len(res.Proposals) == 0 {
		t.Fatalf("%d proposals, %d problems, %v", len(res.Proposals), len(problems), err)
	}
	if res, _, err := o.CompareTwo(t.Context(), TwoFiles{OldName: newer.Name, Old: newer.Bytes, NewName: newer.Name, New: newer.Bytes}); err != nil || len(res.Proposals) != 0 {
		t.Errorf("a payroll differs from itself: %+v, %v", res.Proposals, err)
	}
	if after, err := o.PayrollMonths(t.Context()); err != nil || len(after) != len(before) {
		t.Errorf("payrolls of %v, before %v (%v)", after, before, err)
	}
}
