package uitest

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// Menu lists the words of the menu that lies over the window.
func Menu(c fyne.Canvas) (words []string) {
	items(c, func(label string, _ fyne.Tappable) { words = append(words, label) })
	return words
}

// Choose taps an item of the menu that lies over the window.
func Choose(t *testing.T, c fyne.Canvas, words string) {
	t.Helper()
	have := Menu(c)
	if !slices.Contains(have, words) {
		t.Fatalf("no item «%s» among %q", words, have)
	}
	items(c, func(label string, item fyne.Tappable) {
		if label == words {
			item.Tapped(&fyne.PointEvent{})
		}
	})
}

// items visits the items of Fyne's menu, whose type is not exported though its Item is.
func items(c fyne.Canvas, visit func(label string, item fyne.Tappable)) {
	Walk(c.Overlays().Top(), func(o fyne.CanvasObject) {
		v := reflect.Indirect(reflect.ValueOf(o)).FieldByName("Item")
		item, ok := o.(fyne.Tappable)
		if !ok || !v.IsValid() {
			return
		}
		if m, ok := v.Interface().(*fyne.MenuItem); ok && m != nil {
			visit(m.Label, item)
		}
	})
}
