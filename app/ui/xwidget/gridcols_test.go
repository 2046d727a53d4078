package xwidget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// named is a grid whose columns are remembered, in a window of the app at hand.
func named(t *testing.T, s *sheet) (*xwidget.Grid, fyne.Canvas) {
	t.Helper()
	g := xwidget.NewGrid(s, 2).Named("thu")
	w := uitest.Window(t, 800, 400, g)
	w.Canvas().Focus(g)
	return g, w.Canvas()
}

func TestGridChoosesColumns(t *testing.T) {
	uitest.App(t)
	s := newSheet(9)
	g, c := named(t, s)
	g.Jump(0, 1)
	uitest.Keys(c, desktop.KeyMenu)
	uitest.Choose(t, c, "Chọn cột")
	list := uitest.Find[*xwidget.Grid](overlay(t, c))[0]
	if c.Focused() != fyne.Focusable(list) {
		t.Fatal("the keys do not go to the list of columns")
	}
	list.Jump(3, 1)
	uitest.Type(c, " ") // hides the identity number
	list.Jump(4, 1)
	uitest.Keys(c, fyne.KeyMinus, fyne.KeyMinus) // and the kind of declaration comes third
	uitest.Golden(t, "grid-chooser", c)
	uitest.Keys(c, fyne.KeyEscape)
	if c.Overlays().Top() != nil {
		t.Error("Esc does not close the list")
	}
	uitest.Keys(c, fyne.KeyRight)
	at(t, g, 0, 4)
	uitest.Keys(c, fyne.KeyRight, fyne.KeyRight)
	at(t, g, 0, 5)

	// The next grid of the name has them so, a grid of another name has not.
	again, _ := named(t, s)
	again.Jump(0, 1)
	again.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	at(t, again, 0, 4)
	if said := fyne.CurrentApp().Preferences().String("grid.thu"); strings.Contains(said, "Nguyễn") || said == "" {
		t.Errorf("remembered %q", said)
	}

	// A column with a fault says so while it is hidden, and comes back with it.
	s.marks[[2]int{2, 3}] = xwidget.MarkError
	g.Refresh()
	if got := strings.Join(uitest.Words(g), " "); !strings.Contains(got, "Cột đang ẩn có ô phải xem: «Số ĐDCN/CCCD/Hộ chiếu»") {
		t.Errorf("says %q", got)
	}
	uitest.Golden(t, "grid-hidden-fault", c)
	g.Jump(2, 3)
	at(t, g, 2, 3)
	g.ResetColumns()
	g.Jump(2, 3)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	at(t, g, 2, 4)
}

// A column becomes wider with the pointer at the edge of its head and with keys; a
// double click fits it.
func TestGridColumnWidths(t *testing.T) {
	uitest.App(t)
	s := newSheet(9)
	g, c := named(t, s)
	edge := fyne.NewPos(44+140, 10)
	g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: edge}})
	if g.Cursor() != desktop.HResizeCursor {
		t.Error("the pointer does not show that the edge can be dragged")
	}
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: edge}, Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: edge.AddXY(60, 0)}})
	g.MouseUp(&desktop.MouseEvent{})
	g.DragEnd()
	uitest.Golden(t, "grid-widened", c)
	wide := edge.AddXY(60, 0)
	g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: wide}})
	if g.Cursor() != desktop.HResizeCursor {
		t.Error("the edge did not follow the pointer")
	}
	g.DoubleTapped(&fyne.PointEvent{Position: wide})
	g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: wide}})
	if g.Cursor() == desktop.HResizeCursor {
		t.Error("a double click on the edge leaves the column as wide as it was")
	}
	before := fyne.CurrentApp().Preferences().String("grid.thu")
	g.Jump(0, 4)
	shortcut(g, fyne.KeyRight, alt|shift)
	if after := fyne.CurrentApp().Preferences().String("grid.thu"); after == before || !strings.Contains(after, `"pa":82`) {
		t.Errorf("remembered %s, then %s", before, after)
	}
	g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 10)}})
	uitest.Golden(t, "grid-head", c)
	g.MouseOut()
}

// What was remembered may be anything; the grid shows its columns all the same.
func TestGridWithBrokenMemory(t *testing.T) {
	for _, text := range []string{"{", `{"width":{"ten":-5}}`, `{"order":["x","ten","ten"],"hidden":["stt","ten","maSo","cccd","pa","luong","pc","tu","ghiChu"]}`} {
		uitest.App(t)
		fyne.CurrentApp().Preferences().SetString("grid.thu", text)
		g, _ := named(t, newSheet(3))
		g.Jump(1, 5)
		at(t, g, 1, 5)
	}
}
