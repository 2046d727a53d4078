package xem

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/pdfview"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/form"
	"ankhai/forms/print"
)

var viewer *pdfview.Viewer

func TestMain(m *testing.M) {
	dir, err := os.UserCacheDir() // kept from run to run, as for a user
	if err != nil {
		dir = os.TempDir()
	}
	viewer = pdfview.New(filepath.Join(dir, "ankhai-thu"))
	code := m.Run()
	_ = viewer.Close()
	os.Exit(code)
}

// asIs takes PDFs alone.
type asIs struct{}

func (asIs) Pages(f office.File) ([]byte, error) {
	if !strings.HasSuffix(f.Name, ".pdf") {
		return nil, office.ErrNoPages
	}
	return f.Bytes, nil
}

// printers are those of the machine, and what was printed on them.
type printers struct {
	list    office.PrinterList
	fail    error // instead of a list
	refuse  error // instead of printing
	printed []string
}

var machine printers

func (asIs) Printers(context.Context) (office.PrinterList, error) { return machine.list, machine.fail }

func (asIs) PrintOut(_ context.Context, f office.File, o office.PrintOrder) error {
	if machine.refuse == nil {
		machine.printed = append(machine.printed, fmt.Sprintf("%s on %q × %d, both %v, pages %q", f.Name, o.Printer, o.Copies, o.BothSides, o.Pages))
	}
	return machine.refuse
}

// host is the main window.
type host struct{ *uitest.Host }

