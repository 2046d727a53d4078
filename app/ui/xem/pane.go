package xem

import (
	"context"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ankhai/app/pdfview"
	"ankhai/app/ui/xwidget/look"
)

// pane shows the pages of a file in a scroll. Only pages that are seen are drawn, one
// at a time, and two on either side are kept.
type pane struct {
	desk   *Desk
	scroll *container.Scroll
	back   *canvas.Rectangle
	sheet  *fyne.Container
	root   *fyne.Container

	doc     *pdfview.Document // nil: nothing to show
	ctx     context.Context   // of all work on doc
	stop    context.CancelFunc
	sheets  sheets
	places  []fyne.Position
	drawn   map[int]drawn
	drawing bool
	failed  map[int]bool
	hits    []pdfview.Hit
	hit     int // the one at hand, -1: none
	changed func(err error)
}

// drawn is a page as it was drawn.
type drawn struct {
	width int // in points of the screen
	turn  int
	image image.Image
}

// kept is how many pages beside those that are seen are kept.
const kept = 2

func newPane(d *Desk, changed func(error)) *pane {
	p := &pane{desk: d, sheet: container.NewWithoutLayout(), back: canvas.NewRectangle(look.C(look.Border)), changed: changed, hit: -1, stop: func() {}}
	p.scroll = container.NewScroll(p.sheet)
	p.scroll.OnScrolled = func(fyne.Position) { p.paint() }
	p.root = container.New(&whole{p}, p.back, p.scroll)
	return p
}

// whole gives the pane all the room and lays the pages anew when it changes.
type whole struct{ p *pane }

func (w *whole) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	w.p.back.Resize(size)
	if w.p.scroll.Size() != size {
		w.p.scroll.Resize(size)
		w.p.lay()
	}
}
func (w *whole) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 160) }

// set shows a document, nil for none, and closes the one before: what is being drawn
// of it is given up.
func (p *pane) set(d *pdfview.Document) {
	if old := p.doc; old != nil {
		p.stop()
		p.desk.host.Quiet(func(context.Context) error { old.Close(); return nil }, func(error) {})
	}
	p.ctx, p.stop = context.WithCancel(context.Background())
	p.doc, p.drawn, p.failed, p.hits, p.hit = d, map[int]drawn{}, map[int]bool{}, nil, -1
	p.sheets.sizes, p.sheets.turn, p.sheets.fit = nil, 0, fitWidth
	if d != nil {
		p.sheets.sizes = d.Sizes()
	}
	p.scroll.ScrollToTop()
	p.lay()
}

// lay places the pages, with the one at hand where it was.
func (p *pane) lay() {
	hand, part := p.at()
	var size fyne.Size
	p.places, size = p.sheets.lay(p.scroll.Size())
	p.sheet.Layout = &fixed{size}
	p.sheet.Resize(size)
	p.scroll.Refresh()
	if hand < len(p.places) && (hand > 0 || part > 0) {
		p.scroll.ScrollToOffset(fyne.NewPos(max(0, (size.Width-p.scroll.Size().Width)/2), p.places[hand].Y+part*p.sheets.size(hand).Height))
	}
	p.paint()
	p.changed(nil)
}

// fixed is a sheet of a size on which things lie where they were put.
type fixed struct{ size fyne.Size }

func (f *fixed) Layout([]fyne.CanvasObject, fyne.Size)        {}
func (f *fixed) MinSize([]fyne.CanvasObject) (size fyne.Size) { return f.size }

// at is the page at the top and how much of it is above the edge.
func (p *pane) at() (page int, part float32) {
	if len(p.places) == 0 || len(p.places) != len(p.sheets.sizes) {
		return 0, 0
	}
	y := p.scroll.Offset.Y
	for i, at := range p.places {
		if h := p.sheets.size(i).Height; at.Y+h > y {
			return i, max(0, (y-at.Y)/h)
		}
	}
	return len(p.places) - 1, 0
}

// hand is the page that takes most of the room.
func (p *pane) hand() int {
	_, _, hand := p.sheets.seen(p.places, p.scroll.Offset.Y, p.scroll.Size().Height)
	return hand
}

// goTo scrolls to a page.
func (p *pane) goTo(page int) {
	if page < 0 || page >= len(p.places) {
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, p.places[page].Y-gap))
	p.paint()
}

// by scrolls by a part of the room.
func (p *pane) by(x, y float32) {
	p.scroll.ScrollToOffset(p.scroll.Offset.AddXY(x, y))
	p.paint()
}

