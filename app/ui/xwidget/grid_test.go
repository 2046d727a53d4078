package xwidget_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// sheet is a small editable model: text cells, the last column refuses letters.
type sheet struct {
	cols  []xwidget.GridColumn
	cells [][]string
	marks map[[2]int]xwidget.Mark
	undo  []struct {
		r, c int
		old  string
	}
	undone []struct {
		r, c int
		text string
	}
	asked int // how many cells the grid asked for
}

func newSheet(rows int) *sheet {
	s := &sheet{marks: map[[2]int]xwidget.Mark{}}
	s.cols = []xwidget.GridColumn{
		{Tag: "stt", Head: "STT", Width: 44, Align: fyne.TextAlignTrailing},
		{Tag: "ten", Head: "Họ và tên", Width: 140, Kind: xwidget.KindName},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 96},
		{Tag: "cccd", Head: "Số ĐDCN/CCCD/Hộ chiếu", Width: 112},
		{Tag: "pa", Head: "Phương án", Width: 70},
		{Tag: "luong", Head: "Mức lương", Group: "Tiền lương", Width: 100, Align: fyne.TextAlignTrailing, Kind: xwidget.KindMoney},
		{Tag: "pc", Head: "Phụ cấp lương", Group: "Tiền lương", Width: 90, Align: fyne.TextAlignTrailing, Kind: xwidget.KindMoney},
		{Tag: "tu", Head: "Từ tháng", Width: 76, Kind: xwidget.KindMonth},
		{Tag: "ghiChu", Head: "Ghi chú", Width: 160},
	}
	names := []string{"Nguyễn Thị Ẩn", "Trần Văn Dũng", "Lê Ngọc Hà", "Phạm Quốc Việt", "Huỳnh Thị Ưởng", "Đỗ Thuỳ Ẵm"}
	for i := range rows {
		s.cells = append(s.cells, []string{fmt.Sprint(i + 1), names[i%len(names)], fmt.Sprintf("79123%05d", i),
			fmt.Sprintf("079080%06d", i), "TM", fmt.Sprintf("%d.%03d.000", 5+i%9, i%1000), "500.000", "11/2026",
			"Ghi chú dài hơn bề rộng của cột này"})
	}
	return s
}

func (s *sheet) Rows() int                     { return len(s.cells) }
func (s *sheet) Columns() []xwidget.GridColumn { return s.cols }
func (s *sheet) Text(r, c int) string          { s.asked++; return s.cells[r][c] }
func (s *sheet) Mark(r, c int) xwidget.Mark    { return s.marks[[2]int{r, c}] }
func (s *sheet) Editable(_, c int) bool        { return c > 0 }
func (s *sheet) Raw(r, c int) string           { return strings.ReplaceAll(s.cells[r][c], ".", "") }
func (s *sheet) Total(c int) string {
	return map[int]string{1: "Cộng", 5: "140.770.000", 6: "2.000.000"}[c]
}
func (s *sheet) Set(r, c int, text string) string {
	if s.cols[c].Tag == "luong" && strings.ContainsAny(text, "abc") {
		return fmt.Sprintf("Dòng %d, Mức lương: phải là số tiền, ví dụ 5.310.000", r+1)
	}
	s.undo = append(s.undo, struct {
		r, c int
		old  string
	}{r, c, s.cells[r][c]})
	s.cells[r][c] = text
	return ""
}
func (s *sheet) SetAll(cells []xwidget.CellText) (refused []string) {
	for _, x := range cells {
		for x.Row >= len(s.cells) {
			s.cells = append(s.cells, append([]string{fmt.Sprint(len(s.cells) + 1)}, make([]string, len(s.cols)-1)...))
		}
		if say := s.Set(x.Row, x.Col, x.Text); say != "" {
			refused = append(refused, say)
		}
	}
	return refused
}
func (s *sheet) Undo(tell func(row, col int, ok bool)) {
	if len(s.undo) == 0 {
		tell(0, 0, false)
		return
	}
	u := s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	s.undone = append(s.undone, struct {
		r, c int
		text string
	}{u.r, u.c, s.cells[u.r][u.c]})
	s.cells[u.r][u.c] = u.old
	tell(u.r, u.c, true)
}
func (s *sheet) Redo(tell func(row, col int, ok bool)) {
	if len(s.undone) == 0 {
		tell(0, 0, false)
		return
	}
	u := s.undone[len(s.undone)-1]
	s.undone = s.undone[:len(s.undone)-1]
	s.Set(u.r, u.c, u.text)
	tell(u.r, u.c, true)
}
func (s *sheet) MaxRows() int { return 20_000 }

