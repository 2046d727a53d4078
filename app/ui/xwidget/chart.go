package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// ChartPoint is a month of the chart: a bar, what stands on top of it, and a point of
// the line.
type ChartPoint struct {
	Label     string // "11"
	Title     string // "Tháng 11/2026", said before the amounts; "" says nothing
	Bar       int64
	Second    int64 // stands on the bar
	Line      int64
	Known     bool // false leaves a gap: an unknown month is not a zero
	BarSay    string
	SecondSay string
	LineSay   string
}

// Chart shows bars and a line over the same months, each on its own scale that begins
// at zero. The words of one month stand beside the legend: the one under the pointer,
// the one that was chosen, or the last that is known. Left, Right, Home and End choose
// while it has the focus.
type Chart struct {
	widget.BaseWidget
	BarName    string
	SecondName string // "" = bars of one part
	LineName   string // "" = no line
	Points     []ChartPoint
	// Axis writes the amounts of the bars' scale; nil = no scale is shown.
	Axis func(n int64) string
	// OnChosen is told which month is at hand, by pointer or key.
	OnChosen func(i int)

	at, hover int // -1: none
	focused   bool
}

var (
	_ fyne.Tappable     = (*Chart)(nil)
	_ fyne.Focusable    = (*Chart)(nil)
	_ desktop.Hoverable = (*Chart)(nil)
)

// NewChart makes an empty chart.
func NewChart(barName, lineName string) *Chart {
	c := &Chart{BarName: barName, LineName: lineName, at: -1, hover: -1}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other months.
func (c *Chart) Set(points []ChartPoint) {
	c.Points, c.at, c.hover = points, -1, -1
	c.Refresh()
}

// At is the month whose words are shown, -1 where none is known.
func (c *Chart) At() int {
	for _, i := range []int{c.hover, c.at} {
		if i >= 0 && i < len(c.Points) {
			return i
		}
	}
	for i := len(c.Points) - 1; i >= 0; i-- {
		if c.Points[i].Known {
			return i
		}
	}
	return -1
}

// Chosen is the month that was brought to hand, -1 where none was.
func (c *Chart) Chosen() int { return c.at }

// Choose brings a month to hand.
func (c *Chart) Choose(i int) {
	if i < 0 || i >= len(c.Points) {
		return
	}
	c.at = i
	c.Refresh()
	if c.OnChosen != nil {
		c.OnChosen(i)
	}
}

// under is the month at a place, -1 beside them.
func (c *Chart) under(x float32) int {
	left := c.left()
	if len(c.Points) == 0 || x < left || x >= c.Size().Width {
		return -1
	}
	return int((x - left) / ((c.Size().Width - left) / float32(len(c.Points))))
}

// left is where the months begin, behind the amounts of the scale.
func (c *Chart) left() float32 {
	if c.Axis == nil {
		return 0
	}
	return 64
}

// Tapped chooses the month under the pointer.
func (c *Chart) Tapped(e *fyne.PointEvent) { c.Choose(c.under(e.Position.X)) }

// MouseIn, MouseMoved and MouseOut tell the month under the pointer.
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }
func (c *Chart) MouseMoved(e *desktop.MouseEvent) {
	if i := c.under(e.Position.X); i != c.hover {
		c.hover = i
		c.Refresh()
	}
}
func (c *Chart) MouseOut() { c.hover = -1; c.Refresh() }

// FocusGained, FocusLost, TypedRune and TypedKey choose months by keys.
func (c *Chart) FocusGained()   { c.focused = true; c.Refresh() }
func (c *Chart) FocusLost()     { c.focused = false; c.Refresh() }
func (c *Chart) TypedRune(rune) {}
func (c *Chart) TypedKey(e *fyne.KeyEvent) {
	at := c.At()
	switch e.Name {
	case fyne.KeyLeft:
		c.Choose(max(0, at-1))
	case fyne.KeyRight:
		c.Choose(min(len(c.Points)-1, at+1))
	case fyne.KeyHome:
		c.Choose(0)
	case fyne.KeyEnd:
		c.Choose(len(c.Points) - 1)
	}
}

// CreateRenderer draws into a box that is made anew at every layout.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return &chartRenderer{c: c, box: newBox()}
}

type chartRenderer struct {
	c   *Chart
	box *fyne.Container
}

func (r *chartRenderer) text(s string, x, y, w float32, align fyne.TextAlign, ink fyne.ThemeColorName) {
	f := face{look.SmallSize, false}
	t := canvas.NewText(f.cut(s, w), look.C(ink))
	t.TextSize, t.Alignment = f.size, align
	t.Move(fyne.NewPos(x, y))
	t.Resize(fyne.NewSize(w, f.line()))
	r.box.Objects = append(r.box.Objects, t)
}

func (r *chartRenderer) rect(x, y, w, h, radius float32, ink fyne.ThemeColorName) *canvas.Rectangle {
	b := canvas.NewRectangle(look.C(ink))
	b.CornerRadius = radius
	b.Move(fyne.NewPos(x, y))
	b.Resize(fyne.NewSize(w, h))
	r.box.Objects = append(r.box.Objects, b)
	return b
}

// hollow is the look of the second part: told from the first by its edge, not by its
// colour alone.
func (r *chartRenderer) hollow(x, y, w, h float32) {
	b := r.rect(x, y, w, h, 2, look.Surface)
	b.StrokeColor, b.StrokeWidth = look.C(look.Primary), 1.5
}

