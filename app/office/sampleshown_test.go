package office

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"ankhai/forms/sheet"
)

// Every shipped case can be looked at and kept as a workbook, which says on each sheet
// that it is a sample and is read back with nothing wrong in it.
func TestSamplesAreShown(t *testing.T) {
	o := sampleDesk(t)
	all, err := SampleCases()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		papers, err := o.SamplePapers(s.ID)
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
		}
		for _, p := range papers {
			if !strings.HasPrefix(p.Name, "MAU-") || !bytes.HasPrefix(p.Bytes, []byte("%PDF-")) {
				t.Errorf("%s shows %s", s.ID, p.Name)
			}
		}
		book, err := o.SampleBook(s.ID)
		if err != nil || book.Name != "HO-SO-MAU-"+s.ID+".xlsx" {
			t.Errorf("%s: %s %v", s.ID, book.Name, err)
			continue
		}
		read, err := sheet.ReadForms(t.Context(), book.Bytes, sheet.FormOptions{Today: o.Today()})
		if err != nil || len(read.Problems) > 0 || len(read.Docs) == 0 {
			t.Errorf("%s reads back with %+v (%v)", s.ID, read, err)
		}
	}
	if _, err := o.SamplePapers("Z9"); !errors.Is(err, ErrNoSample) {
		t.Errorf("one that is none: %v", err)
	}
	if _, err := o.SampleBook("Z9"); !errors.Is(err, ErrNoSample) {
		t.Errorf("one that is none: %v", err)
	}
}

// A service has its own samples, those of the case that is asked for first; a guide has
// none.
func TestSamplesOfAService(t *testing.T) {
	c4, err := SamplesOf("c4", "C4.16")
	if err != nil || len(c4) != 2 || c4[0].ID != "C4-tu-nguyen" || c4[1].ID != "C4" {
		t.Errorf("%+v %v", c4, err)
	}
	if a3, err := SamplesOf("A3", ""); err != nil || len(a3) != 0 {
		t.Errorf("%+v %v", a3, err)
	}
}