func grid(t *testing.T, rows int) (*xwidget.Grid, *sheet, fyne.Canvas) {
	t.Helper()
	s := newSheet(rows)
	g := xwidget.NewGrid(s, 2)
	w := uitest.Window(t, 800, 400, container.NewStack(g))
	w.Canvas().Focus(g)
	return g, s, w.Canvas()
}

func at(t *testing.T, g *xwidget.Grid, row, col int) {
	t.Helper()
	if r, c := g.Active(); r != row || c != col {
		t.Fatalf("active cell is %d,%d, want %d,%d", r, c, row, col)
	}
}

func TestGridPicture(t *testing.T) {
	g, s, c := grid(t, 14)
	s.marks[[2]int{1, 2}] = xwidget.MarkError
	s.marks[[2]int{4, 3}] = xwidget.MarkError
	s.marks[[2]int{8, 5}] = xwidget.MarkNotice
	s.marks[[2]int{2, 7}] = xwidget.MarkChanged
	g.Refresh()
	g.Jump(3, 5)
	uitest.Golden(t, "grid", c)
}

func TestGridScrolledPicture(t *testing.T) {
	g, _, c := grid(t, 5000)
	g.Jump(2500, 7)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft)
	uitest.Golden(t, "grid-scrolled", c)
}

func TestGridEditPicture(t *testing.T) {
	_, _, c := grid(t, 6)
	uitest.Keys(c, fyne.KeyDown, fyne.KeyRight, fyne.KeyF2)
	uitest.Golden(t, "grid-edit", c)
}

func TestGridEmptyPicture(t *testing.T) {
	g, _, c := grid(t, 0)
	g.Empty = "Chưa có dòng nào"
	g.Refresh()
	uitest.Keys(c, fyne.KeyDown, fyne.KeyEnd, fyne.KeyF2, fyne.KeyDelete, fyne.KeyTab)
	uitest.Golden(t, "grid-empty", c)
}

// Rows that are drawn follow their columns when the window becomes wider.
func TestGridRowsFollowTheWidth(t *testing.T) {
	s := newSheet(3)
	s.cols[1].Grow = 1
	g := xwidget.NewGrid(s, 0)
	w := uitest.Window(t, 1000, 200, g)
	s.asked = 0
	w.Resize(fyne.NewSize(1200, 200))
	if s.asked == 0 {
		t.Error("rows keep the places of the narrow window")
	}
	s.asked = 0
	w.Resize(fyne.NewSize(1200, 190))
	if s.asked != 0 {
		t.Errorf("asked for %d cells though no column changed", s.asked)
	}
}

func TestGridMoves(t *testing.T) {
	g, _, c := grid(t, 100)
	for _, step := range []struct {
		keys     []fyne.KeyName
		row, col int
	}{
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyRight}, 1, 1},
		{[]fyne.KeyName{fyne.KeyEnd}, 1, 8},
		{[]fyne.KeyName{fyne.KeyTab}, 2, 0},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, 0, 0},
		{[]fyne.KeyName{fyne.KeyPageDown}, 10, 0},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, 10, 0},
	} {
		uitest.Keys(c, step.keys...)
		if step.keys[0] == fyne.KeyPageDown {
			if r, _ := g.Active(); r < 8 || r > 13 {
				t.Fatalf("PgDn went to row %d, want about a view's height", r)
			}
			g.Jump(10, 0)
			continue
		}
		at(t, g, step.row, step.col)
	}
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierControl})
	at(t, g, 99, 8)
	if x, y := g.Offset(); x <= 0 || y <= 0 {
		t.Errorf("the last cell is not in view: offset %v,%v", x, y)
	}
}

