package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// ChartPoint is a month of the chart: a bar and a point of the line.
type ChartPoint struct {
	Label   string // "11"
	Bar     int64
	Line    int64
	Known   bool // false leaves a gap: an unknown month is not a zero
	BarSay  string
	LineSay string
}

// Chart shows bars and a line over the same months, each on its own scale that
// begins at zero. The words of the last known month stand beside the legend.
type Chart struct {
	widget.BaseWidget
	BarName, LineName string
	Points            []ChartPoint
}

// NewChart makes an empty chart.
func NewChart(barName, lineName string) *Chart {
	c := &Chart{BarName: barName, LineName: lineName}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other months.
func (c *Chart) Set(points []ChartPoint) { c.Points = points; c.Refresh() }

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

func (r *chartRenderer) rect(x, y, w, h, radius float32, ink fyne.ThemeColorName) {
	b := canvas.NewRectangle(look.C(ink))
	b.CornerRadius = radius
	b.Move(fyne.NewPos(x, y))
	b.Resize(fyne.NewSize(w, h))
	r.box.Objects = append(r.box.Objects, b)
}

func (r *chartRenderer) Layout(size fyne.Size) {
	r.box.Objects = nil
	r.box.Resize(size)
	ps := r.c.Points
	var top, topLine int64
	last := -1
	for i, p := range ps {
		if p.Known {
			top, topLine, last = max(top, p.Bar), max(topLine, p.Line), i
		}
	}
	r.legend(size, last)
	if len(ps) == 0 {
		return
	}
	f := face{look.SmallSize, false}
	head, foot := f.line()+12, f.line()+6
	high := size.Height - head - foot
	step := size.Width / float32(len(ps))
	wide := min(30, step*0.6)
	r.rect(0, head+high, size.Width, 1, 0, look.Border)
	var prev *fyne.Position
	var marks []fyne.Position
	for i, p := range ps {
		mid := step * (float32(i) + 0.5)
		r.text(p.Label, mid-step/2, head+high+4, step, fyne.TextAlignCenter, look.Muted)
		if !p.Known {
			prev = nil
			continue
		}
		if top > 0 {
			h := high * float32(p.Bar) / float32(top)
			r.rect(mid-wide/2, head+high-h, wide, h, 2, look.Bar)
		}
		if topLine > 0 {
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

// legend names bars and line, with the last known month's words.
func (r *chartRenderer) legend(size fyne.Size, last int) {
	bar, line := r.c.BarName, r.c.LineName
	if last >= 0 {
		bar += ": " + r.c.Points[last].BarSay
		line += ": " + r.c.Points[last].LineSay
	}
	f := face{look.SmallSize, false}
	w := min(f.width(bar)+6, size.Width/2-20)
	r.rect(0, 3, 10, 10, 2, look.Bar)
	r.text(bar, 16, 0, w, fyne.TextAlignLeading, look.Muted)
	r.rect(16+w+14, 7, 14, 2, 0, look.Primary)
	r.text(line, 16+w+34, 0, size.Width-w-50, fyne.TextAlignLeading, look.Muted)
}

func (r *chartRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 120) }
func (r *chartRenderer) Refresh()                     { r.Layout(r.c.Size()); canvas.Refresh(r.c) }
func (r *chartRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box} }
func (r *chartRenderer) Destroy()                     {}
