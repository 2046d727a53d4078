package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// gridPane is a run of columns: its heads, its visible rows, its totals.
type gridPane struct {
	head, body, foot *container.Clip
	headBox, bodyBox *fyne.Container
	footBox          *fyne.Container
	from, to         int
	slots            []*gridSlot
	chosen           *canvas.Rectangle
	active           *cellFrame
	rules            []*canvas.Rectangle // between columns
	width            float32
}

// gridSlot is one visible row; it is used again for row + number of slots.
type gridSlot struct {
	box   *fyne.Container
	backs []*canvas.Rectangle
	texts []*canvas.Text
	ticks []*tick
	flags []*flag
	under *canvas.Rectangle
	row   int
	gen   int
	a, b  int // the columns of the pane that are filled
}

func newGridPane() *gridPane {
	p := &gridPane{headBox: newBox(), bodyBox: newBox(), footBox: newBox(),
		chosen: canvas.NewRectangle(nil), active: newCellFrame()}
	p.head, p.body, p.foot = container.NewClip(p.headBox), container.NewClip(p.bodyBox), container.NewClip(p.footBox)
	return p
}

// build makes the heads and forgets the slots when the columns changed.
func (p *gridPane) build(g *Grid, from, to int, high float32) {
	if p.from != from || p.to != to {
		p.slots = nil
	}
	p.from, p.to = from, to
	p.width = g.xs[to] - g.xs[from]
	p.headBox.Objects = p.heads(g, high)
	for len(p.rules) < to-from {
		p.rules = append(p.rules, canvas.NewRectangle(nil))
	}
	p.rules = p.rules[:to-from]
	p.footBox.Objects = p.totals(g)
}

// place moves the pane and fills the rows that came into view.
func (p *gridPane) place(r *gridRenderer, x, width, off, high float32) {
	g := r.g
	for _, c := range []*container.Clip{p.head, p.body, p.foot} {
		c.Hidden = p.from == p.to
	}
	if p.from == p.to {
		return
	}
	rh, rows := g.rowHigh(), g.view.Rows()
	used := min(high, float32(rows)*rh)
	p.head.Move(fyne.NewPos(x, 0))
	p.head.Resize(fyne.NewSize(width, r.headHigh))
	p.body.Move(fyne.NewPos(x, r.headHigh))
	p.body.Resize(fyne.NewSize(width, high))
	p.foot.Hidden = r.footHigh == 0 || rows == 0
	p.foot.Move(fyne.NewPos(x, r.headHigh+used))
	p.foot.Resize(fyne.NewSize(width, r.footHigh))
	p.headBox.Move(fyne.NewPos(-off, 0))
	p.footBox.Move(fyne.NewPos(-off, 0))
	p.bodyBox.Move(fyne.NewPos(-off, 0))

	a, b := p.inSight(g, width, off)
	first := int(g.offY / rh)
	n := int(high/rh) + 2
	if len(p.slots) < n {
		for len(p.slots) < n {
			p.slots = append(p.slots, p.newSlot())
		}
		for _, s := range p.slots {
			s.row = -1
		}
	}
	objects := append(make([]fyne.CanvasObject, 0, len(p.slots)+len(p.rules)+2), p.chosen)
	for _, s := range p.slots {
		objects = append(objects, s.box)
	}
	for i, v := range p.rules {
		v.FillColor = look.C(look.Border)
		v.Move(fyne.NewPos(g.xs[p.from+i+1]-g.xs[p.from]-1, 0))
		v.Resize(fyne.NewSize(1, used))
		v.Hidden = g.RowMode
		objects = append(objects, v)
	}
	p.bodyBox.Objects = append(objects, p.active.box)
	for row := first; row < first+len(p.slots); row++ {
		s := p.slots[row%len(p.slots)]
		s.box.Hidden = row >= rows
		if s.box.Hidden {
			s.row = -1
			continue
		}
		if s.row != row || s.gen != g.gen || a < s.a || b > s.b {
			s.a, s.b = a, b
			p.fill(g, s, row)
		}
		s.box.Move(fyne.NewPos(0, float32(row)*rh-g.offY))
	}
	p.drawRange(g)
}

// inSight are the columns of the pane of which something is seen: from a to before b.
func (p *gridPane) inSight(g *Grid, width, off float32) (a, b int) {
	left := g.xs[p.from] + off
	for a < p.to-p.from && g.xs[p.from+a+1] <= left {
		a++
	}
	for b = a; b < p.to-p.from && g.xs[p.from+b] < left+width; b++ {
	}
	return a, b
}

func (p *gridPane) newSlot() *gridSlot {
	n := p.to - p.from
	s := &gridSlot{row: -1, under: canvas.NewRectangle(nil), box: newBox()}
	for range n {
		b, t := canvas.NewRectangle(nil), canvas.NewText("", nil)
		b.Hidden = true
		s.backs, s.texts, s.ticks, s.flags = append(s.backs, b), append(s.texts, t), append(s.ticks, nil), append(s.flags, nil)
		s.box.Objects = append(s.box.Objects, b, t)
	}
	s.box.Objects = append(s.box.Objects, s.under)
	return s
}