func TestGridTypesIntoCells(t *testing.T) {
	g, s, c := grid(t, 5)
	g.Jump(0, 1)
	uitest.Type(c, "Đặng Kim Yến")
	uitest.Keys(c, fyne.KeyReturn)
	at(t, g, 1, 1)
	if got := s.cells[0][1]; got != "Đặng Kim Yến" {
		t.Errorf("cell holds %q", got)
	}
	uitest.Keys(c, fyne.KeyF2, fyne.KeyEnd)
	uitest.Type(c, " A")
	uitest.Keys(c, fyne.KeyTab)
	at(t, g, 1, 2)
	if got := s.cells[1][1]; got != "Trần Văn Dũng A" {
		t.Errorf("F2 and Tab left %q", got)
	}
	uitest.Type(c, "9")
	uitest.Keys(c, fyne.KeyEscape)
	if got := s.cells[1][2]; got != "7912300001" {
		t.Errorf("Esc left %q", got)
	}
	uitest.Keys(c, fyne.KeyDelete)
	if s.cells[1][2] != "" {
		t.Errorf("Delete left %q", s.cells[1][2])
	}
	g.TypedShortcut(&fyne.ShortcutUndo{})
	if s.cells[1][2] != "7912300001" {
		t.Errorf("undo left %q", s.cells[1][2])
	}
}

// A text in NFD, as some keyboards send it, is stored as NFC.
func TestGridStoresNFC(t *testing.T) {
	g, s, c := grid(t, 2)
	g.Jump(0, 1)
	uitest.Type(c, "Nguye\u0302\u0303n")
	uitest.Keys(c, fyne.KeyReturn)
	if got := s.cells[0][1]; got != "Nguyễn" {
		t.Errorf("cell holds %q (%+q)", got, got)
	}
}

// A text that the column cannot hold stays in the editor, with the reason.
func TestGridRefuses(t *testing.T) {
	g, s, c := grid(t, 5)
	var said string
	g.OnSay = func(words string, _ bool) { said = words }
	g.Jump(2, 5)
	uitest.Type(c, "abc")
	uitest.Keys(c, fyne.KeyReturn)
	if text, open := g.Editing(); !open || text != "abc" {
		t.Errorf("editor open %v with %q", open, text)
	}
	if !strings.Contains(said, "phải là số tiền") {
		t.Errorf("said %q", said)
	}
	at(t, g, 2, 5)
	uitest.Keys(c, fyne.KeyEscape)
	if s.cells[2][5] != "7.002.000" {
		t.Errorf("cell changed to %q", s.cells[2][5])
	}
	g.Jump(2, 0)
	uitest.Keys(c, fyne.KeyF2)
	if _, open := g.Editing(); open || said != "Ô này không sửa ở đây" {
		t.Errorf("a cell that stands still opened (%v), said %q", open, said)
	}
}

func TestGridClipboard(t *testing.T) {
	g, s, c := grid(t, 6)
	clip := test.NewClipboard()
	g.Jump(0, 1)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyDown, fyne.KeyRight)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if got, want := clip.Content(), "Nguyễn Thị Ẩn\t7912300000\r\nTrần Văn Dũng\t7912300001\r\n"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	clip.SetContent("A\t1\r\n\"B\"\"b\nc\"\t2\r\nC\t3\r\n")
	g.Jump(3, 1)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if s.cells[3][1] != "A" || s.cells[4][1] != "B\"b\nc" || s.cells[5][2] != "3" {
		t.Errorf("pasted %q", s.cells[3:])
	}
	clip.SetContent("x")
	g.Jump(0, 8)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown)
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	for r := range 3 {
		if s.cells[r][8] != "x" {
			t.Errorf("row %d holds %q, want the one cell everywhere", r, s.cells[r][8])
		}
	}
	g.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if s.cells[0][8] != "" {
		t.Errorf("cut left %q", s.cells[0][8])
	}
}

