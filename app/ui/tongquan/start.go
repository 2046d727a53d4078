package tongquan

import (
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// start is the card of the first steps, nil once all of them are done.
func (p *Page) start(steps []office.StartStep) fyne.CanvasObject {
	left := 0
	for _, s := range steps {
		if !s.Done {
			left++
		}
	}
	if left == 0 {
		return nil
	}
	return xwidget.NewCard(xwidget.Column(10, xwidget.NewText(fmt.Sprintf("Bắt đầu: còn %d bước", left)).Strong(), FirstSteps(steps, p.host.Go)))
}

// FirstSteps shows the first steps beside each other: a line above each in its tone,
// whether it is done in words, and the button of one that is not, where it has one.
func FirstSteps(steps []office.StartStep, door func(office.Place)) fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(steps))
	next := true // the first that is not done
	for i, s := range steps {
		line, ink, state := look.Border, look.Muted, "chưa làm"
		switch {
		case s.Done:
			line, ink, state = look.Done, look.Done, "đã xong"
		case next:
			line, ink, state = look.Primary, look.Primary, "làm tiếp"
		}
		col := xwidget.Column(4, xwidget.Sized(0, 4, xwidget.NewPanel(line, xwidget.Spacer())),
			xwidget.NewPara(fmt.Sprintf("%d. %s", i+1, s.Title)).Strong(), xwidget.NewCaption(state).In(ink))
		if !s.Done {
			col.Add(xwidget.NewPara(s.Say).Sized(look.SmallSize).In(look.Muted))
			if s.Button != "" {
				col.Add(xwidget.Inset(0, 4, 0, 0, xwidget.Row(0, xwidget.NewButton(s.Button, func() { door(s.Go) }).Tiny())))
			}
			next = false
		}
		parts[i] = col
	}
	return xwidget.Shares(12, []float32{1}, parts...)
}
