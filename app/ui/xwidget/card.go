package xwidget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// Panel is a coloured surface behind an object: a card, the rail, the bars.
type Panel struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Fill    fyne.ThemeColorName
	Edge    fyne.ThemeColorName // "" = no border
	Stripe  fyne.ThemeColorName // "" = none; a 3 px bar on the left
	Radius  float32
	Pad     float32
	// OnTapped makes the panel a door, for the pointer and for Enter or Space.
	OnTapped         func()
	hovered, focused bool
}

var (
	_ fyne.Tappable     = (*Panel)(nil)
	_ fyne.Focusable    = (*Panel)(nil)
	_ fyne.Disableable  = (*Panel)(nil)
	_ desktop.Hoverable = (*Panel)(nil)
)

// NewCard makes a white surface with a border and room inside.
func NewCard(content fyne.CanvasObject) *Panel {
	p := &Panel{Content: content, Fill: look.Surface, Edge: look.Border, Radius: look.CardRadius, Pad: look.CardPad}
	p.ExtendBaseWidget(p)
	return p
}

// NewPanel makes a plain surface of a colour.
func NewPanel(fill fyne.ThemeColorName, content fyne.CanvasObject) *Panel {
	p := &Panel{Content: content, Fill: fill}
	p.ExtendBaseWidget(p)
	return p
}

// Tight takes the room inside away: a grid reaches the card's border.
func (p *Panel) Tight() *Panel { p.Pad = 1; return p }

// Door makes the whole card lead somewhere.
func (p *Panel) Door(f func()) *Panel { p.OnTapped = f; return p }

// Tapped opens the door.
func (p *Panel) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// MouseIn, MouseMoved and MouseOut show that a card is a door.
func (p *Panel) MouseIn(*desktop.MouseEvent) {
	if p.OnTapped != nil {
		p.hovered = true
		p.Refresh()
	}
}
func (p *Panel) MouseMoved(*desktop.MouseEvent) {}
func (p *Panel) MouseOut() {
	if p.hovered {
		p.hovered = false
		p.Refresh()
	}
}

// Disabled keeps the keys away from a panel that is no door. Enable and Disable do
// nothing: OnTapped says what a panel is.
func (p *Panel) Disabled() bool { return p.OnTapped == nil }
func (p *Panel) Enable()        {}
func (p *Panel) Disable()       {}

// FocusGained, FocusLost, TypedRune and TypedKey make a door work from the keyboard.
func (p *Panel) FocusGained()   { p.focused = true; p.Refresh() }
func (p *Panel) FocusLost()     { p.focused = false; p.Refresh() }
func (p *Panel) TypedRune(rune) {}
func (p *Panel) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.Tapped(nil)
	case fyne.KeyEscape:
		passOn(p, e)
	}
}

// HeightFor is the height the content needs, with the room around it.
func (p *Panel) HeightFor(width float32) float32 {
	return HeightFor(p.Content, width-2*p.Pad) + 2*p.Pad
}

// CreateRenderer draws the surface below the content.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &panelRenderer{p: p, back: canvas.NewRectangle(nil), stripe: canvas.NewRectangle(nil), ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth = 2
	r.paint()
	return r
}

type panelRenderer struct {
	p            *Panel
	back, stripe *canvas.Rectangle
	ring         *canvas.Rectangle // over the content, while the door has the keys
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.ring.Resize(size)
	r.stripe.Resize(fyne.NewSize(3, size.Height))
	r.p.Content.Move(fyne.NewPos(r.p.Pad, r.p.Pad))
	r.p.Content.Resize(fyne.NewSize(size.Width-2*r.p.Pad, size.Height-2*r.p.Pad))
}

func (r *panelRenderer) MinSize() fyne.Size {
	return r.p.Content.MinSize().AddWidthHeight(2*r.p.Pad, 2*r.p.Pad)
}

func (r *panelRenderer) paint() {
	fill := r.p.Fill
	if r.p.hovered {
		fill = look.Hover
	}
	r.back.FillColor, r.back.CornerRadius = look.C(fill), r.p.Radius
	r.back.StrokeColor, r.back.StrokeWidth = nil, 0
	if r.p.Edge != "" {
		r.back.StrokeColor, r.back.StrokeWidth = look.C(r.p.Edge), 1
	}
	r.ring.Hidden, r.ring.StrokeColor, r.ring.CornerRadius = !r.p.focused, look.C(look.Focus), r.p.Radius
	r.stripe.Hidden = r.p.Stripe == ""
	if r.p.Stripe != "" {
		r.stripe.FillColor = look.C(r.p.Stripe)
	}
}

func (r *panelRenderer) Refresh() {
	r.paint()
	r.Layout(r.p.Size())
	r.p.Content.Refresh()
	canvas.Refresh(r.p)
}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.stripe, r.p.Content, r.ring}
}
func (r *panelRenderer) Destroy() {}
