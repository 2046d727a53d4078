package xwidget_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// wide is a big model: rows of forty columns.
type wide struct{ rows, cols int }

func (w wide) Rows() int { return w.rows }
func (w wide) Columns() []xwidget.GridColumn {
	out := make([]xwidget.GridColumn, w.cols)
	for i := range out {
		out[i] = xwidget.GridColumn{Tag: fmt.Sprint(i), Head: fmt.Sprintf("Cột %d", i+1), Width: 100}
	}
	return out
}
func (w wide) Text(r, c int) string { return fmt.Sprintf("Nguyễn Văn %d-%d", r, c) }
func (w wide) Mark(r, c int) xwidget.Mark {
	if (r+c)%97 == 0 {
		return xwidget.MarkError
	}
	return xwidget.MarkNone
}

// peer is Fyne's own table of Label cells over the same model.
func peer(w wide) *widget.Table {
	t := widget.NewTable(func() (int, int) { return w.rows, w.cols },
		func() fyne.CanvasObject {
			l := widget.NewLabel("")
			l.Truncation = fyne.TextTruncateEllipsis
			return l
		},
		func(id widget.TableCellID, o fyne.CanvasObject) { o.(*widget.Label).SetText(w.Text(id.Row, id.Col)) })
	for i := range w.cols {
		t.SetColumnWidth(i, 100)
	}
	return t
}

// scroller shows an object in a window and lets its own handler scroll it by some steps.
func scroller(t testing.TB, o fyne.CanvasObject) func(steps int) time.Duration {
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1366, 700))
	var handler fyne.Scrollable
	area := float32(0) // the biggest one scrolls the cells, the others the heads
	uitest.Walk(o, func(o fyne.CanvasObject) {
		if s, ok := o.(fyne.Scrollable); ok && o.Size().Width*o.Size().Height >= area {
			handler, area = s, o.Size().Width*o.Size().Height
		}
	})
	return func(steps int) time.Duration {
		began := time.Now()
		for range steps {
			handler.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)})
		}
		return time.Since(began)
	}
}

// Scrolling 10,000 rows of 40 columns costs at most a tenth of what Fyne's own table
// of labels costs in the same run. The least of several turns is compared, so that
// other work on the machine does not decide.
func TestScrollCostsATenthOfATable(t *testing.T) {
	test.NewTempApp(t)
	data := wide{10_000, 40}
	ours, theirs := scroller(t, xwidget.NewGrid(data, 2)), scroller(t, peer(data))
	ours(5)
	theirs(5)
	least := func(scroll func(int) time.Duration) time.Duration {
		const steps = 20
		best := time.Duration(1 << 62)
		for range 6 {
			best = min(best, scroll(steps)/steps)
		}
		return best
	}
	grid, table := least(ours), least(theirs)
	t.Logf("a step of 30 px: grid %v, table %v, ratio 1 : %d", grid, table, table/max(1, grid))
	if grid*10 > table {
		t.Errorf("a step costs %v, more than a tenth of %v", grid, table)
	}
}

func BenchmarkScrollGrid(b *testing.B) {
	test.NewTempApp(b)
	scroll := scroller(b, xwidget.NewGrid(wide{10_000, 40}, 2))
	b.ResetTimer()
	scroll(b.N)
}

func BenchmarkScrollTableOfLabels(b *testing.B) {
	test.NewTempApp(b)
	scroll := scroller(b, peer(wide{10_000, 40}))
	b.ResetTimer()
	scroll(b.N)
}

// inPlace is a grid of so many people that sorts and filters at once.
func inPlace(b *testing.B, rows int) (*xwidget.Grid, *sheet) {
	test.NewTempApp(b)
	s := newSheet(rows)
	g := xwidget.NewGrid(s, 2)
	g.Later = func(work, done func()) { work(); done() }
	w := test.NewTempWindow(b, g)
	w.Resize(fyne.NewSize(1366, 700))
	b.ResetTimer()
	return g, s
}

func BenchmarkSortNames50000(b *testing.B) {
	g, _ := inPlace(b, 50_000)
	for i := range b.N {
		g.SortBy("ten", i%2 == 0)
	}
}

func BenchmarkSortIDs50000(b *testing.B) {
	g, _ := inPlace(b, 50_000)
	for i := range b.N {
		g.SortBy("cccd", i%2 == 0)
	}
}

func BenchmarkFilter50000(b *testing.B) {
	g, _ := inPlace(b, 50_000)
	for i := range b.N {
		g.Contains("cccd", fmt.Sprint(i%10))
	}
}

func BenchmarkFind10000x9(b *testing.B) {
	g, _ := inPlace(b, 10_000)
	c := fyne.CurrentApp().Driver().CanvasForObject(g)
	c.Focus(g)
	shortcut(g, fyne.KeyF, ctrl)
	uitest.Type(c, "khong co")
	b.ResetTimer()
	for range b.N {
		uitest.Keys(c, fyne.KeyReturn)
	}
}

func BenchmarkPaste10000x8(b *testing.B) {
	g, _ := inPlace(b, 10_000)
	clip := test.NewClipboard()
	clip.SetContent(strings.Repeat("Nguyễn Thị Ẩn\t7912345678\t079080000000\tTM\t5310000\t500000\t11/2026\tGhi chú\r\n", 10_000))
	g.Jump(0, 1)
	for range b.N {
		g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	}
}
