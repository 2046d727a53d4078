package trogiup

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// work is one piece of the month: when and whose on the left, what, how and by which
// day on the right, with the door to its place.
func (d *Desk) work(w office.MonthWork) fyne.CanvasObject {
	when := xwidget.Column(2, xwidget.NewPara(w.When).Strong(), xwidget.NewPara(w.Who).Sized(look.SmallSize).In(look.Muted))
	what := xwidget.Column(2, xwidget.NewPara(w.What).Strong(), xwidget.NewPara(w.How))
	if w.Day != "" {
		what.Add(xwidget.NewPara(w.Until() + " " + w.Day + ": " + w.Count).In(look.Primary))
		what.Add(xwidget.NewPara("Căn cứ: " + w.Basis).Sized(look.SmallSize).In(look.Muted))
	} else {
		what.Add(xwidget.NewPara("Thông lệ của người làm nghề, không phải hạn của luật").Sized(look.SmallSize).In(look.Muted))
	}
	door := xwidget.NewButton("Tới đó", func() {
		d.close()
		d.host.Go(w.Go)
	}).Tiny()
	return xwidget.Dock(nil, nil, nil, xwidget.Inset(10, 0, 0, 0, xwidget.Column(0, door)), xwidget.Shares(14, []float32{1, 3}, when, what))
}
