package xwidget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// NewModal puts an object into a dialog over a window. The dialog has an edge: on a dark
// ground a shadow does not part it from what is below.
func NewModal(content fyne.CanvasObject, c fyne.Canvas) *widget.PopUp {
	r := &rim{edge: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return widget.NewModalPopUp(container.New(rimLayout{}, content, r), c)
}

// rimLayout lays the rim on the edge of the dialog, which has some room around what is
// in it.
type rimLayout struct{}

func (rimLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (rimLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	around := look.Theme{}.Size(theme.SizeNameInnerPadding) / 2
	place(o[0], 0, 0, size.Width, size.Height)
	place(o[1], -around, -around, size.Width+2*around, size.Height+2*around)
}

// rim is a line around something.
type rim struct {
	widget.BaseWidget
	edge *canvas.Rectangle
}

func (r *rim) CreateRenderer() fyne.WidgetRenderer {
	return &rimRenderer{widget.NewSimpleRenderer(r.edge), r}
}

type rimRenderer struct {
	fyne.WidgetRenderer
	r *rim
}

func (r *rimRenderer) Layout(size fyne.Size) {
	e := r.r.edge
	e.StrokeColor, e.StrokeWidth, e.CornerRadius = look.C(look.Border), 1, look.CardRadius
	r.WidgetRenderer.Layout(size)
}

func (r *rimRenderer) Refresh() { r.Layout(r.r.Size()); canvas.Refresh(r.r) }
