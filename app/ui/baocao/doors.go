package baocao

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// wide and high fit a dialog with a list into the smallest window.
const wide, high = 800, 240

// why opens the working behind an amount: person by person.
func (p *Page) why(month office.Month, f office.Figure) {
	var w office.Why
	p.host.Quiet(func(ctx context.Context) (err error) {
		w, err = p.source.Why(ctx, month, f)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		parts := bai.NewParts("Người lao động", "Không có ai.")
		parts.Open = func(i int, show func([]office.Buoc)) {
			var steps []office.Buoc
			p.host.Quiet(func(ctx context.Context) (err error) {
				steps, err = p.source.WhyPerson(ctx, month, w.People[i])
				return err
			}, func(err error) {
				if err == nil { // otherwise the line says what there is
					show(steps)
				}
			})
		}
		parts.Set(w.Working)
		body := xwidget.Column(8, xwidget.Sized(wide, 1, xwidget.Spacer()), bai.Headline(w.KetQuaTinh))
		if len(w.Warnings) > 0 {
			body.Add(xwidget.Column(0, bai.Notes([]string{bai.Few(w.Warnings, 2)})...))
		}
		body.Add(xwidget.Sized(wide, high, parts.Content()))
		name := map[office.Figure]string{office.QuyLuong: "Quỹ lương đóng", office.PhaiDong: "Phải đóng"}[f]
		p.dialog(name+" · tháng "+month.String(), body)
	})
}

// dialog shows content above a button that closes it.
func (p *Page) dialog(title string, body *fyne.Container) {
	var shut func()
	body.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() })))
	shut = p.host.Dialog(title, body)
}

// moved lists who began and who ceased to contribute in a month.
func (p *Page) moved(month office.Month) {
	var all []office.Move
	for _, m := range p.figures.Moves {
		if m.Month == month {
			all = append(all, m)
		}
	}
	list := xwidget.NewList(moveTable{all})
	list.Empty = "Tháng này không ai tăng, giảm."
	p.dialog("Ai tăng, ai giảm tháng "+month.String(), xwidget.Column(8, xwidget.Sized(wide, 1, xwidget.Spacer()),
		xwidget.Sized(wide, high, xwidget.NewCard(list).Tight())))
}

// order is a report over the months that are shown.
func (p *Page) order(id string) office.ReportOrder {
	in := office.ReportOrder{ID: id, Month: p.host.Month()}
	if id == "months" {
		in.From = in.Month.Add(1 - span())
	}
	return in
}

// make makes a report and hands it on.
func (p *Page) make(in office.ReportOrder, done func(office.File)) {
	var f office.File
	p.host.Run("Đang lập báo cáo", func(ctx context.Context, _ task.Report) (err error) {
		f, err = p.source.Report(ctx, in)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		done(f)
	})
}

// paper shows a report as it is printed.
func (p *Page) paper(id string) {
	in := p.order(id)
	in.PDF = true
	p.make(in, func(f office.File) { p.host.Preview("Báo cáo tháng "+in.Month.String(), []office.File{f}) })
}

// workbook keeps a report as a workbook.
func (p *Page) workbook(id string) { p.make(p.order(id), p.host.SaveFile) }

// others offers every report.
func (p *Page) others() {
	col := xwidget.Column(0, xwidget.Sized(680, 1, xwidget.Spacer()))
	for _, r := range office.Reports() {
		words := xwidget.Column(1, xwidget.NewText(r.Name).Strong(), xwidget.NewPara(r.Say).In(look.Muted))
		buttons := xwidget.Row(6, xwidget.NewButton("Xem bản in", func() { p.paper(r.ID) }), xwidget.NewButton("Xuất Excel", func() { p.workbook(r.ID) }))
		col.Add(xwidget.Inset(0, 6, 0, 6, xwidget.Dock(nil, nil, nil, xwidget.Inset(12, 0, 0, 0, container.NewCenter(buttons)), words)))
	}
	p.dialog("Báo cáo tháng "+p.host.Month().String(), col)
}

// slips asks in which form the slips of all workers are wanted.
func (p *Page) slips() {
	var shut func()
	month := p.host.Month()
	col := xwidget.Column(10, xwidget.Sized(620, 1, xwidget.Spacer()),
		xwidget.NewPara("Mỗi người một phiếu một trang: đơn vị đã khai gì, từ khi nào, lương bao nhiêu. Người lao động so phiếu với ứng dụng VssID trước khi hỏi."))
	way := func(name, say, file string, locked bool) {
		words := xwidget.Column(1, xwidget.NewText(name).Strong(), xwidget.NewPara(say).In(look.Muted))
		b := xwidget.NewButton("Lưu…", func() {
			shut()
			p.host.SavePath(file, func(path string) { p.writeSlips(office.SlipOrder{Month: month, Locked: locked}, path) })
		})
		col.Add(xwidget.Dock(nil, nil, nil, xwidget.Inset(12, 0, 0, 0, container.NewCenter(b)), words))
	}
	base := "phieu-" + month.ISO()
	way("Một tệp để in", "các phiếu nối nhau trong một tệp PDF", base+".pdf", false)
	way("Mỗi người một tệp", "trong một tệp ZIP, tên tệp là mã nhân viên và họ tên", base+".zip", false)
	way("Mỗi người một tệp, có khoá", "mở bằng số ĐDCN/CCCD của chính người ấy; ngăn mở nhầm, không ngăn được người biết số", base+"-khoa.zip", true)
	col.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() })))
	shut = p.host.Dialog("Phiếu người lao động, tháng "+month.String(), col)
}

func (p *Page) writeSlips(in office.SlipOrder, path string) {
	var made office.SlipsMade
	p.host.Run("Đang lập phiếu người lao động", func(ctx context.Context, report task.Report) (err error) {
		made, err = p.source.Slips(ctx, in, path, report)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Say(fmt.Sprintf("Đã ghi %s phiếu vào %s", wording.So(made.People), made.Path), false)
		if len(made.Without) > 0 {
			p.dialog("Chưa có phiếu", xwidget.Column(8, xwidget.Sized(460, 1, xwidget.Spacer()),
				xwidget.NewPara("Những người này chưa có số ĐDCN/CCCD để khoá tệp nên chưa có phiếu: "+strings.Join(made.Without, ", ")+". Ghi số rồi lập lại, hoặc lưu tệp không khoá.")))
		}
	})
}
