package xwidget_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Ctrl with an arrow goes to the edge of what is filled in, as in a spreadsheet.
func TestGridLeaps(t *testing.T) {
	g, s, _ := grid(t, 20)
	for r := 5; r < 9; r++ {
		s.cells[r][8] = ""
	}
	g.Jump(0, 8)
	for _, step := range []struct {
		key      fyne.KeyName
		row, col int
	}{
		{fyne.KeyDown, 4, 8}, {fyne.KeyDown, 9, 8}, {fyne.KeyDown, 19, 8}, {fyne.KeyDown, 19, 8},
		{fyne.KeyUp, 9, 8}, {fyne.KeyLeft, 9, 0}, {fyne.KeyRight, 9, 8},
	} {
		shortcut(g, step.key, ctrl)
		at(t, g, step.row, step.col)
	}
	shortcut(g, fyne.KeyHome, ctrl)
	at(t, g, 0, 0)
	var said string
	g.OnSay = func(words string, _ bool) { said = words }
	shortcut(g, fyne.KeyEnd, ctrl|shift)
	at(t, g, 19, 8)
	if said == "" {
		t.Error("Ctrl+Shift+End chose nothing")
	}
}

// Below the grid stands what the chosen cells come to, as Excel tells it.
func TestGridAddsUpWhatIsChosen(t *testing.T) {
	g, s, c := grid(t, 6)
	var said string
	g.OnSay = func(words string, _ bool) { said = words }
	s.cells[1][5] = ""
	g.Jump(0, 5)
	shifted(g, func() { uitest.Keys(c, fyne.KeyDown, fyne.KeyDown) })
	if want := "Đếm: 2 ô · Cộng: 12.002.000 · Trung bình: 6.001.000"; said != want {
		t.Errorf("said %q, want %q", said, want)
	}
	g.Jump(2, 1)
	shifted(g, func() { uitest.Type(c, " ") })
	if want := "Đếm: 9 ô · Cộng: 7.502.000 · Trung bình: 3.751.000"; said != want {
		t.Errorf("of a row said %q, want %q", said, want)
	}
	g.Jump(2, 1)
	shortcut(g, fyne.KeySpace, ctrl)
	if want := "Đếm: 6 ô"; said != want {
		t.Errorf("of a column of names said %q, want %q", said, want)
	}
	uitest.Golden(t, "grid-column", c)
	uitest.Keys(c, fyne.KeyEscape)
	if said != "" {
		t.Errorf("Esc leaves %q", said)
	}
}

func TestGridFillsRight(t *testing.T) {
	g, s, c := grid(t, 3)
	g.Jump(1, 5)
	shifted(g, func() { uitest.Keys(c, fyne.KeyRight) })
	shortcut(g, fyne.KeyR, ctrl)
	if s.cells[1][6] != "6001000" {
		t.Errorf("filled %q", s.cells[1][6])
	}
}

func TestGridUndoesAndRedoes(t *testing.T) {
	g, s, c := grid(t, 3)
	g.Jump(1, 8)
	uitest.Type(c, "mới")
	uitest.Keys(c, fyne.KeyReturn)
	g.TypedShortcut(&fyne.ShortcutUndo{})
	if s.cells[1][8] == "mới" {
		t.Error("Ctrl+Z left the new text")
	}
	at(t, g, 1, 8)
	g.TypedShortcut(&fyne.ShortcutRedo{})
	if s.cells[1][8] != "mới" {
		t.Errorf("Ctrl+Y left %q", s.cells[1][8])
	}
	g.TypedShortcut(&fyne.ShortcutUndo{})
	shortcut(g, fyne.KeyZ, ctrl|shift)
	if s.cells[1][8] != "mới" {
		t.Errorf("Ctrl+Shift+Z left %q", s.cells[1][8])
	}
}

func TestGridTypesToday(t *testing.T) {
	g, s, c := grid(t, 2)
	g.Now = func() time.Time { return time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC) }
	g.Jump(0, 7)
	s.cells[0][7] = ""
	shortcut(g, fyne.KeySemicolon, ctrl)
	uitest.Keys(c, fyne.KeyReturn)
	if s.cells[0][7] != "11/2026" {
		t.Errorf("a month is %q", s.cells[0][7])
	}
}