// fill asks the model for a row.
func (p *gridPane) fill(g *Grid, s *gridSlot, row int) {
	s.row, s.gen = row, g.gen
	rh := g.rowHigh()
	ink, muted := look.C(look.Text), look.C(look.Muted)
	plain := face{look.TextSize, false}
	th := plain.line()
	for i := range s.texts {
		if i < s.a || i >= s.b {
			s.hide(i)
			continue
		}
		col := p.from + i
		c, t, b := g.columns()[col], s.texts[i], s.backs[i]
		x, w := g.xs[col]-g.xs[p.from], g.xs[col+1]-g.xs[col]
		words, mark := g.shown(row, col, w), g.view.mark(row, col)
		f := plain
		b.Hidden, t.Hidden, t.Color = true, false, ink
		switch mark {
		case MarkMuted:
			t.Color = muted
		case MarkGood:
			t.Color = look.C(look.Done)
		case MarkBad:
			t.Color = look.C(look.Error)
		case MarkStrong:
			f.bold = true
		case MarkChanged:
			b.Hidden, b.FillColor = false, look.C(look.DoneBg)
		case MarkNotice:
			b.Hidden, b.FillColor = false, look.C(look.NoticeBg)
		case MarkError:
			b.Hidden, b.FillColor = false, look.C(look.ErrorBg)
		}
		b.Move(fyne.NewPos(x, 0))
		b.Resize(fyne.NewSize(w, rh))
		s.flag(i, mark, x, w, rh)
		paintStripe(g.view.of, g.view.row(row), g.view.col(col), b, x, w, rh)
		if c.Check {
			if s.ticks[i] == nil {
				s.ticks[i] = newTick()
				s.box.Objects = append(s.box.Objects, s.ticks[i].objects()...)
			}
			s.ticks[i].place(x+(w-15)/2, (rh-15)/2, words)
			words = ""
		}
		t.Text, t.TextSize, t.TextStyle.Bold, t.Alignment = f.cut(words, w-2*cellPad), f.size, f.bold, c.Align
		t.Move(fyne.NewPos(x+cellPad, (rh-th)/2))
		t.Resize(fyne.NewSize(w-2*cellPad, th))
	}
	s.under.FillColor = look.C(look.Border)
	s.under.Move(fyne.NewPos(0, rh-1))
	s.under.Resize(fyne.NewSize(p.width, 1))
}

// hide hides a cell that is out of sight.
func (s *gridSlot) hide(i int) {
	s.backs[i].Hidden, s.texts[i].Hidden = true, true
	if s.ticks[i] != nil {
		s.ticks[i].hide()
	}
	s.flag(i, MarkNone, 0, 0, 0)
}

// drawRange draws the range and the active cell.
func (p *gridPane) drawRange(g *Grid) {
	rh := g.rowHigh()
	r0, c0, r1, c1 := g.chosen()
	some := g.view.Rows() > 0
	a, b := max(c0, p.from), min(c1, p.to-1)
	p.chosen.Hidden = !some || a > b || (!g.RowMode && r0 == r1 && c0 == c1)
	if a <= b {
		p.chosen.FillColor = look.C(look.Selection)
		p.chosen.Move(fyne.NewPos(g.xs[a]-g.xs[p.from], float32(r0)*rh-g.offY))
		p.chosen.Resize(fyne.NewSize(g.xs[b+1]-g.xs[a], float32(r1-r0+1)*rh))
	}
	if g.RowMode {
		p.active.box.Hidden = !some || !g.focused || p.from == p.to
		p.active.place(0, float32(g.row)*rh-g.offY, p.width, rh-1, look.C(look.Primary))
		return
	}
	p.active.box.Hidden = !some || g.editor != nil || g.col < p.from || g.col >= p.to
	if !p.active.box.Hidden {
		edge := look.Bar
		if g.focused || g.editor != nil {
			edge = look.Primary
		}
		p.active.place(g.xs[g.col]-g.xs[p.from], float32(g.row)*rh-g.offY, g.xs[g.col+1]-g.xs[g.col]-1, rh-1, look.C(edge))
	}
}

// totals makes the row of totals.
func (p *gridPane) totals(g *Grid) []fyne.CanvasObject {
	if _, ok := g.model.(Totaller); !ok {
		return nil
	}
	rh := g.rowHigh()
	f := face{look.TextSize, true}
	back := canvas.NewRectangle(look.C(look.Head))
	back.Resize(fyne.NewSize(p.width, rh))
	out := []fyne.CanvasObject{back}
	for col := p.from; col < p.to; col++ {
		words := g.total(col)
		if c := g.columns()[col]; !c.Paper && c.Kind != KindMoney {
			words = wordbook.Line(words, 0)
		}
		if words == "" {
			continue
		}
		x, w := g.xs[col]-g.xs[p.from], g.xs[col+1]-g.xs[col]
		c := canvas.NewText(f.cut(words, w-2*cellPad+4), look.C(look.Text))
		c.TextSize, c.TextStyle.Bold, c.Alignment = f.size, true, g.columns()[col].Align
		c.Move(fyne.NewPos(x+cellPad, (rh-f.line())/2))
		c.Resize(fyne.NewSize(w-2*cellPad, f.line()))
		out = append(out, c)
	}
	under := canvas.NewRectangle(look.C(look.Border))
	under.Move(fyne.NewPos(0, rh-1))
	under.Resize(fyne.NewSize(p.width, 1))
	return append(out, under)
}