// paper has so many pages.
func paper(t *testing.T, pages int) []byte {
	t.Helper()
	p := &form.Paper{Version: "thu", From: 20260101}
	for i := range pages {
		if i > 0 {
			p.Parts = append(p.Parts, form.Break{})
		}
		p.Parts = append(p.Parts, form.Lines{Lines: []form.Line{
			{Align: form.Center, Segs: []form.Seg{form.B("DANH SÁCH LAO ĐỘNG THAM GIA BHXH, BHYT, BHTN").Sized(140)}},
			{Before: 40, Segs: []form.Seg{form.T("Đơn vị: Công ty TNHH May Bình Minh. Người lao động: Đặng Thị Hường, mã số BHXH 7912345678, đóng từ tháng 11/2026.")}},
			{Before: 20, Segs: []form.Seg{form.I("Nguyễn Văn Ẩn, Trần Thị Mỹ Ưởng, Võ Quốc Việt.")}},
		}})
	}
	out, err := print.PDF(&form.Doc{}, p, print.Options{Made: time.Unix(1, 0), Title: "thử"})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func open(t *testing.T, files ...office.File) (*Desk, *host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	machine = printers{list: office.PrinterList{Names: []string{"Ke_toan", "Hanh_chinh"}, Default: "Hanh_chinh", Chosen: true}}
	h := &host{uitest.NewHost()}
	d := New(asIs{}, h, viewer)
	d.Open("Bản in · 600 tháng 11", files)
	t.Cleanup(func() { d.Close() })
	return d, h, d.window
}

func press(w fyne.Window, key fyne.KeyName) {
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
}

// control presses a key with Ctrl; the canvas of tests keeps no shortcuts.
func control(d *Desk, key fyne.KeyName) {
	for _, s := range d.view.shortcuts(d.window.Canvas()) {
		if s.key == key {
			s.do()
		}
	}
}

func words(d *Desk) string { return strings.Join(uitest.Words(d.view.root), " | ") }

func TestPagesByKeys(t *testing.T) {
	d, h, w := open(t, office.File{Name: "D02-LT.pdf", Bytes: paper(t, 3)})
	w.Resize(opening)
	v := d.view
	if got := words(d); !strings.Contains(got, "Trang 1 / 3") {
		t.Fatal(got)
	}
	if len(v.pane.drawn) == 0 || len(v.pane.drawn) > 2 {
		t.Errorf("%d pages were drawn for the first sight", len(v.pane.drawn))
	}
	press(w, fyne.KeyEnd)
	if got := words(d); !strings.Contains(got, "Trang 3 / 3") {
		t.Error("after End:", got)
	}
	press(w, fyne.KeyHome)
	press(w, fyne.KeyPageDown)
	if v.pane.scroll.Offset.Y < 300 {
		t.Errorf("PageDown went to %v", v.pane.scroll.Offset)
	}
	control(d, fyne.Key9)
	whole := v.pane.sheets.zoom
	control(d, fyne.KeyPlus)
	if z := v.pane.sheets.zoom; z <= whole || !slices.Contains(steps, z) {
		t.Errorf("after plus %d %%, whole page was %d %%", z, whole)
	}
	for range 30 {
		control(d, fyne.KeyMinus)
	}
	if v.pane.sheets.zoom != least {
		t.Errorf("smallest is %d %%", v.pane.sheets.zoom)
	}
	control(d, fyne.Key0)
	before := v.pane.sheets.size(0)
	control(d, fyne.KeyR)
	if z := v.pane.sheets.size(0); z.Width < z.Height || before.Width > before.Height {
		t.Errorf("turned, a page is %v", z)
	}
	if b := v.pane.drawn[v.pane.hand()].image.Bounds(); b.Dx() <= b.Dy() {
		t.Errorf("turned, it is drawn as %v", b)
	}
	control(d, fyne.KeyS)
	uitest.Press(t, v.root, "Mở")
	if len(h.Kept) != 1 || len(h.Shown) != 1 {
		t.Errorf("kept %d, opened %d", len(h.Kept), len(h.Shown))
	}
	press(w, fyne.KeyEscape)
	if d.window != nil {
		t.Error("Esc left the window open")
	}
}

// Words are found without their marks, one after the other, and marked on the page.
func TestWordsInTheFile(t *testing.T) {
	d, _, w := open(t, office.File{Name: "D02-LT.pdf", Bytes: paper(t, 2)})
	w.Resize(opening)
	control(d, fyne.KeyF)
	uitest.Type(w.Canvas(), "dang thi huong")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if got := words(d); !strings.Contains(got, "Chỗ 1 / 2, trang 1") {
		t.Error(got)
	}
	uitest.Golden(t, "tim-chu", w.Canvas())
	press(w, fyne.KeyF3)
	if got := words(d); !strings.Contains(got, "Chỗ 2 / 2, trang 2") {
		t.Error(got)
	}
	uitest.Press(t, d.view.root, "Trước")
	if got := words(d); !strings.Contains(got, "Chỗ 1 / 2, trang 1") {
		t.Error(got)
	}
	d.view.search.SetText("vắng mặt")
	d.view.find(1)
	if got := words(d); !strings.Contains(got, "Không thấy chữ này trong tệp") {
		t.Error(got)
	}
}

// What cannot be shown says why, and leads to the system's viewer; the other files are
// shown all the same.
func TestFilesThatCannotBeShown(t *testing.T) {
	d, h, w := open(t, office.File{Name: "ket-qua.xlsx", Bytes: []byte("PK")}, office.File{Name: "hong.pdf", Bytes: []byte("%PDF-1.7 hỏng")}, office.File{Name: "C12-TS.pdf", Bytes: paper(t, 1)})
	w.Resize(opening)
	if got := words(d); !strings.Contains(got, "không phải PDF hay ảnh") || !strings.Contains(got, "Trang – / –") {
		t.Error(got)
	}
	uitest.Golden(t, "khong-xem-duoc", w.Canvas())
	doors := func(name string) {
		for _, p := range uitest.Find[*xwidget.Panel](d.view.root) {
			if p.OnTapped != nil && slices.Contains(uitest.Words(p), name) {
				p.Tapped(nil)
				return
			}
		}
		t.Fatalf("no door to %s", name)
	}
	doors("hong.pdf")
	if got := words(d); !strings.Contains(got, "Tệp hỏng, hoặc không phải PDF") {
		t.Error(got)
	}
	uitest.Press(t, d.view.root, "Mở")
	doors("C12-TS.pdf")
	if got := words(d); !strings.Contains(got, "Trang 1 / 1") || strings.Contains(got, "hỏng, hoặc") {
		t.Error(got)
	}
	if len(h.Shown) != 1 || h.Shown[0][0].Name != "hong.pdf" || len(h.Failed) != 0 {
		t.Errorf("shown %v, failed %v", h.Shown, h.Failed)
	}
}

// Other files take the place of those that are shown, in the same window.
func TestOneWindow(t *testing.T) {
	d, _, w := open(t, office.File{Name: "a.pdf", Bytes: paper(t, 1)})
	doc := d.view.pane.doc
	d.Open("Kết quả", []office.File{{Name: "b.pdf", Bytes: paper(t, 2)}})
	if d.window != w || w.Title() != "Kết quả" || !strings.Contains(words(d), "Trang 1 / 2") {
		t.Errorf("%s: %s", w.Title(), words(d))
	}
	if _, err := doc.Draw(context.Background(), 0, 10); err == nil {
		t.Error("the file before is still open")
	}
}

func TestPicturesOfThePreview(t *testing.T) {
	files := []office.File{{Name: "D02-LT.pdf", Bytes: paper(t, 2)}, {Name: "TK1-TS Nguyễn Thị Một.pdf", Bytes: paper(t, 1)}}
	d, _, w := open(t, files...)
	w.Resize(opening)
	uitest.Golden(t, "xem-sang", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	d.Close()
	d.Open("Bản in", files)
	d.window.Resize(fyne.NewSize(900, 480))
	control(d, fyne.KeyR)
	uitest.Golden(t, "xem-toi-xoay", d.window.Canvas())
}
