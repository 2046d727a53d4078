package khoa

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// askPassphrase lets a person choose a passphrase and type it twice.
func (d *Desk) askPassphrase() {
	first, again := xwidget.NewPassword(), xwidget.NewPassword()
	fault, faults := faultLine()
	var shut func()
	var save *xwidget.Button
	set := func() {
		typed := []byte(first.Text)
		switch err := office.CheckPassphrase(typed); {
		case err != nil:
			fault.Set(office.Say(err))
			return
		case first.Text != again.Text:
			fault.Set("Hai lần gõ khác nhau. Gõ lại cả hai ô.")
			return
		}
		save.Disable()
		d.host.Quiet(func(ctx context.Context) error { return d.source.SetPassphrase(ctx, typed) }, func(err error) {
			first.SetText("")
			again.SetText("")
			shut()
			if err != nil {
				d.host.Fail(err)
				return
			}
			d.host.Say("Đã đặt mật khẩu dữ liệu.", false)
			d.host.Changed()
			d.Show()
		})
	}
	save = xwidget.NewStrong("Đặt mật khẩu", set)
	first.OnSubmitted = func(string) { d.host.Focus(again) }
	again.OnSubmitted = func(string) { set() }
	shut = d.host.Dialog("Mật khẩu dữ liệu", sheet(
		xwidget.NewPara(fmt.Sprintf("Ít nhất %d ký tự; bốn từ bất kỳ ghép lại là đủ dài và dễ nhớ. Mật khẩu này không lấy lại được: quên thì chỉ còn khoá khôi phục đã in.", office.MinPassphrase)),
		line("Mật khẩu", first), line("Gõ lại", again), faults,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), save)))
	d.host.Focus(first)
}

// line is a field with its label.
func line(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(150, 0, xwidget.Row(0, xwidget.NewText(label))), nil, field)
}
