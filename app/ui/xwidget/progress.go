package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// Progress is a bar that shows how far a work is. It has no words in it, which nobody
// could read across its two colours: the count stands beside it. Its track is pale, so
// that a work that has just begun does not look like one that is done.
type Progress struct {
	widget.BaseWidget
	Max float64 // 1 where nothing else is said

	value float64
}

// progressHigh is how high a bar is.
const progressHigh = 8

// NewProgress makes a bar at its beginning.
func NewProgress() *Progress {
	p := &Progress{Max: 1}
	p.ExtendBaseWidget(p)
	return p
}

// SetValue says how far the work is, up to Max.
func (p *Progress) SetValue(v float64) {
	p.value = v
	p.Refresh()
}

// CreateRenderer draws the track and what is done of it.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &progressRenderer{p: p, track: canvas.NewRectangle(nil), done: canvas.NewRectangle(nil)}
	r.track.CornerRadius, r.done.CornerRadius = progressHigh/2, progressHigh/2
	r.Refresh()
	return r
}

type progressRenderer struct {
	p           *Progress
	track, done *canvas.Rectangle
}

func (r *progressRenderer) Layout(size fyne.Size) {
	share := float32(0)
	if r.p.Max > 0 {
		share = float32(min(max(r.p.value/r.p.Max, 0), 1))
	}
	at := fyne.NewPos(0, (size.Height-progressHigh)/2)
	r.track.Move(at)
	r.track.Resize(fyne.NewSize(size.Width, progressHigh))
	r.done.Move(at)
	r.done.Resize(fyne.NewSize(size.Width*share, progressHigh))
}

func (r *progressRenderer) MinSize() fyne.Size { return fyne.NewSize(40, progressHigh) }

func (r *progressRenderer) Refresh() {
	r.track.FillColor, r.done.FillColor = look.C(look.Border), look.C(look.Primary)
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *progressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.done}
}
func (r *progressRenderer) Destroy() {}
