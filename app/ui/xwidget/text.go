package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// Text is words on the window: one line, or several where it may wrap. Its
// colour is a name of package look, so that it follows the theme.
type Text struct {
	widget.BaseWidget
	Words string
	Px    float32 // 0 = look.TextSize
	Bold  bool
	Ink   fyne.ThemeColorName // "" = look.Text
	Align fyne.TextAlign
	Wrap  bool
	Lines int  // with Wrap: at most so many lines, 0 = all
	Name  bool // with Wrap: an official name, which stays beside its English

	width float32
	wraps [2]wrapping // the last two: a layout asks at the width it has and at the one it gives
}

// wrapping is words over several lines, with what they came from: a list of hundreds of
// texts is measured again and again while one of them changes.
type wrapping struct {
	of    wrapped
	lines []string
}

type wrapped struct {
	words  string
	most   int
	name   bool
	f      face
	width  float32
	spoken wordbook.Language
	roomy  bool // for two languages on a line
}

// NewText makes words of the ordinary size.
func NewText(words string) *Text {
	t := &Text{Words: words}
	t.ExtendBaseWidget(t)
	return t
}

// NewPara makes words that wrap.
func NewPara(words string) *Text {
	t := &Text{Words: words, Wrap: true}
	t.ExtendBaseWidget(t)
	return t
}

// NewTitle makes the title of a page.
func NewTitle(words string) *Text { return NewText(words).Sized(look.TitleSize).Strong() }

// NewCaption makes small grey words.
func NewCaption(words string) *Text { return NewText(words).Sized(look.SmallSize).In(look.Muted) }

// Strong makes the words bold.
func (t *Text) Strong() *Text { t.Bold = true; return t }

// Sized sets the size.
func (t *Text) Sized(n float32) *Text { t.Px = n; return t }

// In sets the colour by its name.
func (t *Text) In(name fyne.ThemeColorName) *Text { t.Ink = name; return t }

// Wrapped lets the words wrap over at most n lines, 0 = all.
func (t *Text) Wrapped(n int) *Text { t.Wrap, t.Lines = true, n; return t }

// Official makes the words, which wrap, an official name: it stays beside its English.
func (t *Text) Official() *Text { t.Name = true; return t }

// Aligned places the words between the edges.
func (t *Text) Aligned(a fyne.TextAlign) *Text { t.Align = a; return t }

// Set changes the words.
func (t *Text) Set(words string) {
	if t.Words == words {
		return
	}
	t.Words = words
	t.Refresh()
}

func (t *Text) face() face {
	if t.Px == 0 {
		return face{look.TextSize, t.Bold}
	}
	return face{t.Px, t.Bold}
}

// HeightFor is the height the words need at a width.
func (t *Text) HeightFor(width float32) float32 {
	f := t.face()
	if !t.Wrap {
		return f.line()
	}
	return float32(len(t.wrapped(f, width))) * f.line()
}

// wrapped is the words over several lines.
func (t *Text) wrapped(f face, width float32) []string {
	of := wrapped{words: t.Words, most: t.Lines, name: t.Name, f: f, width: width}
	of.spoken, of.roomy = wordbook.Speaking()
	for _, w := range t.wraps {
		if w.of == of && w.lines != nil {
			return w.lines
		}
	}
	w := wrapping{of, t.wrap(f, width)}
	t.wraps = [2]wrapping{w, t.wraps[0]}
	return w.lines
}

// wrap breaks the words. Two languages that need more lines than there are give way to
// Vietnamese.
func (t *Text) wrap(f face, width float32) []string {
	if t.Name {
		return f.wrap(wordbook.Official(t.Words), width, t.Lines)
	}
	lines := f.wrap(wordbook.Say(t.Words), width, 0)
	if t.Lines > 0 && len(lines) > t.Lines {
		return f.wrap(wordbook.Line(t.Words, 0), width, t.Lines)
	}
	return lines
}

// bothLine is how many letters two languages may have on a line.
const bothLine = 40

// line is the words on one line. Two languages that do not fit give way to
// Vietnamese.
func (t *Text) line(f face, width float32) string {
	s := wordbook.Line(t.Words, bothLine)
	if vi := wordbook.Line(t.Words, 0); s != vi && f.width(legible(s)) > width {
		s = vi
	}
	return f.cutParts(s, width)
}

// CreateRenderer draws one canvas.Text for each line.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

// textRenderer owns what is drawn: Fyne may drop it and make another for the same words.
type textRenderer struct {
	t       *Text
	lines   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.t.width = size.Width
	r.set(size.Width)
}

func (r *textRenderer) set(width float32) {
	t, f := r.t, r.t.face()
	var lines []string
	switch {
	case t.Wrap && width > 0:
		lines = t.wrapped(f, width)
	case !t.Wrap && width > 0:
		lines = []string{t.line(f, width+0.5)}
	default:
		lines = []string{legible(wordbook.Line(t.Words, bothLine))}
	}
	for len(r.lines) < len(lines) {
		c := canvas.NewText("", nil)
		r.lines = append(r.lines, c)
		r.objects = append(r.objects, c)
	}
	ink := t.Ink
	if ink == "" {
		ink = look.Text
	}
	h := f.line()
	for i, c := range r.lines {
		if i >= len(lines) {
			c.Hide()
			continue
		}
		c.Text, c.TextSize, c.TextStyle.Bold, c.Alignment, c.Color = lines[i], f.size, f.bold, t.Align, look.C(ink)
		c.Move(fyne.NewPos(0, float32(i)*h))
		c.Resize(fyne.NewSize(width, h))
		c.Show()
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	t, f := r.t, r.t.face()
	if !t.Wrap {
		return fyne.NewSize(f.width(legible(wordbook.Line(t.Words, bothLine))), f.line())
	}
	if t.width <= 0 {
		return fyne.NewSize(40, f.line())
	}
	return fyne.NewSize(40, t.HeightFor(t.width))
}

func (r *textRenderer) Refresh() {
	r.set(r.t.Size().Width)
	canvas.Refresh(r.t)
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}
