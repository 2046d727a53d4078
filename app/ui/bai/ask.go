package bai

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
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
	var lack *office.ChuaBiet
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
		body.Add(Headline(e.KetQuaTinh))
	}
	if len(e.Warnings) > 0 {
		body.Add(xwidget.Column(0, Notes([]string{Few(e.Warnings, 2)})...))
	}
	steps := xwidget.NewScroll(xwidget.Column(4, Steps(e.Working)...))
	body.Add(xwidget.Sized(whyWidth, whyHeight, xwidget.NewCard(steps)))
	var shut func()
	body.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() })))
	shut = h.Dialog(e.Title, body)
}

// Headline is the total of a result, large, and beside it what it is made of.
func Headline(r office.KetQuaTinh) fyne.CanvasObject {
	parts := make([]string, len(r.Parts))
	for i, p := range r.Parts {
		parts[i] = p.Nhan + ": " + office.Amount(p.GiaTri, p.DonVi)
	}
	made := xwidget.NewText(strings.Join(parts, " · ")).In(look.Muted)
	if len(parts) <= oneLine {
		return xwidget.Sized(0, headHigh, xwidget.Row(14, Sum(r), made))
	}
	return xwidget.Sized(0, headHigh, xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 14, 0, Sum(r)), nil, made.Wrapped(2)))
}

// headHigh is as high as two lines of words; oneLine parts fit into one.
const headHigh, oneLine = 38, 2
