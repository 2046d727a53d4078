package uitest

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/xwidget"
)

// What is let through, in px: letters are measured one by one and drawn as a whole,
// and a size in between two pixels is rounded.
const (
	overEdge = 1.5 // beyond what one can get to see
	overRoom = 1.5 // words wider than their room
	overEach = 2   // two things on each other, in both directions
	overLine = 2   // a line lower than its letters
	overHigh = 0.5 // two controls on one line
)

// LayoutFaults tells what is drawn badly in a window, in the dialog on top of it where
// there is one: words that are wider or higher than their room and have no ellipsis,
// two things with words on each other, what reaches out of the window or its card, controls of one
// line that are not equally high, gaps and paddings that are none of the theme's steps.
// Each fault names the words and where they stand.
//
// It looks at what has words: texts, buttons, badges, fields. What a scroll keeps out
// of sight is right where one can scroll to it: what a vertical one cuts off across is
// not. The cells of a grid cut their words themselves.
func LayoutFaults(c fyne.Canvas) []string {
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	l := &layout{}
	window := areaOf(fyne.NewPos(0, 0), c.Size())
	l.look(root, fyne.NewPos(0, 0), window, window, nil)
	l.overlaps()
	return l.faults
}

// area is a place in the window: its edges.
type area struct{ x0, y0, x1, y1 float32 }

func areaOf(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) and(b area) area {
	return area{max(a.x0, b.x0), max(a.y0, b.y0), min(a.x1, b.x1), min(a.y1, b.y1)}
}

func (a area) empty() bool { return a.x1-a.x0 < 1 || a.y1-a.y0 < 1 }

// within reports whether a has its room in b.
func (a area) within(b area) bool {
	return a.x0 >= b.x0-overEdge && a.x1 <= b.x1+overEdge && a.y0 >= b.y0-overEdge && a.y1 <= b.y1+overEdge
}

func (a area) String() string {
	return fmt.Sprintf("%.0f,%.0f %.0f×%.0f", a.x0, a.y0, a.x1-a.x0, a.y1-a.y0)
}

// thing is something with words.
type thing struct {
	words string
	at    area // as far as it is seen
}

type layout struct {
	things []thing
	faults []string
}

func (l *layout) fault(format string, args ...any) {
	l.faults = append(l.faults, fmt.Sprintf(format, args...))
}

// far is farther than any window reaches.
const far = 1e6

// look visits an object that stands at a place. seen is what the window and the
// scrolls around it show; reach is what one can get to see, which is endless where one
// may scroll. in is the thing with words that the object is a part of.
func (l *layout) look(o fyne.CanvasObject, at fyne.Position, seen, reach area, in *thing) {
	if o == nil || !o.Visible() {
		return
	}
	here := areaOf(at, o.Size())
	switch v := o.(type) {
	case *xwidget.Text:
		in = l.meet(v.Words, inked(v, here), seen, reach, in)
	case *xwidget.Button:
		in = l.meet(v.Words, here, seen, reach, in)
	case *xwidget.Badge:
		in = l.meet(v.Words, here, seen, reach, in)
	case *xwidget.Entry:
		in = l.meet("ô "+v.PlaceHolder, here, seen, reach, in)
	case *canvas.Text:
		if in == nil && reach.x0 > -far { // not a cell of a grid
			l.meet(v.Text, aligned(v.Alignment, here, v.MinSize()), seen, reach, in)
		}
		l.letters(v, here, seen)
	case *xwidget.Panel: // a card holds what is in it
		reach = reach.and(here)
	case *container.Scroll:
		if !here.and(seen).empty() && !here.within(reach) {
			l.fault("a scroll reaches out of its place: %v, room %v", here, reach)
		}
		seen, reach = seen.and(here), reach.and(here)
		if v.Direction == container.ScrollVerticalOnly || v.Direction == container.ScrollBoth {
			reach.y0, reach.y1 = -far, far
		}
		if v.Direction == container.ScrollHorizontalOnly || v.Direction == container.ScrollBoth {
			reach.x0, reach.x1 = -far, far
		}
	case *container.Clip: // a grid scrolls by itself
		seen, reach = seen.and(here), area{-far, -far, far, far}
	}
	switch v := o.(type) {
	case *fyne.Container:
		l.heights(v, at)
		l.rooms(v, at)
		for _, c := range v.Objects {
			l.look(c, at.Add(c.Position()), seen, reach, in)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			l.look(c, at.Add(c.Position()), seen, reach, in)
		}
	}
}

// inked is the part of a text's room that its letters take.
func inked(t *xwidget.Text, room area) area {
	var wide, high float32
	for _, o := range test.WidgetRenderer(t).Objects() {
		if c, ok := o.(*canvas.Text); ok && c.Visible() && c.Text != "" {
			wide, high = max(wide, c.MinSize().Width), max(high, c.Position().Y+c.MinSize().Height)
		}
	}
	return aligned(t.Align, room, fyne.NewSize(wide, high))
}

// aligned is where letters of a size stand in a room.
func aligned(a fyne.TextAlign, room area, ink fyne.Size) area {
	switch a {
	case fyne.TextAlignTrailing:
		room.x0 = room.x1 - ink.Width
	case fyne.TextAlignCenter:
		mid := (room.x0 + room.x1) / 2
		room.x0, room.x1 = mid-ink.Width/2, mid+ink.Width/2
	default:
		room.x1 = room.x0 + ink.Width
	}
	room.y1 = room.y0 + ink.Height
	return room
}

// meet notes a thing with words and finds out whether all of it can be seen.
func (l *layout) meet(words string, here, seen, reach area, in *thing) *thing {
	if in != nil || strings.TrimSpace(words) == "" {
		return in
	}
	if !here.within(reach) && here.x1 > here.x0 {
		l.fault("reaches out of its place: «%s» at %v, room %v", short(words), here, reach)
	}
	t := &thing{words, here.and(seen)}
	if !t.at.empty() {
		l.things = append(l.things, *t)
	}
	return t
}

// letters finds out whether a line fits the room that it was given.
func (l *layout) letters(t *canvas.Text, here, seen area) {
	if t.Text == "" || here.and(seen).empty() {
		return
	}
	need := t.MinSize()
	if w := here.x1 - here.x0; need.Width > w+overRoom {
		l.fault("clipped: «%s» needs %.0f px and has %.0f, at %v", short(t.Text), need.Width, w, here)
	}
	if h := here.y1 - here.y0; need.Height > h+overLine {
		l.fault("too low: «%s» needs %.0f px and has %.0f, at %v", short(t.Text), need.Height, h, here)
	}
}

// overlaps finds the things that lie on each other.
func (l *layout) overlaps() {
	for i, a := range l.things {
		for _, b := range l.things[i+1:] {
			if o := a.at.and(b.at); o.x1-o.x0 > overEach && o.y1-o.y0 > overEach {
				l.fault("on each other: «%s» at %v and «%s» at %v", short(a.words), a.at, short(b.words), b.at)
			}
		}
	}
}

func short(s string) string {
	if r := []rune(s); len(r) > 48 {
		return string(r[:48]) + "…"
	}
	return s
}
