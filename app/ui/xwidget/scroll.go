package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows an object that may be higher than its place. The object is as
// wide as the place and as high as it needs at that width.
type Scroll struct {
	widget.BaseWidget
	content fyne.CanvasObject
	frame   *fyne.Container
	fixed   *fixed
	scroll  *container.Scroll
}

// NewScroll makes a vertical scroll around an object.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content, fixed: &fixed{w: 1, h: 1}}
	s.frame = container.New(s.fixed, content)
	s.scroll = container.NewVScroll(s.frame)
	s.ExtendBaseWidget(s)
	return s
}

// Reflow measures the content again after it changed.
func (s *Scroll) Reflow() { s.fit(s.Size()) }

// ToTop goes back to the first line.
func (s *Scroll) ToTop() { s.scroll.ScrollToTop() }

// Reveal scrolls as far as needed to see an object of the content.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.content).Y
	bottom, high := top+o.Size().Height, s.scroll.Size().Height
	switch y := s.scroll.Offset.Y; {
	case top < y:
		s.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > y+high:
		s.scroll.ScrollToOffset(fyne.NewPos(0, bottom-high))
	}
}

func (s *Scroll) fit(size fyne.Size) {
	s.fixed.h = max(1, HeightFor(s.content, size.Width))
	s.scroll.Resize(size)
	s.frame.Resize(fyne.NewSize(size.Width, max(s.fixed.h, size.Height)))
	s.scroll.Refresh()
}

// CreateRenderer lays the scroll out at the width it gets.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &scrollRenderer{s}
}

type scrollRenderer struct{ s *Scroll }

func (r *scrollRenderer) Layout(size fyne.Size)        { r.s.fit(size) }
func (r *scrollRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, 40) }
func (r *scrollRenderer) Refresh()                     { r.s.fit(r.s.Size()) }
func (r *scrollRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.scroll} }
func (r *scrollRenderer) Destroy()                     {}
