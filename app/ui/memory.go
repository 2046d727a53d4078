package ui

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/prefs"
	"ankhai/app/ui/xwidget/wordbook"
)

// The size of the window as it was left, in px at 100 %, so that it is as large when
// its things have become larger.
var (
	windowWide = prefs.NewNumber("cua-so.rong", leastWide, 3840, int(opening.Width))
	windowHigh = prefs.NewNumber("cua-so.cao", leastHigh, 2160, int(opening.Height))
)

// sizeLeft is the size to open the window with.
func sizeLeft() fyne.Size {
	scale := giaodien.Scale()
	return fyne.NewSize(max(leastWide, float32(windowWide.Get())/scale), max(leastHigh, float32(windowHigh.Get())/scale))
}

// bothFrom is the width from which labels have room for two languages.
const bothFrom = 1160

// remember is a layout around the window's content that keeps the window's size.
type remember struct{ window fyne.Window }

func (r remember) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wordbook.Narrow(size.Width < bothFrom)
	for _, c := range o {
		c.Move(fyne.NewPos(0, 0))
		c.Resize(size)
	}
	scale, whole := giaodien.Scale(), r.window.Canvas().Size() // with the menu
	windowWide.Set(int(whole.Width*scale + 0.5))
	windowHigh.Set(int(whole.Height*scale + 0.5))
}

func (remember) MinSize(o []fyne.CanvasObject) (m fyne.Size) {
	for _, c := range o {
		m = m.Max(c.MinSize())
	}
	return m
}

// lastPlace is the place of the rail where one was; the first one until then.
func (s *Shell) lastPlace() prefs.Choice {
	keys := make([]string, len(s.places))
	for i, p := range s.places {
		keys[i] = p.key
	}
	return prefs.NewChoice("noi-dang-o", keys...)
}

// comeBack shows the place where one was when the window was closed.
func (s *Shell) comeBack() {
	last := s.lastPlace().Get()
	s.Go(office.Place{Screen: last})
	if last != s.places[0].key { // which counts by itself
		s.Recount()
	}
}