// paint puts the pages that are seen on the sheet and asks for what is not drawn yet.
func (p *pane) paint() {
	if p.doc == nil {
		p.sheet.Objects = nil
		p.sheet.Refresh()
		return
	}
	first, last, _ := p.sheets.seen(p.places, p.scroll.Offset.Y, p.scroll.Size().Height)
	p.sheet.Objects = p.sheet.Objects[:0]
	next := -1
	for i := first; i <= last && i >= 0; i++ {
		z, at := p.sheets.size(i), p.places[i]
		paper := canvas.NewRectangle(color.White)
		paper.StrokeColor, paper.StrokeWidth = look.C(look.Wait), 1
		put(paper, at.SubtractXY(1, 1), z.AddWidthHeight(2, 2))
		p.sheet.Objects = append(p.sheet.Objects, paper)
		have, ok := p.drawn[i]
		if ok && have.turn == p.sheets.turn {
			m := canvas.NewImageFromImage(have.image)
			m.FillMode = canvas.ImageFillStretch
			put(m, at, z)
			p.sheet.Objects = append(p.sheet.Objects, m)
		}
		if next < 0 && !p.failed[i] && (!ok || have.width != p.pixels(i) || have.turn != p.sheets.turn) {
			next = i
		}
		p.mark(i, at, z)
	}
	for i := range p.drawn {
		if i < first-kept || i > last+kept {
			delete(p.drawn, i)
		}
	}
	p.sheet.Refresh()
	if next >= 0 {
		p.draw(next)
	}
	p.changed(nil)
}

func put(o fyne.CanvasObject, at fyne.Position, z fyne.Size) {
	o.Move(at)
	o.Resize(z)
}

// pixels is how wide a page is in points of the screen before it is turned.
func (p *pane) pixels(i int) int {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil {
		scale = c.Scale()
	}
	z := p.sheets.size(i)
	if p.sheets.turn%2 == 1 {
		z.Width = z.Height
	}
	return int(z.Width * scale)
}

// mark lays a light over the words that were found on a page.
func (p *pane) mark(page int, at fyne.Position, z fyne.Size) {
	for n, h := range p.hits {
		if h.Page != page {
			continue
		}
		for _, b := range h.Boxes {
			x, y, w, high := turned(b, p.sheets.turn)
			r := canvas.NewRectangle(color.NRGBA{R: 255, G: 196, B: 0, A: 90})
			if n == p.hit { // told by its edge too
				r.FillColor, r.StrokeColor, r.StrokeWidth = color.NRGBA{R: 255, G: 140, B: 0, A: 110}, color.NRGBA{R: 160, G: 70, A: 255}, 2
			}
			put(r, at.AddXY(z.Width*x-2, z.Height*y-2), fyne.NewSize(z.Width*w+4, z.Height*high+4))
			p.sheet.Objects = append(p.sheet.Objects, r)
		}
	}
}

// turned is a place on a page that is turned by quarters clockwise.
func turned(b pdfview.Box, quarters int) (x, y, w, h float32) {
	for range quarters {
		b = pdfview.Box{X: 1 - b.Y - b.H, Y: b.X, W: b.H, H: b.W}
	}
	return float32(b.X), float32(b.Y), float32(b.W), float32(b.H)
}

// draw draws a page off the window's goroutine, and then what is still missing.
func (p *pane) draw(page int) {
	if p.drawing {
		return
	}
	p.drawing = true
	doc, ctx, width, turn := p.doc, p.ctx, p.pixels(page), p.sheets.turn
	var m *image.RGBA
	p.desk.host.Quiet(func(context.Context) (err error) {
		if m, err = doc.Draw(ctx, page, width); err == nil {
			m = quarter(m, turn)
		}
		return err
	}, func(err error) {
		p.drawing = false
		if doc != p.doc { // another file was chosen meanwhile
			p.paint()
			return
		}
		if err != nil {
			p.failed[page] = true
			p.changed(err)
		} else {
			p.drawn[page] = drawn{width, turn, m}
		}
		p.paint()
	})
}

// quarter turns a picture by quarters clockwise.
func quarter(m *image.RGBA, times int) *image.RGBA {
	for range times % 4 {
		b := m.Bounds()
		out := image.NewRGBA(image.Rect(0, 0, b.Dy(), b.Dx()))
		for y := range b.Dy() {
			for x := range b.Dx() {
				copy(out.Pix[out.PixOffset(b.Dy()-1-y, x):][:4], m.Pix[m.PixOffset(x, y):][:4])
			}
		}
		m = out
	}
	return m
}
