package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// gridMouse is what the pointer does to the heads.
type gridMouse struct {
	over    int     // the head below it, -1 = none
	edge    int     // the column whose right edge it is at, -1 = none
	holding bool    // that edge is being dragged
	left    float32 // where the column begins
}

// grip is how near to an edge the pointer takes hold of it.
const grip float32 = 4

// columnAt is the column below a distance from the left, -1 where there is none.
func (g *Grid) columnAt(x float32) int {
	if len(g.xs) == 0 {
		return -1
	}
	if x >= g.frozenWidth() {
		x += g.offX
	}
	for i := range g.columns() {
		if x >= g.xs[i] && x < g.xs[i+1] {
			return i
		}
	}
	return -1
}

// edgeAt is the column whose right edge lies below a distance from the left.
func (g *Grid) edgeAt(x float32) int {
	if col := g.columnAt(x + grip); col > 0 && g.columnAt(x-grip) == col-1 {
		return col - 1
	}
	if col := g.columnAt(x - grip); col >= 0 && g.columnAt(x+grip) != col {
		return col
	}
	return -1
}

// leftOf is where a column begins on the widget.
func (g *Grid) leftOf(col int) float32 {
	if col >= g.frozen() {
		return g.xs[col] - g.offX
	}
	return g.xs[col]
}

// at finds the cell of the view below a position of the grid.
func (g *Grid) at(p fyne.Position) (row, col int, ok bool) {
	if g.r == nil || len(g.xs) == 0 {
		return 0, 0, false
	}
	y := p.Y - g.r.headHigh
	if y < 0 || y > g.r.bodyHeight() {
		return 0, 0, false
	}
	row, col = int((y+g.offY)/g.rowHigh()), g.columnAt(p.X)
	return row, col, row < g.view.Rows() && col >= 0
}

func (g *Grid) onHead(p fyne.Position) bool {
	return g.r != nil && p.Y >= 0 && p.Y < g.r.headHigh
}

// MouseDown makes the cell below the pointer active, or takes hold of a head.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	row, col, ok := g.at(e.Position)
	if g.editor != nil && !g.commit(0, 0) {
		return
	}
	g.focus()
	if g.onHead(e.Position) {
		g.pressHead(e)
		return
	}
	if !ok {
		return
	}
	if e.Button == desktop.MouseButtonSecondary {
		if r0, c0, r1, c1 := g.chosen(); row < r0 || row > r1 || col < c0 || col > c1 {
			g.moveTo(row, col, false)
		}
		g.menu(e.AbsolutePosition)
		return
	}
	g.moveTo(row, col, e.Modifier&fyne.KeyModifierShift != 0)
	if e.Button == desktop.MouseButtonPrimary {
		g.toggle(row, col)
	}
}

// pressHead takes hold of an edge, opens the column's menu, sorts a list or takes the
// column.
func (g *Grid) pressHead(e *desktop.MouseEvent) {
	col := g.columnAt(e.Position.X)
	if edge := g.edgeAt(e.Position.X); edge >= 0 && e.Button == desktop.MouseButtonPrimary {
		g.mouse.edge, g.mouse.holding, g.mouse.left = edge, true, g.leftOf(edge)
		return
	}
	switch {
	case col < 0:
	case e.Button == desktop.MouseButtonSecondary, e.Position.X > g.leftOf(col)+g.xs[col+1]-g.xs[col]-arrowWidth:
		g.headMenu(col, e.AbsolutePosition)
	case g.columns()[col].Check:
	case g.RowMode:
		g.turn(g.columns()[col].Tag)
	default:
		g.chooseColumn(col)
	}
}

// MouseUp ends a press.
func (g *Grid) MouseUp(*desktop.MouseEvent) { g.letGo() }

func (g *Grid) letGo() {
	if g.mouse.holding {
		g.mouse.holding = false
		g.writeKept()
	}
}

// MouseIn, MouseMoved and MouseOut show on the head below the pointer that it has a
// menu.
func (g *Grid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved follows the pointer over the heads.
func (g *Grid) MouseMoved(e *desktop.MouseEvent) {
	over, edge := -1, -1
	if g.onHead(e.Position) {
		over, edge = g.columnAt(e.Position.X), g.edgeAt(e.Position.X)
	}
	if g.mouse.holding {
		return
	}
	changed := over != g.mouse.over
	g.mouse.over, g.mouse.edge = over, edge
	if changed && g.r != nil {
		g.r.placeOver()
		g.r.over.box.Refresh()
	}
}

// MouseOut forgets the pointer.
func (g *Grid) MouseOut() {
	g.mouse.over, g.mouse.edge = -1, -1
	if g.r != nil {
		g.r.placeOver()
		g.r.over.box.Refresh()
	}
}

// Cursor shows at the edge of a head that it can be dragged.
func (g *Grid) Cursor() desktop.Cursor {
	if g.mouse.edge >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// DoubleTapped edits the cell, opens the row of a list, fits a column whose edge it
// is, or asks why of a total.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	if g.onHead(e.Position) {
		g.fit(g.edgeAt(e.Position.X))
		return
	}
	if col, ok := g.sumAt(e.Position); ok && g.OnWhySum != nil {
		g.OnWhySum(g.view.col(col))
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

// Dragged makes a column wider, or extends the range to the cell below the pointer.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	switch {
	case g.mouse.holding:
		g.setWidth(g.mouse.edge, e.Position.X-g.mouse.left)
		return
	case g.editor != nil:
		return
	}
	if row, col, ok := g.near(e.Position); ok {
		g.moveTo(row, col, true)
	}
}

// near is the cell that is nearest to a position; one beyond the edge that the pointer
// has left, so that the view follows it.
func (g *Grid) near(p fyne.Position) (row, col int, ok bool) {
	if g.r == nil || len(g.xs) == 0 || g.view.Rows() == 0 {
		return 0, 0, false
	}
	row = int((p.Y - g.r.headHigh + g.offY) / g.rowHigh())
	switch first, last := int(g.offY/g.rowHigh()), int((g.offY+g.r.bodyHeight())/g.rowHigh()); {
	case p.Y < g.r.headHigh:
		row = first - 1
	case p.Y > g.r.headHigh+g.r.bodyHeight():
		row = last + 1
	}
	switch col = g.columnAt(p.X); {
	case p.X < 0:
		col = 0
	case col < 0:
		col = len(g.columns()) - 1
	}
	return row, col, true
}

// DragEnd ends a drag.
func (g *Grid) DragEnd() { g.letGo() }

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
