package doichieu

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// inbox is the line of the gateway's inbox on the empty screen.
func (p *Page) inbox() fyne.CanvasObject {
	words := xwidget.NewText("Hoặc lấy thông báo qua cổng của đơn vị.").In(look.Muted)
	p.mail = xwidget.Column(0, xwidget.Row(10, words, xwidget.Spacer(), xwidget.NewButton("Hỏi cổng", p.fetch)))
	return p.mail
}

// offer shows there what the inbox has of the month.
func (p *Page) offer() {
	box := p.mail
	month := p.host.Month()
	var n office.InboxNotice
	there := false
	p.host.Quiet(func(ctx context.Context) (err error) {
		n, there, err = p.source.C12InInbox(ctx, month)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case there && box == p.mail:
			take := xwidget.NewButton("Đưa vào đối chiếu", func() { p.takeNotice(n) })
			box.Objects = []fyne.CanvasObject{xwidget.Row(10, xwidget.NewText("Hộp thư có "+n.Title+".").Strong(), xwidget.Spacer(), take)}
			if n.Caution != "" {
				box.Add(xwidget.NewPara(n.Caution).In(look.Notice))
			}
			box.Refresh()
		}
	})
}

// fetch asks the gateway what is new, and offers the month's statement if it came.
func (p *Page) fetch() {
	var got office.FetchedNotices
	p.host.Run("Đang hỏi cổng", func(ctx context.Context, _ task.Report) (err error) {
		got, err = p.source.FetchInbox(ctx)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
			return
		case len(got.Failed) > 0:
			p.host.Say(fmt.Sprintf("Đã lấy %d thông báo, %d chưa lấy được: %s", len(got.New), len(got.Failed), got.Failed[0].Say), true)
		case len(got.New) == 0:
			p.host.Say("Cổng không có thông báo mới", false)
		default:
			p.host.Say(fmt.Sprintf("Đã lấy %d thông báo vào hộp thư", len(got.New)), false)
		}
		p.reconcile()
	})
}

// takeNotice takes the statement of a notice in.
func (p *Page) takeNotice(n office.InboxNotice) {
	var res office.C12Read
	p.host.Run("Đang đọc "+n.Title, func(ctx context.Context, _ task.Report) (err error) {
		res, err = p.source.NoticeC12(ctx, n.N)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.taken(n.Title, res)
	})
}
