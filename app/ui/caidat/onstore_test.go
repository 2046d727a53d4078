package caidat

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// openOffice is a real data folder, empty.
func openOffice(t *testing.T) *office.Office {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 22, 7, 32, 7, 0, time.UTC) }
	o, err := office.Open(t.Context(), office.Config{Dir: t.TempDir(), Now: now, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.Close() })
	return o
}

// onStore is a section of the screen on a real data folder.
func onStore(t *testing.T, o *office.Office, section string, high float32) (*host, fyne.Canvas) {
	t.Helper()
	uitest.App(t)
	h := &host{Host: uitest.NewHost()}
	p := New(o, h, Doors{})
	c := uitest.Window(t, 1000, high, xwidget.NewPanel(look.Page, p.Content())).Canvas()
	p.Open(section)
	return h, c
}
