package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Typed takes a form that opens, and offers what was typed into it before and not stored.
func (s *Shell) Typed(f unsaved.Form) *unsaved.Open { return s.typed.Open(f) }

// lookAtTyped is how often open forms are looked at: what was typed longer ago outlives
// a power cut.
const lookAtTyped = time.Second

// KeepTyped keeps what is typed into open forms as long as the window is there.
func (s *Shell) KeepTyped() {
	s.After(lookAtTyped, func() {
		if s.over {
			return
		}
		s.typed.Look()
		s.KeepTyped()
	})
}

// The list of what is not stored: wide enough for a title, and no higher than the
// smallest window has room for.
const typedWide, typedHigh = 560, 260

// ShowTyped lists what was typed and not stored, each to be gone on with or forgotten.
func (s *Shell) ShowTyped() {
	s.typed.Look()
	all := s.typed.All()
	if len(all) == 0 {
		s.Say("Không có gì nhập dở", false)
		return
	}
	var shut func()
	list := xwidget.Column(0)
	for i, u := range all {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		drop := xwidget.NewQuiet("Bỏ", func() {
			s.typed.Drop(u)
			shut()
			s.ShowTyped()
		}).Tiny()
		open := xwidget.NewButton("Mở", func() {
			shut()
			s.openTyped(u)
		}).Tiny()
		list.Add(xwidget.Inset(0, 7, 0, 7, xwidget.Dock(nil, nil, nil, xwidget.Row(6, open, drop), typedLine(u))))
	}
	inner := xwidget.Inset(12, 2, 14, 2, list)
	shut = s.Dialog("Nội dung nhập dở", xwidget.Column(12,
		xwidget.NewPara("Chữ đã gõ trong hộp thoại mà chưa lưu. Mã PIN và mật khẩu không được giữ.").In(look.Muted),
		xwidget.Sized(typedWide, min(xwidget.HeightFor(inner, typedWide-2)+2, typedHigh), xwidget.NewCard(xwidget.NewScroll(inner)).Tight()),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
}

// typedLine says what was typed, and when; not the words themselves.
func typedLine(u office.Unsaved) fyne.CanvasObject {
	return xwidget.Column(1, xwidget.NewText(u.Title).Wrapped(1).Strong(),
		xwidget.NewCaption(fmt.Sprintf("%s ô · gõ lần cuối %s", wording.So(len(u.Fields)), wording.Luc(u.At))))
}

// openTyped leads to where the form is opened.
func (s *Shell) openTyped(u office.Unsaved) {
	s.Go(u.Go)
	s.Say("Mở lại «"+u.Title+"» ở đây để nhập tiếp", false)
}
