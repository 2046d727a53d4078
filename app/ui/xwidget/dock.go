package xwidget

import "fyne.io/fyne/v2"

// Dock puts objects at the edges of a place and one into what is left, without
// room between them. Any of them may be nil. Top and bottom are as high as they
// need to be at the width. Tab walks them as they are read: top, left, middle,
// right, bottom.
func Dock(top, bottom, left, right, center fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Layout: &dock{top, bottom, left, right, center}}
	for _, o := range []fyne.CanvasObject{top, left, center, right, bottom} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

type dock struct{ top, bottom, left, right, center fyne.CanvasObject }

func there(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

func (l *dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x, y, w, h := float32(0), float32(0), size.Width, size.Height
	if there(l.top) {
		n := HeightFor(l.top, w)
		place(l.top, x, y, w, n)
		y, h = y+n, h-n
	}
	if there(l.bottom) {
		n := HeightFor(l.bottom, w)
		h -= n
		place(l.bottom, x, y+h, w, n)
	}
	if there(l.left) {
		n := l.left.MinSize().Width
		place(l.left, x, y, n, h)
		x, w = x+n, w-n
	}
	if there(l.right) {
		n := l.right.MinSize().Width
		w -= n
		place(l.right, x+w, y, n, h)
	}
	if there(l.center) {
		place(l.center, x, y, w, h)
	}
}

func (l *dock) heightFor(_ []fyne.CanvasObject, width float32) float32 {
	h, sides, w := float32(0), float32(0), width
	for _, o := range []fyne.CanvasObject{l.left, l.right} {
		if there(o) {
			m := o.MinSize()
			w -= m.Width
			sides = max(sides, m.Height)
		}
	}
	if there(l.center) {
		sides = max(sides, HeightFor(l.center, w))
	}
	for _, o := range []fyne.CanvasObject{l.top, l.bottom} {
		if there(o) {
			h += HeightFor(o, width)
		}
	}
	return h + sides
}

func (l *dock) MinSize([]fyne.CanvasObject) fyne.Size {
	var mid, s fyne.Size
	for _, o := range []fyne.CanvasObject{l.left, l.center, l.right} {
		if there(o) {
			m := o.MinSize()
			mid.Width += m.Width
			mid.Height = max(mid.Height, m.Height)
		}
	}
	s = mid
	for _, o := range []fyne.CanvasObject{l.top, l.bottom} {
		if there(o) {
			m := o.MinSize()
			s.Width = max(s.Width, m.Width)
			s.Height += m.Height
		}
	}
	return s
}
