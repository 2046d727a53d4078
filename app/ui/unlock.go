package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// unlock asks for what opens the data. open is tried off the window's goroutine,
// as often as the person likes; what was typed is overwritten afterwards. Once it
// succeeds, opened runs on the window's goroutine, and the window closes.
type unlock struct {
	window     fyne.Window
	runner     *task.Runner
	open       func(passphrase, recovery []byte) error
	opened     func()
	passphrase *xwidget.Entry
	recovery   *xwidget.Entry
	first      *xwidget.Entry // of those that are asked for; nil: neither
	fault      *xwidget.Text
	button     *xwidget.Button
}

// unlockSize fits the smallest screen.
var unlockSize = fyne.NewSize(600, 310)

func newUnlock(w fyne.Window, r *task.Runner, why error, open func(passphrase, recovery []byte) error, opened func()) *unlock {
	u := &unlock{
		window: w, runner: r, open: open, opened: opened,
		passphrase: xwidget.NewPassword(), recovery: xwidget.NewCode(),
		fault: xwidget.NewPara("").In(look.Error),
	}
	u.recovery.SetPlaceHolder("7 nhóm, mỗi nhóm 5 ký tự")
	u.passphrase.OnSubmitted = func(string) { u.try() }
	u.recovery.OnSubmitted = func(string) { u.try() }
	u.button = xwidget.NewStrong("Mở dữ liệu", u.try)
	passphrase, recovery := office.AsksFor(why)
	words := "Dữ liệu đã được mã hoá, và trên máy này không có gì tự mở được: kho khoá của hệ điều hành không đưa khoá ra, hoặc dữ liệu được chép từ máy khác đến."
	col := xwidget.Column(12, xwidget.NewTitle("Mở dữ liệu"), xwidget.NewPara(words))
	field := func(label string, e *xwidget.Entry) {
		col.Add(xwidget.Dock(nil, nil, xwidget.Sized(170, 0, xwidget.Row(0, xwidget.NewText(label))), nil, e))
	}
	switch {
	case passphrase:
		u.first = u.passphrase
	case recovery:
		u.first = u.recovery
	}
	if passphrase {
		field("Mật khẩu dữ liệu", u.passphrase)
	}
	if recovery {
		label := "Khoá khôi phục"
		if passphrase {
			label = "hoặc khoá khôi phục"
		}
		field(label, u.recovery)
	}
	if !passphrase && !recovery {
		col.Add(xwidget.NewPara("Bộ dữ liệu này không có mật khẩu và khoá khôi phục. Đăng nhập đúng máy và đúng người dùng đã tạo dữ liệu, mở kho khoá của máy rồi thử lại."))
		u.button.Set("Thử lại")
	}
	col.Add(u.fault)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Thoát", w.Close), u.button))
	w.SetPadded(false)
	w.SetContent(xwidget.NewPanel(look.Page, xwidget.Inset(28, 22, 28, 22, col)))
	w.Resize(unlockSize)
	u.focus()
	return u
}

// focus goes to the field that is asked for.
func (u *unlock) focus() {
	if c := u.window.Canvas(); c != nil && u.first != nil {
		c.Focus(u.first) // no canvas is known of a field before it has been drawn
	}
}

// try tries what was typed. A wrong passphrase is cleared, a mistyped recovery key
// stays to be mended.
func (u *unlock) try() {
	if u.button.Disabled() {
		return
	}
	passphrase, recovery := []byte(u.passphrase.Text), []byte(u.recovery.Text)
	u.button.Disable()
	u.fault.Set("")
	u.runner.Quiet(func(context.Context) error {
		defer clear(passphrase)
		defer clear(recovery)
		return u.open(passphrase, recovery)
	}, func(err error) {
		u.button.Enable()
		if err == nil {
			u.passphrase.SetText("")
			u.recovery.SetText("")
			u.opened()
			u.window.Close()
			return
		}
		words := office.Say(err)
		if office.NeedsKey(err) && len(u.passphrase.Text)+len(u.recovery.Text) == 0 {
			words = "Chưa gõ gì. Gõ mật khẩu dữ liệu, hoặc khoá khôi phục trên tờ giấy đã in."
			if p, r := office.AsksFor(err); !p && !r {
				words = "Kho khoá của máy vẫn chưa đưa khoá ra."
			}
		}
		u.fault.Set(words)
		u.passphrase.SetText("")
		u.focus()
	})
}
