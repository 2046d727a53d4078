package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// at finds the cell below a position of the grid.
func (g *Grid) at(p fyne.Position) (row, col int, ok bool) {
	if g.r == nil || len(g.xs) == 0 {
		return 0, 0, false
	}
	y := p.Y - g.r.headHigh
	if y < 0 || y > g.r.bodyHeight() {
		return 0, 0, false
	}
	x := p.X
	if x >= g.frozenWidth() {
		x += g.offX
	}
	row, col = int((y+g.offY)/g.rowHigh()), -1
	for i := range g.cols {
		if x >= g.xs[i] && x < g.xs[i+1] {
			col = i
		}
	}
	return row, col, row < g.model.Rows() && col >= 0
}

// MouseDown makes the cell below the pointer active.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	row, col, ok := g.at(e.Position)
	if g.editor != nil && !g.commit(0, 0) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	if !ok {
		return
	}
	g.moveTo(row, col, e.Modifier&fyne.KeyModifierShift != 0)
	switch e.Button {
	case desktop.MouseButtonPrimary:
		g.toggle(row, col)
	case desktop.MouseButtonSecondary:
		g.menu(e.AbsolutePosition)
	}
}

// MouseUp ends a press.
func (g *Grid) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped edits the cell, opens the row of a list, or asks why of a total.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	if col, ok := g.sumAt(e.Position); ok && g.OnWhySum != nil {
		g.OnWhySum(col)
		return
	}
	if _, _, ok := g.at(e.Position); !ok {
		return
	}
	if g.RowMode {
		g.open()
		return
	}
	g.edit("", false)
}

// Dragged extends the range to the cell below the pointer.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	if g.RowMode || g.editor != nil {
		return
	}
	if row, col, ok := g.at(e.Position); ok {
		g.moveTo(row, col, true)
	}
}

// DragEnd ends a drag.
func (g *Grid) DragEnd() {}

// Scrolled moves the view.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if g.shift && dx == 0 {
		dx, dy = dy, 0
	}
	g.offX -= dx
	g.offY -= dy
	g.moved()
}

// moved draws after the offsets changed from outside.
func (g *Grid) moved() {
	g.clamp()
	g.sync()
}
