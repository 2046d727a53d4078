package kham

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// The sizes of the dialog: its buttons stay in sight in a window of 900 × 480.
const (
	width   = 780
	tallest = 290 // of the list, before it scrolls
	barRoom = 12  // beside the bar
)

// sheet is the dialog's content: how things stand, every line, what can be done.
func (d *Desk) sheet(c office.Checkup) fyne.CanvasObject {
	at := d.host.Now()
	n := tally(c)
	top := xwidget.Row(8, Mark(n.level()), xwidget.NewText(n.say()).Strong(), xwidget.NewCaption("khám lúc "+wording.Luc(at)))

	list := xwidget.Column(10)
	for _, x := range illFirst(c.Work) {
		list.Add(line(x))
	}
	list.Add(xwidget.NewRule())
	list.Add(tokenHead(c.TokensLater))
	for _, x := range illFirst(c.Tokens) {
		list.Add(line(x))
	}

	var copied *xwidget.Button
	copied = xwidget.NewButton("Chép kết quả", func() {
		d.clipboard().SetContent(plain(c, at))
		copied.Set("Đã chép")
	})
	buttons := xwidget.Row(8, xwidget.NewStrong("Khám lại", d.Show), copied,
		xwidget.NewButton("Chọn tệp trình điều khiển…", func() { PickDriver(d.source, d.host, d.Show) }),
		xwidget.Spacer(), xwidget.NewQuiet("Đóng", func() { d.shut() }))
	return xwidget.Column(12, xwidget.Sized(width, 1, xwidget.Spacer()), top, scrolled(list), buttons)
}

// scrolled is the list at its height, or in a scroll where it is too high.
func scrolled(list fyne.CanvasObject) fyne.CanvasObject {
	if xwidget.HeightFor(list, width) <= tallest {
		return list
	}
	return xwidget.Sized(width, tallest, container.NewVScroll(xwidget.Inset(0, 0, barRoom, 0, list)))
}

// tokenHead is the heading of the lines about tokens.
func tokenHead(later bool) fyne.CanvasObject {
	head := xwidget.Row(10, xwidget.NewText(tokenTitle).Strong())
	if later {
		head.Add(xwidget.NewCaption(tokenLater))
	}
	return head
}

// Lines lists what was found, what is ill first; the screen of the keys shows those of
// the tokens.
func Lines(found []office.Exam) fyne.CanvasObject {
	list := xwidget.Column(10)
	for _, x := range illFirst(found) {
		list.Add(line(x))
	}
	return list
}

// line is one line: its sign, what was looked at, what was found, how to mend it.
func line(x office.Exam) fyne.CanvasObject {
	found := xwidget.Column(2, xwidget.NewPara(wording.Hoa(x.Say)))
	if x.Remedy != "" {
		found.Add(xwidget.NewPara(x.Remedy).In(look.Muted))
	}
	words := xwidget.Shares(14, []float32{1, 2}, xwidget.NewPara(x.Name).Strong(), found)
	return xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, xwidget.Column(0, Mark(x.Level()))), nil, words)
}
