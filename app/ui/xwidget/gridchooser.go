package xwidget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// chooser is the columns of a grid to show, hide and put in order. It is its own model.
type chooser struct {
	g    *Grid
	grid *Grid
}

var (
	_ Model   = (*chooser)(nil)
	_ Toggler = (*chooser)(nil)
)

// askColumns opens the list of the columns.
func (g *Grid) askColumns() {
	c := g.canvas()
	if c == nil {
		return
	}
	g.release()
	l := &chooser{g: g}
	l.grid = NewList(l)
	var pop *widget.PopUp
	shut := func() {
		pop.Hide()
		g.focus()
	}
	l.grid.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			shut()
		case fyne.KeyMinus:
			l.shift(-1)
		case fyne.KeyPlus, fyne.KeyEqual:
			l.shift(1)
		default:
			return false
		}
		return true
	}
	l.grid.OnOpen = func(int) { shut() }
	body := Column(8, NewText("Chọn cột").Strong(),
		Sized(0, 272, NewCard(l.grid).Tight()),
		NewCaption("Space hiện hoặc ẩn · phím + và - đổi chỗ"),
		Row(6, NewButton("Lên", func() { l.shift(-1) }), NewButton("Xuống", func() { l.shift(1) }), NewButton("Như lúc đầu", l.reset),
			Spacer(), NewStrong("Xong", shut)))
	pop = widget.NewPopUp(Inset(12, 10, 12, 12, Sized(360, 0, body)), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	size := pop.MinSize()
	x := max(0, min(at.X+g.Size().Width-size.Width-12, c.Size().Width-size.Width))
	pop.ShowAtPosition(fyne.NewPos(x, max(0, min(at.Y+12, c.Size().Height-size.Height))))
	c.Focus(l.grid)
}

func (l *chooser) at(row int) GridColumn {
	all := l.g.model.Columns()
	return all[l.g.kept.order(all)[row]]
}

// shift moves the active column and goes along with it.
func (l *chooser) shift(by int) {
	row := l.grid.row
	if to := row + by; to >= 0 && to < l.Rows() {
		l.g.shiftColumn(l.at(row).Tag, by)
		l.grid.redraw()
		l.grid.moveTo(to, 1, false)
	}
	l.keys()
}

func (l *chooser) reset() {
	l.g.ResetColumns()
	l.grid.redraw()
	l.keys()
}

func (l *chooser) keys() {
	if c := l.grid.canvas(); c != nil {
		c.Focus(l.grid)
	}
}

// Rows are the columns of the grid.
func (l *chooser) Rows() int { return len(l.g.model.Columns()) }

// Columns are the tick and the name.
func (l *chooser) Columns() []GridColumn {
	return []GridColumn{{Tag: "hien", Width: 32, Check: true}, {Tag: "cot", Head: "Cột", Width: 200, Grow: 1}}
}

// Text is the tick or the name, with the group that it stands in.
func (l *chooser) Text(row, col int) string {
	c := l.at(row)
	if col == 0 {
		if slices.Contains(l.g.kept.Hidden, c.Tag) {
			return ""
		}
		return Ticked
	}
	if c.Group != "" {
		return c.said(c.Group, mostWidth, 1) + " › " + c.said(headName(c), mostWidth, 1)
	}
	return c.said(headName(c), mostWidth, 1)
}

// Mark makes a hidden column that has faults stand out.
func (l *chooser) Mark(row, col int) Mark {
	if tag := l.at(row).Tag; col == 1 && slices.ContainsFunc(l.g.strip.faulty, func(c GridColumn) bool { return c.Tag == tag }) {
		return MarkError
	}
	return MarkNone
}

// Toggle shows a column or hides it.
func (l *chooser) Toggle(row, _ int) {
	tag := l.at(row).Tag
	l.g.hide(tag, !slices.Contains(l.g.kept.Hidden, tag))
}
