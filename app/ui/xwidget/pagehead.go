package xwidget

import "fyne.io/fyne/v2"

// PageHead is the line over a screen: its title, a count that gives way where there is
// too little room, and the doors.
func PageHead(title, count *Text, doors ...fyne.CanvasObject) fyne.CanvasObject {
	count.Wrapped(1).Aligned(fyne.TextAlignTrailing)
	return Dock(nil, nil, Row(0, title), Row(10, doors...), Inset(10, 8, 10, 0, count))
}
