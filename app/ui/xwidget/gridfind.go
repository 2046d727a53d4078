package xwidget

import (
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"
)

// finder finds words in the cells that are shown.
type finder struct {
	g     *Grid
	open  bool
	entry *gridEntry
	count *Text
	line  *fyne.Container

	term string
	hits []hit // of the term, in reading order; nil before they were looked for
	seen int   // the rows that have been looked through
	was  hit   // where it began
	offX float32
	offY float32
}

// hit is a cell of the view.
type hit struct{ row, col int }

// atOnce is how many cells are looked through in one go.
const atOnce = 20_000

// mostHits is how many are counted; nobody goes through more.
const mostHits = 9_999

func newFinder(g *Grid) *finder {
	f := &finder{g: g, count: NewCaption("")}
	f.entry = newGridEntry("Tìm trong bảng, gõ không dấu cũng được")
	f.entry.OnChanged = func(text string) { f.look(text) }
	f.entry.onEscape = f.close
	f.entry.onEnter = f.next
	buttons := Row(2, f.count,
		NewQuiet("Trước", func() { f.next(true) }).Tiny(), NewQuiet("Tiếp", func() { f.next(false) }).Tiny(), NewQuiet("Đóng", f.close).Tiny())
	f.line = Inset(10, 4, 6, 4, Dock(nil, nil, Sized(280, 26, f.entry), Inset(10, 0, 0, 0, buttons), Spacer()))
	return f
}

// ask opens the line with the search and puts the keys into it.
func (f *finder) ask() {
	if f.g.r == nil {
		return
	}
	f.open, f.was = true, hit{f.g.row, f.g.col}
	f.offX, f.offY = f.g.offX, f.g.offY
	f.g.redraw()
	if c := f.g.canvas(); c != nil {
		c.Focus(f.entry)
		f.entry.selectAll()
	}
}

// close closes the line and gives the keys back.
func (f *finder) close() {
	f.open = false
	f.g.redraw()
	f.g.focus()
}

// look begins to find another term, from the cell on that was active before.
func (f *finder) look(text string) {
	f.term, f.hits, f.seen = Fold(strings.TrimSpace(text)), nil, 0
	if f.term == "" {
		f.count.Set("")
		f.line.Refresh()
		return
	}
	f.goOn()
	f.g.offX, f.g.offY = f.offX, f.offY
	if h, ok := f.from(f.was.row, f.was.col-1, false, 3*atOnce); ok {
		f.g.moveTo(h.row, h.col, false)
	}
	f.say()
}

// goOn looks through the rows that have not been looked through; the rest of a big
// grid when it is asked for.
func (f *finder) goOn() {
	rows, cols := f.g.view.Rows(), len(f.g.columns())
	for cells := 0; f.seen < rows && len(f.hits) < mostHits && cells < atOnce; f.seen++ {
		for col := range cols {
			if f.matches(f.seen, col) {
				f.hits = append(f.hits, hit{f.seen, col})
			}
		}
		cells += cols
	}
}

// matches reports whether a cell has the term in what one sees of it.
func (f *finder) matches(row, col int) bool {
	if f.g.columns()[col].Check {
		return false
	}
	text := f.g.view.text(row, col)
	if text == "" {
		return false
	}
	return strings.Contains(Fold(text), f.term)
}

// from finds the next hit among so many cells behind a cell, or before it, and goes on
// at the other end.
func (f *finder) from(row, col int, back bool, most int) (h hit, ok bool) {
	rows, cols := f.g.view.Rows(), len(f.g.columns())
	n := rows * cols
	if n == 0 || f.term == "" {
		return h, false
	}
	step := 1
	if back {
		step = -1
	}
	at := row*cols + col
	for range min(n, most) {
		at = ((at+step)%n + n) % n
		if f.matches(at/cols, at%cols) {
			return hit{at / cols, at % cols}, true
		}
	}
	return h, false
}

// next goes to the next hit, or to the one before.
func (f *finder) next(back bool) {
	if f.term == "" {
		f.ask()
		return
	}
	f.hits, f.seen = nil, 0 // cells may have changed
	f.goOn()
	if h, ok := f.from(f.g.row, f.g.col, back, math.MaxInt); ok {
		f.g.moveTo(h.row, h.col, false)
	}
	f.say()
}

// say tells which of how many hits the active cell is; «trở lên» where not all of a
// big grid has been counted.
func (f *finder) say() {
	words := ""
	switch at := f.place(); {
	case f.seen < f.g.view.Rows() && at > 0:
		words = fmt.Sprintf("%s trên %s trở lên", grouped(int64(at)), grouped(int64(len(f.hits))))
	case f.seen < f.g.view.Rows() && len(f.hits) > 0:
		words = fmt.Sprintf("%s chỗ trở lên", grouped(int64(len(f.hits))))
	case len(f.hits) == 0 && f.seen == f.g.view.Rows():
		words = "Không thấy"
	case len(f.hits) == 0:
		words = "Chưa thấy, bấm Tiếp để tìm hết bảng"
	case at > 0:
		words = fmt.Sprintf("%s trên %s", grouped(int64(at)), grouped(int64(len(f.hits))))
	}
	f.count.Set(words)
	f.line.Refresh()
}

// place is the number of the hit in the active cell, from 1; 0 where it is none.
func (f *finder) place() int {
	for i, h := range f.hits {
		if h.row == f.g.row && h.col == f.g.col {
			return i + 1
		}
	}
	return 0
}
