package xwidget_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

const ctrl, shift, alt = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift, fyne.KeyModifierAlt

func shortcut(g *xwidget.Grid, k fyne.KeyName, with fyne.KeyModifier) {
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: with})
}

func shifted(g *xwidget.Grid, do func()) {
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	do()
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// given are the given names in the second column from top to bottom.
func given(g *xwidget.Grid, s *sheet) string {
	var out []string
	for _, r := range g.Shown() {
		f := strings.Fields(s.cells[r][1] + " ?")
		out = append(out, f[max(0, len(f)-2)])
	}
	return strings.Join(out, " ")
}

// overlay is what lies over the window.
func overlay(t *testing.T, c fyne.Canvas) fyne.CanvasObject {
	t.Helper()
	if c.Overlays().Top() == nil {
		t.Fatal("nothing lies over the window")
	}
	return c.Overlays().Top()
}

func press(g *xwidget.Grid, x, y float32, button desktop.MouseButton) {
	at := fyne.NewPos(x, y)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: button})
	g.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
}

func TestGridSorts(t *testing.T) {
	g, s, c := grid(t, 6)
	s.cells[3][1] = ""
	var at []int
	g.OnSelect = func(row, col int) { at = []int{row, col} }
	g.Jump(2, 1) // Hà
	g.SortBy("ten", false)
	if got := given(g, s); got != "Ẵm Ẩn Dũng Hà Ưởng ?" {
		t.Errorf("upwards %q", got)
	}
	if row, col := g.Active(); row != 2 || col != 1 {
		t.Errorf("the person who was active no longer is: %d,%d", row, col)
	}
	uitest.Keys(c, fyne.KeyDown)
	if fmt.Sprint(at) != "[4 1]" {
		t.Errorf("Down told the screen of %v, want the model's row 4", at)
	}
	g.SortBy("ten", true)
	if got := given(g, s); got != "Ưởng Hà Dũng Ẩn Ẵm ?" {
		t.Errorf("downwards %q", got)
	}
	uitest.Golden(t, "grid-sorted", c)
	g.ClearSort()
	if got := given(g, s); got != "Ẩn Dũng Hà ? Ưởng Ẵm" {
		t.Errorf("as the model has it: %q", got)
	}
}

// A list sorts by a press on a head: up, down, not at all.
func TestListSortsByItsHead(t *testing.T) {
	s := newSheet(6)
	g := xwidget.NewList(s)
	w := uitest.Window(t, 900, 300, g)
	w.Canvas().Focus(g)
	for _, want := range []string{"Ẵm Ẩn Dũng Hà Ưởng Việt", "Việt Ưởng Hà Dũng Ẩn Ẵm", "Ẩn Dũng Hà Việt Ưởng Ẵm"} {
		press(g, 80, 10, desktop.MouseButtonPrimary)
		if got := given(g, s); got != want {
			t.Errorf("after a press on the head %q, want %q", got, want)
		}
	}
}

// What is typed into a sorted grid stays where it is until one sorts again, and goes
// to the right row of the model.
func TestGridEditsWhereItIsSorted(t *testing.T) {
	g, s, c := grid(t, 6)
	g.SortBy("luong", true)
	if got := given(g, s); got != "Ẵm Ưởng Việt Hà Dũng Ẩn" {
		t.Fatalf("by pay %q", got)
	}
	g.Jump(5, 5)
	uitest.Type(c, "1")
	uitest.Keys(c, fyne.KeyReturn)
	if s.cells[5][5] != "1" {
		t.Errorf("row 5 holds %q", s.cells[5][5])
	}
	if got := given(g, s); got != "Ẵm Ưởng Việt Hà Dũng Ẩn" {
		t.Errorf("typing sorted anew: %q", got)
	}
	at(t, g, 4, 5)
	g.SortBy("luong", true)
	if got := given(g, s); got != "Ưởng Việt Hà Dũng Ẩn Ẵm" {
		t.Errorf("asked again %q", got)
	}
}

func TestGridFilters(t *testing.T) {
	g, s, c := grid(t, 12)
	g.Jump(0, 1)
	shortcut(g, fyne.KeyL, ctrl|shift)
	uitest.Type(c, "dung")
	uitest.Golden(t, "grid-filter", c)
	uitest.Keys(c, fyne.KeyReturn)
	if c.Overlays().Top() != nil {
		t.Error("the questions are still open")
	}
	if got := given(g, s); got != "Dũng Dũng" {
		t.Errorf("filtered to %q", got)
	}
	if g != c.Focused() {
		t.Error("the keys do not go to the grid")
	}
	if got := strings.Join(uitest.Words(g), " "); !strings.Contains(got, "Đang lọc theo Họ và tên: hiện 2 trên 12 dòng") {
		t.Errorf("says %q", got)
	}
	uitest.Golden(t, "grid-filtered", c)

	// An edit that no longer fits keeps its row in view.
	g.Jump(1, 1)
	uitest.Type(c, "Bùi Bình")
	uitest.Keys(c, fyne.KeyReturn)
	if got := given(g, s); got != "Bình Dũng" {
		t.Errorf("after an edit %q", got)
	}
	at(t, g, 7, 1)

	// What is pasted touches the rows that are shown.
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("x\r\ny\r\n")
	g.Jump(1, 8)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if s.cells[1][8] != "x" || s.cells[7][8] != "y" || s.cells[2][8] == "y" {
		t.Errorf("pasted %q, %q, %q", s.cells[1][8], s.cells[7][8], s.cells[2][8])
	}

	// A fault elsewhere is still reached.
	g.Jump(4, 2)
	at(t, g, 4, 2)
	if n := len(g.Shown()); n != 12 {
		t.Errorf("%d rows are shown, want all", n)
	}
}

