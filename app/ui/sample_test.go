package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
)

// rehearsed is a real data folder with the sample company.
func rehearsed(t *testing.T) (*office.Office, office.DonVi) {
	t.Helper()
	o := desk(t, t.TempDir())
	t.Cleanup(func() { _ = o.Close() })
	if err := o.Rehearse(t.Context()); err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return o, dv
}

// windowOn is a window of 1366 × 768 on a data folder.
func windowOn(t *testing.T, o *office.Office) (*Shell, fyne.Window) {
	t.Helper()
	return windowOf(t, o, 1366, 768)
}

// windowOf is a window of another size.
func windowOf(t *testing.T, o *office.Office, wide, high float32) (*Shell, fyne.Window) {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(wide, high))
	s := New(o, w, &task.Runner{Window: w}, clock)
	s.Start()
	w.Resize(fyne.NewSize(wide, high))
	return s, w
}
