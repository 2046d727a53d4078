package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// Badge is a word or a count in a pill of its tone.
type Badge struct {
	widget.BaseWidget
	Words string
	Tone  look.Tone
	Loud  bool // white on red: somebody is waited for
}

// NewBadge makes a pill.
func NewBadge(words string, tone look.Tone) *Badge {
	b := &Badge{Words: words, Tone: tone}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes words and tone; no words hide the badge.
func (b *Badge) Set(words string, tone look.Tone) {
	b.Words, b.Tone = words, tone
	b.Hidden = words == ""
	b.Refresh()
}

// CreateRenderer draws the pill and its words.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &badgeRenderer{b: b, back: canvas.NewRectangle(nil), words: canvas.NewText("", nil)}
	r.words.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type badgeRenderer struct {
	b     *Badge
	back  *canvas.Rectangle
	words *canvas.Text
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.back.CornerRadius = size.Height / 2
	r.words.Text = wordbook.Line(r.b.Words, bothShort) // the window may have become narrow
	h := face{look.SmallSize, r.b.Loud}.line()
	r.words.Move(fyne.NewPos(0, (size.Height-h)/2))
	r.words.Resize(fyne.NewSize(size.Width, h))
}

func (r *badgeRenderer) MinSize() fyne.Size {
	w := fyne.MeasureText(wordbook.Line(r.b.Words, bothShort), look.SmallSize, fyne.TextStyle{Bold: r.b.Loud}).Width
	if r.b.Loud {
		return fyne.NewSize(max(20, w+12), 18)
	}
	return fyne.NewSize(w+20, 21)
}

func (r *badgeRenderer) Refresh() {
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.C(r.b.Tone.Paper()), nil, 0
	if r.b.Tone == look.Plain { // its paper is hardly another colour than that of a page
		r.back.StrokeColor, r.back.StrokeWidth = look.C(look.Border), 1
	}
	r.words.Color = look.C(r.b.Tone.Ink())
	if r.b.Loud {
		r.back.StrokeWidth = 0
		r.back.FillColor, r.words.Color = look.C(look.Badge), look.C(look.OnBadge)
	}
	r.words.Text, r.words.TextSize, r.words.TextStyle.Bold = wordbook.Line(r.b.Words, bothShort), look.SmallSize, r.b.Loud
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.words} }
func (r *badgeRenderer) Destroy()                     {}

// NewDot makes the small disc of a tone that stands before a line.
func NewDot(ink fyne.ThemeColorName) fyne.CanvasObject {
	d := &dot{ink: ink}
	d.ExtendBaseWidget(d)
	return d
}

type dot struct {
	widget.BaseWidget
	ink fyne.ThemeColorName
}

func (d *dot) CreateRenderer() fyne.WidgetRenderer {
	return &dotRenderer{d: d, disc: canvas.NewCircle(look.C(d.ink))}
}

type dotRenderer struct {
	d    *dot
	disc *canvas.Circle
}

func (r *dotRenderer) Layout(size fyne.Size) {
	r.disc.Move(fyne.NewPos((size.Width-9)/2, (size.Height-9)/2))
	r.disc.Resize(fyne.NewSize(9, 9))
}
func (r *dotRenderer) MinSize() fyne.Size           { return fyne.NewSize(9, 9) }
func (r *dotRenderer) Refresh()                     { r.disc.FillColor = look.C(r.d.ink); canvas.Refresh(r.d) }
func (r *dotRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.disc} }
func (r *dotRenderer) Destroy()                     {}

// NewRule makes a thin line across.
func NewRule() fyne.CanvasObject { return Sized(0, 1, NewPanel(look.Border, Spacer())) }
