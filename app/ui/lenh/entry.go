package lenh

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ankhai/app/ui/xwidget"
)

// entry is the line of the search. It keeps the keys while arrows walk the list.
type entry struct {
	xwidget.Entry
	s *sheet
}

func newEntry(s *sheet) *entry {
	e := &entry{s: s}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = "Người, hồ sơ, thủ tục, việc, mã lỗi – gõ không dấu cũng được"
	e.Icon = theme.SearchIcon()
	e.Scroll = fyne.ScrollNone
	e.OnChanged = s.ask
	return e
}

// TypedKey walks, opens and leaves; the rest is typing.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		e.s.move(1)
	case fyne.KeyUp:
		e.s.move(-1)
	case fyne.KeyPageDown:
		e.s.move(8)
	case fyne.KeyPageUp:
		e.s.move(-8)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.s.open()
	case fyne.KeyEscape:
		e.s.shut()
	default:
		e.Entry.TypedKey(k)
	}
}
