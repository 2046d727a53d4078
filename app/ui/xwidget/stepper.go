package xwidget

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// Stepper is a road of a few steps that a person walks: what is done, where one is,
// what comes. Left and Right choose among the steps that are open, Enter or a digit
// goes there.
type Stepper struct {
	widget.BaseWidget
	// OnGo is asked to go to a step.
	OnGo func(step int)

	titles  []string
	now     int // the step at hand
	reach   int // the last one that is open
	at      int // the one that the keys stand on
	focused bool
	shares  *fyne.Container
	parts   []*stepPart
}

var _ fyne.Focusable = (*Stepper)(nil)

// NewStepper makes a road with its first step at hand.
func NewStepper(titles []string, goTo func(step int)) *Stepper {
	s := &Stepper{OnGo: goTo, titles: titles}
	objects := make([]fyne.CanvasObject, len(titles))
	for i := range titles {
		p := newStepPart(s, i)
		s.parts, objects[i] = append(s.parts, p), p
	}
	s.shares = Shares(8, []float32{1}, objects...)
	s.ExtendBaseWidget(s)
	return s
}

// Set says which step is at hand and how far one may go.
func (s *Stepper) Set(now, reach int) {
	last := len(s.titles) - 1
	s.now, s.reach = min(max(now, 0), last), min(max(reach, now, 0), last)
	s.at = s.now
	s.Refresh()
}

// Now is the step at hand.
func (s *Stepper) Now() int { return s.now }

func (s *Stepper) goTo(i int) {
	if i < 0 || i > s.reach {
		return
	}
	s.at = i
	s.Refresh()
	if s.OnGo != nil && i != s.now {
		s.OnGo(i)
	}
}

// FocusGained and FocusLost show where the keys are.
func (s *Stepper) FocusGained() { s.focused, s.at = true, s.now; s.Refresh() }
func (s *Stepper) FocusLost()   { s.focused = false; s.Refresh() }

// TypedRune goes to the step of a digit.
func (s *Stepper) TypedRune(r rune) {
	if '1' <= r && r <= '9' {
		s.goTo(int(r - '1'))
	}
}

// TypedKey chooses and goes.
func (s *Stepper) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		s.at = max(0, s.at-1)
		s.Refresh()
	case fyne.KeyRight:
		s.at = min(s.reach, s.at+1)
		s.Refresh()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.goTo(s.at)
	default:
		if forWindow(k.Name) {
			toWindow(s, k)
		}
	}
}

// HeightFor is the height the titles need at a width.
func (s *Stepper) HeightFor(width float32) float32 { return HeightFor(s.shares, width) }

// CreateRenderer puts the steps beside each other.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.shares) }

// Refresh draws every step anew.
func (s *Stepper) Refresh() {
	for _, p := range s.parts {
		p.paint()
	}
	s.BaseWidget.Refresh()
}

// stepPart is one step: a line, its number in a ring and its title.
type stepPart struct {
	widget.BaseWidget
	s      *Stepper
	n      int
	line   *canvas.Rectangle
	ring   *canvas.Circle
	number *canvas.Text
	edge   *canvas.Rectangle
	title  *Text
}

const ringSize, stepPad float32 = 20, 6

func newStepPart(s *Stepper, n int) *stepPart {
	p := &stepPart{s: s, n: n, line: canvas.NewRectangle(nil), ring: canvas.NewCircle(nil), number: canvas.NewText("", nil),
		edge: canvas.NewRectangle(nil), title: NewText(s.titles[n]).Wrapped(2)}
	p.number.Alignment, p.edge.CornerRadius = fyne.TextAlignCenter, 4
	p.ExtendBaseWidget(p)
	p.paint()
	return p
}

// paint gives the step the colours of what it is: done, at hand, open, closed.
func (p *stepPart) paint() {
	s := p.s
	line, ink, fill, on := look.Border, look.Muted, look.Surface, look.Muted
	p.number.Text = strconv.Itoa(p.n + 1)
	switch {
	case p.n == s.now:
		line, ink, fill, on = look.Primary, look.Text, look.Primary, look.OnPrimary
	case p.n < s.now:
		line, ink, fill, on = look.Done, look.Text, look.DoneBg, look.Done
	case p.n <= s.reach:
		ink, on = look.Text, look.Primary
	}
	p.line.FillColor, p.ring.FillColor, p.number.Color = look.C(line), look.C(fill), look.C(on)
	p.ring.StrokeColor, p.ring.StrokeWidth = look.C(line), 1
	p.number.TextSize, p.number.TextStyle.Bold = look.SmallSize, true
	p.title.Ink, p.title.Bold = ink, p.n == s.now
	p.edge.FillColor, p.edge.StrokeColor, p.edge.StrokeWidth = nil, nil, 0
	if s.focused && p.n == s.at {
		p.edge.StrokeColor, p.edge.StrokeWidth = look.C(look.Primary), 2
	}
	p.title.Refresh()
	for _, o := range []fyne.CanvasObject{p.line, p.ring, p.number, p.edge} {
		o.Refresh()
	}
}

// Tapped goes to the step.
func (p *stepPart) Tapped(*fyne.PointEvent) { p.s.goTo(p.n) }

// HeightFor is the height the title needs at a width.
func (p *stepPart) HeightFor(width float32) float32 {
	return 4 + 2*stepPad + max(ringSize, HeightFor(p.title, width-ringSize-3*stepPad))
}

// CreateRenderer lays the pieces out.
func (p *stepPart) CreateRenderer() fyne.WidgetRenderer { return &stepRenderer{p} }

type stepRenderer struct{ p *stepPart }

func (r *stepRenderer) Layout(size fyne.Size) {
	p := r.p
	p.line.Resize(fyne.NewSize(size.Width, 4))
	p.edge.Move(fyne.NewPos(1, 6))
	p.edge.Resize(fyne.NewSize(size.Width-2, size.Height-7))
	p.ring.Move(fyne.NewPos(stepPad, 4+stepPad))
	p.ring.Resize(fyne.NewSize(ringSize, ringSize))
	h := face{look.SmallSize, true}.line()
	p.number.Move(fyne.NewPos(stepPad, 4+stepPad+(ringSize-h)/2))
	p.number.Resize(fyne.NewSize(ringSize, h))
	w := size.Width - ringSize - 3*stepPad
	p.title.Move(fyne.NewPos(ringSize+2*stepPad, 4+stepPad+1))
	p.title.Resize(fyne.NewSize(w, HeightFor(p.title, w)))
}

func (r *stepRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, r.p.HeightFor(max(80, r.p.Size().Width)))
}
func (r *stepRenderer) Refresh() { r.Layout(r.p.Size()); canvas.Refresh(r.p) }
func (r *stepRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.line, r.p.ring, r.p.number, r.p.title, r.p.edge}
}
func (r *stepRenderer) Destroy() {}
