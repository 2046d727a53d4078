package hopthu

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// outFilterKey remembers which part of the outbox was looked at last.
const outFilterKey = "hopthu.gui.loc"

// outPane is the outbox: the list, and beside it the dossier that is chosen.
type outPane struct {
	pane
	rows  *outModel
	which *xwidget.Select
	whose *xwidget.Check
	at    string // the dossier shown beside, "" = none
	tries []office.Attempt
}

func newOutPane(p *Page) *outPane {
	o := &outPane{rows: &outModel{}}
	o.pane = newPane(p, o.rows, "Không có hồ sơ nào ở đây. Hồ sơ đã ký rồi bấm Gửi thì nằm ở hộp này.", "Tìm hồ sơ, đơn vị, số hồ sơ", func(term string) {
		o.rows.term = term
		o.filter()
	})
	o.foot.Set("Enter mở hồ sơ · F5 đọc lại")
	o.grid.OnSelect = func(row, _ int) { o.about(row) }
	o.grid.OnOpen = func(row int) { o.open(row) }
	words := make([]string, len(outParts))
	for i, part := range outParts {
		words[i] = part.words
	}
	o.which = xwidget.NewSelect(words, nil)
	if kept := fyne.CurrentApp().Preferences().Int(outFilterKey); kept > 0 && kept < len(outParts) {
		o.rows.part = kept
	}
	o.which.SetSelectedIndex(o.rows.part)
	o.which.OnChanged = func(string) {
		o.rows.part = o.which.SelectedIndex()
		fyne.CurrentApp().Preferences().SetInt(outFilterKey, o.rows.part)
		o.filter()
	}
	o.whose = xwidget.NewCheck("Chỉ đơn vị đang mở", func(on bool) {
		o.rows.only = on
		o.filter()
	})
	o.does = []fyne.CanvasObject{xwidget.NewButton("Hỏi lại kết quả", o.askAll), xwidget.NewStrong("Gửi tất cả ngay", o.sendAll)}
	o.lay(xwidget.Row(8, xwidget.Sized(250, 32, o.search), xwidget.Sized(150, 32, o.which), o.whose))
	o.nothing()
	return o
}

// waiting counts what has not left yet.
func (o *outPane) waiting() (n int) {
	for _, g := range o.rows.all {
		if g.InOutbox {
			n++
		}
	}
	return n
}

// read reads the outbox again; the dossier beside stays where it still is.
func (o *outPane) read() {
	var all []office.Outgoing
	o.p.host.Quiet(func(ctx context.Context) (err error) {
		all, err = o.p.source.Outgoing(ctx)
		return err
	}, func(err error) {
		if err != nil {
			o.p.host.Fail(err)
			return
		}
		o.rows.take(all)
		o.rows.mst = o.p.mst
		o.filter()
		o.p.count()
	})
}

// filter shows the rows that are asked for, and beside them the one that was chosen.
func (o *outPane) filter() {
	o.rows.filter()
	o.keep(o.rows.find(o.at), o.rows.Rows(), o.about)
}

// about shows a row beside.
func (o *outPane) about(row int) {
	if row >= o.rows.Rows() {
		o.at, o.tries = "", nil
		o.nothing()
		return
	}
	g := o.rows.row(row)
	o.at = g.ID
	var tries []office.Attempt
	o.p.host.Quiet(func(ctx context.Context) (err error) {
		tries, err = o.p.source.Attempts(ctx, g.ID)
		return err
	}, func(err error) {
		if o.at != g.ID { // another one was chosen meanwhile
			return
		}
		if err != nil {
			o.p.host.Fail(err)
			return
		}
		o.tries = tries
		o.detail(g)
	})
}

// open opens the dossier of a row on its screen, where its employer is at hand.
func (o *outPane) open(row int) {
	if g := o.rows.row(row); g.MaSoThue == o.p.mst {
		o.p.host.Go(office.Place{Screen: "ho-so", ID: g.ID})
		return
	}
	o.p.host.Say("Hồ sơ của đơn vị khác: đổi đơn vị ở thanh trên cùng rồi mở", true)
}

// sendAll tries everything that waits, now.
func (o *outPane) sendAll() {
	var sent []office.Sent
	o.p.run("Đang gửi những hồ sơ chờ", func(ctx context.Context, _ task.Report) (err error) {
		sent, err = o.p.source.RunOutbox(ctx, "")
		return err
	}, func() (string, bool) {
		bad := 0
		for _, s := range sent {
			if s.Err != nil {
				bad++
			}
		}
		switch {
		case len(sent) == 0:
			return "Không có hồ sơ nào cần gửi", false
		case bad > 0:
			return fmt.Sprintf("Đã gửi %d hồ sơ, %d chưa gửi được: xem từng hồ sơ", len(sent)-bad, bad), true
		}
		return fmt.Sprintf("Đã gửi %d hồ sơ", len(sent)), false
	})
}

// askAll asks about every dossier that is under way.
func (o *outPane) askAll() {
	var got office.Asked
	o.p.run("Đang hỏi cổng về các hồ sơ đang giải quyết", func(ctx context.Context, report task.Report) (err error) {
		got, err = o.p.source.AskAll(ctx, report)
		return err
	}, func() (string, bool) {
		switch {
		case got.N == 0:
			return "Không có hồ sơ nào đang giải quyết", false
		case len(got.Failed) > 0:
			return fmt.Sprintf("Đã hỏi %d hồ sơ, %d chưa hỏi được. %s: %s", got.N, len(got.Failed), got.Failed[0].ID, got.Failed[0].Say), true
		case len(got.Moved) == 0:
			return fmt.Sprintf("Đã hỏi %d hồ sơ, chưa có gì mới", got.N), false
		}
		return fmt.Sprintf("Đã hỏi %d hồ sơ, %d có tin mới", got.N, len(got.Moved)), false
	})
}
