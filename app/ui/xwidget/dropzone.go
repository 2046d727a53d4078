package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// DropZone is the dashed field that a file is dropped on. The window as a whole
// takes the drop; the field shows where, and choosing works by a press, Enter or Space
// too.
type DropZone struct {
	widget.BaseWidget
	Title, Say string
	OnTapped   func()
	hovered    bool
	focused    bool
}

var (
	_ fyne.Tappable     = (*DropZone)(nil)
	_ fyne.Focusable    = (*DropZone)(nil)
	_ desktop.Hoverable = (*DropZone)(nil)
)

// NewDropZone makes a field with two lines of words.
func NewDropZone(title, say string, tapped func()) *DropZone {
	d := &DropZone{Title: title, Say: say, OnTapped: tapped}
	d.ExtendBaseWidget(d)
	return d
}

// Tapped chooses a file.
func (d *DropZone) Tapped(*fyne.PointEvent) {
	if d.OnTapped != nil {
		d.OnTapped()
	}
}

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (d *DropZone) MouseIn(*desktop.MouseEvent)    { d.hovered = true; d.Refresh() }
func (d *DropZone) MouseMoved(*desktop.MouseEvent) {}
func (d *DropZone) MouseOut()                      { d.hovered = false; d.Refresh() }

// FocusGained, FocusLost, TypedRune and TypedKey make the field work from the keyboard.
func (d *DropZone) FocusGained()   { d.focused = true; d.Refresh() }
func (d *DropZone) FocusLost()     { d.focused = false; d.Refresh() }
func (d *DropZone) TypedRune(rune) {}
func (d *DropZone) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		d.Tapped(nil)
	case fyne.KeyEscape:
		passOn(d, e)
	}
}

// CreateRenderer draws the dashes and the words.
func (d *DropZone) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	return &dropRenderer{d: d, back: canvas.NewRectangle(nil), box: newBox(),
		title: NewPara("").Aligned(fyne.TextAlignCenter).In(look.Muted), say: NewPara("").Aligned(fyne.TextAlignCenter).In(look.Muted)}
}

type dropRenderer struct {
	d          *DropZone
	back       *canvas.Rectangle
	box        *fyne.Container
	title, say *Text
}

func (r *dropRenderer) Layout(size fyne.Size) {
	r.back.FillColor = look.C(look.Surface)
	if r.d.hovered {
		r.back.FillColor = look.C(look.Hover)
	}
	r.back.Resize(size)
	r.box.Objects = nil
	ink, thick := look.Bar, float32(1.5)
	if r.d.focused {
		ink, thick = look.Focus, 3
	}
	dash := func(x, y, w, h float32) {
		l := canvas.NewRectangle(look.C(ink))
		l.Move(fyne.NewPos(x, y))
		l.Resize(fyne.NewSize(w, h))
		r.box.Objects = append(r.box.Objects, l)
	}
	const on, off = 6, 4
	for x := float32(0); x < size.Width; x += on + off {
		w := min(on, size.Width-x)
		dash(x, 0, w, thick)
		dash(x, size.Height-thick, w, thick)
	}
	for y := float32(0); y < size.Height; y += on + off {
		h := min(on, size.Height-y)
		dash(0, y, thick, h)
		dash(size.Width-thick, y, thick, h)
	}
	const pad = 8
	wide := max(1, size.Width-2*pad)
	r.title.Set(r.d.Title)
	r.say.Set(r.d.Say)
	top, below := r.title.HeightFor(wide), r.say.HeightFor(wide)
	y := max(0, (size.Height-top-below)/2)
	place(r.title, pad, y, wide, top)
	place(r.say, pad, y+top, wide, below)
}

func (r *dropRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 96) }
func (r *dropRenderer) Refresh()           { r.Layout(r.d.Size()); canvas.Refresh(r.d) }
func (r *dropRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.box, r.title, r.say}
}
func (r *dropRenderer) Destroy() {}
