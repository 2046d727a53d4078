package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts objects beside each other at their own width, and goes on in a further
// line where the width is used up.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap}, objects...)
}

type flow struct{ gap float32 }

// place gives every visible object its place, and answers the height.
func (l *flow) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range visible(objects) {
		m := o.MinSize()
		if x > 0 && x+m.Width > width+0.5 {
			x, y, high = 0, y+high+l.gap, 0
		}
		put(o, fyne.NewPos(x, y), m)
		x, high = x+m.Width+l.gap, max(high, m.Height)
	}
	return y + high
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		o.Move(at)
		o.Resize(m)
	})
}

func (l *flow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// MinSize is that of the narrowest place, one object to a line at most.
func (l *flow) MinSize(objects []fyne.CanvasObject) (m fyne.Size) {
	for _, o := range visible(objects) {
		m = m.Max(o.MinSize())
	}
	return m
}

// Ends puts words at the left and doors at the right of a line. Where the doors leave
// less than the least width, the words stand above them.
func Ends(gap, least float32, words, doors fyne.CanvasObject) *fyne.Container {
	return container.New(&ends{gap, least}, words, doors)
}

type ends struct{ gap, least float32 }

func (l *ends) beside(o []fyne.CanvasObject, width float32) bool {
	return o[1].MinSize().Width+l.gap+l.least <= width
}

func (l *ends) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[1].MinSize()
	if l.beside(o, size.Width) {
		w, h := size.Width-m.Width-l.gap, HeightFor(o[0], size.Width-m.Width-l.gap)
		place(o[0], 0, (size.Height-h)/2, w, h)
		place(o[1], size.Width-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
		return
	}
	h := HeightFor(o[0], size.Width)
	place(o[0], 0, 0, size.Width, h)
	place(o[1], max(0, size.Width-m.Width), h, min(m.Width, size.Width), m.Height)
}

func (l *ends) heightFor(o []fyne.CanvasObject, width float32) float32 {
	m := o[1].MinSize()
	if l.beside(o, width) {
		return max(HeightFor(o[0], width-m.Width-l.gap), m.Height)
	}
	return HeightFor(o[0], width) + m.Height
}

func (l *ends) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
}
