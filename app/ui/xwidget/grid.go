package xwidget

import (
	"time"

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
// Rows can be sorted and filtered and columns moved, hidden and made wider; the
// screen does not notice: every row and column that it is told of or asks for is
// one of its Model.
//
// Keys: arrows, Tab, Home, End, PgUp, PgDn move, with Ctrl to the edge of what is
// filled in; Shift extends; Shift+Space and Ctrl+Space take the row and the column;
// Enter or F2 or a letter edits; Alt+Down asks for the list; Esc gives up; Delete
// empties; Ctrl+C, X, V exchange with Excel; Ctrl+D and Ctrl+R fill down and right;
// Ctrl+Z and Ctrl+Y undo and redo; Ctrl+; types the day; Space ticks; Ctrl+F finds,
// F3 goes on; Ctrl+Shift+L sorts and filters; Alt+Shift+arrows make a column wider or
// narrower; the Menu key or Shift+F10 lists what else can be done; F6 leaves the
// grid; F9 asks why of a cell, with Shift of the total below it. Every other key is
// the window's.
type Grid struct {
	widget.BaseWidget
	Name    string  // by which its columns are remembered, "" = they are not
	Frozen  int     // columns that stand still on the left
	RowMode bool    // choose rows instead of cells; nothing is edited
	RowHigh float32 // 0 = look.RowHeight
	Empty   string  // the words where there are no rows

	OnSelect func(row, col int)                  // the active cell moved
	OnOpen   func(row int)                       // Enter or a double click in RowMode, or where no cell can be edited
	OnSay    func(words string, bad bool)        // something to tell below the grid
	OnEdited func()                              // a cell changed
	OnKey    func(e *fyne.KeyEvent) (v bool)     // keys the grid has no use for
	OnWhy    func(row, col int)                  // somebody asks where a cell comes from
	OnWhySum func(col int)                       // the same of a total below its column
	OnMenu   func(row, col int) []*fyne.MenuItem // what else a cell's menu offers

	// Later does the work of a sort or a filter of many rows elsewhere, then done in
	// the window. nil = a goroutine of its own.
	Later func(work, done func())
	// Now is the clock for Ctrl+;. nil = the key does nothing.
	Now func() time.Time

	model Model
	view  *view
	kept  columnsKept // how the person wants the columns
	read  string      // the name for which kept was read from the preferences
	built bool        // the columns stand as the model and kept say
	xs    []float32   // left edges in the whole width, and the right edge

	sorts   []sorting // the newest first
	filters map[string]cellFilter
	top     bool // the model has just been set: whatever comes first is active
	asked   int  // counts what was asked of Later: an older answer is not taken

	// The active cell and the other corner of the range, in rows and columns of the view.
	row, col         int
	fromRow, fromCol int
	offX, offY       float32
	shift, ctrl      bool
	focused          bool
	gen              int  // counts changes of the data
	cramped          bool // the columns that stand still are wider than most of the grid

	find   *finder
	strip  *gridStrip
	mouse  gridMouse
	editor *cellEntry
	r      *gridRenderer
}

var (
	_ fyne.Focusable     = (*Grid)(nil)
	_ fyne.Tabbable      = (*Grid)(nil)
	_ fyne.Scrollable    = (*Grid)(nil)
	_ fyne.Draggable     = (*Grid)(nil)
	_ fyne.Shortcutable  = (*Grid)(nil)
	_ desktop.Keyable    = (*Grid)(nil)
	_ desktop.Mouseable  = (*Grid)(nil)
	_ desktop.Hoverable  = (*Grid)(nil)
	_ desktop.Cursorable = (*Grid)(nil)
)

// NewGrid shows a model.
func NewGrid(m Model, frozen int) *Grid {
	g := &Grid{model: m, view: newView(m), Frozen: frozen, filters: map[string]cellFilter{}}
	g.mouse = gridMouse{over: -1, edge: -1}
	g.find = newFinder(g)
	g.strip = newGridStrip(g)
	g.ExtendBaseWidget(g)
	return g
}

// NewList shows a model whose rows are chosen as a whole.
func NewList(m Model) *Grid {
	g := NewGrid(m, 0)
	g.RowMode = true
	return g
}

// Named remembers the columns of the grid under a name.
func (g *Grid) Named(name string) *Grid {
	g.Name = name
	return g
}

// SetModel shows another model, from its first cell, sorted and filtered as before.
func (g *Grid) SetModel(m Model) {
	g.closeEditor()
	g.model, g.view = m, newView(m)
	g.built = false
	g.row, g.col, g.fromRow, g.fromCol, g.offX, g.offY = 0, 0, 0, 0, 0, 0
	g.top = true
	g.arrange()
	g.redraw()
}

// Model returns what the grid shows.
func (g *Grid) Model() Model { return g.model }

// Active returns the active cell, as the model counts.
func (g *Grid) Active() (row, col int) {
	g.columns()
	return g.view.row(g.row), g.view.col(g.col)
}

// Shown are the model's rows that are shown, in their order.
func (g *Grid) Shown() []int {
	out := make([]int, g.view.Rows())
	for i := range out {
		out[i] = g.view.row(i)
	}
	return out
}

// Rows are the model's rows of the chosen cells, in the order in which they are shown.
func (g *Grid) Rows() []int {
	if g.view.Rows() == 0 {
		return nil
	}
	r0, _, r1, _ := g.chosen()
	var out []int
	for r := r0; r <= min(r1, g.view.Rows()-1); r++ {
		out = append(out, g.view.row(r))
	}
	return out
}

// chosen returns the corners of the chosen cells, both included.
func (g *Grid) chosen() (r0, c0, r1, c1 int) {
	r0, c0, r1, c1 = min(g.row, g.fromRow), min(g.col, g.fromCol), max(g.row, g.fromRow), max(g.col, g.fromCol)
	if g.RowMode {
		c0, c1 = 0, len(g.columns())-1
	}
	return r0, c0, r1, c1
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

// Start makes the first cell that is shown active.
func (g *Grid) Start() {
	g.closeEditor()
	g.moveTo(0, 0, false)
	g.focus()
}

// Jump makes a cell active and brings it into view, with its neighbours where it
// was out of sight. One that is filtered out or whose column is hidden comes back.
func (g *Grid) Jump(row, col int) {
	g.closeEditor()
	g.columns()
	if row = min(max(row, 0), max(0, g.view.n-1)); g.view.n > 0 && g.view.rowOf(row) < 0 {
		g.ClearFilters()
		g.say("Đã bỏ lọc để hiện ô này", false)
	}
	if c := g.view.colOf(col); c < 0 && !g.RowMode && col >= 0 && col < len(g.model.Columns()) {
		g.hide(g.model.Columns()[col].Tag, false)
	}
	r, c := max(0, g.view.rowOf(row)), max(0, g.view.colOf(col))
	g.centre(r, c)
	g.moveTo(r, c, false)
	g.focus()
}

func (g *Grid) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(g) }

func (g *Grid) focus() {
	if c := g.canvas(); c != nil {
		c.Focus(g)
	}
}

// moveTo makes a cell active; extend keeps the other corner of the range.
func (g *Grid) moveTo(row, col int, extend bool) {
	if !extend {
		g.fromRow, g.fromCol = -1, -1
	}
	g.moveRange(row, col, g.fromRow, g.fromCol)
}

// moveRange makes a cell active and the cells between it and another chosen; the other
// is the active one itself where it is not there.
func (g *Grid) moveRange(row, col, fromRow, fromCol int) {
	rows, cols := g.view.Rows(), len(g.columns())
	g.top = false
	if rows == 0 || cols == 0 {
		g.fromRow, g.fromCol = g.row, g.col
		return
	}
	g.row, g.col = min(max(row, 0), rows-1), min(max(col, 0), cols-1)
	if g.fromRow, g.fromCol = min(fromRow, rows-1), min(fromCol, cols-1); g.fromRow < 0 {
		g.fromRow, g.fromCol = g.row, g.col
	}
	g.show(g.row, g.col)
	g.sync()
	if g.OnSelect != nil {
		g.OnSelect(g.Active())
	}
	g.sayChosen()
}

// show scrolls as far as needed to see a cell.
func (g *Grid) show(row, col int) {
	if !g.measured() {
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
	if !g.measured() || col < 0 || col+1 >= len(g.xs) {
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

// measured reports whether the columns have been measured since they changed; before
// that nothing can be scrolled to.
func (g *Grid) measured() bool { return g.r != nil && len(g.xs) == len(g.columns())+1 }

func (g *Grid) clamp() {
	if !g.measured() {
		return
	}
	g.offX = max(0, min(g.offX, g.xs[len(g.columns())]-g.frozenWidth()-g.r.bodyWidth()))
	g.offY = max(0, min(g.offY, float32(g.view.Rows())*g.rowHigh()-g.r.bodyHeight()))
}

// columns are the columns that are shown, in their order.
func (g *Grid) columns() []GridColumn {
	if !g.built || g.read != g.Name {
		g.build()
	}
	return g.view.heads
}

// frozen is how many of the columns shown stand still: none where they would leave the
// others too little room.
func (g *Grid) frozen() int {
	n := 0
	if g.columns(); g.cramped {
		return 0
	}
	for _, c := range g.view.cols {
		if c < g.Frozen {
			n++
		}
	}
	return n
}

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

// Refresh asks the model for everything again. A list is sorted and filtered anew;
// cells that a person may be editing stay where they are until they ask for that.
func (g *Grid) Refresh() {
	_, edits := g.model.(Editor)
	if gone := g.view.follow(); gone || !edits {
		g.arrange()
	}
	g.built = false
	g.redraw()
}

// redraw draws all that is shown again.
func (g *Grid) redraw() {
	g.gen++
	if n := g.view.Rows(); g.row >= n {
		g.row, g.fromRow = max(0, n-1), max(0, n-1)
	}
	if n := len(g.columns()); g.col >= n {
		g.col, g.fromCol = max(0, n-1), max(0, n-1)
	}
	g.strip.follow()
	g.BaseWidget.Refresh()
}

// CreateRenderer makes the panes.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	g.r = newGridRenderer(g)
	return g.r
}
