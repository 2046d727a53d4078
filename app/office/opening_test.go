package office

import (
	"errors"
	"testing"

	"ankhai/forms/form"
	"ankhai/storage"
)

// someIDs are the store keys of the first n people of the roster.
func someIDs(t *testing.T, o *Office, n int) []string {
	t.Helper()
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range people[:n] {
		out = append(out, p.ID)
	}
	return out
}

func cellShown(d *form.Doc, row int, tag string) string {
	c := d.Form.Table.Column(tag)
	return c.Show(c.Get(d.Rows[row]))
}

func mustView(t *testing.T, o *Office, id string) DossierView {
	t.Helper()
	v, err := o.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestOpenACaseFillsWhatIsKnown(t *testing.T) {
	o := sampleDesk(t)
	d, err := o.Open(t.Context(), Opening{Service: "E5", Case: "E5.08", Month: SampleMonth, People: someIDs(t, o, 2)})
	if err != nil {
		t.Fatal(err)
	}
	v := mustView(t, o, d.ID)
	if v.Service != "E5" || v.Case != "E5.08" || v.Procedure != "600" {
		t.Errorf("got %s %s %s", v.Service, v.Case, v.Procedure)
	}
	doc := v.Docs[0]
	if len(v.Docs) != 1 || doc.Form.ID != "D02-LT" || len(doc.Rows) != 2 {
		t.Fatalf("got %d forms, %s with %d rows", len(v.Docs), doc.Form.ID, len(doc.Rows))
	}
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	if got := cellShown(doc, 0, "HoTen"); got != people[0].HoTen {
		t.Errorf("name: got %q", got)
	}
	if got := cellShown(doc, 1, "PhuongAn"); got != "TS" { // the case leaves no choice
		t.Errorf("phương án: got %q", got)
	}
	if doc.Form.Table.Column("GhiChu").Known(doc.Rows[0]) {
		t.Error("nobody has said the days of leave, and the row has some")
	}
}

func TestOpenRefusesWhatIsNotThere(t *testing.T) {
	o := sampleDesk(t)
	for _, c := range []struct {
		what Opening
		want error
	}{
		{Opening{Service: "Z9"}, ErrNoService},
		{Opening{Service: "E5", Case: "E5.99"}, ErrNoCase},
		{Opening{Service: "E5", Case: "E5.08", Procedure: "630a"}, ErrNoProcedure},
		{Opening{Service: "E5", Case: "E5.08", Month: SampleMonth, People: []string{"NLD999999"}}, ErrNoPerson},
		{Opening{Service: "A3"}, ErrNothingToFile},
	} {
		if _, err := o.Open(t.Context(), c.what); !errors.Is(err, c.want) {
			t.Errorf("%+v: got %v, want %v", c.what, err, c.want)
		}
	}
}

func TestRowsAndFormsAreAdded(t *testing.T) {
	o := sampleDesk(t)
	ids := someIDs(t, o, 3)
	d, err := o.Open(t.Context(), Opening{Service: "E5", Case: "E5.08", Month: SampleMonth, People: ids[:1]})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.AddRows(t.Context(), d.ID, "D02-LT", "", ids[1:], 1); err != nil {
		t.Fatal(err)
	}
	doc := mustView(t, o, d.ID).Docs[0]
	if len(doc.Rows) != 4 || doc.Form.Table.Column("HoTen").Known(doc.Rows[1]) || cellShown(doc, 3, "PhuongAn") != "TS" {
		t.Errorf("got %d rows", len(doc.Rows))
	}
	if _, err := o.Undo(t.Context(), d.ID, "D02-LT"); err != nil {
		t.Fatal(err)
	}
	if n := len(mustView(t, o, d.ID).Docs[0].Rows); n != 1 {
		t.Errorf("after undo %d rows", n)
	}
	if err := o.AddForm(t.Context(), d.ID, "TK1-TS"); err != nil {
		t.Fatal(err)
	}
	if err := o.AddForm(t.Context(), d.ID, "TK1-TS"); !errors.Is(err, ErrFormThere) {
		t.Errorf("the form twice: %v", err)
	}
	if err := o.AddForm(t.Context(), d.ID, "KHONG-CO"); !errors.Is(err, ErrNoForm) {
		t.Errorf("no form: %v", err)
	}
	if err := o.AddForm(t.Context(), d.ID, "14-HSB"); !errors.Is(err, ErrNotTaken) {
		t.Errorf("a form of another procedure: %v", err)
	}
	if err := o.DropForm(t.Context(), d.ID, "TK1-TS"); err != nil {
		t.Fatal(err)
	}
	may, err := o.MayAdd(t.Context(), d.ID)
	if err != nil || len(may) == 0 {
		t.Errorf("may add: %v %v", may, err)
	}
	for _, f := range may {
		if f.ID == "D02-LT" {
			t.Error("a form that is there may be added")
		}
	}
}

func TestFillKnownAnswersOpenCellsOnly(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	d, err := o.Open(t.Context(), Opening{Service: "E5", Case: "E5.08", Month: SampleMonth})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.AddRows(t.Context(), d.ID, "D02-LT", "", nil, 1); err != nil {
		t.Fatal(err)
	}
	p := people[0]
	if _, err := o.EditCells(t.Context(), d.ID, "D02-LT", "", []CellText{{0, "MaSoBHXH", p.MaSoBHXH}, {0, "ChucDanh", "Khác hẳn"}}); err != nil {
		t.Fatal(err)
	}
	n, err := o.FillKnown(t.Context(), d.ID)
	if err != nil || n == 0 {
		t.Fatalf("filled %d, %v", n, err)
	}
	doc := mustView(t, o, d.ID).Docs[0]
	if cellShown(doc, 0, "HoTen") != p.HoTen || cellShown(doc, 0, "ChucDanh") != "Khác hẳn" {
		t.Errorf("got %q, %q", cellShown(doc, 0, "HoTen"), cellShown(doc, 0, "ChucDanh"))
	}
	if again, err := o.FillKnown(t.Context(), d.ID); err != nil || again != 0 {
		t.Errorf("a second time: %d, %v", again, err)
	}
}

func TestCopyOfADossierKeepsItsCase(t *testing.T) {
	o := sampleDesk(t)
	d, err := o.Open(t.Context(), Opening{Service: "E5", Case: "E5.08", Month: SampleMonth, People: someIDs(t, o, 1)})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Cancel(t.Context(), d.ID); err != nil {
		t.Fatal(err)
	}
	next, err := o.Again(t.Context(), d.ID)
	if err != nil {
		t.Fatal(err)
	}
	if v := mustView(t, o, next.ID); v.Case != "E5.08" || v.State != storage.Nhap {
		t.Errorf("got %q %s", v.Case, v.State)
	}
}
