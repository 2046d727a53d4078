package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// bar is a scroll bar of the grid.
type bar struct {
	widget.BaseWidget
	vertical         bool
	total, view, off float32
	moved            func(off float32)
}

func newBar(vertical bool, moved func(float32)) *bar {
	b := &bar{vertical: vertical, moved: moved}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bar) set(total, view, off float32) {
	b.total, b.view, b.off = total, view, off
	b.Hidden = total <= view+0.5
	b.Refresh()
}

func (b *bar) length() float32 {
	if b.vertical {
		return b.Size().Height
	}
	return b.Size().Width
}

// thumb is where the handle begins and how long it is.
func (b *bar) thumb() (at, long float32) {
	if b.total <= 0 {
		return 0, 0
	}
	long = max(24, b.length()*b.view/b.total)
	if b.total > b.view {
		at = (b.length() - long) * b.off / (b.total - b.view)
	}
	return at, long
}

// Dragged moves the view with the handle.
func (b *bar) Dragged(e *fyne.DragEvent) {
	d := e.Dragged.DX
	if b.vertical {
		d = e.Dragged.DY
	}
	if _, long := b.thumb(); b.length() > long {
		b.moved(b.off + d*(b.total-b.view)/(b.length()-long))
	}
}

// DragEnd ends a drag.
func (b *bar) DragEnd() {}

// Tapped moves a view's length towards the pointer.
func (b *bar) Tapped(e *fyne.PointEvent) {
	p := e.Position.X
	if b.vertical {
		p = e.Position.Y
	}
	if at, _ := b.thumb(); p < at {
		b.moved(b.off - b.view)
	} else {
		b.moved(b.off + b.view)
	}
}

func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	return &barRenderer{b: b, track: canvas.NewRectangle(nil), handle: canvas.NewRectangle(nil)}
}

type barRenderer struct {
	b             *bar
	track, handle *canvas.Rectangle
}

func (r *barRenderer) Layout(size fyne.Size) {
	r.track.FillColor, r.handle.FillColor = look.C(look.Surface), look.C(look.Border)
	r.track.Resize(size)
	r.handle.CornerRadius = 3
	at, long := r.b.thumb()
	if r.b.vertical {
		r.handle.Move(fyne.NewPos(2, at))
		r.handle.Resize(fyne.NewSize(6, long))
	} else {
		r.handle.Move(fyne.NewPos(at, 2))
		r.handle.Resize(fyne.NewSize(long, 6))
	}
}
func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(barWidth, barWidth) }
func (r *barRenderer) Refresh()           { r.Layout(r.b.Size()) }
func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.handle}
}
func (r *barRenderer) Destroy() {}
