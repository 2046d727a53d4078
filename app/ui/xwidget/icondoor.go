package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// iconDoor is a picture in a field that can be clicked; the keyboard has a key of
// the field for it.
type iconDoor struct {
	widget.BaseWidget
	icon   *widget.Icon
	tapped func()
}

func newIconDoor(icon fyne.Resource, tapped func()) *iconDoor {
	d := &iconDoor{icon: widget.NewIcon(theme.NewColoredResource(icon, look.Muted)), tapped: tapped}
	d.ExtendBaseWidget(d)
	return d
}

// Tapped opens.
func (d *iconDoor) Tapped(*fyne.PointEvent) { d.tapped() }

// Cursor is a hand, as over every door.
func (d *iconDoor) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the picture.
func (d *iconDoor) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Inset(2, 2, 2, 2, d.icon))
}

// MinSize is that of an icon in a field.
func (d *iconDoor) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return fyne.NewSize(20, 20)
}
