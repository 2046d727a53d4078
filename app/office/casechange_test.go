package office

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ankhai/storage"
)

// The case of a draft is changed among those that its procedure takes; what changes in
// its papers is told, and what was given counts again when the case is changed back.
func TestChangeCase(t *testing.T) {
	o := sampleDesk(t)
	id := sampleDraft(t, o, "C4").ID
	may, err := o.CaseChoices(t.Context(), id)
	if err != nil || len(may) < 3 || may[0].Service != "C4" {
		t.Fatalf("%+v %v", may, err)
	}
	papers, err := o.Papers(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	first := papers[0]
	if err := o.AttachPaper(t.Context(), id, first.ID(), "khai-sinh.pdf", slipOf(t, o, "khai-sinh"), storage.Mark{}); err != nil {
		t.Fatal(err)
	}
	other := ""
	var ch CaseChange
	for _, c := range may {
		if c.Case == "C4.01" {
			continue
		}
		if ch, err = o.ChangeCase(t.Context(), id, strings.ToLower(c.Case)); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(ch.Gone, first.Papers.Ten()) {
			other = c.Case
			break
		}
		if _, err := o.ChangeCase(t.Context(), id, "C4.01"); err != nil {
			t.Fatal(err)
		}
	}
	if other == "" || len(ch.Added) == 0 || ch.Same() || ch.WasCase != "C4.01" || ch.Was != CaseName("C4.01") || ch.Now != CaseName(other) {
		t.Fatalf("to %q: %+v", other, ch)
	}
	v, err := o.Dossier(t.Context(), id)
	if err != nil || v.Case != other || len(v.Attached) != 1 {
		t.Errorf("is %s with %d files (%v)", v.Case, len(v.Attached), err)
	}
	back, err := o.ChangeCase(t.Context(), id, "C4.01")
	if err != nil || !slices.Contains(back.Added, first.Papers.Ten()) {
		t.Errorf("back: %+v %v", back, err)
	}
	if papers, err = o.Papers(t.Context(), id); err != nil || len(papers[0].Files) != 1 {
		t.Errorf("the file is no longer the paper: %+v %v", papers[0], err)
	}
	if _, err := o.ChangeCase(t.Context(), id, "E5.02"); !errors.Is(err, ErrNoCase) {
		t.Errorf("a case of another procedure: %v", err)
	}
	sampleSigned(t, o, id)
	if _, err := o.ChangeCase(t.Context(), id, other); err == nil {
		t.Error("the case of a signed dossier changes")
	}
}

// A draft of a payroll that nobody has named a case of gets one, with its papers.
func TestCaseOfADraftWithoutOne(t *testing.T) {
	o := sampleDesk(t)
	res, err := o.Compare(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(t.Context(), "600", SampleMonth, res.Proposals[:1])
	if err != nil {
		t.Fatal(err)
	}
	ch, err := o.ChangeCase(t.Context(), made[0].ID, "E5.02")
	if err != nil || ch.Was != "" || ch.WasCase != "" || !strings.HasPrefix(ch.Now, "E5.02 · ") {
		t.Errorf("%+v %v", ch, err)
	}
}
