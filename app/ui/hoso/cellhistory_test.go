package hoso

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
)

// The menu of a cell tells what it has said before.
func TestCellHistory(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(1, g.Column("MucLuong"))
	uitest.Keys(w.Canvas(), desktop.KeyMenu)
	uitest.Choose(t, w.Canvas(), "Lịch sử ô")
	if len(f.histories) != 1 || f.histories[0] != (office.CellRef{Dossier: "HS000007", Form: mau.ID, Row: 1, Tag: "MucLuong"}) {
		t.Fatalf("asked of %+v", f.histories)
	}
	dialog := uitest.Window(t, 800, 400, h.Dialogs[0])
	uitest.Golden(t, "lich-su-o", dialog.Canvas())
	g.Jump(1, 0) // the number of the row has none
	uitest.Keys(w.Canvas(), desktop.KeyMenu)
	for _, words := range uitest.Menu(w.Canvas()) {
		if words == "Lịch sử ô" {
			t.Error("the number of a row has a history")
		}
	}
}

// Rows pasted below the last one are made; Ctrl+Z and Ctrl+Y take them back and again.
func TestPasteMakesRows(t *testing.T) {
	f := newFake()
	p, _, w := open(t, f)
	g := p.open.grids[0]
	clip := test.NewClipboard()
	clip.SetContent("Bùi Thị Dán\t7912345699\r\nĐặng Văn Dán\t7912345700\r\n")
	g.Jump(5, g.Column("HoTen"))
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	doc := f.view.Docs[0]
	if len(doc.Rows) != 7 || hoTen.Get(doc.Rows[6]) != "Đặng Văn Dán" || maSo.Get(doc.Rows[6]) != "7912345700" {
		t.Fatalf("%d rows: %v", len(doc.Rows), doc.Rows[5:])
	}
	if row, _ := g.Active(); row != 6 {
		t.Errorf("row %d is active, want the last one pasted", row)
	}
	g.TypedShortcut(&fyne.ShortcutUndo{})
	if got := hoTen.Get(f.view.Docs[0].Rows[5]); got != "Võ Minh Sơn" {
		t.Errorf("Ctrl+Z left %q", got)
	}
	g.TypedShortcut(&fyne.ShortcutRedo{})
	if got := hoTen.Get(f.view.Docs[0].Rows[5]); got != "Bùi Thị Dán" {
		t.Errorf("Ctrl+Y left %q", got)
	}
	uitest.Keys(w.Canvas(), fyne.KeyUp)
}

// A dossier that is read again, because a row was dropped, stays sorted as it was.
func TestDossierStaysSorted(t *testing.T) {
	f := newFake()
	p, _, _ := open(t, f)
	p.open.grids[0].SortBy("MucLuong", true)
	p.open.reload(nil)
	if tag, down := p.open.grids[0].Sorted(); tag != "MucLuong" || !down {
		t.Errorf("sorted by %q", tag)
	}
	if shown := p.open.grids[0].Shown(); shown[0] != 5 {
		t.Errorf("shown %v", shown)
	}
}
