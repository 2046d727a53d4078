package bai

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Parts shows a working of many parts, one for each person: the parts as a list,
// and the steps of the chosen one beside it.
type Parts struct {
	// Open asks for the steps of a part that carries none itself.
	Open func(part int, show func([]office.Buoc))

	all    []office.Buoc
	at     int
	list   *xwidget.Grid
	steps  *fyne.Container
	scroll *xwidget.Scroll
	root   fyne.CanvasObject
}

// NewParts makes the view; head stands above the names, empty where there are none.
func NewParts(head, empty string) *Parts {
	p := &Parts{steps: xwidget.Column(4)}
	p.list = xwidget.NewList(partList{head, nil}).Named("vienGiai")
	p.list.Empty = empty
	p.list.OnSelect = func(row, _ int) { p.choose(row) }
	p.scroll = xwidget.NewScroll(p.steps)
	p.root = xwidget.Shares(12, []float32{1, 1.35}, xwidget.NewCard(p.list).Tight(), xwidget.NewCard(p.scroll))
	return p
}

// Content is the list with the steps beside it.
func (p *Parts) Content() fyne.CanvasObject { return p.root }

// Set shows other parts, the first one chosen.
func (p *Parts) Set(all []office.Buoc) {
	p.all, p.at = all, -1
	p.list.SetModel(partList{p.list.Model().Columns()[0].Head, all})
	if len(all) == 0 {
		p.show()
		return
	}
	p.list.Jump(0, 0)
	p.choose(0)
}

func (p *Parts) choose(row int) {
	if row >= len(p.all) || row == p.at {
		return
	}
	p.at = row
	p.show(p.all[row])
	if len(p.all[row].Con) > 0 || p.Open == nil {
		return
	}
	p.Open(row, func(steps []office.Buoc) {
		if row == p.at { // otherwise another one has been chosen by now
			part := p.all[row]
			part.Con = steps
			p.show(part)
		}
	})
}

func (p *Parts) show(part ...office.Buoc) {
	p.steps.Objects = Steps(part)
	if len(part) == 0 {
		p.steps.Objects = []fyne.CanvasObject{xwidget.NewPara("Không có gì để cộng.").In(look.Muted)}
	}
	p.scroll.Reflow()
	p.scroll.ToTop()
}

// partList shows the parts as a list.
type partList struct {
	head string
	all  []office.Buoc
}

func (l partList) Rows() int { return len(l.all) }

func (l partList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{{Tag: "ten", Head: l.head, Width: 170, Grow: 1}, {Tag: "so", Head: "Số tiền", Width: 120, Align: fyne.TextAlignTrailing, Kind: xwidget.KindMoney}}
}

func (l partList) Text(row, col int) string {
	if col == 0 {
		return l.all[row].Nhan
	}
	if unit := l.all[row].DonVi; unit != "" {
		return office.Amount(l.all[row].KetQua, unit)
	}
	return office.Amount(l.all[row].KetQua, "đồng")
}

func (l partList) Mark(int, int) xwidget.Mark { return xwidget.MarkNone }
