package xwidget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// Tab is one leaf of Tabs.
type Tab struct {
	Title   string
	Content fyne.CanvasObject
}

// Tabs shows one leaf of several, their titles above with a line below the
// chosen one. Left and Right choose when the titles have the focus.
type Tabs struct {
	widget.BaseWidget
	OnChosen func(i int)
	tabs     []Tab
	at       int
	titles   *fyne.Container
	stack    *fyne.Container
}

// NewTabs shows leaves, the first one open.
func NewTabs(tabs ...Tab) *Tabs {
	t := &Tabs{titles: container.New(&tabLine{}), stack: container.NewStack()}
	t.ExtendBaseWidget(t)
	t.Set(tabs, 0)
	return t
}

// Set shows other leaves.
func (t *Tabs) Set(tabs []Tab, at int) {
	t.tabs, t.at = tabs, min(max(0, at), max(0, len(tabs)-1))
	t.titles.Objects = nil
	for i, tab := range tabs {
		h := &tabTitle{t: t, i: i, words: tab.Title}
		h.ExtendBaseWidget(h)
		t.titles.Add(h)
	}
	t.show()
}

// At is the number of the open leaf.
func (t *Tabs) At() int { return t.at }

// Choose opens a leaf.
func (t *Tabs) Choose(i int) {
	if i < 0 || i >= len(t.tabs) || i == t.at {
		return
	}
	t.at = i
	t.show()
	if t.OnChosen != nil {
		t.OnChosen(i)
	}
}

func (t *Tabs) show() {
	t.stack.Objects = nil
	if len(t.tabs) > 0 {
		t.stack.Objects = []fyne.CanvasObject{t.tabs[t.at].Content}
	}
	t.stack.Refresh()
	t.titles.Refresh()
	for _, o := range t.titles.Objects {
		o.Refresh()
	}
}

// CreateRenderer puts titles, a line and the open leaf below each other.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	top := container.New(&column{}, t.titles, NewRule())
	return widget.NewSimpleRenderer(Dock(Inset(0, 0, 0, 6, top), nil, nil, nil, t.stack))
}

// tabLine puts the titles beside each other. Where they do not fit into one line they
// move together, and only then go on in a further one.
type tabLine struct{}

const tabGap = 8

func (tabLine) gap(objects []fyne.CanvasObject, width float32) float32 {
	n, all := 0, float32(0)
	for _, o := range visible(objects) {
		n, all = n+1, all+o.MinSize().Width
	}
	if n < 2 || width-all >= tabGap*float32(n-1) || width < all {
		return tabGap
	}
	return (width - all) / float32(n-1)
}

func (l tabLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	(&flow{l.gap(objects, size.Width)}).Layout(objects, size)
}

func (l tabLine) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return (&flow{l.gap(objects, width)}).heightFor(objects, width)
}

func (tabLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return (&flow{tabGap}).MinSize(objects)
}

type tabTitle struct {
	widget.BaseWidget
	t                *Tabs
	i                int
	words            string
	hovered, focused bool
}

func (h *tabTitle) Tapped(*fyne.PointEvent)        { h.t.Choose(h.i) }
func (h *tabTitle) MouseIn(*desktop.MouseEvent)    { h.hovered = true; h.Refresh() }
func (h *tabTitle) MouseMoved(*desktop.MouseEvent) {}
func (h *tabTitle) MouseOut()                      { h.hovered = false; h.Refresh() }
func (h *tabTitle) FocusGained()                   { h.focused = true; h.Refresh() }
func (h *tabTitle) FocusLost()                     { h.focused = false; h.Refresh() }
func (h *tabTitle) TypedRune(rune)                 {}
func (h *tabTitle) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		h.t.Choose(h.i - 1)
	case fyne.KeyRight:
		h.t.Choose(h.i + 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.t.Choose(h.i)
	}
}

func (h *tabTitle) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{h: h, back: canvas.NewRectangle(nil), words: canvas.NewText("", nil), line: canvas.NewRectangle(nil)}
	r.words.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type tabRenderer struct {
	h          *tabTitle
	back, line *canvas.Rectangle
	words      *canvas.Text
}

func (r *tabRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.words.Text = wordbook.Line(r.h.words, bothShort) // the window may have become narrow
	lh := face{look.TextSize, true}.line()
	r.words.Move(fyne.NewPos(0, (size.Height-lh)/2-1))
	r.words.Resize(fyne.NewSize(size.Width, lh))
	r.line.Move(fyne.NewPos(0, size.Height-2))
	r.line.Resize(fyne.NewSize(size.Width, 2))
}

func (r *tabRenderer) MinSize() fyne.Size {
	return fyne.NewSize(fyne.MeasureText(wordbook.Line(r.h.words, bothShort), look.TextSize, fyne.TextStyle{Bold: true}).Width+16, 34)
}

func (r *tabRenderer) Refresh() {
	open := r.h.t.at == r.h.i
	ink := look.Text
	if open {
		ink = look.Primary
	}
	r.back.FillColor = color.Transparent // they stand on pages, in cards, in dialogs
	if r.h.hovered || r.h.focused {
		r.back.FillColor = look.C(look.Selection)
	}
	r.line.FillColor, r.line.Hidden = look.C(look.Primary), !open
	r.words.Text, r.words.TextSize, r.words.TextStyle.Bold, r.words.Color = wordbook.Line(r.h.words, bothShort), look.TextSize, open, look.C(ink)
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}

func (r *tabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.words, r.line}
}
func (r *tabRenderer) Destroy() {}
