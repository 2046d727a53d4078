package hopthu

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/ui/xwidget"
)

// pane is what the outbox and the inbox have alike: a list that is searched and
// filtered, and beside it what is chosen.
type pane struct {
	p      *Page
	root   *fyne.Container
	grid   *xwidget.Grid
	search *xwidget.SearchEntry
	foot   *xwidget.Text
	beside *fyne.Container
	does   []fyne.CanvasObject // with all of the list, above
}

// newPane makes the list of a model; find hears what is searched for.
func newPane(p *Page, m xwidget.Model, empty, hint string, find func(term string)) pane {
	x := pane{p: p, grid: xwidget.NewList(m), beside: container.NewStack(), foot: xwidget.NewCaption("")}
	x.grid.Empty = empty
	x.grid.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyF5 {
			p.read()
			return true
		}
		return false
	}
	x.search = xwidget.NewSearch(hint, find)
	x.search.OnDown = func() { x.grid.Jump(0, 0) }
	return x
}

// lay puts the bar above, the list below it, and what is chosen beside.
func (x *pane) lay(bar fyne.CanvasObject) {
	list := xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, x.foot), nil, nil, xwidget.NewCard(x.grid).Tight())
	x.root = xwidget.Dock(xwidget.Inset(0, 0, 0, 8, bar), nil, nil, nil, xwidget.Shares(12, []float32{1.3, 1}, list, x.beside))
}

// keep goes to the row that was chosen before the list was filtered, of n rows, and
// shows it beside.
func (x *pane) keep(row, n int, about func(row int)) {
	x.grid.Refresh()
	row = max(0, row)
	if active, _ := x.grid.Active(); active != row && !hasKeys(x.search) && n > 0 {
		x.grid.Jump(row, 0) // selects, and so shows what is beside
		return
	}
	about(row)
}

// tell puts something beside the list.
func (x *pane) tell(o fyne.CanvasObject) {
	x.beside.Objects = []fyne.CanvasObject{xwidget.NewCard(o)}
	x.beside.Refresh()
}

// hasKeys reports whether a widget has the focus.
func hasKeys(w fyne.Focusable) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(w.(fyne.CanvasObject))
	return c != nil && c.Focused() == w
}
