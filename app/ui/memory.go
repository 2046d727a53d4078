package ui

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/prefs"
)

// The size of the window, as it was left. What is kept fits some screen: one that has
// become smaller since cuts the window, never the other way round.
var (
	windowWide = prefs.NewNumber("cua-so.rong", 900, 2560, int(opening.Width))
	windowHigh = prefs.NewNumber("cua-so.cao", 480, 1440, int(opening.Height))
)

// remember is a layout around the window's content that keeps its size.
type remember struct{}

func (remember) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, c := range o {
		c.Move(fyne.NewPos(0, 0))
		c.Resize(size)
	}
	windowWide.Set(int(size.Width))
	windowHigh.Set(int(size.Height))
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
func (s *Shell) comeBack() { s.Go(office.Place{Screen: s.lastPlace().Get()}) }
