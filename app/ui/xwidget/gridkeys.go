package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// AcceptsTab keeps Tab inside a grid of cells; a list lets it go on.
func (g *Grid) AcceptsTab() bool { return !g.RowMode }

// FocusGained and FocusLost show which grid the keys go to.
func (g *Grid) FocusGained() { g.focused = true; g.sync() }
func (g *Grid) FocusLost() {
	g.focused, g.shift, g.ctrl = false, false, false
	g.sync()
}

// KeyDown and KeyUp follow Shift and Ctrl, which Fyne does not report with keys.
func (g *Grid) KeyDown(e *fyne.KeyEvent) { g.modifier(e.Name, true) }
func (g *Grid) KeyUp(e *fyne.KeyEvent)   { g.modifier(e.Name, false) }

func (g *Grid) modifier(k fyne.KeyName, down bool) {
	switch k {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		g.shift = down
	case desktop.KeyControlLeft, desktop.KeyControlRight, desktop.KeySuperLeft, desktop.KeySuperRight:
		g.ctrl = down
	}
}

// release forgets Shift and Ctrl before something opens over the grid, which would get
// the keys going up.
func (g *Grid) release() { g.shift, g.ctrl = false, false }

// TypedKey moves and edits.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	if g.move(e.Name, g.shift) {
		return
	}
	switch e.Name {
	case fyne.KeyTab:
		g.tab(g.shift)
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.RowMode {
			g.open()
			return
		}
		g.edit("", false)
	case fyne.KeyF2:
		g.edit("", false)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if g.RowMode { // no cell to empty: it is the screen's key
			g.handOn(e)
			return
		}
		g.empty()
	case fyne.KeyF9:
		if g.OnWhy == nil && g.OnWhySum == nil {
			g.handOn(e)
			return
		}
		g.why(g.shift)
	case fyne.KeyF3:
		g.find.next(g.shift)
	case fyne.KeyF6:
		if c := g.canvas(); c != nil {
			c.FocusNext()
		}
	case fyne.KeyEscape:
		g.escape(e)
	case desktop.KeyMenu:
		g.menuAtCell()
	case fyne.KeyF10:
		if !g.shift {
			g.handOn(e)
			return
		}
		g.menuAtCell()
	default:
		g.handOn(e)
	}
}

// move goes where a key leads; ok is false for a key that leads nowhere.
func (g *Grid) move(k fyne.KeyName, extend bool) (ok bool) {
	page := 10
	if g.r != nil {
		page = max(1, int(g.r.bodyHeight()/g.rowHigh())-1)
	}
	row, col := g.row, g.col
	switch k {
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyLeft:
		col--
	case fyne.KeyRight:
		col++
	case fyne.KeyPageUp:
		row -= page
	case fyne.KeyPageDown:
		row += page
	case fyne.KeyHome:
		row, col = g.edgeRow(0), 0
	case fyne.KeyEnd:
		row, col = g.edgeRow(g.view.Rows()-1), len(g.columns())-1
	default:
		return false
	}
	g.moveTo(row, col, extend)
	return true
}

func (g *Grid) edgeRow(edge int) int {
	if g.ctrl || g.RowMode {
		return edge
	}
	return g.row
}

// escape closes what lies over the grid, then takes the range back to one cell, and
// then is the window's.
func (g *Grid) escape(e *fyne.KeyEvent) {
	r0, c0, r1, c1 := g.chosen()
	switch {
	case g.find.open:
		g.find.close()
	case r0 != r1 || (!g.RowMode && c0 != c1):
		g.moveTo(g.row, g.col, false)
		g.say("", false)
	default:
		g.handOn(e)
	}
}

// handOn gives a key that the grid has no use for to the screen, and then to the
// window, which would not see it while the grid has the focus.
func (g *Grid) handOn(e *fyne.KeyEvent) {
	if g.OnKey != nil && g.OnKey(e) {
		return
	}
	if c := g.canvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// tab goes to the next or the previous cell, and out of the grid at its ends.
func (g *Grid) tab(back bool) {
	lastRow, lastCol := g.view.Rows()-1, len(g.columns())-1
	row, col := g.row, g.col+1
	if back {
		col = g.col - 1
	}
	switch {
	case col < 0:
		row, col = row-1, lastCol
	case col > lastCol:
		row, col = row+1, 0
	}
	if row < 0 || row > lastRow {
		if c := g.canvas(); c != nil {
			if back {
				c.FocusPrevious()
			} else {
				c.FocusNext()
			}
		}
		return
	}
	g.moveTo(row, col, false)
}

// TypedRune begins to edit with the letter, or ticks.
func (g *Grid) TypedRune(r rune) {
	if r == ' ' {
		switch {
		case g.shift && !g.RowMode:
			g.chooseRows()
			return
		case g.toggle(g.row, g.tickColumn()), g.RowMode:
			return
		}
	}
	if !g.RowMode {
		g.edit(string(r), true)
	}
}

// tickColumn is the column that Space ticks: the active one, or in a list the
// first that can be ticked.
func (g *Grid) tickColumn() int {
	cols := g.columns()
	if g.col < len(cols) && cols[g.col].Check {
		return g.col
	}
	if g.RowMode {
		for i, c := range cols {
			if c.Check {
				return i
			}
		}
	}
	return -1
}

// toggle ticks a cell; where several rows of a list are chosen they all become what
// the active one becomes.
func (g *Grid) toggle(row, col int) bool {
	t, ok := g.model.(Toggler)
	if !ok || col < 0 || row >= g.view.Rows() || !g.columns()[col].Check {
		return false
	}
	before := g.view.text(row, col)
	t.Toggle(g.view.row(row), g.view.col(col))
	if r0, _, r1, _ := g.chosen(); row >= r0 && row <= r1 {
		for r := r0; r <= r1; r++ {
			if r != row && g.view.text(r, col) == before && before != NoBox {
				t.Toggle(g.view.row(r), g.view.col(col))
			}
		}
	}
	g.edited()
	return true
}

func (g *Grid) open() {
	if g.OnOpen != nil && g.row < g.view.Rows() {
		g.OnOpen(g.view.row(g.row))
	}
}

// edited draws and tells the screen that cells have changed. They stay where they are,
// also where they would now be filtered out or sorted elsewhere.
func (g *Grid) edited() {
	g.view.follow()
	g.built = false
	g.redraw()
	if g.OnEdited != nil {
		g.OnEdited()
	}
}
