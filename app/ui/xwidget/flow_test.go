package xwidget

import (
	"testing"

	"fyne.io/fyne/v2"
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
