package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
)

// Filled workbooks are dropped on a service and become a dossier of its case in the
// data; with a fault in them nothing is made, and the fault is told.
func TestDroppedBooksBecomeADossier(t *testing.T) {
	o, _ := rehearsed(t)
	ctx := t.Context()
	_, sample, err := office.SampleCaseFile("C4")
	if err != nil {
		t.Fatal(err)
	}
	what := office.Opening{Service: "C4", Case: "C4.01", Month: office.SampleMonth}
	made, _, err := o.DraftFiles(ctx, what, []office.File{sample})
	if err != nil {
		t.Fatal(err)
	}
	book, err := o.Workbook(ctx, made[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	uitest.App(t)
	s, w := windowOn(t, o)
	s.Go(office.Place{Screen: serviceScreen, ID: "C4"})

	drop := func(name string, data []byte) {
		t.Helper()
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s.dropped([]fyne.URI{storage.NewFileURI(path)})
	}
	drop("don.json", []byte(`[{"form":"01B-HSB","rows":[{"HoTen":"Huế","La":1}]}]`))
	uitest.Keys(w.Canvas(), fyne.KeyReturn) // «Lập hồ sơ»
	if words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(words, "1 chỗ phải sửa") || !strings.Contains(words, `không có cột "La"`) {
		t.Errorf("a faulty file: %s", words)
	}
	uitest.Golden(t, "lap-tu-tep-loi", w.Canvas())
	uitest.Press(t, w.Canvas().Overlays().Top(), "Để sau")

	drop("thai-san.xlsx", book.Bytes)
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	all, err := o.Dossiers(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d dossiers (%v)", len(all), err)
	}
	if d := all[0]; d.Service != "C4" || d.Case != "C4.01" || d.Procedure != "630b" || s.at.key != dossierScreen {
		t.Errorf("at %s, made %s %s under %s", s.at.key, d.Service, d.Case, d.Procedure)
	}
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, all[0].ID+" · tháng ") {
		t.Errorf("the dossier does not open: %s", words)
	}
}

// The search finds the blank workbook of a form by its name, and the choice among all.
func TestBlankBookIsFound(t *testing.T) {
	o, _ := rehearsed(t)
	uitest.App(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1366, 768))
	s := New(o, w, &task.Runner{Window: w}, clock)
	s.Start()
	s.Find()
	uitest.Type(w.Canvas(), "mau excel d02")
	if words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(words, "Mẫu Excel trống D02-LT") {
		t.Fatalf("found %s", words)
	}
	uitest.Keys(w.Canvas(), fyne.KeyReturn) // asks where the file is to be
	if words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); strings.Contains(words, "Tìm mọi thứ") || w.Canvas().Overlays().Top() == nil {
		t.Errorf("the search stays: %s", words)
	}
	w.Canvas().Overlays().Remove(w.Canvas().Overlays().Top())
	for _, d := range s.deeds() {
		if d.Title == "Lấy mẫu Excel trống" {
			d.Do()
		}
	}
	if words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(words, "Mẫu Excel trống của mẫu nào?") {
		t.Errorf("the choice: %s", words)
	}
	uitest.Golden(t, "mau-excel-trong", w.Canvas())
}
