package doichieu

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// screen is the door to this screen; with a month it leads there.
const screen = "doi-chieu"

// otherMonths are the months besides the one at hand that have a statement, latest first.
func (p *Page) otherMonths() []office.Month {
	return slices.DeleteFunc(slices.Clone(p.months), func(m office.Month) bool { return m == p.host.Month() })
}

// toMonth goes to the statement of another month.
func (p *Page) toMonth(m office.Month) { p.host.Go(office.Place{Screen: screen, ID: m.ISO()}) }

// monthMenu lists the other months with a statement.
func (p *Page) monthMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, m := range p.otherMonths() {
		items = append(items, fyne.NewMenuItem("Tháng "+m.String(), func() { p.toMonth(m) }))
	}
	return xwidget.Menu("", items...)
}

// chooseMonth opens the menu below its button.
func (p *Page) chooseMonth() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.month)
	if c == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.month)
	menu := widget.NewPopUpMenu(p.monthMenu(), c)
	menu.ShowAtPosition(at.AddXY(p.month.Size().Width-menu.MinSize().Width, p.month.Size().Height))
}

// fewMonths have their buttons on the empty screen; the rest is in the menu.
const fewMonths = 6

// haveMonths offers on the empty screen the months that have a statement.
func (p *Page) haveMonths() fyne.CanvasObject {
	others := p.otherMonths()
	if len(others) == 0 {
		return xwidget.Column(0)
	}
	row := xwidget.Row(6, xwidget.NewText("Đã có thông báo "+wording.So(len(others))+" tháng khác:").In(look.Muted))
	for _, m := range others[:min(len(others), fewMonths)] {
		row.Add(xwidget.NewButton(m.String(), func() { p.toMonth(m) }).Tiny())
	}
	return row
}

// SaveOriginal keeps the month's statement as it was received.
func (p *Page) SaveOriginal() { p.keep("Đang lấy thông báo gốc", p.source.C12Original) }
