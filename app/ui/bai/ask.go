package bai

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/law"
)

// Host is what a question asks of the window.
type Host interface {
	Quiet(work func(context.Context) error, done func(error))
	Fail(err error)
	Say(words string, bad bool)
	Dialog(title string, content fyne.CanvasObject) (shut func())
}

// NoAmount is said where somebody asks why of what is no amount.
const NoAmount = "Chỉ ô số tiền, tỷ lệ, hệ số mới có cách tính. Chọn một ô như vậy rồi bấm F9."

// Ask asks for the working behind an amount and opens it. What is not known is told in
// words.
func Ask(h Host, ask func(context.Context) (office.Explained, error)) {
	var e office.Explained
	h.Quiet(func(ctx context.Context) (err error) {
		e, err = ask(ctx)
		return err
	}, func(err error) {
		if !refused(h, err) {
			Show(h, e)
		}
	})
}

// refused tells why there is no working; false where there is one.
func refused(h Host, err error) bool {
	var lack *law.ChuaBiet
	switch {
	case err == nil:
		return false
	case errors.As(err, &lack):
		h.Say(lack.Say, true)
	case errors.Is(err, office.ErrNotAnAmount):
		h.Say(NoAmount, true)
	default:
		h.Fail(err)
	}
	return true
}

// whyWidth and whyHeight fit the dialog into the smallest window.
const whyWidth, whyHeight = 640, 292

// Show opens the working behind an amount: the amount, what it is made of, what to mind,
// and every step with its article.
func Show(h Host, e office.Explained) {
	body := xwidget.Column(8, xwidget.Sized(whyWidth, 1, xwidget.Spacer()))
	if e.Unknown != "" {
		body.Add(xwidget.NewPara("Chưa tính được. " + e.Unknown + ".").In(look.Error))
	} else {
		body.Add(xwidget.Row(14, Sum(e.KetQuaTinh), xwidget.NewText(Made(e.Parts)).In(look.Muted)))
	}
	if len(e.Warnings) > 0 {
		body.Add(xwidget.Column(0, Notes([]string{Few(e.Warnings, 2)})...))
	}
	steps := xwidget.NewScroll(xwidget.Inset(0, 0, 10, 0, xwidget.Column(4, Steps(e.Working)...)))
	body.Add(xwidget.Sized(whyWidth, whyHeight, xwidget.NewCard(steps)))
	var shut func()
	body.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() })))
	shut = h.Dialog(e.Title, body)
}

// Made tells the parts of a result in one line.
func Made(parts []law.PhanKQ) string {
	out := ""
	for i, p := range parts {
		if i > 0 {
			out += " · "
		}
		out += p.Nhan + ": " + office.Amount(p.GiaTri, p.DonVi)
	}
	return out
}
