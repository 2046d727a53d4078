// Package khoa is what a person sees of the data key, «Khoá dữ liệu»: which ways
// open the data and what is missing, a passphrase, a recovery key that is shown
// once and typed back, the keyring.
//
// It shows what app/office answers and decides nothing. Secrets live in a dialog
// while it is open. Only app/ui imports it.
package khoa

import (
	"context"
	"math/rand/v2"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the dialogs ask of the use cases.
type Source interface {
	Protection() office.Protection
	SetPassphrase(ctx context.Context, typed []byte) error
	RemovePassphrase(ctx context.Context) error
	NewRecovery(ctx context.Context) (office.RecoveryKey, error)
	TryRecovery(ctx context.Context, typed []byte) error
	RecoveryFile(key office.RecoveryKey) office.File
	KeyringOn(ctx context.Context) error
	KeyringOff(ctx context.Context) error
}

// Host is what the dialogs ask of the window.
type Host interface {
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Quiet(work func(context.Context) error, done func(error))
	After(d time.Duration, f func())
	Fail(error)
	Say(words string, bad bool)
	SaveFile(office.File)
	Focus(fyne.Focusable)
	Changed() // the protection is another one
}

// Desk opens the dialogs.
type Desk struct {
	source Source
	host   Host
	// pick chooses the group that has to be typed back, from 0 below n.
	pick func(n int) int
	// clipboard is the system's.
	clipboard func() fyne.Clipboard
}

// New makes a desk.
func New(source Source, host Host) *Desk {
	return &Desk{source, host, rand.IntN, func() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }}
}

// width of the dialogs.
const width = 560

func sheet(objects ...fyne.CanvasObject) *fyne.Container {
	return xwidget.Column(12, append([]fyne.CanvasObject{xwidget.Sized(width, 1, xwidget.Spacer())}, objects...)...)
}

// Show tells how the data is protected and offers what can be done.
func (d *Desk) Show() {
	p := d.source.Protection()
	has := map[string]bool{}
	ways := xwidget.Column(6)
	for _, s := range p.Slots {
		has[s.Kind] = true
		state := "tạo ngày " + office.DayOf(s.Made).String()
		if s.Kind == "recovery" {
			state += ", chưa gõ thử lại"
			if !s.Tried.IsZero() {
				state = "đã in và thử lại ngày " + office.DayOf(s.Tried).String()
			}
		}
		ink := look.Done
		if s.Kind == "machine" {
			ink = look.Notice
		}
		ways.Add(dotted(ink, xwidget.Row(8, xwidget.NewText(upper(s.Name)), xwidget.NewCaption(state))))
	}
	for _, l := range p.Lacks {
		ways.Add(dotted(look.Notice, xwidget.Column(1, xwidget.NewText(l.Title).Strong(), xwidget.NewPara(l.Say).In(look.Muted))))
	}
	var shut func()
	then := func(do func()) func() {
		return func() {
			shut()
			do()
		}
	}
	buttons := xwidget.Row(8)
	switch {
	case !has["recovery"]:
		buttons.Add(xwidget.NewStrong("Tạo khoá khôi phục", then(d.newRecovery)))
	case lacks(p, "recovery"):
		buttons.Add(xwidget.NewStrong("Gõ thử từ tờ in", then(d.tryPaper)))
		fallthrough
	default:
		buttons.Add(xwidget.NewButton("Tạo khoá khôi phục mới", then(d.newRecovery)))
	}
	if has["passphrase"] {
		buttons.Add(xwidget.NewButton("Đổi mật khẩu", then(d.askPassphrase)))
		buttons.Add(xwidget.NewButton("Bỏ mật khẩu", then(func() { d.do("Đã bỏ mật khẩu dữ liệu.", d.source.RemovePassphrase) })))
	} else {
		buttons.Add(xwidget.NewButton("Đặt mật khẩu", then(d.askPassphrase)))
	}
	keyring := xwidget.NewButton("Giữ khoá trong kho khoá của máy", then(func() {
		d.do("Khoá dữ liệu nằm trong kho khoá của hệ điều hành.", d.source.KeyringOn)
	}))
	if has["keyring"] {
		keyring = xwidget.NewButton("Thôi giữ trong kho khoá của máy", then(func() {
			d.do("Khoá dữ liệu không còn trong kho khoá của hệ điều hành.", d.source.KeyringOff)
		}))
	}
	shut = d.host.Dialog("Khoá dữ liệu", sheet(
		xwidget.NewPara("Dữ liệu của AnKhai luôn được mã hoá. Một trong các cách dưới đây là đủ để mở; mất hết các cách là mất dữ liệu."),
		ways, buttons, xwidget.Row(8, keyring, xwidget.Spacer(), xwidget.NewQuiet("Đóng", func() { shut() }))))
}

// dotted puts a coloured dot before the first line of words.
func dotted(ink fyne.ThemeColorName, words fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(20, 0, xwidget.Column(0, xwidget.Sized(0, 18, xwidget.NewDot(ink)))), nil, words)
}

// faultLine is where a dialog says what is wrong, in two lines at most.
func faultLine() (*xwidget.Text, fyne.CanvasObject) {
	t := xwidget.NewPara("").In(look.Error)
	return t, xwidget.Sized(0, 40, t)
}

// Offer opens the dialog where a recovery key was never made: at the first run.
func (d *Desk) Offer() {
	for _, s := range d.source.Protection().Slots {
		if s.Kind == "recovery" {
			return
		}
	}
	d.Show()
}

func lacks(p office.Protection, kind string) bool {
	for _, l := range p.Lacks {
		if l.Kind == kind {
			return true
		}
	}
	return false
}

// do does something off the window's goroutine and comes back to the dialog.
func (d *Desk) do(done string, work func(context.Context) error) {
	d.host.Quiet(work, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.host.Say(done, false)
		d.host.Changed()
		d.Show()
	})
}

// upper makes the first letter of a Vietnamese name large.
func upper(s string) string {
	r := []rune(s)
	if len(r) > 0 && r[0] >= 'a' && r[0] <= 'z' {
		r[0] -= 'a' - 'A'
	}
	return string(r)
}
