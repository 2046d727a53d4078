package xwidget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// What does not fit into a line stands in the next one.
func TestFlow(t *testing.T) {
	one, two, three := Sized(60, 20, Spacer()), Sized(60, 20, Spacer()), Sized(60, 20, Spacer())
	f := Flow(8, one, two, three)
	if h := HeightFor(f, 200); h != 20 {
		t.Errorf("three beside each other are %v high", h)
	}
	if h := HeightFor(f, 130); h != 48 {
		t.Errorf("two lines are %v high", h)
	}
	f.Resize(fyne.NewSize(130, 48))
	if two.Position() != fyne.NewPos(68, 0) || three.Position() != fyne.NewPos(0, 28) {
		t.Errorf("they stand at %v and %v", two.Position(), three.Position())
	}
}

// Words that have too little room beside the doors stand above them.
func TestEnds(t *testing.T) {
	words, doors := Sized(10, 18, Spacer()), Sized(200, 30, Spacer())
	e := Ends(12, 150, words, doors)
	if h := HeightFor(e, 400); h != 30 {
		t.Errorf("beside each other they are %v high", h)
	}
	if h := HeightFor(e, 300); h != 48 {
		t.Errorf("on top of each other they are %v high", h)
	}
	e.Resize(fyne.NewSize(300, 48))
	if doors.Position() != fyne.NewPos(100, 18) || words.Size().Width != 300 {
		t.Errorf("doors at %v, words %v wide", doors.Position(), words.Size().Width)
	}
}

// Titles of tabs move together before they need a second line.
func TestTabLine(t *testing.T) {
	one, two, three := Sized(60, 20, Spacer()), Sized(60, 20, Spacer()), Sized(60, 20, Spacer())
	line := container.New(&tabLine{}, one, two, three)
	for width, c := range map[float32]struct{ high, at float32 }{300: {20, 68}, 184: {20, 62}, 170: {48, 68}} {
		if h := HeightFor(line, width); h != c.high {
			t.Errorf("%v px wide they are %v high, want %v", width, h, c.high)
		}
		line.Resize(fyne.NewSize(width, c.high))
		if x := two.Position().X; x != c.at {
			t.Errorf("%v px wide the second is at %v, want %v", width, x, c.at)
		}
	}
}
