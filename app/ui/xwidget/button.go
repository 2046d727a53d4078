package xwidget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// Weight says how much a button asks for.
type Weight uint8

// The weights. A page has one Strong button at most.
const (
	Usual  Weight = iota // white with a border
	Strong               // filled
	Quiet                // words only
)

// bothShort is how many letters two languages may have on a button, a tab, a badge.
const bothShort = 32

// Button is a verb that can be pressed, with the pointer or with Enter or Space.
type Button struct {
	widget.BaseWidget
	Words    string
	Weight   Weight
	Small    bool
	OnTapped func()

	disabled, hovered, focused bool
}

var (
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// NewButton makes a button of the usual weight.
func NewButton(words string, tapped func()) *Button {
	b := &Button{Words: words, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewStrong makes the one button that a page is about.
func NewStrong(words string, tapped func()) *Button {
	b := NewButton(words, tapped)
	b.Weight = Strong
	return b
}

// NewQuiet makes a button that is words only, for doors in lists.
func NewQuiet(words string, tapped func()) *Button {
	b := NewButton(words, tapped)
	b.Weight = Quiet
	return b
}

// Tiny makes the button as high as a grid's row.
func (b *Button) Tiny() *Button { b.Small = true; return b }

// Set changes the words.
func (b *Button) Set(words string) { b.Words = words; b.Refresh() }

// said is what stands on the button. A tiny one stands beside others where there is
// no room for two languages.
func (b *Button) said() string {
	if b.Small {
		return wordbook.Line(b.Words, 0)
	}
	return wordbook.Line(b.Words, bothShort)
}

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// Disable takes the button out of use.
func (b *Button) Disable() { b.disabled = true; b.Refresh() }

// Enable takes it back into use.
func (b *Button) Enable() { b.disabled = false; b.Refresh() }

// Disabled reports whether the button is out of use.
func (b *Button) Disabled() bool { return b.disabled }

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (b *Button) MouseIn(*desktop.MouseEvent)    { b.hovered = true; b.Refresh() }
func (b *Button) MouseMoved(*desktop.MouseEvent) {}
func (b *Button) MouseOut()                      { b.hovered = false; b.Refresh() }

// FocusGained, FocusLost, TypedRune and TypedKey make the button work from the
// keyboard.
func (b *Button) FocusGained()   { b.focused = true; b.Refresh() }
func (b *Button) FocusLost()     { b.focused = false; b.Refresh() }
func (b *Button) TypedRune(rune) {}
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	case fyne.KeyEscape: // nothing to a button, but it may close the dialog around it
		passOn(b, e)
	}
}

// passOn hands a key that means nothing to a widget to its window.
func passOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// CreateRenderer draws a rounded rectangle and the words.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{b: b, back: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), words: canvas.NewText("", nil)}
	r.back.CornerRadius, r.ring.CornerRadius, r.ring.StrokeWidth = 4, 3, 1.5
	r.words.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b     *Button
	back  *canvas.Rectangle
	ring  *canvas.Rectangle // inside a filled button, where an edge would not show
	words *canvas.Text
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.ring.Move(fyne.NewPos(3, 3))
	r.ring.Resize(size.SubtractWidthHeight(6, 6))
	r.words.Text = r.b.said() // the window may have become narrow
	h := face{look.TextSize, r.words.TextStyle.Bold}.line()
	r.words.Move(fyne.NewPos(0, (size.Height-h)/2))
	r.words.Resize(fyne.NewSize(size.Width, h))
}

func (r *buttonRenderer) MinSize() fyne.Size {
	pad, high := float32(14), look.ButtonHigh
	if r.b.Small {
		pad, high = 10, look.ButtonSmall
	}
	if r.b.Weight == Quiet {
		pad = 6
	}
	w := fyne.MeasureText(r.b.said(), look.TextSize, fyne.TextStyle{Bold: r.b.Weight == Strong}).Width
	return fyne.NewSize(w+2*pad, high)
}

func (r *buttonRenderer) Refresh() {
	b := r.b
	fill, ink, edge := look.Surface, look.Primary, look.Border
	switch b.Weight {
	case Strong:
		fill, ink, edge = look.Primary, look.OnPrimary, look.Primary
	case Quiet:
		fill, edge = "", ""
	}
	if b.hovered && b.Weight != Strong {
		fill = look.Hover
	}
	if b.disabled {
		ink = look.Wait
		if b.Weight == Strong {
			fill, ink, edge = look.Head, look.Wait, look.Border
		}
	}
	r.back.StrokeWidth = 1
	if b.focused {
		edge, r.back.StrokeWidth = look.Focus, 2
	}
	r.ring.FillColor, r.ring.StrokeColor = color.Transparent, look.C(ink)
	r.ring.Hidden = !b.focused || b.Weight != Strong
	r.back.FillColor, r.back.StrokeColor = color.Transparent, color.Transparent
	if fill != "" {
		r.back.FillColor = look.C(fill)
	}
	if edge != "" {
		r.back.StrokeColor = look.C(edge)
	}
	r.words.Text, r.words.TextSize, r.words.Color = b.said(), look.TextSize, look.C(ink)
	r.words.TextStyle.Bold = b.Weight == Strong
	r.Layout(b.Size())
	canvas.Refresh(b)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.ring, r.words}
}
func (r *buttonRenderer) Destroy() {}
