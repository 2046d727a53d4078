package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
)

// arrowWidth is the part of a head that opens its menu.
const arrowWidth float32 = 18

// headArrow is the sign on the head below the pointer that it has a menu.
type headArrow struct {
	box  *fyne.Container
	back *canvas.Rectangle
	a, b *canvas.Line
}

func newHeadArrow() *headArrow {
	h := &headArrow{back: canvas.NewRectangle(nil), a: canvas.NewLine(nil), b: canvas.NewLine(nil)}
	h.back.CornerRadius = 3
	h.box = newBox(h.back, h.a, h.b)
	return h
}

// placeOver puts the sign on the head that the pointer is over.
func (r *gridRenderer) placeOver() {
	g, h := r.g, r.over
	col := g.mouse.over
	h.box.Hidden = col < 0 || col+1 >= len(g.xs)
	if h.box.Hidden {
		return
	}
	x := g.leftOf(col) + g.xs[col+1] - g.xs[col] - arrowWidth
	y := r.headHigh - 19
	h.back.FillColor = look.C(look.Selection)
	h.back.Move(fyne.NewPos(x, y))
	h.back.Resize(fyne.NewSize(arrowWidth-2, 16))
	chevron(h.a, h.b, x+8, y+8, true)
}

// chevron is an arrow of two lines around a point.
func chevron(a, b *canvas.Line, x, y float32, down bool) {
	const half, high = 4, 2
	dy := float32(high)
	if !down {
		dy = -high
	}
	for _, l := range []*canvas.Line{a, b} {
		l.StrokeWidth, l.StrokeColor = 1.5, look.C(look.Primary)
	}
	a.Position1, a.Position2 = fyne.NewPos(x-half, y-dy), fyne.NewPos(x, y+dy)
	b.Position1, b.Position2 = fyne.NewPos(x, y+dy), fyne.NewPos(x+half, y-dy)
}

// headSigns says in a head that its column sorts, and which way, and that it filters:
// an arrow, and three lines that grow shorter.
func (g *Grid) headSigns(c GridColumn, right, bottom float32) (out []fyne.CanvasObject, width float32) {
	if tag, down := g.Sorted(); tag == c.Tag && len(g.sorts) > 0 {
		a, b := canvas.NewLine(nil), canvas.NewLine(nil)
		chevron(a, b, right-8, bottom-10, down)
		out, width = append(out, a, b), 14
	}
	if g.filters[c.Tag].any() {
		for i, w := range []float32{9, 6, 3} {
			l := canvas.NewRectangle(look.C(look.Primary))
			l.Move(fyne.NewPos(right-width-3-w-(9-w)/2, bottom-14+float32(i)*3))
			l.Resize(fyne.NewSize(w, 1.5))
			out = append(out, l)
		}
		width += 13
	}
	return out, width
}
