package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows an object that may be higher than its place. The object is as
// wide as the place and as high as it needs at that width.
//
// Room for the bar is left only while there is one, and what stands at the very edge
// keeps its border; an object that leaves such room by itself is taken as it is.
type Scroll struct {
	widget.BaseWidget
	content fyne.CanvasObject
	around  *inset // of the content in the frame
	frame   *fyne.Container
	fixed   *fixed
	scroll  *container.Scroll
	edge    float32
	bar     float32
}

const (
	// scrollEdge is how far borders and the ring around what has the keys reach out of
	// things at the very edge, where a scroll would cut them.
	scrollEdge = 4
	// scrollBar is the room that a bar takes beside what it scrolls.
	scrollBar = 12
)

// NewScroll makes a vertical scroll around an object.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content, fixed: &fixed{w: 1, h: 1}, edge: scrollEdge, bar: scrollBar}
	if own := insetOf(content); own.left >= s.edge {
		s.edge = 0
	}
	if own := insetOf(content); own.right > 0 {
		s.bar = 0
	}
	s.around = &inset{s.edge, s.edge, s.edge, 0}
	s.frame = container.New(s.fixed, container.New(s.around, content))
	s.scroll = container.NewVScroll(s.frame)
	s.ExtendBaseWidget(s)
	return s
}

// insetOf is the room that an object leaves around itself.
func insetOf(o fyne.CanvasObject) inset {
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(*inset); ok {
			return *l
		}
	}
	return inset{}
}

// Reflow measures the content again after it changed.
func (s *Scroll) Reflow() { s.fit(s.Size()) }

// ToTop goes back to the first line.
func (s *Scroll) ToTop() { s.scroll.ScrollToTop() }

// Reveal scrolls as far as needed to see an object of the content.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.content).Y
	bottom, high := top+o.Size().Height+s.edge, s.scroll.Size().Height
	switch y := s.scroll.Offset.Y; {
	case top < y:
		s.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > y+high:
		s.scroll.ScrollToOffset(fyne.NewPos(0, bottom-high))
	}
}

func (s *Scroll) fit(size fyne.Size) {
	wide, bar := size.Width, float32(0)
	high := HeightFor(s.content, wide)
	if high > size.Height {
		bar = s.bar
		high = HeightFor(s.content, wide-bar)
	}
	s.around.right = s.edge + bar
	s.fixed.h = max(1, high+s.edge)
	place := fyne.NewSize(wide+2*s.edge, size.Height+s.edge)
	s.scroll.Move(fyne.NewPos(-s.edge, -s.edge))
	s.scroll.Resize(place)
	s.frame.Resize(fyne.NewSize(place.Width, max(s.fixed.h, place.Height)))
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
