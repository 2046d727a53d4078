package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Beside puts objects beside each other in equal shares while each gets the least
// width, and below each other where the window is too narrow for that.
func Beside(gap, least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&folding{least, &shares{gap, []float32{1}}, &column{gap: gap}}, objects...)
}

type folding struct {
	least float32
	wide  *shares
	tall  *column
}

func (l *folding) fits(n int, width float32) bool {
	return width >= l.least*float32(n)+l.wide.gap*float32(n-1)
}

func (l *folding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.fits(len(visible(objects)), size.Width) {
		l.wide.Layout(objects, size)
		return
	}
	l.tall.Layout(objects, size)
}

func (l *folding) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if l.fits(len(visible(objects)), width) {
		return l.wide.heightFor(objects, width)
	}
	return l.tall.heightFor(objects, width)
}

func (l *folding) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.tall.MinSize(objects) }