func (r *chartRenderer) Layout(size fyne.Size) {
	r.box.Objects = nil
	r.box.Resize(size)
	c, ps := r.c, r.c.Points
	var top, topLine int64
	for _, p := range ps {
		if p.Known {
			top, topLine = max(top, p.Bar+p.Second), max(topLine, p.Line)
		}
	}
	f := face{look.SmallSize, false}
	head, foot, left := f.line()+12, f.line()+6, c.left()
	high := size.Height - head - foot
	step := (size.Width - left) / float32(max(1, len(ps)))
	if c.focused || c.at >= 0 {
		if at := c.At(); at >= 0 {
			band := r.rect(left+step*float32(at), head-4, step, high+foot+4, 3, look.Selection)
			if c.focused {
				band.StrokeColor, band.StrokeWidth = look.C(look.Primary), 1
			}
		}
	}
	r.legend(size)
	if len(ps) == 0 || step < 1 {
		return
	}
	if c.Axis != nil {
		top = roundUp(top)
		for i := range int64(3) {
			y := head + high - high*float32(i)/2
			if i > 0 {
				r.rect(left, y, size.Width-left, 1, 0, look.Border)
			}
			r.text(c.Axis(top*i/2), 0, y-f.line()/2, left-8, fyne.TextAlignTrailing, look.Muted)
			if top == 0 {
				break
			}
		}
	}
	wide := min(30, step*0.6)
	r.rect(left, head+high, size.Width-left, 1, 0, look.Border)
	every := 1 + int((r.widest()+6)/step) // a label for so many months: they must not run into each other
	var prev *fyne.Position
	var marks []fyne.Position
	for i, p := range ps {
		mid := left + step*(float32(i)+0.5)
		if (len(ps)-1-i)%every == 0 {
			w := max(step, r.widest())
			r.text(p.Label, mid-w/2, head+high+4, w, fyne.TextAlignCenter, look.Muted)
		}
		if !p.Known {
			prev = nil
			continue
		}
		if top > 0 {
			h := high * float32(p.Bar) / float32(top)
			r.rect(mid-wide/2, head+high-h, wide, h, 2, look.Bar)
			if p.Second > 0 {
				above := high * float32(p.Second) / float32(top)
				r.hollow(mid-wide/2, head+high-h-above, wide, above)
			}
		}
		if topLine > 0 && c.LineName != "" {
			at := fyne.NewPos(mid, head+high-high*0.82*float32(p.Line)/float32(topLine))
			if prev != nil {
				l := canvas.NewLine(look.C(look.Primary))
				l.StrokeWidth, l.Position1, l.Position2 = 2, *prev, at
				r.box.Objects = append(r.box.Objects, l)
			}
			prev = &at
			marks = append(marks, at)
		}
	}
	for _, m := range marks {
		r.rect(m.X-3, m.Y-3, 6, 6, 3, look.Primary)
	}
}

// widest is how wide the widest label is.
func (r *chartRenderer) widest() (w float32) {
	f := face{look.SmallSize, false}
	for _, p := range r.c.Points {
		w = max(w, f.width(p.Label))
	}
	return w
}

// roundUp is the next even amount of one digit followed by zeros: one that a scale may
// end at, and half of which stands at its middle.
func roundUp(n int64) int64 {
	for ten := int64(1); ten < 1e17; ten *= 10 {
		for _, k := range []int64{1, 2, 3, 4, 5, 6, 8, 10} {
			if up := ten * k; n <= up && up%2 == 0 {
				return up
			}
		}
	}
	return n
}

// legend names the parts, with the words of the month at hand.
func (r *chartRenderer) legend(size fyne.Size) {
	c, f := r.c, face{look.SmallSize, false}
	at := c.At()
	var p ChartPoint
	if at >= 0 {
		p = c.Points[at]
	}
	words := func(name, say string) string {
		name, say = wordbook.Line(name, bothShort), wordbook.Line(say, bothShort)
		switch {
		case at < 0:
			return name
		case !p.Known:
			return name + ": " + wordbook.Line("chưa biết", bothShort)
		}
		return name + ": " + say
	}
	x := float32(0)
	if p.Title != "" {
		w := f.width(p.Title) + 6
		r.text(p.Title, 0, 0, w, fyne.TextAlignLeading, look.Text)
		x = w + 12
	}
	parts, all := float32(1), f.width(words(c.BarName, p.BarSay))
	for name, say := range map[string]string{c.SecondName: p.SecondSay, c.LineName: p.LineSay} {
		if name != "" {
			parts++
			all += f.width(words(name, say))
		}
	}
	cut := x+all+parts*40 > size.Width // then each gets its share
	put := func(s string) {
		w := f.width(s) + 6
		if cut {
			w = min(w, (size.Width-x)/parts-20)
		}
		r.text(s, x+16, 0, w, fyne.TextAlignLeading, look.Muted)
		x += 16 + w + 14
		parts--
	}
	r.rect(x, 3, 10, 10, 2, look.Bar)
	put(words(c.BarName, p.BarSay))
	if c.SecondName != "" {
		r.hollow(x, 3, 10, 10)
		put(words(c.SecondName, p.SecondSay))
	}
	if c.LineName != "" {
		r.rect(x, 7, 14, 2, 0, look.Primary)
		line := words(c.LineName, p.LineSay)
		r.text(line, x+20, 0, size.Width-x-20, fyne.TextAlignLeading, look.Muted)
	}
}

func (r *chartRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 120) }
func (r *chartRenderer) Refresh()                     { r.Layout(r.c.Size()); canvas.Refresh(r.c) }
func (r *chartRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box} }
func (r *chartRenderer) Destroy()                     {}