// Amounts are asked for by their bounds; a bound that cannot be read is refused.
func TestGridFiltersAmounts(t *testing.T) {
	g, s, c := grid(t, 9)
	g.Jump(0, 5)
	shortcut(g, fyne.KeyL, ctrl|shift)
	uitest.Type(c, "abc")
	uitest.Keys(c, fyne.KeyReturn)
	if got := strings.Join(uitest.Words(overlay(t, c)), " "); !strings.Contains(got, "Từ: phải có dạng 5.310.000") {
		t.Errorf("said %q", got)
	}
	uitest.Keys(c, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	uitest.Type(c, "12000000")
	uitest.Keys(c, fyne.KeyReturn)
	var left []string
	for _, r := range g.Shown() {
		left = append(left, s.cells[r][5])
	}
	if got := strings.Join(left, " "); got != "12.007.000 13.008.000" {
		t.Errorf("left %q", got)
	}
	uitest.Press(t, g, "Bỏ lọc")
	if n := len(g.Shown()); n != 9 {
		t.Errorf("%d rows are shown, want 9", n)
	}
}

// The few values of a column are listed with their number and ticked.
func TestGridFiltersByValues(t *testing.T) {
	g, s, c := grid(t, 9)
	s.cells[2][4], s.cells[5][4] = "GH", ""
	s.marks[[2]int{2, 4}] = xwidget.MarkError
	g.Refresh()
	g.Jump(0, 4)
	shortcut(g, fyne.KeyL, ctrl|shift)
	values := uitest.Find[*xwidget.Grid](overlay(t, c))[0]
	c.Focus(values)
	uitest.Keys(c, fyne.KeyHome)
	uitest.Type(c, " ") // none
	uitest.Keys(c, fyne.KeyDown)
	uitest.Type(c, " ") // GH
	uitest.Golden(t, "grid-filter-values", c)
	uitest.Keys(c, fyne.KeyReturn)
	if got := fmt.Sprint(g.Shown()); got != "[2]" {
		t.Errorf("shown %s, want the row of GH", got)
	}
}

// Many rows are sorted elsewhere; what was asked for before is not taken then.
func TestGridSortsManyElsewhere(t *testing.T) {
	s := newSheet(5000)
	g := xwidget.NewGrid(s, 0)
	var works, dones []func()
	g.Later = func(work, done func()) { works, dones = append(works, work), append(dones, done) }
	uitest.Window(t, 900, 300, g)
	g.SortBy("stt", true)
	g.SortBy("luong", false)
	if g.Shown()[0] != 0 || len(works) != 2 {
		t.Fatalf("sorted at once, or not at all: %d works", len(works))
	}
	for i := range works {
		works[i]()
		dones[i]()
		if i == 0 && g.Shown()[0] != 0 {
			t.Error("an order that is no longer asked for was taken")
		}
	}
	if got := s.cells[g.Shown()[0]][5]; got != "5.000.000" {
		t.Errorf("the least pay is %q", got)
	}
}

// A list that the screen fills anew is sorted again, whatever comes.
func TestListStaysSorted(t *testing.T) {
	s := newSheet(6)
	g := xwidget.NewList(s)
	uitest.Window(t, 900, 300, g)
	g.SortBy("ten", false)
	s.cells = s.cells[1:]
	g.Refresh()
	if got := given(g, s); got != "Ẵm Dũng Hà Ưởng Việt" {
		t.Errorf("after Refresh %q", got)
	}
	g.SetModel(newSheet(3))
	if got := given(g, newSheet(3)); got != "Ẩn Dũng Hà" {
		t.Errorf("after SetModel %q", got)
	}
}

// What is being typed while many rows are sorted elsewhere goes into the row where it
// was begun.
func TestGridSortsWhileOneTypes(t *testing.T) {
	s := newSheet(5000)
	g := xwidget.NewGrid(s, 0)
	var end func()
	g.Later = func(work, done func()) { end = func() { work(); done() } }
	c := uitest.Window(t, 900, 300, g).Canvas()
	g.SortBy("maSo", true)
	g.Jump(2, 8)
	uitest.Type(c, "viết dở")
	end()
	if _, open := g.Editing(); open || s.cells[2][8] != "viết dở" {
		t.Errorf("editor open %v, row 2 holds %q", open, s.cells[2][8])
	}
	if row, _ := g.Active(); row != 2 || g.Shown()[0] != 4999 {
		t.Errorf("row %d is active, %d is first", row, g.Shown()[0])
	}
}
