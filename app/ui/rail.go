package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// rail lists the places that are there. A place that is not built yet is not
// shown: a button that does nothing is worse than none.
func (s *Shell) rail() fyne.CanvasObject {
	items := &fyne.Container{Layout: railLayout{}}
	for _, p := range s.places {
		p.item = newRailItem(p.key, p.page.Title(), func() { s.Go(office.Place{Screen: p.key}) })
		if p.off {
			continue
		}
		if items.Add(p.item); p.key == boardScreen { // what is wider stands first
			items.Objects = append([]fyne.CanvasObject{p.item}, items.Objects[:len(items.Objects)-1]...)
		}
	}
	return xwidget.Sized(look.RailWidth, 0, xwidget.NewPanel(look.Rail, xwidget.Inset(8, 8, 8, 8, items)))
}

// railLayout puts the items below each other; where the window is low they come
// closer, so that all of them are there.
type railLayout struct{}

const railGap, railHigh, railLow = 2, 36, 24

func (railLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	shown := shownOf(o)
	h := min(railHigh, max(railLow, size.Height/float32(max(1, len(shown)))-railGap))
	for i, c := range shown {
		c.Move(fyne.NewPos(0, float32(i)*(h+railGap)))
		c.Resize(fyne.NewSize(size.Width, h))
	}
}

func (railLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.RailWidth-16, float32(len(shownOf(o)))*(railLow+railGap))
}

func shownOf(all []fyne.CanvasObject) (out []fyne.CanvasObject) {
	for _, o := range all {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

func (s *Shell) markRail() {
	for _, p := range s.places {
		p.item.active = p == s.at
		p.item.Refresh()
	}
}

// railItem is a door of the rail, with a grey count or a red one that waits.
type railItem struct {
	widget.BaseWidget
	icon, words              string
	count                    int
	waits                    bool
	active, hovered, focused bool
	tapped                   func()
}

var (
	_ fyne.Tappable     = (*railItem)(nil)
	_ fyne.Focusable    = (*railItem)(nil)
	_ desktop.Hoverable = (*railItem)(nil)
)

func newRailItem(icon, words string, tapped func()) *railItem {
	i := &railItem{icon: icon, words: words, tapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

func (i *railItem) set(count int, waits bool) {
	i.count, i.waits = count, waits
	i.Refresh()
}

func (i *railItem) Tapped(*fyne.PointEvent)        { i.tapped() }
func (i *railItem) MouseIn(*desktop.MouseEvent)    { i.hovered = true; i.Refresh() }
func (i *railItem) MouseMoved(*desktop.MouseEvent) {}
func (i *railItem) MouseOut()                      { i.hovered = false; i.Refresh() }
func (i *railItem) FocusGained()                   { i.focused = true; i.Refresh() }
func (i *railItem) FocusLost()                     { i.focused = false; i.Refresh() }
func (i *railItem) TypedRune(rune)                 {}
func (i *railItem) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		i.tapped()
	}
}

func (i *railItem) CreateRenderer() fyne.WidgetRenderer {
	r := &railRenderer{i: i, back: canvas.NewRectangle(nil), words: canvas.NewText("", nil), count: canvas.NewText("", nil), icon: xwidget.Icon(i.icon, look.RailText, railIcon)}
	r.badge = xwidget.NewBadge("", look.Bad)
	r.badge.Loud = true
	r.count.Alignment = fyne.TextAlignTrailing
	r.Refresh()
	return r
}

// railIcon is the size of a drawing, railWords where the words begin, railCount what a
// count takes; bothOnRail is how many letters two languages may have.
const railIcon, railWords, railCount, bothOnRail = 18, 34, 36, 26

type railRenderer struct {
	i            *railItem
	icon         fyne.CanvasObject
	back         *canvas.Rectangle
	words, count *canvas.Text
	badge        *xwidget.Badge
}

func (r *railRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.icon.Move(fyne.NewPos(9, (size.Height-railIcon)/2))
	r.icon.Resize(fyne.NewSize(railIcon, railIcon))
	h := r.words.MinSize().Height
	r.words.Move(fyne.NewPos(railWords, (size.Height-h)/2))
	r.words.Resize(fyne.NewSize(size.Width-railWords-8, h))
	h = r.count.MinSize().Height
	r.count.Move(fyne.NewPos(10, (size.Height-h)/2))
	r.count.Resize(fyne.NewSize(size.Width-20, h))
	m := r.badge.MinSize()
	r.badge.Move(fyne.NewPos(size.Width-10-m.Width, (size.Height-m.Height)/2))
	r.badge.Resize(m)
}

func (r *railRenderer) MinSize() fyne.Size { return fyne.NewSize(look.RailWidth-16, railLow) }

func (r *railRenderer) Refresh() {
	i := r.i
	r.back.CornerRadius = 4
	r.back.FillColor = look.C(look.Rail)
	if i.active || i.hovered {
		r.back.FillColor = look.C(look.RailActive)
	}
	r.back.StrokeWidth = 0
	if i.focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.C(look.RailFocus), 2
	}
	r.words.Text, r.words.TextSize, r.words.Color, r.words.TextStyle.Bold = i.said(), look.TextSize, look.C(look.RailText), i.active
	r.count.Text, r.count.TextSize, r.count.Color = wording.So(i.count), look.SmallSize, look.C(look.RailMuted)
	r.count.Hidden = i.count == 0 || i.waits
	r.badge.Set(wording.So(i.count), look.Bad)
	r.badge.Hidden = i.count == 0 || !i.waits
	r.Layout(i.Size())
	canvas.Refresh(i)
}

// said is the name in the person's language; two languages give way to Vietnamese
// where the rail is too narrow for them.
func (i *railItem) said() string {
	room := float32(look.RailWidth - 16 - railWords - 8)
	if i.count > 0 {
		room -= railCount
	}
	s := wordbook.Line(i.words, bothOnRail)
	if fyne.MeasureText(s, look.TextSize, fyne.TextStyle{Bold: i.active}).Width > room {
		return wordbook.Line(i.words, 0)
	}
	return s
}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.words, r.count, r.badge}
}
func (r *railRenderer) Destroy() {}