// What is pasted beyond the last row makes rows.
func TestGridPasteAppends(t *testing.T) {
	g, s, c := grid(t, 3)
	clip := test.NewClipboard()
	clip.SetContent("A\t1\r\nB\t2\r\nC\t3\r\n")
	var said string
	g.OnSay = func(words string, _ bool) { said = words }
	g.Jump(2, 1)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if len(s.cells) != 5 || s.cells[4][1] != "C" || s.cells[4][2] != "3" {
		t.Errorf("%d rows: %q", len(s.cells), s.cells)
	}
	if said != "Đã dán 6 ô" {
		t.Errorf("said %q", said)
	}
	at(t, g, 4, 2)
	uitest.Keys(c, fyne.KeyDown)
	at(t, g, 4, 2)
}

// Keys that the grid has no use for reach the window, which Fyne does not ask while
// something has the focus.
func TestGridHandsKeysOn(t *testing.T) {
	g, _, c := grid(t, 3)
	var got []string
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, string(e.Name)) })
	g.OnKey = func(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyF8 }
	uitest.Keys(c, fyne.KeyF1, fyne.KeyF8, fyne.KeyF5, fyne.KeyEscape)
	shortcut(g, fyne.KeyK, ctrl) // the canvas of the tests knows no shortcuts; nothing may break
	if want := "F1 F5 Escape"; strings.Join(got, " ") != want {
		t.Errorf("the window got %q, want %q", strings.Join(got, " "), want)
	}
}

// Alt+Down asks for the list of what may stand in the cell, as F4 does.
func TestGridAsksForTheList(t *testing.T) {
	g, _, _ := grid(t, 3)
	asked := 0
	g.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyF4 {
			asked++
		}
		return true
	}
	shortcut(g, fyne.KeyDown, alt)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

func TestGridFinds(t *testing.T) {
	g, _, c := grid(t, 14)
	shortcut(g, fyne.KeyF, ctrl)
	uitest.Type(c, "dung")
	at(t, g, 1, 1)
	if got := strings.Join(uitest.Words(g), " "); !strings.Contains(got, "1 trên 3") {
		t.Errorf("says %q", got)
	}
	uitest.Keys(c, fyne.KeyReturn)
	at(t, g, 7, 1)
	uitest.Golden(t, "grid-find", c)
	uitest.Keys(c, fyne.KeyReturn, fyne.KeyReturn)
	at(t, g, 1, 1)
	uitest.Keys(c, fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(g) {
		t.Error("Esc does not give the keys back to the grid")
	}
	shifted(g, func() { uitest.Keys(c, fyne.KeyF3) })
	at(t, g, 13, 1)
	shortcut(g, fyne.KeyF, ctrl)
	uitest.Type(c, "zzz")
	if got := strings.Join(uitest.Words(g), " "); !strings.Contains(got, "Không thấy") {
		t.Errorf("says %q", got)
	}
}

// The menu opens with the secondary button where it stands, and with the Menu key and
// Shift+F10 below the active cell.
func TestGridMenu(t *testing.T) {
	s := newSheet(8)
	g := xwidget.NewGrid(s, 2)
	w := uitest.Window(t, 800, 620, g)
	c := w.Canvas()
	c.Focus(g)
	g.OnWhy = func(int, int) {}
	var asked []int
	g.OnMenu = func(row, col int) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem("Lịch sử ô", func() { asked = []int{row, col} })}
	}
	g.Jump(2, 4)
	uitest.Keys(c, desktop.KeyMenu)
	uitest.Golden(t, "grid-menu", c)
	uitest.Choose(t, c, "Lịch sử ô")
	if len(asked) != 2 || asked[0] != 2 || asked[1] != 4 {
		t.Errorf("asked of %v", asked)
	}
	g.SortBy("stt", true)
	shifted(g, func() { uitest.Keys(c, fyne.KeyF10) })
	uitest.Choose(t, c, "Chép (Ctrl+C)")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "TM\r\n" {
		t.Errorf("copied %q", got)
	}
	s.cells[5][4] = "GH"
	g.Jump(5, 4)
	uitest.Keys(c, desktop.KeyMenu)
	uitest.Choose(t, c, "Chỉ hiện dòng có giá trị này")
	if got := g.Shown(); len(got) != 1 || got[0] != 5 {
		t.Errorf("shown %v", got)
	}
	uitest.Keys(c, desktop.KeyMenu)
	uitest.Choose(t, c, "Bỏ lọc")
	if n := len(g.Shown()); n != 8 {
		t.Errorf("%d rows are shown", n)
	}
	press(g, 60, 120, desktop.MouseButtonSecondary)
	overlay(t, c)
}

