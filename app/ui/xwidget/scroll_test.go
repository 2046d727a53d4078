package xwidget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// What is to be seen is scrolled to, and only as far as needed.
func TestReveal(t *testing.T) {
	col := xwidget.Column(0)
	for i := range 40 {
		col.Add(xwidget.NewText(fmt.Sprint("Hồ sơ ", i)))
	}
	s := xwidget.NewScroll(xwidget.Inset(0, 5, 0, 0, col))
	w := uitest.Window(t, 200, 100, s)
	at := func(i int) (top, bottom float32) {
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(col.Objects[i]).Y
		return y, y + col.Objects[i].Size().Height
	}
	if top, _ := at(30); top < w.Canvas().Size().Height {
		t.Fatal("everything fits: nothing to scroll")
	}
	for _, i := range []int{30, 39, 10, 0} {
		s.Reveal(col.Objects[i])
		if top, bottom := at(i); top < 0 || bottom > 100 {
			t.Errorf("line %d is at %v to %v of 100", i, top, bottom)
		}
	}
	before, _ := at(1)
	s.Reveal(col.Objects[1])
	if after, _ := at(1); after != before {
		t.Errorf("what was seen moved from %v to %v", before, after)
	}
}

// Room for the bar is left only while there is one: what fits reaches as far as the
// place.
func TestScrollLeavesRoomForItsBar(t *testing.T) {
	col := xwidget.Column(0)
	s := xwidget.NewScroll(col)
	uitest.Window(t, 200, 100, s)
	for _, c := range []struct {
		lines int
		wide  float32
	}{{2, 200}, {40, 188}, {1, 200}} {
		col.Objects = nil
		for range c.lines {
			col.Add(xwidget.NewText("Hồ sơ"))
		}
		s.Reflow()
		if got := col.Size().Width; got != c.wide {
			t.Errorf("%d lines are %v px wide, want %v", c.lines, got, c.wide)
		}
	}
}
