package xwidget

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
)

// gridStrip is the lines at the foot of a grid: what is filtered, faults in hidden
// columns, the search. There are none most of the time.
type gridStrip struct {
	g     *Grid
	box   *fyne.Container
	back  *canvas.Rectangle
	edge  *canvas.Rectangle
	lines *fyne.Container

	filtered   *Text
	hidden     *Text
	filterLine *fyne.Container
	hiddenLine *fyne.Container
	faulty     []GridColumn
}

const stripLine float32 = 34

func newGridStrip(g *Grid) *gridStrip {
	s := &gridStrip{g: g, back: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	s.filtered, s.hidden = NewText("").Sized(look.SmallSize), NewText("").Sized(look.SmallSize).In(look.Error)
	s.filterLine = s.line(s.filtered, NewQuiet("Bỏ lọc", func() { g.ClearFilters(); g.focus() }).Tiny())
	s.hiddenLine = s.line(s.hidden, NewQuiet("Hiện cột", s.reveal).Tiny())
	s.lines = newBox(g.find.line, s.filterLine, s.hiddenLine)
	s.box = newBox(s.back, s.edge, s.lines)
	g.find.line.Hidden, s.filterLine.Hidden, s.hiddenLine.Hidden = true, true, true
	return s
}

func (s *gridStrip) line(words *Text, door *Button) *fyne.Container {
	return Inset(10, 4, 6, 4, Dock(nil, nil, nil, door, Inset(0, 4, 8, 0, words)))
}

// reveal shows the hidden columns that have faults.
func (s *gridStrip) reveal() {
	for _, c := range s.faulty {
		s.g.hide(c.Tag, false)
	}
	s.g.focus()
}

// follow says what holds now.
func (s *gridStrip) follow() {
	g := s.g
	words := g.filterWords()
	s.filtered.Set(words)
	s.filterLine.Hidden = words == ""
	s.faulty = nil
	if len(g.columns()) < len(g.model.Columns()) {
		s.faulty = g.hiddenFaults()
	}
	names := ""
	for i, c := range s.faulty {
		if i > 0 {
			names += ", "
		}
		names += "«" + headName(c) + "»"
	}
	s.hidden.Set(fmt.Sprintf("Cột đang ẩn có ô phải xem: %s", names))
	s.hiddenLine.Hidden = names == ""
	g.find.line.Hidden = !g.find.open
}

func (r *gridRenderer) stripHigh() float32 {
	return stripLine * float32(len(visible(r.g.strip.lines.Objects)))
}

// placeStrip puts the lines at the foot of the grid.
func (r *gridRenderer) placeStrip() {
	s, high := r.g.strip, r.stripHigh()
	s.box.Hidden = high == 0
	if s.box.Hidden {
		return
	}
	top := r.size.Height - high
	s.back.FillColor, s.edge.FillColor = look.C(look.Head), look.C(look.Border)
	s.back.Move(fyne.NewPos(0, top))
	s.back.Resize(fyne.NewSize(r.size.Width, high))
	s.edge.Move(fyne.NewPos(0, top))
	s.edge.Resize(fyne.NewSize(r.size.Width, 1))
	for i, l := range visible(s.lines.Objects) {
		place(l, 0, top+float32(i)*stripLine, r.size.Width, stripLine)
	}
}
