package xwidget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Painter is a Model with cells that are a stripe of a colour of their own; nil for a
// cell that is not. What the colour means stands in words beside it.
type Painter interface {
	Paint(row, col int) color.Color
}

// paintStripe makes the back of a cell its stripe.
func paintStripe(m Model, row, col int, back *canvas.Rectangle, x, w, rh float32) {
	p, ok := m.(Painter)
	if !ok {
		return
	}
	ink := p.Paint(row, col)
	if back.CornerRadius = 0; ink == nil {
		return
	}
	back.Hidden, back.FillColor, back.CornerRadius = false, ink, 2
	back.Move(fyne.NewPos(x+(w-5)/2, 5))
	back.Resize(fyne.NewSize(5, rh-10))
}
