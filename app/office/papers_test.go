package office

import (
	"strings"
	"testing"
)

// The papers of a dossier are looked at with its forms: one that was attached twice
// is told, and blocks nothing.
func TestAPaperAttachedTwiceIsTold(t *testing.T) {
	o := sampleDesk(t)
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	for _, name := range []string{"quyet-dinh.pdf", "quyet-dinh-2.pdf"} {
		if err := o.Attach(t.Context(), id, name, []byte("%PDF-1.4\n%%EOF\n")); err != nil {
			t.Fatal(err)
		}
	}
	faults, err := o.Check(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, f := range faults {
		if f.Code == "HS-15" {
			told++
			if f.Level != "Nhắc" || !strings.Contains(f.Say, "quyet-dinh-2.pdf trùng với quyet-dinh.pdf") {
				t.Errorf("got %s %q", f.Level, f.Say)
			}
		}
	}
	if told != 1 {
		t.Errorf("told %d times, want once: %+v", told, faults)
	}
}
