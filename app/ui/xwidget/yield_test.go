package xwidget

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Of a dialog that is too high the highest list gives way, and none becomes lower than a
// few lines.
func TestYield(t *testing.T) {
	list, other := Sized(100, 300, Spacer()), Sized(100, 200, Spacer())
	col := Column(8, NewText("Việc có hạn"), list, other)
	Yield(col, 150)
	if a, b := list.MinSize().Height, other.MinSize().Height; a != 150 || b != 200 {
		t.Errorf("after 150 px: %v and %v", a, b)
	}
	Yield(col, 500)
	if a, b := list.MinSize().Height, other.MinSize().Height; a != leastList || b != leastList {
		t.Errorf("after all: %v and %v, want %v each", a, b, leastList)
	}
	Yield(NewText("Đã ký"), 10)
}

// The buttons of a dialog are its last line, with room around them or without.
func TestLast(t *testing.T) {
	buttons := Row(8, Spacer(), NewButton("Đóng", nil))
	for name, c := range map[string]struct {
		of   fyne.CanvasObject
		want fyne.CanvasObject
	}{
		"row":      {Column(8, NewText("Đã ký"), buttons), buttons},
		"words":    {Column(8, buttons, NewText("Đã ký")), nil},
		"alone":    {Column(8, buttons), nil},
		"no lines": {NewText("Đã ký"), nil},
	} {
		if _, last := Last(c.of); last != c.want {
			t.Errorf("%s: the last line is %v", name, last)
		}
	}
	around := Inset(0, 8, 0, 0, buttons)
	rest, last := Last(Column(8, NewText("Đã ký"), NewRule(), around))
	if last != fyne.CanvasObject(around) || len(rest.(*fyne.Container).Objects) != 2 {
		t.Errorf("parted into %v and %v", rest, last)
	}
}
