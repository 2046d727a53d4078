package nguoilaodong

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// rights are what a person may ask of the employer: their data, and their erasure.
func (p *Page) rights(who office.NguoiLaoDong) fyne.CanvasObject {
	return xwidget.Column(6,
		xwidget.NewText("Quyền của người này").Strong(),
		xwidget.NewButton("Phiếu tháng "+p.host.Month().String(), func() { p.slip(who) }),
		xwidget.NewButton("Quá trình ra Excel", func() { p.pastToExcel(who.ID) }),
		xwidget.NewButton("Xuất dữ liệu của người này", func() { p.export(who.ID) }),
		xwidget.NewButton("Xoá dữ liệu…", func() { p.planErasure(who) }))
}

// slip shows the slip of a person: what was declared, since when, with which pay.
func (p *Page) slip(who office.NguoiLaoDong) {
	month := p.host.Month()
	var f office.File
	p.host.Run("Đang lập phiếu người lao động", func(ctx context.Context, _ task.Report) (err error) {
		f, err = p.source.Slip(ctx, month, who.ID)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Preview("Phiếu của "+who.HoTen+", tháng "+month.String(), []office.File{f})
	})
}

// export shows the files with everything that is held of a person, to be kept or
// opened.
func (p *Page) export(id string) {
	var files []office.File
	p.host.Run("Đang gom dữ liệu của một người", func(ctx context.Context, _ task.Report) (err error) {
		files, err = p.source.ExportPerson(ctx, id, nil)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Preview("Dữ liệu đang giữ về người này", files)
	})
}

// planErasure says what would go, what stays and why, before anything is done.
func (p *Page) planErasure(who office.NguoiLaoDong) {
	var plan office.ErasePlan
	p.host.Run("Đang xem những gì sẽ xoá", func(ctx context.Context, _ task.Report) (err error) {
		plan, err = p.source.PlanErasure(ctx, who.ID)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.confirm(who, plan)
	})
}

// eraseWords are the reasons for an erasure on their buttons.
var eraseWords = []struct{ code, say string }{
	{office.ForTerm, "Xoá: hết hạn lưu"}, {office.ForSubject, "Xoá: người này yêu cầu"}, {office.ForMistake, "Xoá: nhập nhầm"},
}

// roomForLines is how high the lists of what is erased and kept may be before they scroll.
const roomForLines = 340

func (p *Page) confirm(who office.NguoiLaoDong, plan office.ErasePlan) {
	var shut func()
	all := xwidget.Column(8, xwidget.Sized(548, 1, xwidget.Spacer()))
	list := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		all.Add(xwidget.NewText(title).Strong())
		for _, l := range lines {
			all.Add(xwidget.NewPara("• " + l))
		}
	}
	list("Sẽ mất, không lấy lại được", office.CountLines(plan.Counts))
	if len(plan.Drafts) > 0 {
		list("Ở các bản nháp", []string{strings.Join(plan.Drafts, ", ")})
	}
	var stays, papers []string
	for _, s := range plan.Stays {
		stays = append(stays, office.StaySay(s))
	}
	for _, a := range plan.Unsettled {
		papers = append(papers, fmt.Sprintf("%s, bản nháp %s", a.Name, a.DossierID))
	}
	list("Còn giữ, và vì sao", stays)
	list("Giấy tờ có thể nhắc đến người này, cần xem lại", papers)
	col := xwidget.Column(8, xwidget.Sized(560, min(all.MinSize().Height, roomForLines), xwidget.NewScroll(all)))
	if len(plan.Copies) > 0 {
		col.Add(xwidget.NewPara(fmt.Sprintf("%d bản sao trong thư mục dữ liệu còn giữ người này; xoá xong sẽ hỏi riêng.", len(plan.Copies))).In(look.Muted))
	}
	buttons := xwidget.Row(8, xwidget.NewButton("Để sau", func() { shut() }), xwidget.Spacer())
	for _, r := range eraseWords {
		buttons.Add(xwidget.NewButton(r.say, func() {
			shut()
			p.erase(who.ID, r.code)
		}))
	}
	col.Add(buttons)
	shut = p.host.Dialog("Xoá dữ liệu của "+who.HoTen, col)
}

func (p *Page) erase(id, reason string) {
	var done office.EraseReport
	p.host.Run("Đang xoá và ghi lại tệp dữ liệu", func(ctx context.Context, _ task.Report) (err error) {
		done, err = p.source.ErasePerson(ctx, office.EraseOrder{ID: id, Reason: reason})
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Say("Đã xoá "+id+". Biên bản: "+done.Path, false)
		p.OnShow()
		if len(done.Copies) > 0 {
			p.askCopies(id, reason, len(done.Copies))
		}
	})
}

func (p *Page) askCopies(id, reason string, n int) {
	p.host.Ask("Xoá bản sao", fmt.Sprintf("%d bản sao trong thư mục dữ liệu còn giữ người vừa xoá. Xoá các bản này rồi sao lưu lại thì người đó mới mất hẳn; giữ lại thì khôi phục từ chúng sẽ đưa người đó trở lại.", n),
		"Xoá các bản sao", func() {
			p.host.Run("Đang xoá bản sao", func(ctx context.Context, _ task.Report) error {
				_, err := p.source.RemoveCopies(ctx, id, reason)
				return err
			}, func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Say(fmt.Sprintf("Đã xoá %d bản sao", n), false)
			})
		})
}
