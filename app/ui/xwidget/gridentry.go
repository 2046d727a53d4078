package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// gridEntry is a field of the grid's own: of its search and of its filters. Enter goes
// on, with Shift back; Esc closes.
type gridEntry struct {
	SearchEntry
	onEnter  func(back bool)
	onEscape func()
	shift    bool
}

func newGridEntry(hint string) *gridEntry {
	e := &gridEntry{}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = hint
	e.Scroll = fyne.ScrollNone
	return e
}

func (e *gridEntry) selectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// KeyDown and KeyUp follow Shift.
func (e *gridEntry) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	e.SearchEntry.KeyDown(k)
}

// KeyUp follows Shift.
func (e *gridEntry) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.SearchEntry.KeyUp(k)
}

// TypedKey goes on, closes or edits.
func (e *gridEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.onEnter != nil {
			e.onEnter(e.shift)
		}
	case fyne.KeyF3:
		if e.onEnter != nil {
			e.onEnter(e.shift)
		}
	case fyne.KeyEscape:
		if e.onEscape != nil {
			e.onEscape()
		}
	default:
		e.SearchEntry.TypedKey(k)
	}
}

// MinSize lets the field be as low as a line of the grid's foot.
func (e *gridEntry) MinSize() fyne.Size { return fyne.NewSize(60, 26) }