// slow is a sheet that takes long pastes elsewhere.
type slow struct {
	*sheet
	many int
	then func()
}

func (s *slow) SetMany(cells []xwidget.CellText, done func([]string)) {
	s.many = len(cells)
	s.then = func() { done(s.SetAll(cells)) }
}

// A long paste is taken elsewhere, a short one at once; what comes of it is shown when
// it is done.
func TestGridPastesManyElsewhere(t *testing.T) {
	s := &slow{sheet: newSheet(3)}
	g := xwidget.NewGrid(s, 2)
	uitest.Window(t, 800, 400, g)
	edited, said := 0, ""
	g.OnEdited = func() { edited++ }
	g.OnSay = func(words string, _ bool) { said = words }
	clip := test.NewClipboard()
	clip.SetContent(strings.Repeat("A\t1\r\n", 300))
	g.Jump(0, 1)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if s.many != 600 || edited != 0 || len(s.cells) != 3 {
		t.Fatalf("%d cells elsewhere, %d edits, %d rows", s.many, edited, len(s.cells))
	}
	s.then()
	if edited != 1 || len(s.cells) != 300 || said != "Đã dán 600 ô" {
		t.Errorf("%d edits, %d rows, said %q", edited, len(s.cells), said)
	}
	clip.SetContent("B")
	g.Jump(0, 1)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if s.cells[0][1] != "B" {
		t.Errorf("a short paste left %q", s.cells[0][1])
	}
}

// Dragging beyond the edge goes on choosing, and the view follows.
func TestGridDragsBeyondItsEdge(t *testing.T) {
	g, _, _ := grid(t, 100)
	press(g, 200, 100, desktop.MouseButtonPrimary)
	from, _ := g.Active()
	for range 5 {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(2000, 900)}})
	}
	if row, col := g.Active(); row < from+12 || col != 8 {
		t.Errorf("reached %d,%d from row %d", row, col, from)
	}
	if x, y := g.Offset(); x == 0 || y == 0 {
		t.Errorf("the view stays at %v,%v", x, y)
	}
}

func TestGridDarkPicture(t *testing.T) {
	uitest.App(t).Settings().SetTheme(look.Theme{Dark: true})
	s := newSheet(14)
	s.marks[[2]int{1, 2}] = xwidget.MarkError
	s.marks[[2]int{7, 5}] = xwidget.MarkNotice
	s.marks[[2]int{7, 7}] = xwidget.MarkChanged
	g := xwidget.NewGrid(s, 2)
	w := uitest.Window(t, 800, 300, g)
	w.Canvas().Focus(g)
	g.SortBy("luong", true)
	g.Contains("ten", "dung")
	shortcut(g, fyne.KeyF, ctrl)
	uitest.Type(w.Canvas(), "0790")
	uitest.Golden(t, "grid-dark", w.Canvas())
}

// At 150 % the lines of the heads, the signs in them and the foot keep their places.
func TestGridLargePicture(t *testing.T) {
	uitest.App(t)
	s := newSheet(14)
	s.marks[[2]int{1, 2}] = xwidget.MarkError
	g := xwidget.NewGrid(s, 2)
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(800, 300))
	g.SortBy("luong", false)
	g.Contains("ten", "dung")
	uitest.Golden(t, "grid-150", w.Canvas())
}

