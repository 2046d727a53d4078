package lenh

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// icons are the drawings of the kinds.
var icons = map[office.FindKind]string{
	office.FindPerson: "nguoi-lao-dong", office.FindDossier: "ho-so", office.FindPlace: "tong-quan", office.FindAction: "muc-khac",
	office.FindService: "thu-tuc", office.FindEmployer: "cac-don-vi", office.FindSetting: "cai-dat", office.FindCalculator: "cong-cu",
	office.FindForm: "bang-luong", office.FindError: "tim",
}

// row is one hit: what it is, its title, and what tells it from others.
type row struct {
	widget.BaseWidget
	s      *sheet
	hit    office.Findable
	i      int
	chosen bool
}

var (
	_ fyne.Tappable     = (*row)(nil)
	_ desktop.Hoverable = (*row)(nil)
)

func newRow(s *sheet, hit office.Findable, i int) *row {
	r := &row{s: s, hit: hit, i: i}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped opens the hit.
func (r *row) Tapped(*fyne.PointEvent) {
	r.s.at = r.i
	r.s.open()
}

// MouseIn, MouseMoved and MouseOut let the pointer choose.
func (r *row) MouseIn(*desktop.MouseEvent) {
	r.s.at = r.i
	r.s.mark()
}
func (r *row) MouseMoved(*desktop.MouseEvent) {}
func (r *row) MouseOut()                      {}

// titleShare of the width is the title's, where what stands beside it needs the rest.
const rowHigh, titleShare = 32, 0.6

// CreateRenderer draws a surface, the drawing of the kind and two lines of words
// beside each other.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	p := &rowRenderer{r: r, back: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil), icon: xwidget.Icon(r.s.icon(r.hit), look.Muted, 16),
		title: xwidget.NewText(r.hit.Title), say: xwidget.NewCaption(r.hit.Say).Aligned(fyne.TextAlignTrailing)}
	p.back.CornerRadius = 4
	p.Refresh()
	return p
}

type rowRenderer struct {
	r          *row
	back, edge *canvas.Rectangle
	icon       fyne.CanvasObject
	title, say *xwidget.Text
}

func (p *rowRenderer) Layout(size fyne.Size) {
	p.back.Resize(size)
	p.edge.Move(fyne.NewPos(0, 4))
	p.edge.Resize(fyne.NewSize(3, size.Height-8))
	p.icon.Move(fyne.NewPos(10, (size.Height-16)/2))
	p.icon.Resize(fyne.NewSize(16, 16))
	const left, right, gap = 34, 10, 12
	room := size.Width - left - right
	title, say := p.title.MinSize(), p.say.MinSize()
	if title.Width+gap+say.Width > room {
		title.Width = max(room*titleShare, room-gap-say.Width)
	}
	p.title.Move(fyne.NewPos(left, (size.Height-title.Height)/2))
	p.title.Resize(title)
	p.say.Move(fyne.NewPos(left+title.Width+gap, (size.Height-say.Height)/2))
	p.say.Resize(fyne.NewSize(max(0, room-title.Width-gap), say.Height))
}

func (p *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(200, rowHigh) }

func (p *rowRenderer) Refresh() {
	p.back.Hidden, p.edge.Hidden = !p.r.chosen, !p.r.chosen
	p.back.FillColor, p.edge.FillColor = look.C(look.Selection), look.C(look.Focus)
	canvas.Refresh(p.r)
}

func (p *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.back, p.edge, p.icon, p.title, p.say}
}
func (p *rowRenderer) Destroy() {}
