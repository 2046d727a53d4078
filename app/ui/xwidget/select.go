package xwidget

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// few is how many options are a menu; more are searched.
const few = 12

// Select is a field with one of some options. Few open as a menu, many as a list
// that is searched while one types.
type Select struct {
	widget.Select
	self fyne.Widget
	pop  *widget.PopUp
	list func() *PickList // of more than a few
	edge *canvas.Rectangle
	keys bool // the keys are here
}

// NewSelect makes a field of options; changed may be nil.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged, s.PlaceHolder = options, changed, "chưa chọn"
	s.list = s.words
	s.ExtendBaseWidget(s)
	return s
}

// ExtendBaseWidget keeps the outermost widget.
func (s *Select) ExtendBaseWidget(w fyne.Widget) {
	s.self = w
	s.Select.ExtendBaseWidget(w)
}

// CreateRenderer draws the border of a field around Fyne's own.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	s.edge = canvas.NewRectangle(color.Transparent)
	r := &selectRenderer{s.Select.CreateRenderer(), s}
	r.Refresh()
	return r
}

type selectRenderer struct {
	fyne.WidgetRenderer
	s *Select
}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.s.edge)
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.s.edge.Resize(size)
}

// Refresh draws what is chosen in the person's language; the choice itself keeps its
// words.
func (r *selectRenderer) Refresh() {
	r.paint()
	chosen, hint := r.s.Selected, r.s.PlaceHolder
	r.s.Selected, r.s.PlaceHolder = wordbook.Line(chosen, bothShort), wordbook.Line(hint, bothShort)
	r.WidgetRenderer.Refresh()
	r.s.Selected, r.s.PlaceHolder = chosen, hint
}

func (r *selectRenderer) paint() {
	th := r.s.Theme()
	r.s.edge.CornerRadius, r.s.edge.StrokeWidth = th.Size(theme.SizeNameInputRadius), th.Size(theme.SizeNameInputBorder)
	r.s.edge.StrokeColor = look.C(look.Edge)
	if r.s.keys {
		r.s.edge.StrokeColor = look.C(look.Primary)
	}
	r.s.edge.Refresh()
}

// FocusGained and FocusLost show where the keys are.
func (s *Select) FocusGained() {
	s.keys = true
	s.Select.FocusGained()
}

// FocusLost shows that the keys went elsewhere.
func (s *Select) FocusLost() {
	s.keys = false
	s.Select.FocusLost()
}

// Tapped opens the options.
func (s *Select) Tapped(at *fyne.PointEvent) { s.open(0, at) }

// TypedKey opens with Space, Enter or F4, steps with Up and Down, and empties
// nothing. Other keys go to the window.
func (s *Select) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF4:
		s.open(0, nil)
	case fyne.KeyUp:
		s.step(-1)
	case fyne.KeyDown:
		s.step(1)
	default:
		if forWindow(k.Name) {
			toWindow(s.self, k)
			return
		}
		s.Select.TypedKey(k)
	}
}

// TypedShortcut opens with Alt+Down and hands everything else to the window.
func (s *Select) TypedShortcut(c fyne.Shortcut) {
	if v, ok := c.(*desktop.CustomShortcut); ok && v.KeyName == fyne.KeyDown {
		s.open(0, nil)
		return
	}
	shortcutToWindow(s.self, c)
}

// TypedRune finds an option: among few the next that begins with the letter,
// among many by all that is typed.
func (s *Select) TypedRune(r rune) {
	if s.Disabled() || r == ' ' {
		return
	}
	if len(s.Options) > few {
		s.open(r, nil)
		return
	}
	letter := Fold(string(r))
	for n := range s.Options {
		i := (s.SelectedIndex() + 1 + n) % len(s.Options)
		if strings.HasPrefix(Fold(s.Options[i]), letter) {
			s.SetSelectedIndex(i)
			return
		}
	}
}

// step takes the option before or after the one at hand.
func (s *Select) step(n int) {
	i := s.SelectedIndex() + n
	if s.Disabled() || i < 0 || i >= len(s.Options) {
		return
	}
	s.SetSelectedIndex(i)
}

func (s *Select) open(first rune, at *fyne.PointEvent) {
	switch {
	case s.Disabled():
	case len(s.Options) <= few && at == nil:
		s.menu()
	case len(s.Options) <= few:
		if c := fyne.CurrentApp().Driver().CanvasForObject(s.self); c != nil {
			c.Focus(s.self.(fyne.Focusable))
		}
		s.menu()
	default:
		list := s.list()
		s.pop = openBelow(s.self, list, s.shut)
		list.start(first)
	}
}

// menu offers a few options below the field.
func (s *Select) menu() {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(s.self)
	if c == nil {
		return
	}
	items := make([]*fyne.MenuItem, len(s.Options))
	for i, o := range s.Options {
		items[i] = fyne.NewMenuItem(o, func() { s.SetSelectedIndex(i) })
	}
	m := widget.NewPopUpMenu(Menu("", items...), c)
	m.ShowAtPosition(d.AbsolutePositionForObject(s.self).AddXY(0, s.Size().Height-s.Theme().Size(theme.SizeNameInputBorder)))
	m.Resize(fyne.NewSize(max(s.Size().Width, m.MinSize().Width), m.MinSize().Height))
}

// words is the list of the options.
func (s *Select) words() *PickList {
	all := make([]Choice, len(s.Options))
	for i, o := range s.Options {
		all[i] = Choice{Code: strconv.Itoa(i), Words: o}
	}
	list := NewPickList(all, func(code string) {
		s.shut()
		if i, err := strconv.Atoi(code); err == nil {
			s.SetSelectedIndex(i)
		}
	})
	list.WordsOnly()
	list.Spoken()
	return list
}

// shut closes the list and takes the keys back.
func (s *Select) shut() {
	if s.pop == nil {
		return
	}
	s.pop.Hide()
	s.pop = nil
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.self); c != nil {
		c.Focus(s.self.(fyne.Focusable))
	}
}

// listHigh and listWide are the size of a list below a field, which may be wider.
const listHigh, listWide = 260, 380

// openBelow shows a list below a field, or above it where there is no room.
func openBelow(field fyne.CanvasObject, list *PickList, cancel func()) *widget.PopUp {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(field)
	if c == nil {
		return nil
	}
	list.OnCancel = cancel
	pos, room := d.AbsolutePositionForObject(field), c.Size()
	size := fyne.NewSize(min(max(field.Size().Width, listWide), room.Width), listHigh)
	at := pos.AddXY(0, field.Size().Height+2)
	if at.Y+size.Height > room.Height && pos.Y > size.Height {
		at.Y = pos.Y - size.Height - 2
	}
	at.X = max(0, min(at.X, room.Width-size.Width))
	at.Y = max(0, min(at.Y, room.Height-size.Height))
	pop := widget.NewPopUp(list, c)
	pop.ShowAtPosition(at)
	pop.Resize(size)
	return pop
}
