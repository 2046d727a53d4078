package xem

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
)

// asked is the dialog of printing, "" without one.
func asked(d *Desk) string {
	top := d.window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	return strings.Join(uitest.Words(top), "|")
}

// How to print is asked, and the printer gets just that.
func TestPrint(t *testing.T) {
	d, h, w := open(t, office.File{Name: "D02-LT.pdf", Bytes: paper(t, 3)})
	w.Resize(opening)
	control(d, fyne.KeyP)
	p := d.view.asking
	if p == nil || p.printer.Selected != "Hanh_chinh" {
		t.Fatalf("asks %s", asked(d))
	}
	p.printer.SetSelected("Ke_toan")
	p.copies.SetText("2")
	p.both.SetChecked(true)
	press(w, fyne.KeyEscape)
	if asked(d) != "" || d.window == nil {
		t.Fatal("Esc closes more than the dialog, or less")
	}
	uitest.Press(t, d.view.root, "In…")
	p = d.view.asking
	p.printer.SetSelected("Ke_toan")
	p.copies.SetText("2")
	p.both.SetChecked(true)
	d.view.pane.goTo(2)
	uitest.Press(t, w.Canvas().Overlays().Top(), "Trang đang xem")
	uitest.Golden(t, "in", w.Canvas())
	p.copies.SetText("một")
	uitest.Press(t, w.Canvas().Overlays().Top(), "In")
	if !strings.Contains(asked(d), "Số bản: từ 1 đến 99") {
		t.Errorf("says %s", asked(d))
	}
	p.copies.SetText("2")
	for _, pages := range []string{"hai", "2-9"} {
		p.pages.SetText(pages)
		uitest.Press(t, w.Canvas().Overlays().Top(), "In")
		if !strings.Contains(asked(d), "Các trang: ") || len(machine.printed) != 0 {
			t.Errorf("pages %s: says %s", pages, asked(d))
		}
	}
	p.pages.SetText("2-3")
	uitest.Press(t, w.Canvas().Overlays().Top(), "In")
	if want := []string{`D02-LT.pdf on "Ke_toan" × 2, both true, pages "2-3"`}; !slices.Equal(machine.printed, want) {
		t.Errorf("printed %q", machine.printed)
	}
	if asked(d) != "" || h.Last() != "Đã gửi D02-LT.pdf tới máy in" || len(h.Shown) != 0 {
		t.Errorf("after that %q, said %q", asked(d), h.Last())
	}
}

// A printer that does not take it says so in the dialog, which offers the viewer.
func TestPrintIsRefused(t *testing.T) {
	d, h, w := open(t, office.File{Name: "D02-LT.pdf", Bytes: paper(t, 1)})
	machine.refuse = office.ErrPrinterRefused
	control(d, fyne.KeyP)
	uitest.Press(t, w.Canvas().Overlays().Top(), "In")
	if !strings.Contains(asked(d), "Máy in chưa nhận") || len(h.Shown) != 0 {
		t.Errorf("says %s, opened %d", asked(d), len(h.Shown))
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Mở bằng chương trình xem")
	if asked(d) != "" || len(h.Shown) != 1 {
		t.Errorf("opened %d", len(h.Shown))
	}
}

// Without a printer, and where nobody prints PDF files, the system's viewer opens and
// the window says why.
func TestPrintWithoutAPrinter(t *testing.T) {
	d, h, _ := open(t, office.File{Name: "D02-LT.pdf", Bytes: paper(t, 1)})
	machine.fail = office.ErrNoPrinter
	control(d, fyne.KeyP)
	if asked(d) != "" || len(h.Shown) != 1 || !strings.Contains(words(d), "Máy này chưa có máy in nào") {
		t.Errorf("opened %d, says %s", len(h.Shown), words(d))
	}
	machine.fail, machine.list, machine.refuse = nil, office.PrinterList{}, office.ErrPrinterRefused // as on Windows
	control(d, fyne.KeyP)
	if said := asked(d); strings.Contains(said, "Số bản") || strings.Contains(said, "In hai mặt") || !strings.Contains(said, "máy in mặc định") {
		t.Fatalf("asks %s", said)
	}
	uitest.Press(t, d.window.Canvas().Overlays().Top(), "In")
	if asked(d) != "" || len(h.Shown) != 2 || !strings.Contains(words(d), "chưa có chương trình in PDF") {
		t.Errorf("opened %d, says %s", len(h.Shown), words(d))
	}
}
