package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// tall is an object or a layout whose height depends on its width. Fyne asks
// for one minimum size only, which words that wrap cannot answer.
type tall interface{ HeightFor(width float32) float32 }

type tallLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height an object needs at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch v := o.(type) {
	case tall:
		return v.HeightFor(width)
	case *fyne.Container:
		if l, ok := v.Layout.(tallLayout); ok {
			return l.heightFor(v.Objects, width)
		}
	}
	return o.MinSize().Height
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

type column struct {
	gap  float32
	last float32 // the width of the last layout
}

// Column puts objects below each other, as wide as the column, gap px apart.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, objects...)
}

func (l *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	y := float32(0)
	for _, o := range visible(objects) {
		h := HeightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + l.gap
	}
}

func (l *column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, o := range visible(objects) {
		if i > 0 {
			h += l.gap
		}
		h += HeightFor(o, width)
	}
	return h
}

func (l *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range visible(objects) {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, l.heightFor(objects, max(w, l.last)))
}

type row struct{ gap float32 }

// Row puts objects beside each other at their own width, centred in height. A
// Spacer takes what is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&row{gap}, objects...)
}

// Spacer is the empty piece of a Row that takes the width that is left.
func Spacer() fyne.CanvasObject { return container.New(&spacer{}) }

type spacer struct{}

func (*spacer) Layout([]fyne.CanvasObject, fyne.Size)        {}
func (*spacer) MinSize([]fyne.CanvasObject) (none fyne.Size) { return none }

func isSpacer(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*spacer)
	return ok
}

func (l *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	free := size.Width - l.MinSize(objects).Width
	springs := 0
	for _, o := range objects {
		if isSpacer(o) {
			springs++
		}
	}
	x := float32(0)
	for _, o := range objects {
		m := o.MinSize()
		if isSpacer(o) {
			m.Width = max(0, free/float32(springs))
		} else if free < 0 && m.Width > -free && isText(o) {
			m.Width += free // words give way first
			free = 0
		}
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		o.Resize(m)
		x += m.Width + l.gap
	}
}

func isText(o fyne.CanvasObject) bool { _, ok := o.(*Text); return ok }

func (l *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range visible(objects) {
		m := o.MinSize()
		if i > 0 {
			s.Width += l.gap
		}
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	return s
}

type shares struct {
	gap   float32
	parts []float32
}

// Shares puts objects beside each other over the whole width, each with its
// share of it; all as high as the highest.
func Shares(gap float32, parts []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&shares{gap, parts}, objects...)
}

func (l *shares) widths(n int, width float32) []float32 {
	sum := float32(0)
	for i := range n {
		sum += l.parts[i%len(l.parts)]
	}
	out := make([]float32, n)
	for i := range n {
		out[i] = (width - l.gap*float32(n-1)) * l.parts[i%len(l.parts)] / sum
	}
	return out
}

func (l *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	x := float32(0)
	for i, w := range l.widths(len(objects), size.Width) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(w, size.Height))
		x += w + l.gap
	}
}

func (l *shares) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	objects = visible(objects)
	h := float32(0)
	for i, w := range l.widths(len(objects), width) {
		h = max(h, HeightFor(objects[i], w))
	}
	return h
}

func (l *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range visible(objects) {
		m := o.MinSize()
		if i > 0 {
			s.Width += l.gap
		}
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	return s
}

type inset struct{ left, top, right, bottom float32 }

// Inset leaves space around an object.
func Inset(left, top, right, bottom float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{left, top, right, bottom}, o)
}

func (l *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(fyne.NewSize(size.Width-l.left-l.right, size.Height-l.top-l.bottom))
	}
}

func (l *inset) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objects {
		h = max(h, HeightFor(o, width-l.left-l.right))
	}
	return h + l.top + l.bottom
}

func (l *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	return s.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

type fixed struct{ w, h float32 }

// Sized gives an object a size of its own; 0 leaves its own minimum.
func Sized(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{w, h}, o)
}

func (l *fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (l *fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	if l.w > 0 {
		s.Width = l.w
	}
	if l.h > 0 {
		s.Height = l.h
	}
	return s
}
