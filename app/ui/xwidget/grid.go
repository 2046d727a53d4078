package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// Grid shows a Model as a spreadsheet: the first columns and the heads stand
// still, only the visible cells exist, and one editor lies over the active
// cell. Fyne's own table spends some hundred times more on a scroll step, and
// has neither editing nor ranges nor the clipboard.
//
// Keys: arrows, Tab, Home, End, PgUp, PgDn, Ctrl+Home, Ctrl+End move; Shift
// extends; Enter or F2 or a letter edits; Esc gives up; Delete empties; Ctrl+C,
// X, V exchange with Excel; Ctrl+D fills down; Ctrl+Z undoes; Space ticks; F6
// leaves the grid; F9, or the secondary button, asks why of a cell, with Shift of the
// total below it.
type Grid struct {
	widget.BaseWidget
	Frozen  int     // columns that stand still on the left
	RowMode bool    // choose rows instead of cells; nothing is edited
	RowHigh float32 // 0 = look.RowHeight
	Empty   string  // the words where there are no rows

	OnSelect func(row, col int)              // the active cell moved
	OnOpen   func(row int)                   // Enter or a double click in RowMode
	OnSay    func(words string, bad bool)    // something to tell below the grid
	OnEdited func()                          // a cell changed
	OnKey    func(e *fyne.KeyEvent) (v bool) // keys the grid has no use for
	OnWhy    func(row, col int)              // somebody asks where a cell comes from
	OnWhySum func(col int)                   // the same of a total below its column

	model Model
	cols  []GridColumn
	xs    []float32 // left edges in the whole width, and the right edge

	row, col         int // the active cell
	fromRow, fromCol int // the other corner of the range
	offX, offY       float32
	shift, ctrl      bool
	focused          bool
	gen              int // counts changes of the data

	editor *cellEntry
	r      *gridRenderer
}

var (
	_ fyne.Focusable    = (*Grid)(nil)
	_ fyne.Tabbable     = (*Grid)(nil)
	_ fyne.Scrollable   = (*Grid)(nil)
	_ fyne.Draggable    = (*Grid)(nil)
	_ fyne.Shortcutable = (*Grid)(nil)
	_ desktop.Keyable   = (*Grid)(nil)
	_ desktop.Mouseable = (*Grid)(nil)
)

// NewGrid shows a model.
func NewGrid(m Model, frozen int) *Grid {
	g := &Grid{model: m, Frozen: frozen}
	g.ExtendBaseWidget(g)
	return g
}

// NewList shows a model whose rows are chosen as a whole.
func NewList(m Model) *Grid {
	g := NewGrid(m, 0)
	g.RowMode = true
	return g
}

// SetModel shows another model, from its first cell.
func (g *Grid) SetModel(m Model) {
	g.closeEditor()
	g.model = m
	g.row, g.col, g.fromRow, g.fromCol, g.offX, g.offY = 0, 0, 0, 0, 0, 0
	g.Refresh()
}

// Model returns what the grid shows.
func (g *Grid) Model() Model { return g.model }

// Active returns the active cell.
func (g *Grid) Active() (row, col int) { return g.row, g.col }

// Range returns the corners of the chosen cells, both included.
func (g *Grid) Range() (r0, c0, r1, c1 int) {
	return min(g.row, g.fromRow), min(g.col, g.fromCol), max(g.row, g.fromRow), max(g.col, g.fromCol)
}

// Offset returns how far the grid is scrolled, for tests and for coming back.
func (g *Grid) Offset() (x, y float32) { return g.offX, g.offY }

// Column returns the number of the column with the tag, -1 if there is none.
func (g *Grid) Column(tag string) int {
	for i, c := range g.model.Columns() {
		if c.Tag == tag {
			return i
		}
	}
	return -1
}

// Jump makes a cell active and brings it into view, with its neighbours where it
// was out of sight.
func (g *Grid) Jump(row, col int) {
	g.closeEditor()
	g.centre(row, col)
	g.moveTo(row, col, false)
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

// moveTo makes a cell active; extend keeps the other corner of the range.
func (g *Grid) moveTo(row, col int, extend bool) {
	rows, cols := g.model.Rows(), len(g.columns())
	if rows == 0 || cols == 0 {
		return
	}
	g.row, g.col = min(max(row, 0), rows-1), min(max(col, 0), cols-1)
	if !extend {
		g.fromRow, g.fromCol = g.row, g.col
	}
	g.show(g.row, g.col)
	g.sync()
	if g.OnSelect != nil {
		g.OnSelect(g.row, g.col)
	}
}

// show scrolls as far as needed to see a cell.
func (g *Grid) show(row, col int) {
	if g.r == nil {
		return
	}
	w, h := g.r.bodyWidth(), g.r.bodyHeight()
	y := float32(row) * g.rowHigh()
	if y < g.offY {
		g.offY = y
	} else if y+g.rowHigh() > g.offY+h {
		g.offY = y + g.rowHigh() - h
	}
	if col >= g.frozen() && !g.RowMode {
		x0, x1 := g.xs[col]-g.frozenWidth(), g.xs[col+1]-g.frozenWidth()
		if x1 > g.offX+w {
			g.offX = x1 - w
		}
		if x0 < g.offX {
			g.offX = x0
		}
	}
	g.clamp()
}

// centre scrolls to a cell that is out of sight, so that it stands in the middle.
func (g *Grid) centre(row, col int) {
	if g.r == nil || col < 0 || col+1 >= len(g.xs) {
		return
	}
	w, h, rh := g.r.bodyWidth(), g.r.bodyHeight(), g.rowHigh()
	if y := float32(row) * rh; y < g.offY || y+rh > g.offY+h {
		g.offY = y - (h-rh)/2
	}
	if x0, x1 := g.xs[col]-g.frozenWidth(), g.xs[col+1]-g.frozenWidth(); col >= g.frozen() && !g.RowMode && (x0 < g.offX || x1 > g.offX+w) {
		g.offX = x0 - (w-(x1-x0))/2
	}
	g.clamp()
}

func (g *Grid) clamp() {
	if g.r == nil {
		return
	}
	g.offX = max(0, min(g.offX, g.xs[len(g.cols)]-g.frozenWidth()-g.r.bodyWidth()))
	g.offY = max(0, min(g.offY, float32(g.model.Rows())*g.rowHigh()-g.r.bodyHeight()))
}

func (g *Grid) columns() []GridColumn {
	if g.cols == nil {
		g.cols = g.model.Columns()
	}
	return g.cols
}

func (g *Grid) frozen() int { return min(g.Frozen, len(g.columns())) }

func (g *Grid) frozenWidth() float32 { return g.xs[g.frozen()] }

func (g *Grid) rowHigh() float32 {
	if g.RowHigh > 0 {
		return look.Row(g.RowHigh)
	}
	return look.Row(look.RowHeight)
}

func (g *Grid) say(words string, bad bool) {
	if g.OnSay != nil {
		g.OnSay(words, bad)
	}
}

// sync draws what moved, without asking the model for cells already drawn.
func (g *Grid) sync() {
	if g.r != nil {
		g.r.sync()
	}
}

// Refresh asks the model for everything again.
func (g *Grid) Refresh() {
	g.gen++
	g.cols = nil
	if n := g.model.Rows(); g.row >= n {
		g.row, g.fromRow = max(0, n-1), max(0, n-1)
	}
	g.BaseWidget.Refresh()
}

// CreateRenderer makes the panes.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	g.r = newGridRenderer(g)
	return g.r
}