func TestGridFillsDown(t *testing.T) {
	g, s, c := grid(t, 6)
	s.cells[1][7] = "10/2026"
	g.Jump(1, 7)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown)
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault})
	if s.cells[3][7] != "10/2026" || s.cells[4][7] != "11/2026" {
		t.Errorf("filled %q, %q", s.cells[3][7], s.cells[4][7])
	}
}

// F9 asks why of the active cell, with Shift of the total below it, and a double click
// on a total asks of that one; where nobody answers nothing happens.
func TestGridAsksWhy(t *testing.T) {
	g, _, c := grid(t, 3)
	uitest.Keys(c, fyne.KeyF9)
	var asked []string
	g.OnWhy = func(row, col int) { asked = append(asked, fmt.Sprint(row, " ", col)) }
	g.OnWhySum = func(col int) { asked = append(asked, fmt.Sprint("sum ", col)) }
	g.Jump(1, 5)
	uitest.Keys(c, fyne.KeyF9)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyF9)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	foot := float32(-1)
	for y := float32(0); y < g.Size().Height && foot < 0; y += 4 {
		n := len(asked)
		g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(100, y)}) // «Cộng»
		if len(asked) > n {
			foot = y
		}
	}
	if got := strings.Join(asked, "; "); got != "1 5; sum 5; sum 1" {
		t.Errorf("asked %q", got)
	}
}

func TestGridMouse(t *testing.T) {
	g, s, _ := grid(t, 50)
	press := func(x, y float32) {
		g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
	}
	press(60, 100)
	if _, c := g.Active(); c != 1 {
		t.Errorf("pressed column 1, active is %d", c)
	}
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -260}})
	press(60, 100)
	if r, _ := g.Active(); r < 10 {
		t.Errorf("after a scroll of ten rows the press reached row %d", r)
	}
	g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(60, 100)})
	if _, open := g.Editing(); !open {
		t.Error("a double click does not edit")
	}
	s.asked = 0
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -26}})
	if s.asked > 2*len(s.cols) {
		t.Errorf("a scroll of one row asked for %d cells", s.asked)
	}
}

func TestTSV(t *testing.T) {
	rows := [][]string{{"a", "", "x\ty"}, {`say "hi"`, "two\nlines", "Đ"}}
	got := xwidget.ParseTSV(xwidget.WriteTSV(rows))
	if fmt.Sprint(got) != fmt.Sprint(rows) {
		t.Errorf("read back %q, want %q", got, rows)
	}
	for in, want := range map[string]int{"": 0, "\n": 0, "a\t": 1, "\"open": 1, "a\n\nb": 3} {
		if got := xwidget.ParseTSV(in); len(got) != want {
			t.Errorf("%q gives %d rows %q, want %d", in, len(got), got, want)
		}
	}
}

func FuzzTSV(f *testing.F) {
	f.Add("a\t\"b\"\"\n\"\r\nc")
	f.Fuzz(func(t *testing.T, s string) {
		rows := xwidget.ParseTSV(s)
		again := xwidget.ParseTSV(xwidget.WriteTSV(rows))
		if len(rows) > 0 && len(rows[len(rows)-1]) > 1 && fmt.Sprintf("%q", rows) != fmt.Sprintf("%q", again) {
			t.Errorf("%q reads as %q, written and read again %q", s, rows, again)
		}
	})
}

func BenchmarkScroll(b *testing.B) {
	test.NewTempApp(b)
	s := newSheet(10000)
	g := xwidget.NewGrid(s, 2)
	w := test.NewTempWindow(b, g)
	w.Resize(fyne.NewSize(1366, 700))
	b.ResetTimer()
	for i := range b.N {
		d := float32(-30)
		if i/500%2 == 1 {
			d = 30
		}
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: d}})
	}
}
