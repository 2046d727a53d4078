package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/telex"
	"ankhai/forms/facts"
)

// The switch in the status bar changes every field from the next key on, and the
// menu has a shortcut that works while one types.
func TestTypingIsSwitchedInTheStatusBar(t *testing.T) {
	s, w := open(t, newFake(), 1)
	bar := func() string { return strings.Join(uitest.Words(s.status.root), "|") }
	if !strings.Contains(bar(), "Gõ: Tắt") {
		t.Fatalf("the bar says %s", bar())
	}
	s.typing.root.Tapped(nil)
	uitest.Keys(w.Canvas(), fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if mode, _ := xwidget.Typing(); mode != telex.Telex || !strings.Contains(bar(), "Gõ: Telex") {
		t.Errorf("after the second line of the menu: %d, %s", mode, bar())
	}
	s.askCompany(facts.DonVi{})
	entries := uitest.Find[*xwidget.Entry](w.Canvas().Overlays().Top())
	for i, want := range []string{"test", "tét"} { // the tax code stays as it is typed, the name is Vietnamese
		w.Canvas().Focus(entries[i])
		uitest.Type(w.Canvas(), "test")
		if entries[i].Text != want {
			t.Errorf("field %d has %q, want %q", i, entries[i].Text, want)
		}
	}
	for _, want := range []string{"Gõ: VNI", "Gõ: Tắt", "Gõ: Telex"} {
		s.typing.next()
		if !strings.Contains(bar(), want) {
			t.Errorf("the bar says %s, want %s", bar(), want)
		}
	}
}

// On a Mac it is offered at the first start, and not again.
func TestTypingIsOfferedOnAMac(t *testing.T) {
	s, w := open(t, newFake(), 1)
	s.offerTyping("windows")
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("offered where the machine's own typing works")
	}
	s.offerTyping("darwin")
	uitest.Golden(t, "go-tieng-viet", w.Canvas())
	uitest.Press(t, w.Canvas().Overlays().Top(), "Gõ VNI")
	if mode, _ := xwidget.Typing(); mode != telex.VNI {
		t.Errorf("chose %d", mode)
	}
	s.offerTyping("darwin")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("offered a second time")
	}
}
