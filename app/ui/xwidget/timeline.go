package xwidget

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// EventItem is one line of a history: what happened, when, by whom.
type EventItem struct {
	When  string
	Who   string // "" where nobody did it, or nobody knows
	Title string
	Say   string
	Raw   string // what a gateway said, word for word
	Tone  look.Tone
}

// text is the event as it is copied.
func (e EventItem) text() string {
	var out []string
	for _, s := range []string{e.When, e.Who, e.Title, e.Say, e.Raw} {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

// rawLines is how much of a raw answer is seen before it is opened.
const rawLines = 6

// Timeline shows events below each other, newest where the caller puts it. Arrows
// go from one to the next, Enter opens and closes a long answer, Ctrl+C copies.
type Timeline struct {
	widget.BaseWidget
	// OnActive gets the event that was gone to, for a scroll to reveal.
	OnActive func(o fyne.CanvasObject)
	// OnResized hears that an event is higher or lower than it was.
	OnResized func()

	items   []EventItem
	raws    []*Text
	rows    []fyne.CanvasObject
	column  *fyne.Container
	mark    *canvas.Rectangle
	at      int
	focused bool
	shift   bool
}

var (
	_ fyne.Focusable         = (*Timeline)(nil)
	_ fyne.Shortcutable      = (*Timeline)(nil)
	_ fyne.SecondaryTappable = (*Timeline)(nil)
	_ desktop.Keyable        = (*Timeline)(nil)
)

// NewTimeline shows events.
func NewTimeline(items []EventItem) *Timeline {
	t := &Timeline{items: items, raws: make([]*Text, len(items)), column: Column(0), mark: canvas.NewRectangle(color.Transparent)}
	for i, it := range items {
		lines := Column(2, NewPara(it.Title).Strong())
		if it.Say != "" {
			lines.Add(NewPara(it.Say))
		}
		if it.Raw != "" {
			t.raws[i] = NewPara(it.Raw).Wrapped(rawLines).Sized(look.SmallSize).In(look.Muted)
			raw := NewCard(t.raws[i])
			raw.Fill, raw.Pad, raw.Radius = look.Page, 8, 4
			lines.Add(Inset(0, 4, 0, 0, raw))
		}
		left := Column(0, NewCaption(it.When))
		if it.Who != "" {
			left.Add(NewPara(it.Who).Sized(look.SmallSize).In(look.Muted))
		}
		mark := Sized(20, 0, Column(0, Sized(0, 18, NewDot(it.Tone.Ink()))))
		t.rows = append(t.rows, Inset(8, 8, 8, 8, beside(Sized(112, 0, left), mark, lines)))
		t.column.Add(t.rows[i])
		if i < len(items)-1 {
			t.column.Add(NewRule())
		}
	}
	t.mark.CornerRadius = 4
	t.ExtendBaseWidget(t)
	return t
}

// HeightFor is the height the events need at a width.
func (t *Timeline) HeightFor(width float32) float32 { return HeightFor(t.column, width) }

// At is the event that the keys stand on.
func (t *Timeline) At() int { return t.at }

func (t *Timeline) move(to int) {
	if to < 0 || to >= len(t.items) {
		return
	}
	t.at = to
	t.Refresh()
	if t.OnActive != nil {
		t.OnActive(t.rows[to])
	}
}

// FocusGained and FocusLost show where the keys are.
func (t *Timeline) FocusGained() { t.focused = true; t.Refresh() }
func (t *Timeline) FocusLost()   { t.focused, t.shift = false, false; t.Refresh() }

// TypedRune does nothing.
func (t *Timeline) TypedRune(rune) {}

// KeyDown and KeyUp follow Shift for Shift+F10.
func (t *Timeline) KeyDown(k *fyne.KeyEvent) { t.shift = t.shift || isShift(k.Name) }
func (t *Timeline) KeyUp(k *fyne.KeyEvent)   { t.shift = t.shift && !isShift(k.Name) }

// TypedKey goes from event to event.
func (t *Timeline) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyDown:
		t.move(t.at + 1)
	case k.Name == fyne.KeyUp:
		t.move(t.at - 1)
	case k.Name == fyne.KeyHome:
		t.move(0)
	case k.Name == fyne.KeyEnd:
		t.move(len(t.items) - 1)
	case k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter || k.Name == fyne.KeySpace:
		t.toggle()
	case MenuKey(k, t.shift):
		t.menu(t.rows[t.at].Position().AddXY(120, 8))
	case forWindow(k.Name):
		toWindow(t, k)
	}
}

