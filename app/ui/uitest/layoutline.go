package uitest

import (
	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// control is a button or a field, with its words.
func control(o fyne.CanvasObject) (words string, ok bool) {
	switch v := o.(type) {
	case *xwidget.Button:
		return v.Words, true
	case *xwidget.Entry:
		return "ô " + v.PlaceHolder, true
	case *xwidget.SearchEntry:
		return "ô " + v.PlaceHolder, true
	case *xwidget.DateEntry:
		return "ô " + v.PlaceHolder, true
	case *xwidget.MonthEntry:
		return "ô " + v.PlaceHolder, true
	case *xwidget.Select:
		return "ô " + v.PlaceHolder, true
	case *xwidget.SelectSearch:
		return "ô " + v.PlaceHolder, true
	}
	return "", false
}

// unwrapped is what stands alone in containers.
func unwrapped(o fyne.CanvasObject, at fyne.Position) (fyne.CanvasObject, fyne.Position) {
	for {
		c, ok := o.(*fyne.Container)
		if !ok || len(c.Objects) != 1 {
			return o, at
		}
		o = c.Objects[0]
		at = at.Add(o.Position())
	}
}

// heights finds controls of a container that stand on one line and differ in height.
func (l *layout) heights(c *fyne.Container, at fyne.Position) {
	var line []thing
	for _, o := range c.Objects {
		if !o.Visible() {
			continue
		}
		o, at := unwrapped(o, at.Add(o.Position()))
		if words, ok := control(o); ok {
			line = append(line, thing{words, areaOf(at, o.Size())})
		}
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1].at, line[i].at
		high, other := a.y1-a.y0, b.y1-b.y0
		beside := min(a.y1, b.y1)-max(a.y0, b.y0) > overEach && (a.x1 <= b.x0 || b.x1 <= a.x0)
		if beside && (high-other > overHigh || other-high > overHigh) {
			l.fault("not equally high: «%s» at %v and «%s» at %v", short(line[i-1].words), a, short(line[i].words), b)
		}
	}
}

// rooms finds gaps and paddings that are none of the theme's steps.
func (l *layout) rooms(c *fyne.Container, at fyne.Position) {
	for _, v := range xwidget.Rooms(c) {
		if !look.Step(v) {
			l.fault("no step of the theme: a gap or padding of %v px at %v", v, areaOf(at, c.Size()))
		}
	}
}
