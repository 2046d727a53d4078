package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// Run does long work with a dialog that can be cancelled.
func (s *Shell) Run(title string, work func(ctx context.Context, report task.Report) error, done func(error)) {
	s.runner.Run(title, work, func(err error) {
		done(err)
		s.typed.Again()
		s.Recount()
	})
}

// Begin lets a work begin that shows its own progress; ok is false where another one is
// in the way.
func (s *Shell) Begin(title string, cancel func()) (j *task.Job, ok bool) {
	return s.runner.Begin(title, cancel)
}

// InWindow does something on the window's goroutine, asked for by a work.
func (s *Shell) InWindow(f func()) { s.runner.Later(f) }

// Recount brings the counts of the rail in step with what was done.
func (s *Shell) Recount() {
	var v office.Overview
	month := s.month
	s.Quiet(func(ctx context.Context) (err error) {
		v, err = s.office.Overview(ctx, month)
		return err
	}, func(err error) {
		if err == nil { // otherwise the counts stay; the overview tells why
			s.Counted(v)
		}
	})
	s.help.Follow()
}

// Quiet does short work off the window's goroutine, without a dialog.
func (s *Shell) Quiet(work func(context.Context) error, done func(error)) { s.runner.Quiet(work, done) }

// Keep keeps what was done, in the order in which it was done, off the window's
// goroutine; whatever is asked for later comes after it.
func (s *Shell) Keep(work func(context.Context) error, done func(error)) { s.runner.Keep(work, done) }

// Say tells something in the status bar.
func (s *Shell) Say(words string, bad bool) {
	if s.status != nil { // there is no bar while damaged data is rescued
		s.status.say(words, bad)
	}
}

// Saved tells that something was kept just now.
func (s *Shell) Saved() {
	s.status.save(s.now())
	s.help.Follow()
}

// Focus hands the keys to a widget.
func (s *Shell) Focus(f fyne.Focusable) { s.window.Canvas().Focus(f) }

// Fail tells why something could not be done, and what to do. Where the data turns
// out to be damaged it leads to the ways out.
func (s *Shell) Fail(err error) {
	s.fail(err, s.home.Reopen != nil && (errors.Is(err, office.ErrDamaged) || errors.Is(err, office.ErrJournal)))
}

func (s *Shell) fail(err error, damaged bool) {
	if err == nil || task.Cancelled(err) {
		return
	}
	s.fails++
	words := office.Say(err)
	s.Say(words, true)
	var shut func()
	buttons := xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))
	if damaged {
		buttons = xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Xem cách cứu…", func() {
			shut()
			s.lookForRescue()
		}))
	}
	body := xwidget.Column(14, xwidget.Sized(460, 1, xwidget.Spacer()), xwidget.NewPara(words), buttons)
	shut = s.Dialog("Chưa xong", body)
}

// Ask does something after the person agreed.
func (s *Shell) Ask(title, words, yes string, done func()) {
	var shut func()
	agree := xwidget.NewStrong(yes, func() {
		shut()
		done()
	})
	body := xwidget.Column(14, xwidget.Sized(460, 1, xwidget.Spacer()), xwidget.NewPara(words),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), agree))
	shut = s.Dialog(title, body)
	s.window.Canvas().Focus(agree)
}

// aroundDialog is what a dialog needs above and below its content, besideDialog what a
// bar takes beside it.
const aroundDialog, besideDialog = 56, 12

// dialogGap is between the parts of a dialog.
const dialogGap = 12

// Dialog shows an object over the window until it is closed, by its buttons or
// with Esc. Where the window is too low for it, its lists give way first; then the
// title and the last line, its buttons, stay, and what is between them is scrolled.
func (s *Shell) Dialog(title string, content fyne.CanvasObject) (shut func()) {
	d := s.above(title, content)
	c := s.window.Canvas()
	s.dialogs = append(s.dialogs, shown{c.Overlays().Top(), d.Hide})
	c.SetOnTypedKey(s.key)
	return d.Hide
}

// Hold is a Dialog that Esc does not close: a work goes on behind it, and has a button of
// its own to be stopped with.
func (s *Shell) Hold(title string, content fyne.CanvasObject) (shut func()) {
	return s.above(title, content).Hide
}

// above shows an object over the window.
func (s *Shell) above(title string, content fyne.CanvasObject) *widget.PopUp {
	w := content.MinSize().Width
	body := xwidget.Column(dialogGap, xwidget.NewText(title).Wrapped(2).Sized(16).Strong(), content)
	room := s.window.Canvas().Size().Height - aroundDialog
	xwidget.Yield(content, xwidget.HeightFor(body, w)-room)
	high := xwidget.HeightFor(body, w)
	if high > room {
		rest, last := xwidget.Last(content)
		if last != nil {
			last = xwidget.Inset(0, dialogGap, 0, 0, last)
		}
		body = xwidget.Dock(xwidget.Inset(0, 0, 0, dialogGap, body.Objects[0]), last, nil, nil, xwidget.NewScroll(rest))
		w, high = w+besideDialog, room
	}
	sized := xwidget.Sized(w, high, body)
	d := xwidget.NewModal(xwidget.Inset(18, 14, 18, 16, sized), s.window.Canvas())
	d.Show()
	return d
}

// shown is a dialog over the window.
type shown struct {
	over fyne.CanvasObject
	hide func()
}

// leaveDialog closes the dialog on top, if one of ours is; those that have gone are
// forgotten.
func (s *Shell) leaveDialog() {
	all := s.window.Canvas().Overlays()
	s.dialogs = slices.DeleteFunc(s.dialogs, func(d shown) bool { return !slices.Contains(all.List(), d.over) })
	for _, d := range s.dialogs {
		if d.over == all.Top() {
			d.hide()
			return
		}
	}
}

// whyReference opens the text behind the reference level of the month at hand.
func (s *Shell) whyReference() {
	on := s.month.Last()
	bai.Ask(s, func(ctx context.Context) (office.Explained, error) {
		return s.office.WhyFigure(ctx, "muc-tham-chieu", on)
	})
}

// After does something on the window's goroutine after a while.
func (s *Shell) After(d time.Duration, f func()) { s.runner.After(d, f) }

// Changed shows the place at hand anew.
func (s *Shell) Changed() {
	if s.at != nil {
		s.at.page.OnShow()
	}
}

// Practice reports whether the sample company is at hand.
func (s *Shell) Practice() bool { return s.company.ThucHanh }

// Now is the clock.
func (s *Shell) Now() time.Time { return s.now() }
