package hoso

import (
	"context"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// askCode asks for the code that the gateway mailed to a unit which registers for
// the first time. The practice gateway sends no letters, so its code stands there.
func (d *dossier) askCode() {
	var shut func()
	code := xwidget.NewCode()
	code.PlaceHolder = "Mã trong thư, ví dụ 123456"
	col := xwidget.Column(12, xwidget.Sized(460, 1, xwidget.Spacer()),
		xwidget.NewPara("Cổng đã gửi một mã tới thư điện tử ghi trong hồ sơ đăng ký. Hồ sơ được giải quyết khi cổng nhận lại mã ấy."))
	if d.view.SampleCode != "" {
		col.Add(xwidget.NewPara("Cổng thực hành không gửi thư thật. Trong thư sẽ là mã " + d.view.SampleCode + ".").In(look.Notice))
	}
	give := xwidget.NewStrong("Gửi mã", func() { d.confirm(code.Text, func() { shut() }) })
	code.OnSubmitted = func(string) { give.Tapped(nil) }
	col.Add(code)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), give))
	shut = d.p.host.Dialog("Nhập mã xác nhận đăng ký", col)
	d.p.host.Focus(code)
}

// confirm gives the code; the question stays open where the gateway refuses it.
func (d *dossier) confirm(code string, done func()) {
	var v office.DossierView
	d.p.host.Run("Đang gửi mã xác nhận", func(ctx context.Context, _ task.Report) (err error) {
		v, err = d.p.source.Confirm(ctx, d.id, code)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		done()
		d.reload(func() { d.p.host.Say("Cổng đã nhận mã xác nhận: "+v.StateSay, false) })
	})
}
