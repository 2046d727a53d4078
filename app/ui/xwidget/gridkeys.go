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

// TypedKey moves and edits.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	page := 10
	if g.r != nil {
		page = max(1, int(g.r.bodyHeight()/g.rowHigh())-1)
	}
	lastCol := len(g.columns()) - 1
	switch e.Name {
	case fyne.KeyUp:
		g.moveTo(g.row-1, g.col, g.shift)
	case fyne.KeyDown:
		g.moveTo(g.row+1, g.col, g.shift)
	case fyne.KeyLeft:
		g.moveTo(g.row, g.col-1, g.shift)
	case fyne.KeyRight:
		g.moveTo(g.row, g.col+1, g.shift)
	case fyne.KeyPageUp:
		g.moveTo(g.row-page, g.col, g.shift)
	case fyne.KeyPageDown:
		g.moveTo(g.row+page, g.col, g.shift)
	case fyne.KeyHome:
		g.moveTo(g.edgeRow(0), 0, g.shift)
	case fyne.KeyEnd:
		g.moveTo(g.edgeRow(g.model.Rows()-1), lastCol, g.shift)
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
		g.empty()
	case fyne.KeyF9:
		g.why(g.shift)
	case fyne.KeyF6:
		if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
			c.FocusNext()
		}
	case fyne.KeyEscape:
		g.moveTo(g.row, g.col, false)
	default:
		if g.OnKey != nil {
			g.OnKey(e)
		}
	}
}

func (g *Grid) edgeRow(edge int) int {
	if g.ctrl || g.RowMode {
		return edge
	}
	return g.row
}

// tab goes to the next or the previous cell, and out of the grid at its ends.
func (g *Grid) tab(back bool) {
	lastRow, lastCol := g.model.Rows()-1, len(g.columns())-1
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
		if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
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
		if g.toggle(g.row, g.tickColumn()) {
			return
		}
		if g.RowMode {
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

func (g *Grid) toggle(row, col int) bool {
	t, ok := g.model.(Toggler)
	if !ok || col < 0 || row >= g.model.Rows() || !g.columns()[col].Check {
		return false
	}
	t.Toggle(row, col)
	g.edited()
	return true
}

func (g *Grid) open() {
	if g.OnOpen != nil && g.row < g.model.Rows() {
		g.OnOpen(g.row)
	}
}

func (g *Grid) edited() {
	g.Refresh()
	if g.OnEdited != nil {
		g.OnEdited()
	}
}

// empty empties the chosen cells.
func (g *Grid) empty() {
	ed, ok := g.model.(Editor)
	if !ok || g.RowMode || g.model.Rows() == 0 {
		return
	}
	r0, c0, r1, c1 := g.Range()
	var cells []CellText
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			if ed.Editable(r, c) && ed.Raw(r, c) != "" {
				cells = append(cells, CellText{r, c, ""})
			}
		}
	}
	if len(cells) > 0 && len(ed.SetAll(cells)) < len(cells) {
		g.edited()
	}
}

// TypedShortcut exchanges with the clipboard, fills down and undoes.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch v := s.(type) {
	case *fyne.ShortcutCopy:
		g.copyTo(v.Clipboard)
	case *fyne.ShortcutCut:
		g.copyTo(v.Clipboard)
		g.empty()
	case *fyne.ShortcutPaste:
		g.paste(v.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		g.fromRow, g.fromCol = 0, 0
		g.row, g.col = max(0, g.model.Rows()-1), max(0, len(g.columns())-1)
		g.sync()
	case *fyne.ShortcutUndo:
		g.undo()
	case *desktop.CustomShortcut:
		switch {
		case v.KeyName == fyne.KeyD && v.Modifier == fyne.KeyModifierShortcutDefault:
			g.fillDown()
		case v.KeyName == fyne.KeyHome:
			g.moveTo(0, 0, false)
		case v.KeyName == fyne.KeyEnd:
			g.moveTo(g.model.Rows()-1, len(g.columns())-1, false)
		}
	}
}

func (g *Grid) undo() {
	ed, ok := g.model.(Editor)
	if !ok {
		return
	}
	row, col, ok := ed.Undo()
	if !ok {
		g.say("Không còn gì để hoàn tác", false)
		return
	}
	g.edited()
	g.moveTo(row, col, false)
	g.say("Đã hoàn tác", false)
}

// fillDown copies the first row of the range into the rows below it.
func (g *Grid) fillDown() {
	ed, ok := g.model.(Editor)
	if !ok || g.RowMode {
		return
	}
	r0, c0, r1, c1 := g.Range()
	if r0 == r1 {
		if r0 == 0 {
			return
		}
		r0-- // one row alone takes the row above
	}
	var cells []CellText
	for c := c0; c <= c1; c++ {
		text := ed.Raw(r0, c)
		for r := r0 + 1; r <= r1; r++ {
			if ed.Editable(r, c) {
				cells = append(cells, CellText{r, c, text})
			}
		}
	}
	refused := ed.SetAll(cells)
	g.edited()
	g.sayRefused(refused)
}
