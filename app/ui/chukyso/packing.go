package chukyso

import (
	"context"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// ChooseToPack lets a health facility choose the tables of its visits and packs them
// for giám định.
func (p *Page) ChooseToPack() {
	p.host.PickFiles([]string{".xml"}, func(files []office.File) {
		if len(files) > 0 {
			p.askFacility(files)
		}
	})
}

// askFacility asks whose package it is, where the tables do not say it.
func (p *Page) askFacility(files []office.File) {
	var shut func()
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	facility := xwidget.NewCode()
	facility.PlaceHolder = "để trống: lấy ở bảng XML1"
	typed := p.host.Typed(unsaved.Form{Name: "goi-giam-dinh", Title: "Đóng gói giám định BHYT", Machine: true, Go: office.Place{Screen: office.SignScreen},
		Fields: []unsaved.Field{unsaved.Text("coSo", "Mã cơ sở KCB", facility)}})
	pack := xwidget.NewStrong("Đóng gói", func() {
		p.pack(strings.TrimSpace(facility.Text), files, func() {
			typed.Stored()
			shut()
		})
	})
	facility.OnSubmitted = func(string) { pack.Tapped(nil) }
	shut = p.host.Dialog("Đóng gói giám định BHYT", xwidget.Column(10, xwidget.Sized(dialogWidth, 1, xwidget.Spacer()), typed.Top(),
		xwidget.NewPara("Các bảng: "+strings.Join(names, ", ")),
		xwidget.NewPara("Các bảng cùng mã liên kết thành một hồ sơ. Ngày lập gói là hôm nay.").In(look.Muted),
		line("Mã cơ sở KCB", facility),
		xwidget.Inset(0, 6, 0, 0, xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), pack))))
	p.host.Focus(facility)
}

// pack makes the package, and shows it, or what keeps it from being made.
func (p *Page) pack(facility string, files []office.File, done func()) {
	var made office.File
	var found office.FileCheck
	p.host.Run("Đang đóng gói giám định", func(ctx context.Context, _ task.Report) (err error) {
		made, found, err = p.source.PackAssessment(ctx, facility, files)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
			return
		case made.Bytes == nil:
			p.unpacked(found)
			return
		}
		done()
		p.judged.take(chosen{name: made.Name, data: made.Bytes, note: "Đã đóng gói, chưa ký, chưa có trên đĩa. Bấm «Ký tệp này», hoặc «Lưu» để ký sau."})
	})
}

// unpacked tells what keeps a package from being made.
func (p *Page) unpacked(found office.FileCheck) {
	var shut func()
	shut = p.host.Dialog("Chưa đóng gói được", xwidget.Column(10, xwidget.Sized(dialogWidth, 300, xwidget.NewScroll(xwidget.Column(10, verdict(found.Say, found.Level), contentFound(found)))),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}
