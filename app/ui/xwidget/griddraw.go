package xwidget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

const (
	cellPad  float32 = 7
	barWidth float32 = 10
	// mostFrozen is which part of a grid may stand still.
	mostFrozen float32 = 0.7
)

// gridRenderer holds the panes: left ones stand still, right ones move.
type gridRenderer struct {
	g           *Grid
	back        *canvas.Rectangle
	left, right *gridPane
	headBack    *canvas.Rectangle
	footBack    *canvas.Rectangle
	under       *canvas.Rectangle // line below the heads
	split       *canvas.Rectangle // line right of what stands still
	empty       *canvas.Text
	vbar, hbar  *bar
	edit        *fyne.Container
	over        *headArrow // on the head below the pointer
	headHigh    float32
	footHigh    float32
	size        fyne.Size
	objects     []fyne.CanvasObject
}

func newGridRenderer(g *Grid) *gridRenderer {
	r := &gridRenderer{g: g, back: canvas.NewRectangle(nil), headBack: canvas.NewRectangle(nil), footBack: canvas.NewRectangle(nil),
		under: canvas.NewRectangle(nil), split: canvas.NewRectangle(nil), empty: canvas.NewText("", nil), edit: newBox(), over: newHeadArrow()}
	r.left, r.right = newGridPane(), newGridPane()
	r.vbar = newBar(true, func(off float32) { g.offY = off; g.moved() })
	r.hbar = newBar(false, func(off float32) { g.offX = off; g.moved() })
	r.objects = []fyne.CanvasObject{r.back, r.headBack, r.footBack, r.right.body, r.left.body, r.right.foot, r.left.foot,
		r.right.head, r.left.head, r.under, r.split, r.over.box, r.empty, r.vbar, r.hbar, r.edit, g.strip.box}
	return r
}

func (r *gridRenderer) bodyWidth() float32 {
	return max(0, r.size.Width-r.g.frozenWidth()-r.vspace())
}

func (r *gridRenderer) bodyHeight() float32 {
	return max(0, r.size.Height-r.headHigh-r.footHigh-r.hspace()-r.stripHigh())
}

func (r *gridRenderer) vspace() float32 {
	if float32(r.g.view.Rows())*r.g.rowHigh() > r.size.Height-r.headHigh-r.footHigh-r.stripHigh() {
		return barWidth
	}
	return 0
}

func (r *gridRenderer) hspace() float32 {
	g := r.g
	if len(g.xs) > 0 && g.xs[len(g.columns())] > r.size.Width+0.5 {
		return barWidth
	}
	return 0
}

// Layout measures columns and heads for a size and draws. Rows that are drawn
// already follow when columns have become wider or narrower.
func (r *gridRenderer) Layout(size fyne.Size) {
	r.size = size
	before := slices.Clone(r.g.xs)
	r.measure()
	if !slices.Equal(before, r.g.xs) {
		r.g.gen++
	}
	r.g.clamp()
	r.sync()
}

func (r *gridRenderer) measure() {
	g := r.g
	cols := g.columns()
	r.footHigh = 0
	if _, ok := g.model.(Totaller); ok {
		r.footHigh = g.rowHigh()
	}
	total, grow := float32(0), float32(0)
	for _, c := range cols {
		total += c.Width
		grow += c.Grow
	}
	r.headHigh = r.measureHead(cols)
	g.xs = append(g.xs[:0], 0)
	free := r.size.Width - total
	if float32(g.view.Rows())*g.rowHigh() > r.size.Height-r.headHigh-r.footHigh-r.stripHigh() {
		free -= barWidth
	}
	for i, c := range cols {
		w := c.Width
		if free > 0 && grow > 0 {
			w += free * c.Grow / grow
		}
		g.xs = append(g.xs, g.xs[i]+w)
	}
	g.cramped = false
	k := g.frozen()
	if k > 0 && r.size.Width > 0 && g.xs[k] > r.size.Width*mostFrozen {
		g.cramped, k = true, 0
	}
	r.left.build(g, 0, k, r.headHigh)
	r.right.build(g, k, len(cols), r.headHigh)
}

// sync places everything for the present offsets.
func (r *gridRenderer) sync() {
	g := r.g
	if len(g.xs) == 0 {
		return
	}
	fw, bw, bh := g.frozenWidth(), r.bodyWidth(), r.bodyHeight()
	r.back.FillColor = look.C(look.Surface)
	r.back.Resize(r.size)
	r.left.place(r, 0, fw, 0, bh)
	r.right.place(r, fw, bw, g.offX, bh)

	edge := look.C(look.Border)
	used := r.size.Width
	r.headBack.FillColor, r.footBack.FillColor = look.C(look.Head), look.C(look.Head)
	r.headBack.Resize(fyne.NewSize(used, r.headHigh))
	rows := min(bh, float32(g.view.Rows())*g.rowHigh())
	r.footBack.Hidden = r.footHigh == 0 || g.view.Rows() == 0
	r.footBack.Move(fyne.NewPos(0, r.headHigh+rows))
	r.footBack.Resize(fyne.NewSize(used, r.footHigh))
	r.under.FillColor, r.split.FillColor = edge, edge
	r.under.Move(fyne.NewPos(0, r.headHigh-1))
	r.under.Resize(fyne.NewSize(used, 1))
	r.split.Hidden = fw == 0
	r.split.Move(fyne.NewPos(fw-1, 0))
	r.split.Resize(fyne.NewSize(1, min(r.headHigh+float32(g.view.Rows())*g.rowHigh()+r.footHigh, r.size.Height)))

	r.empty.Hidden = g.view.Rows() > 0 || g.Empty == ""
	r.empty.Text, r.empty.TextSize, r.empty.Color = face{look.TextSize, false}.cut(wordbook.Line(g.Empty, menuLine), r.size.Width-16), look.TextSize, look.C(look.Muted)
	r.empty.Alignment = fyne.TextAlignCenter
	r.empty.Move(fyne.NewPos(0, r.headHigh+24))
	r.empty.Resize(fyne.NewSize(r.size.Width, 20))

	r.vbar.set(float32(g.view.Rows())*g.rowHigh(), bh, g.offY)
	r.vbar.Move(fyne.NewPos(r.size.Width-barWidth, r.headHigh))
	r.vbar.Resize(fyne.NewSize(barWidth, bh))
	r.hbar.set(g.xs[len(g.columns())]-fw, bw, g.offX)
	r.hbar.Move(fyne.NewPos(fw, r.size.Height-r.stripHigh()-barWidth))
	r.hbar.Resize(fyne.NewSize(bw, barWidth))
	r.placeOver()
	r.placeStrip()
	if g.editor != nil {
		g.editor.place()
	}
	canvas.Refresh(g)
}

func (r *gridRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 80) }

func (r *gridRenderer) Refresh() {
	r.measure()
	r.g.clamp()
	r.sync()
}

func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridRenderer) Destroy()                     {}

// newBox is a container that leaves its objects where they are. Its minimum is
// nothing, so that no text is measured while scrolling.
func newBox(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: loose{}, Objects: objects}
}

type loose struct{}

func (loose) Layout([]fyne.CanvasObject, fyne.Size)        {}
func (loose) MinSize([]fyne.CanvasObject) (none fyne.Size) { return none }
