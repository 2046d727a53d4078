package nguoilaodong

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/secretclip"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// askAgency asks the employer's gateway what the agency holds of a person, and shows it
// beside what stands here. Nothing is taken over.
func (p *Page) askAgency(who office.NguoiLaoDong) {
	var answer office.AgencyPerson
	p.host.Run("Đang tra ở cơ quan BHXH", func(ctx context.Context, _ task.Report) (err error) {
		answer, err = p.source.AskPerson(ctx, who.ID, "")
		return err
	}, func(err error) {
		say, toSettings, known := office.NotAsked(err, p.host.Practice())
		switch {
		case err == nil:
			p.showAgency(who, answer)
		case known:
			p.noAnswer(who, say, toSettings)
		default:
			p.host.Fail(err)
		}
	})
}

// agencyTitle is over the answer, and over the reason why there is none.
func agencyTitle(who office.NguoiLaoDong) string { return "Ở cơ quan BHXH: " + who.HoTen }

// noAnswer says why nothing came, and what to do about it.
func (p *Page) noAnswer(who office.NguoiLaoDong, say string, toSettings bool) {
	var shut func()
	buttons := xwidget.Row(8, xwidget.Spacer())
	if toSettings {
		buttons.Add(xwidget.NewButton("Để sau", func() { shut() }))
		buttons.Add(xwidget.NewStrong("Mở Cài đặt", func() {
			shut()
			p.host.Go(office.Place{Screen: "cai-dat", ID: "cong"})
		}))
	} else {
		buttons.Add(xwidget.NewButton("Hỏi lại", func() {
			shut()
			p.askAgency(who)
		}))
		buttons.Add(xwidget.NewStrong("Đã rõ", func() { shut() }))
	}
	shut = p.host.Dialog(agencyTitle(who), xwidget.Column(14, xwidget.Sized(480, 1, xwidget.Spacer()), xwidget.NewPara(say), buttons))
}

// showAgency shows the two beside each other; what differs says so in a word.
func (p *Page) showAgency(who office.NguoiLaoDong, answer office.AgencyPerson) {
	list := agencyList(answer.Fields)
	grid := xwidget.NewList(list).Named("coQuan")
	n := list.differ()
	sum := "Mọi điều cả hai bên đều có thì giống nhau."
	if n > 0 {
		sum = wording.So(n) + " điều khác nhau. Ở đây sai: chọn dòng rồi «Lấy theo cơ quan». Cơ quan sai: lập hồ sơ điều chỉnh thông tin (TK1-TS) ở Thủ tục."
	}
	var shut func()
	take := xwidget.NewButton("Lấy theo cơ quan", func() {
		row, _ := grid.Active()
		if row >= len(list) || !list[row].ToTake() {
			p.host.Say("Dòng này không có gì để lấy.", true)
			return
		}
		p.takeTheirs(who, list[row], func() { shut() })
	})
	clip := secretclip.New(fyne.CurrentApp().Clipboard(), nil)
	copied := xwidget.NewButton("Chép điều của cơ quan", func() {
		row, _ := grid.Active()
		if row >= len(list) || list[row].Theirs == "" {
			p.host.Say("Cơ quan không nêu điều này.", true)
			return
		}
		clip.Copy(list[row].Theirs, nil)
		p.host.Say("Đã chép "+list[row].Field+"; bộ nhớ tạm được xoá sau 45 giây.", false)
	})
	grid.OnOpen = func(int) { copied.Tapped(nil) }
	away := func(screen string) func() {
		return func() {
			shut()
			p.host.Go(office.Place{Screen: screen})
		}
	}
	shut = p.host.Dialog(agencyTitle(who), xwidget.Column(8,
		xwidget.Row(8, xwidget.NewBadge(answer.Say, look.Plain), xwidget.NewCaption("hỏi lúc "+wording.Luc(p.host.Now())+"; không gì ở đây thay đổi")),
		xwidget.Sized(760, 250, xwidget.NewCard(grid).Tight()), xwidget.NewPara(sum),
		xwidget.Row(8, take, copied, xwidget.NewButton("Mở Thủ tục", away("thu-tuc")),
			xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
	p.host.Focus(grid)
}

// takeTheirs makes ours as the agency has it, which can be taken back beside the list.
func (p *Page) takeTheirs(who office.NguoiLaoDong, f office.AgencyField, done func()) {
	p.keepEdit(who, map[string]string{f.Key: f.Theirs}, func(found []office.Finding) {
		for _, x := range found {
			if x.Level == office.Loi {
				p.host.Say(x.Say, true)
				return
			}
		}
		done()
	})
}

// agencyList is what the agency holds beside ours.
type agencyList []office.AgencyField

// differ counts what is not the same.
func (l agencyList) differ() (n int) {
	for _, f := range l {
		if f.Differ {
			n++
		}
	}
	return n
}

// Rows, Columns, Text and Mark make it the model of a list.
func (l agencyList) Rows() int { return len(l) }

// Columns are what it is, both sides, and how they stand to each other.
func (l agencyList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "dieu", Head: "Điều", Width: 150, Words: true},
		{Tag: "oDay", Head: "Ở đây", Width: 210, Grow: 1},
		{Tag: "coQuan", Head: "Cơ quan BHXH", Width: 210, Grow: 1},
		{Tag: "soVoiNhau", Head: "So với nhau", Width: 140, Words: true},
	}
}

// Text is a cell of the list.
func (l agencyList) Text(row, col int) string {
	f := l[row]
	return [...]string{f.Field, f.Ours, f.Theirs, f.Say()}[col]
}

// Mark makes what differs stand out.
func (l agencyList) Mark(row, col int) xwidget.Mark {
	switch f := l[row]; {
	case f.Differ && col == 3:
		return xwidget.MarkError
	case f.Differ && col > 0:
		return xwidget.MarkStrong
	case col == 0 || col == 3:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}