// TypedShortcut copies the event.
func (t *Timeline) TypedShortcut(s fyne.Shortcut) {
	if v, ok := s.(*fyne.ShortcutCopy); ok {
		v.Clipboard.SetContent(t.copied())
		return
	}
	shortcutToWindow(t, s)
}

func (t *Timeline) copied() string {
	if len(t.items) == 0 {
		return ""
	}
	return t.items[t.at].text()
}

// toggle opens the raw answer of the event, or closes it again.
func (t *Timeline) toggle() {
	if len(t.items) == 0 || t.raws[t.at] == nil {
		return
	}
	raw := t.raws[t.at]
	raw.Lines = rawLines - raw.Lines // all, or the first lines
	raw.Refresh()
	t.Refresh()
	if t.OnResized != nil {
		t.OnResized()
	}
}

// Tapped goes to the event under the pointer.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	for i, r := range t.rows {
		if y := r.Position().Y; e.Position.Y >= y && e.Position.Y < y+r.Size().Height {
			t.move(i)
		}
	}
}

// TappedSecondary opens the menu of the event under the pointer.
func (t *Timeline) TappedSecondary(e *fyne.PointEvent) {
	t.Tapped(e)
	t.menu(e.Position)
}

func (t *Timeline) menu(at fyne.Position) {
	if len(t.items) == 0 {
		return
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem("Chép việc này", func() { fyne.CurrentApp().Clipboard().SetContent(t.copied()) })}
	if t.raws[t.at] != nil {
		items = append(items, fyne.NewMenuItem("Mở, đóng nguyên văn", t.toggle))
	}
	OpenMenu(t, at, items...)
}

// CreateRenderer draws the events over the mark of the one at hand.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return &timelineRenderer{t}
}

type timelineRenderer struct{ t *Timeline }

func (r *timelineRenderer) Layout(size fyne.Size) {
	t := r.t
	t.column.Resize(size)
	t.mark.Hidden = !t.focused || len(t.rows) == 0
	if !t.mark.Hidden {
		row := t.rows[t.at]
		t.mark.StrokeColor, t.mark.StrokeWidth = look.C(look.Primary), 1
		t.mark.FillColor = look.C(look.Selection)
		t.mark.Move(row.Position())
		t.mark.Resize(fyne.NewSize(size.Width, row.Size().Height))
	}
}

func (r *timelineRenderer) MinSize() fyne.Size { return r.t.column.MinSize() }

func (r *timelineRenderer) Refresh() {
	r.t.column.Refresh()
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *timelineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.mark, r.t.column}
}
func (r *timelineRenderer) Destroy() {}

// beside puts two narrow objects and a wide one beside each other, at the top.
func beside(a, b, wide fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: besideLayout{}, Objects: []fyne.CanvasObject{a, b, wide}}
}

type besideLayout struct{}

func (besideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, c := range o {
		w := c.MinSize().Width
		if i == len(o)-1 {
			w = size.Width - x
		}
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, c := range o {
		m := c.MinSize()
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	return s
}

func (besideLayout) heightFor(o []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, c := range o {
		if i == len(o)-1 {
			return max(h, HeightFor(c, width))
		}
		w := c.MinSize().Width
		h = max(h, HeightFor(c, w))
		width -= w
	}
	return h
}
