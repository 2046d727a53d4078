package hoso

import (
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/forms/form"
	"ankhai/storage"
)

// A dossier goes out as a workbook in any state; only a draft takes one in, and
// what could not be taken is listed by its cells.
func TestExcelOutAndIn(t *testing.T) {
	f := newFake()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	uitest.Window(t, 1170, 692, p.Content())
	p.ToExcel()
	p.FromExcel()
	if len(f.calls) > 0 || !strings.HasPrefix(h.Last(), "! Mở một bản nháp") {
		t.Fatalf("without a dossier called %v, said %q", f.calls, h.Last())
	}
	p.OpenAt("HS000007")
	h.File.Name = "sua.xlsx"
	p.ToExcel()
	f.filled = map[string]int{"MAU-THU": 6}
	p.FromExcel()
	if h.Last() != "Đã nhập MAU-THU 6 dòng" || h.Saves != 1 || len(h.Dialogs) != 0 || len(h.Kept) != 1 {
		t.Errorf("said %q, saved %d, %d dialogs, kept %d", h.Last(), h.Saves, len(h.Dialogs), len(h.Kept))
	}
	f.found = []office.Finding{{Field: "MAU-THU!C7", Code: "XL-31", Level: form.Loi, Say: "MAU-THU!C7: Phương án: không có mã ZZ"}}
	f.filled = nil
	p.FromExcel()
	if len(h.Dialogs) != 1 || h.Titles[0] != "Chưa nhập sua.xlsx" {
		t.Fatalf("dialogs %v", h.Titles)
	}
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Trang MAU-THU, dòng 7, cột C: Phương án: không có mã ZZ.") {
		t.Errorf("the dialog says %s", words)
	}
	f.view.State = storage.DaKy
	p.OpenAt("HS000007")
	p.ToExcel()
	p.FromExcel()
	if got, want := strings.Join(f.calls, ", "), "workbook, fill sua.xlsx, fill sua.xlsx, workbook"; got != want {
		t.Errorf("called %s, want %s", got, want)
	}
}

// The agency's own workbook is kept as a file; several of them are shown to choose from.
func TestOfficialBooksOut(t *testing.T) {
	f := newFake()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	uitest.Window(t, 1170, 692, p.Content())
	p.ToOfficial()
	if len(f.calls) > 0 || !strings.HasPrefix(h.Last(), "! Mở một hồ sơ") {
		t.Fatalf("without a dossier called %v, said %q", f.calls, h.Last())
	}
	p.OpenAt("HS000007")
	f.official = []office.File{{Name: "HS000007-MAU-A.xlsx"}}
	p.ToOfficial()
	f.official = append(f.official, office.File{Name: "HS000007-MAU-B.xlsx"})
	p.ToOfficial()
	if len(h.Kept) != 1 || h.Kept[0].Name != "HS000007-MAU-A.xlsx" || len(h.Shown) != 1 {
		t.Errorf("kept %v, previewed %v", h.Kept, h.Shown)
	}
}
