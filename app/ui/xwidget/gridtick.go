package xwidget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
)

// cellFrame is the frame around the active cell: four plain bars. The software
// painter misplaces a stroked rectangle that a pane cuts off on the left or above.
type cellFrame struct {
	box  *fyne.Container
	bars [4]*canvas.Rectangle
}

func newCellFrame() *cellFrame {
	f := &cellFrame{box: newBox()}
	for i := range f.bars {
		f.bars[i] = canvas.NewRectangle(nil)
		f.box.Objects = append(f.box.Objects, f.bars[i])
	}
	return f
}

func (f *cellFrame) place(x, y, w, h float32, edge color.Color) {
	const thick = 2
	for i, at := range [4][4]float32{{0, 0, w, thick}, {0, h - thick, w, thick}, {0, 0, thick, h}, {w - thick, 0, thick, h}} {
		f.bars[i].FillColor = edge
		f.bars[i].Move(fyne.NewPos(x+at[0], y+at[1]))
		f.bars[i].Resize(fyne.NewSize(at[2], at[3]))
	}
}

// tick is the box of a column to tick.
type tick struct {
	edge *canvas.Rectangle
	box  *canvas.Rectangle
	a, b *canvas.Line
}

func newTick() *tick {
	t := &tick{edge: canvas.NewRectangle(nil), box: canvas.NewRectangle(nil), a: canvas.NewLine(nil), b: canvas.NewLine(nil)}
	t.a.StrokeWidth, t.b.StrokeWidth = 2, 2
	return t
}

func (t *tick) objects() []fyne.CanvasObject { return []fyne.CanvasObject{t.edge, t.box, t.a, t.b} }

func (t *tick) hide() {
	t.edge.Hidden, t.box.Hidden, t.a.Hidden, t.b.Hidden = true, true, true, true
}

func (t *tick) place(x, y float32, words string) {
	on := words == Ticked
	t.edge.Hidden, t.box.Hidden = words == NoBox, words == NoBox
	t.edge.Move(fyne.NewPos(x, y))
	t.edge.Resize(fyne.NewSize(15, 15))
	t.box.Move(fyne.NewPos(x+1, y+1))
	t.box.Resize(fyne.NewSize(13, 13))
	t.edge.FillColor, t.box.FillColor = look.C(look.Wait), look.C(look.Surface)
	if on {
		t.edge.FillColor, t.box.FillColor = look.C(look.Primary), look.C(look.Primary)
	}
	t.a.Hidden, t.b.Hidden = !on, !on
	t.a.StrokeColor, t.b.StrokeColor = look.C(look.OnPrimary), look.C(look.OnPrimary)
	t.a.Position1, t.a.Position2 = fyne.NewPos(x+3.5, y+7.5), fyne.NewPos(x+6.5, y+10.5)
	t.b.Position1, t.b.Position2 = fyne.NewPos(x+6.5, y+10.5), fyne.NewPos(x+11.5, y+4.5)
}
