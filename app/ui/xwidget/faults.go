package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// FaultItem is one place that must be mended, in words.
type FaultItem struct {
	Place string // "dòng 5, Số CCCD"
	Say   string // what, when, how to mend
	Code  string // the public code of the rule; stands last and small
	Basis string // the law or decision
	Bad   bool   // blocks sending
	Fix   string // a value that would mend it, "" = none is certain
	Jump  func() // goes to the cell; nil = there is none
	Mend  func() // takes Fix
}

// FaultList shows what must be mended, each with its place, its reason and the
// buttons that lead there.
type FaultList struct {
	widget.BaseWidget
	None string // the words when nothing is to be mended

	items  []FaultItem
	column *fyne.Container
	scroll *Scroll
	at     int
}

// faultLimit keeps the window quick when a whole column is wrong.
const faultLimit = 60

// NewFaultList makes an empty list.
func NewFaultList(none string) *FaultList {
	l := &FaultList{None: none, column: Column(12), at: -1}
	l.scroll = NewScroll(l.column)
	l.ExtendBaseWidget(l)
	l.Set(nil)
	return l
}

// Items returns what the list shows.
func (l *FaultList) Items() []FaultItem { return l.items }

// Set shows other faults.
func (l *FaultList) Set(items []FaultItem) {
	l.items, l.at = items, -1
	l.column.Objects = FaultColumn(items).Objects
	if len(items) == 0 && l.None != "" {
		l.column.Add(NewPara(l.None).In(look.Muted))
	}
	l.scroll.Reflow()
}

// FaultColumn are the places below each other, for where something else scrolls.
func FaultColumn(items []FaultItem) *fyne.Container {
	col := Column(12)
	for i, it := range items {
		if i == faultLimit {
			col.Add(NewPara("Còn nữa: sửa những chỗ trên rồi kiểm tra lại.").In(look.Muted))
			break
		}
		col.Add(faultCard(it))
	}
	return col
}

// Next goes to the next place, and after the last one to the first.
func (l *FaultList) Next() {
	for range l.items {
		l.at = (l.at + 1) % len(l.items)
		if j := l.items[l.at].Jump; j != nil {
			j()
			return
		}
	}
}

func faultCard(it FaultItem) fyne.CanvasObject {
	ink := look.Notice
	if it.Bad {
		ink = look.Error
	}
	lines := Column(4,
		NewPara(it.Place).Strong().In(ink),
		NewPara(it.Say))
	foot := it.Code
	if it.Basis != "" {
		foot = it.Basis + " · " + it.Code
	}
	if foot != "" {
		lines.Add(NewPara(foot).Sized(11).In(look.Muted))
	}
	buttons := Row(6)
	if it.Fix != "" && it.Mend != nil {
		buttons.Add(NewButton("Dùng "+it.Fix, it.Mend).Tiny())
	}
	if it.Jump != nil {
		buttons.Add(NewButton("Đến ô", it.Jump).Tiny())
	}
	if len(buttons.Objects) > 0 {
		lines.Add(Inset(0, 4, 0, 0, buttons))
	}
	p := NewPanel(look.Surface, Inset(12, 0, 0, 0, lines))
	p.Stripe = ink
	return p
}

// CreateRenderer shows the scroll.
func (l *FaultList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }
