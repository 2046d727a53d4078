package xwidget

import "fyne.io/fyne/v2"

// TakeKeys gives the keys to a widget, also to one that was put on its window a moment
// ago: a real driver knows the canvas of a widget only after it has been drawn.
func TakeKeys(w interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(w); c != nil {
		c.Focus(w)
		return
	}
	for _, open := range d.AllWindows() {
		if c := open.Canvas(); c != nil {
			if c.Focus(w); c.Focused() == w {
				return
			}
		}
	}
}
