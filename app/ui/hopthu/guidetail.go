package hopthu

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/nghivan"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// nothing stands beside an empty list.
func (o *outPane) nothing() {
	o.tell(xwidget.Column(8, xwidget.NewText("Chưa có hồ sơ nào ở đây").Strong(),
		xwidget.NewPara("Ký một hồ sơ ở mục Hồ sơ rồi bấm Gửi. Từng lần gửi và lời của nơi nhận sẽ hiện ở bên này, kể cả khi mất mạng giữa chừng.").In(look.Muted)))
}

// detail shows one dossier: where it stands, what can be done, what was heard.
func (o *outPane) detail(g office.Outgoing) {
	body := xwidget.Column(12, o.heading(g), o.facts(g), o.actions(g))
	if g.Doubt {
		body.Add(o.doubt(g).Choices())
	}
	body.Add(xwidget.NewRule())
	head := xwidget.Row(8, xwidget.NewText("Từng lần gửi").Strong(), xwidget.Spacer())
	if raws := office.RawAnswers(g.ID, o.tries); len(raws) > 0 {
		head.Add(xwidget.NewButton(fmt.Sprintf("Xem nguyên văn (%d)", len(raws)), func() { o.p.raw("Lời của nơi nhận về "+g.ID, rawOf(g.ID, o.tries)) }).Tiny())
	}
	body.Add(head)
	if len(o.tries) == 0 {
		body.Add(xwidget.NewPara("Chưa gửi lần nào.").In(look.Muted))
	} else {
		body.Add(xwidget.NewTimeline(nghivan.Items(o.tries)))
	}
	o.tell(xwidget.NewScroll(body))
}

func (o *outPane) heading(g office.Outgoing) fyne.CanvasObject {
	badges := xwidget.Row(6, xwidget.NewBadge(shortState(g), wording.Tone(g.State)))
	if g.Held {
		badges.Add(xwidget.NewCaption("không gửi cho tới khi bấm Thôi giữ lại"))
	}
	whose := xwidget.NewPara(g.Employer + " · MST " + g.MaSoThue).In(look.Muted)
	if g.MaSoThue != o.p.mst {
		whose = xwidget.NewPara(g.Employer + " · MST " + g.MaSoThue + " · không phải đơn vị đang mở").In(look.Notice)
	}
	return xwidget.Column(4, xwidget.NewPara(g.Title).Strong(), whose, badges)
}

// facts are the short lines about a dossier.
func (o *outPane) facts(g office.Outgoing) fyne.CanvasObject {
	col := xwidget.Column(4)
	line := func(label, value string) {
		if value != "" {
			col.Add(xwidget.Dock(nil, nil, xwidget.Sized(92, 0, xwidget.NewText(label).In(look.Muted)), nil, xwidget.NewPara(value)))
		}
	}
	line("Mã", g.ID)
	line("Số hồ sơ", g.SoHoSo)
	line("Gửi tới", roadWords(g.Road))
	line("Đã gửi", fmt.Sprintf("%d lần", g.Attempts))
	if g.InOutbox && !g.Doubt && !g.Held {
		next := "lượt chạy tới"
		if !g.NextTry.IsZero() {
			next = wording.Luc(g.NextTry)
		}
		line("Thử tiếp", next)
	}
	line("Tin cuối", wording.Luc(g.SaidAt))
	col.Add(xwidget.NewPara(g.Said))
	return col
}

// roadWords is an address as a person knows it.
func roadWords(address string) string {
	if address == office.Practice {
		return "cổng thực hành trên máy này"
	}
	return address
}

// actions are what can be done with a dossier where it stands.
func (o *outPane) actions(g office.Outgoing) fyne.CanvasObject {
	row := xwidget.Row(8)
	add := func(words string, strong bool, do func()) {
		b := xwidget.NewButton(words, do)
		if strong {
			b.Weight = xwidget.Strong
		}
		row.Add(b)
	}
	switch {
	case g.Doubt:
		add("Hỏi lại nơi nhận", false, o.doubt(g).AskAgain)
	case g.State == office.DangGui:
		add("Hỏi rồi gửi tiếp", true, func() { o.send(g) })
	case g.Attempts > 0 && g.InOutbox:
		add("Thử lại ngay", true, func() { o.send(g) })
	case g.InOutbox:
		add("Gửi ngay", true, func() { o.send(g) })
	case g.UnderWay:
		add("Hỏi lại kết quả", true, func() { o.ask(g) })
	}
	if g.CanBeHeld {
		words, do := "Giữ lại", o.p.source.Hold
		if g.Held {
			words, do = "Thôi giữ lại", o.p.source.Release
		}
		add(words, false, func() { o.quietly(g, do) })
	}
	if g.MaSoThue == o.p.mst {
		add("Mở hồ sơ", false, func() { o.p.host.Go(office.Place{Screen: "ho-so", ID: g.ID}) })
	}
	return row
}

func (o *outPane) doubt(g office.Outgoing) *nghivan.Desk {
	return &nghivan.Desk{Source: o.p.source, Host: o.p.host, ID: g.ID, Name: g.ID, Reload: func(then func()) {
		o.read()
		o.p.host.Recount()
		then()
	}}
}

// send brings one dossier to its gateway now.
func (o *outPane) send(g office.Outgoing) {
	var sent office.Sent
	o.p.run("Đang gửi "+g.ID, func(ctx context.Context, _ task.Report) (err error) {
		sent, err = o.p.source.Send(ctx, g.ID, "")
		return err
	}, func() (string, bool) { return g.ID + ": " + sent.State.Say() + " " + sent.SoHoSo, false })
}

// ask asks about one dossier.
func (o *outPane) ask(g office.Outgoing) {
	var now office.DossierView
	o.p.run("Đang hỏi cổng về "+g.ID, func(ctx context.Context, _ task.Report) (err error) {
		now, err = o.p.source.Refresh(ctx, g.ID, "")
		return err
	}, func() (string, bool) {
		if now.State == g.State {
			return g.ID + ": chưa có gì mới", false
		}
		return g.ID + ": " + now.StateSay, now.State == office.TraLai
	})
}

// quietly keeps a dossier back, or lets it go.
func (o *outPane) quietly(g office.Outgoing, do func(context.Context, string) error) {
	o.p.host.Quiet(func(ctx context.Context) error { return do(ctx, g.ID) }, func(err error) {
		if err != nil {
			o.p.host.Fail(err)
		}
		o.read()
	})
}
