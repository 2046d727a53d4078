package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// why asks where the active cell comes from, or the total below it.
func (g *Grid) why(sum bool) {
	switch {
	case g.model.Rows() == 0:
	case sum && g.OnWhySum != nil:
		g.OnWhySum(g.col)
	case !sum && g.OnWhy != nil:
		g.OnWhy(g.row, g.col)
	}
}

// menu offers at the pointer what may be asked of the active cell; nothing where the
// screen answers nothing.
func (g *Grid) menu(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g)
	if c == nil || g.OnWhy == nil {
		return
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem("Vì sao? (F9)", func() { g.why(false) })}
	if g.OnWhySum != nil {
		items = append(items, fyne.NewMenuItem("Vì sao có tổng này? (Shift+F9)", func() { g.why(true) }))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

// sumAt finds the column whose total lies below a position of the grid.
func (g *Grid) sumAt(p fyne.Position) (col int, ok bool) {
	t, has := g.model.(Totaller)
	if g.r == nil || !has || g.r.footHigh == 0 || g.model.Rows() == 0 {
		return 0, false
	}
	top := g.r.headHigh + min(g.r.bodyHeight(), float32(g.model.Rows())*g.rowHigh())
	if p.Y < top || p.Y > top+g.r.footHigh {
		return 0, false
	}
	x := p.X
	if x >= g.frozenWidth() {
		x += g.offX
	}
	for i := range g.cols {
		if x >= g.xs[i] && x < g.xs[i+1] {
			return i, t.Total(i) != ""
		}
	}
	return 0, false
}
