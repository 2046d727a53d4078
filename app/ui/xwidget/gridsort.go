package xwidget

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
)

// inline is up to how many rows a sort or a filter is done at once: it takes less
// than a frame.
const inline = 3000

// SortBy sorts by a column; what sorted before still decides between equals.
func (g *Grid) SortBy(tag string, down bool) {
	g.sorts = slices.DeleteFunc(g.sorts, func(s sorting) bool { return s.tag == tag })
	g.sorts = append([]sorting{{tag, down}}, g.sorts...)
	g.sorts = g.sorts[:min(len(g.sorts), maxSorts)]
	g.arranged()
}

// ClearSort shows the rows in the order of the model.
func (g *Grid) ClearSort() {
	g.sorts = nil
	g.arranged()
}

// Sorted is the column that sorts first, "" where none does.
func (g *Grid) Sorted() (tag string, down bool) {
	if len(g.sorts) == 0 {
		return "", false
	}
	return g.sorts[0].tag, g.sorts[0].down
}

// turn sorts by a column upwards, then downwards, then not at all.
func (g *Grid) turn(tag string) {
	switch at, down := g.Sorted(); {
	case at != tag:
		g.SortBy(tag, false)
	case !down:
		g.SortBy(tag, true)
	default:
		g.ClearSort()
	}
}

// filter lets only those cells of a column through.
func (g *Grid) filter(tag string, f cellFilter) {
	if f.any() {
		g.filters[tag] = f
	} else {
		delete(g.filters, tag)
	}
	g.arranged()
}

// Contains shows only the rows that have some words in a column, typed without case and
// diacritics; none show all again.
func (g *Grid) Contains(tag, words string) { g.filter(tag, cellFilter{has: words}) }

// ClearFilters shows all rows again.
func (g *Grid) ClearFilters() {
	clear(g.filters)
	g.arranged()
}

// Like sorts and filters as another grid of the same columns does, and stands where that
// one stood.
func (g *Grid) Like(other *Grid) {
	g.sorts = slices.Clone(other.sorts)
	for tag, f := range other.filters {
		g.filters[tag] = f
	}
	g.arrange()
	g.row, g.col, g.offX, g.offY = other.row, other.col, other.offX, other.offY
	g.fromRow, g.fromCol = g.row, g.col
	g.redraw()
}

func (g *Grid) arranged() {
	g.closeEditor()
	g.arrange()
	g.redraw()
}

// arrange asks anew which rows are shown and in which order. Many rows are sorted
// elsewhere and drawn when that is done.
func (g *Grid) arrange() {
	g.asked++
	g.view.follow()
	at := g.view.row(g.row)
	a := g.reading()
	if len(a.sorts)+len(a.filters) == 0 {
		g.view.arrange(nil)
		g.keep(at)
		return
	}
	if a.rows <= inline {
		g.view.arrange(a.result())
		g.keep(at)
		return
	}
	asked, rows := g.asked, []int(nil)
	g.later(func() { rows = a.result() }, func() {
		if g.asked != asked {
			return
		}
		if g.editor != nil && !g.commit(0, 0) { // into the row where it was opened
			g.closeEditor()
		}
		if g.view.follow(); g.view.n != a.rows {
			g.arrange()
			return
		}
		at := g.view.row(g.row)
		g.view.arrange(rows)
		g.keep(at)
		g.redraw()
	})
}

func (g *Grid) later(work, done func()) {
	if g.Later != nil {
		g.Later(work, done)
		return
	}
	go func() { // done waits for it, in the window
		work()
		fyne.Do(done)
	}()
}

// reading reads the columns that sort and filter.
func (g *Grid) reading() arranging {
	a := arranging{rows: g.view.n}
	cols := g.model.Columns()
	read := func(tag string, faults bool) (c readCells, ok bool) {
		i := slices.IndexFunc(cols, func(c GridColumn) bool { return c.Tag == tag })
		if i < 0 {
			return c, false
		}
		return readColumn(g.model, a.rows, i, cols[i].Kind, faults), true
	}
	for _, s := range g.sorts {
		if c, ok := read(s.tag, false); ok {
			a.sorts = append(a.sorts, sortColumn{c, s.down})
		}
	}
	for tag, f := range g.filters {
		if c, ok := read(tag, f.faulty); ok {
			a.filters = append(a.filters, filterColumn{c, f})
		}
	}
	return a
}

// keep leaves a row of the model active where it is still shown, and tells the screen
// when another one has become so.
func (g *Grid) keep(row int) {
	n := g.view.Rows()
	r := g.view.rowOf(row)
	if g.top {
		r = 0
	} else if r < 0 {
		r = min(g.row, max(0, n-1))
	}
	g.row, g.fromRow, g.fromCol = r, r, g.col
	if n == 0 {
		return
	}
	g.show(g.row, g.col)
	if g.view.row(g.row) != row && g.OnSelect != nil {
		g.OnSelect(g.Active())
	}
}

// filterWords tells which columns are filtered and how much of the rows that leaves.
func (g *Grid) filterWords() string {
	if len(g.filters) == 0 {
		return ""
	}
	names := ""
	for _, c := range g.model.Columns() {
		if g.filters[c.Tag].any() {
			if names != "" {
				names += ", "
			}
			names += headName(c)
		}
	}
	return fmt.Sprintf("Đang lọc theo %s: hiện %s trên %s dòng", names, grouped(int64(g.view.Rows())), grouped(int64(g.view.n)))
}

// headName is what a column is called where its head is one of several lines.
func headName(c GridColumn) string {
	switch {
	case c.Head != "":
		return c.Head
	case c.Check:
		return "Ô đánh dấu"
	}
	return "Cột không tên"
}

// grouped writes a number with dots between thousands.
func grouped(n int64) string {
	if n < 0 {
		return "-" + dots(strconv.FormatInt(-n, 10))
	}
	return dots(strconv.FormatInt(n, 10))
}
