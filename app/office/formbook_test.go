package office

import (
	"encoding/json"
	"errors"
	"testing"

	"ankhai/storage"
)

func docsJSON(t *testing.T, o *Office, id string) string {
	t.Helper()
	docs, err := o.store.Docs(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(docs)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The dossier of the sample company goes into a workbook and comes back the same;
// a signed one can still be written out, and is never changed.
func TestWorkbookOfADossier(t *testing.T) {
	o := sampleDesk(t)
	res, err := o.Compare(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(t.Context(), "600", SampleMonth, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	before := docsJSON(t, o, id)
	book, err := o.Workbook(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	rows, found, err := o.FillBook(t.Context(), id, book.Name, book.Bytes)
	if err != nil || len(found) > 0 || rows["D02-LT"] == 0 || rows["TK1-TS"] == 0 {
		t.Fatalf("%v %+v %v", rows, found, err)
	}
	if after := docsJSON(t, o, id); after != before {
		t.Errorf("the dossier became\n%s\nwas\n%s", after, before)
	}
	again, err := o.Workbook(t.Context(), id)
	if err != nil || string(again.Bytes) != string(book.Bytes) {
		t.Errorf("the second workbook differs (%v)", err)
	}
	drafted, found, err := o.DraftBooks(t.Context(), "600", SampleMonth, []File{book})
	if err != nil || len(drafted) != 1 || len(found) > 0 {
		t.Fatalf("%v %+v %v", drafted, found, err)
	}
	if got := docsJSON(t, o, drafted[0].ID); got != before {
		t.Errorf("the dossier drafted from the workbook differs:\n%s", got)
	}

	signed := signedDossier(t, o)
	book, err = o.Workbook(t.Context(), signed)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.FillBook(t.Context(), signed, book.Name, book.Bytes); !errors.Is(err, storage.ErrFrozen) {
		t.Errorf("a signed dossier: %v, want ErrFrozen", err)
	}
}
