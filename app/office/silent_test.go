package office

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// Whatever goes wrong, the error of a use case, and the sentence that it becomes,
// hold no name, number or wage of anybody in the store or in what was handed in.
func TestErrorsAreSilent(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil || len(people) < 100 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	who := people[3]
	text := fmt.Sprintf("%s %s %s %d", who.HoTen, who.SoCCCD, who.MaSoBHXH, who.Luong.MucLuong)
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	draft := made[0].ID
	doc := fmt.Appendf(nil, `{"form":"D02-LT","rows":[{"HoTen":%q,"MucLuong":%d.5,"TuThang":%q}]}`, who.HoTen, who.Luong.MucLuong, text)

	errs := map[string]error{
		"queue":     o.Queue(t.Context(), draft),
		"cancel":    o.Cancel(t.Context(), who.SoCCCD),
		"attach":    o.Attach(t.Context(), draft, text+".pdf", []byte(text)),
		"row":       o.DeleteRow(t.Context(), draft, "D02-LT", "", 9999),
		"company":   o.SetCompany(t.Context(), who.SoCCCD),
		"retention": o.SetRetention(t.Context(), storage.Retention{PersonMonths: 5000}),
	}
	_, errs["undo"] = o.Undo(t.Context(), id, "D02-LT")
	_, errs["import"] = o.Import(t.Context(), ImportInput{Name: who.HoTen, Data: []byte(text), Month: SampleMonth})
	_, errs["import of nobody's"] = o.Import(t.Context(), ImportInput{Name: who.HoTen, Data: []byte(text), Month: SampleMonth, Company: who.SoCCCD})
	_, errs["compare"] = o.Compare(t.Context(), 202501)
	_, _, errs["draft of a file"] = o.DraftJSON(t.Context(), "600", SampleMonth, doc)
	_, _, errs["draft of a word"] = o.DraftJSON(t.Context(), "600", SampleMonth, []byte(text))
	_, _, errs["draft of a sheet"] = o.DraftSheet(t.Context(), "600", SampleMonth, who.HoTen+".xlsx", []byte(text))
	_, _, errs["fill"] = o.Fill(t.Context(), id, []Answer{{Form: "D02-LT", Where: map[string]string{"HoTen": who.HoTen}, Set: map[string]string{"GhiChu": text}}})
	_, errs["edit"] = o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{Row: 0, Tag: "HoTen", Text: who.HoTen}})
	_, errs["edit nowhere"] = o.EditCells(t.Context(), draft, "D02-LT", "", []CellText{{Row: 9999, Tag: "HoTen", Text: who.HoTen}})
	_, errs["person"] = o.PersonID(t.Context(), who.HoTen)
	_, errs["show"] = o.ShowPerson(t.Context(), who.SoCCCD)
	_, errs["erase"] = o.ErasePerson(t.Context(), EraseOrder{ID: who.SoCCCD, Reason: text})
	_, errs["erase nobody"] = o.ErasePerson(t.Context(), EraseOrder{ID: who.SoCCCD, Reason: ForTerm})
	_, errs["dossier"] = o.Dossier(t.Context(), who.HoTen)
	_, errs["send"] = o.Send(t.Context(), id, "https://127.0.0.1:9")
	_, errs["results"] = o.Results(t.Context(), who.SoCCCD, "")
	_, errs["sign"] = o.SignFile(t.Context(), "x.xml", []byte("<"+text+">"), nil, PDFSignature{})
	_, errs["check a file"] = CheckFile([]byte("<x>"+text+"</x>"), testNow())
	_, errs["keys"] = o.OpenKey(t.Context(), "p12:"+t.TempDir(), []byte(text))
	failed := 0
	for what, err := range errs {
		if err == nil {
			continue
		}
		failed++
		for _, said := range []string{err.Error(), Say(err)} {
			for _, p := range people {
				if secret := holds(said, p); secret != "" {
					t.Errorf("%s: %q carries %q", what, said, secret)
				}
			}
		}
	}
	if failed < 20 {
		t.Errorf("only %d of %d use cases failed", failed, len(errs))
	}
	t.Logf("%d errors looked at", failed)
}

// holds finds a value of a person's in a text.
func holds(text string, p facts.NguoiLaoDong) string {
	for _, s := range []string{p.HoTen, p.SoCCCD, p.MaSoBHXH, fmt.Sprint(p.Luong.MucLuong)} {
		if len(s) > 6 && strings.Contains(text, s) {
			return s
		}
	}
	return ""
}

// Every line of the processing journal has words and a purpose.
func TestJournalSpeaks(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	if _, err := o.Print(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ExportPerson(t.Context(), people[0].ID, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := o.ErasePerson(t.Context(), EraseOrder{ID: people[0].ID, Reason: ForSubject}); err != nil {
		t.Fatal(err)
	}
	all, err := o.Processings(t.Context(), o.Today(), o.Today())
	if err != nil || len(all) < 10 {
		t.Fatalf("%d lines, %v", len(all), err)
	}
	counted := map[string]int{}
	for _, p := range all {
		if p.Say == p.Code || p.Say == "" || p.Purpose == "" || p.Who == "" {
			t.Errorf("a line without words: %+v", p)
		}
		counted[p.Code] = max(counted[p.Code], p.People)
		for _, n := range people {
			if secret := holds(fmt.Sprint(p), n); secret != "" {
				t.Errorf("line %d carries %q", p.Seq, secret)
			}
		}
	}
	for _, code := range []string{"bangLuong.ghi", "nguoiLaoDong.ghi", "hoSo.in", "hoSo.daKy", "nguoi.xuat", "nguoi.xoa"} {
		if counted[code] == 0 {
			t.Errorf("%s: nobody counted", code)
		}
	}
	before, err := o.Processings(t.Context(), law.Day(0), o.Today().Add(-1))
	if err != nil || len(before) != 0 {
		t.Errorf("%d lines of yesterday, %v", len(before), err)
	}
}