// What would be a formula in Excel goes to the clipboard as a text, and comes back as
// it was; numbers are left alone.
func TestGridCopiesNoFormula(t *testing.T) {
	g, s, c := grid(t, 4)
	clip := test.NewClipboard()
	texts := []string{"=HYPERLINK(\"x\")", "@SUM(A1)", "-5", "+cmd|' /C calc'!A0"}
	for i, x := range texts {
		s.cells[i][8] = x
	}
	g.Jump(0, 8)
	shifted(g, func() { uitest.Keys(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) })
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	rows := xwidget.ParseTSV(clip.Content())
	for i, want := range []string{"'=HYPERLINK(\"x\")", "'@SUM(A1)", "-5", "'+cmd|' /C calc'!A0"} {
		if rows[i][0] != want {
			t.Errorf("copied %q, want %q", rows[i][0], want)
		}
	}
	g.Jump(0, 1)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	for i, want := range texts {
		if s.cells[i][1] != want {
			t.Errorf("pasted %q, want %q", s.cells[i][1], want)
		}
	}
}

// Where a filter leaves nothing no row is active.
func TestGridFilteredToNothing(t *testing.T) {
	g, s, c := grid(t, 4)
	opened := 0
	g.RowMode = true
	g.OnOpen = func(int) { opened++ }
	g.Contains("ten", "khongcoai")
	uitest.Keys(c, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEnd)
	if row, _ := g.Active(); row < len(s.cells) || opened > 0 {
		t.Errorf("row %d is active, %d opened", row, opened)
	}
	g.ClearFilters()
	if row, _ := g.Active(); row != 0 {
		t.Errorf("row %d is active after all came back", row)
	}
}

// ticks is a list with a box in each row.
type ticks struct{ on []bool }

func (l *ticks) Rows() int { return len(l.on) }
func (l *ticks) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{{Tag: "chon", Width: 30, Check: true}, {Tag: "so", Head: "Số", Width: 60, Kind: xwidget.KindNumber}}
}
func (l *ticks) Text(row, col int) string {
	if col == 0 {
		return map[bool]string{true: xwidget.Ticked}[l.on[row]]
	}
	return strings.Repeat("1", row+1)
}
func (l *ticks) Mark(int, int) xwidget.Mark { return xwidget.MarkNone }
func (l *ticks) Toggle(row, _ int)          { l.on[row] = !l.on[row] }

// Space ticks all rows that are chosen, also where they are sorted.
func TestListTicksWhatIsChosen(t *testing.T) {
	l := &ticks{on: make([]bool, 6)}
	l.on[4] = true
	g := xwidget.NewList(l)
	c := uitest.Window(t, 300, 300, g).Canvas()
	c.Focus(g)
	g.SortBy("so", true)
	g.Start()
	shifted(g, func() { uitest.Keys(c, fyne.KeyDown, fyne.KeyDown) })
	uitest.Type(c, " ")
	if got := fmt.Sprint(l.on); got != "[false false false true true true]" {
		t.Errorf("ticked %s", got)
	}
	uitest.Golden(t, "list-chosen", c)
}

// Columns that stand still move where they would leave the others no room.
func TestGridLetsGoOfFrozenColumns(t *testing.T) {
	g, _, c := grid(t, 3)
	g.Jump(0, 1)
	for range 40 {
		shortcut(g, fyne.KeyRight, alt|shift)
	}
	g.Jump(0, 8)
	press(g, 10, 100, desktop.MouseButtonPrimary)
	if _, col := g.Active(); col == 0 {
		t.Error("the first column still stands, with no room for the others")
	}
	uitest.Keys(c, fyne.KeyHome)
	at(t, g, 1, 0)
}

// Shift that goes up while a menu is open does not stay down for the grid.
func TestGridForgetsShiftBelowAMenu(t *testing.T) {
	g, _, c := grid(t, 6)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyF10) // the menu gets the key going up
	c.Overlays().Remove(overlay(t, c))
	var said string
	g.OnSay = func(words string, _ bool) { said = words }
	uitest.Keys(c, fyne.KeyDown)
	if said != "" {
		t.Errorf("Down after a menu chose a range: %q", said)
	}
	at(t, g, 1, 0)
}
