package kham

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// sign tells a level to a reader of plain text.
func sign(l office.Level) string {
	switch l {
	case office.Red:
		return "✗"
	case office.Yellow:
		return "!"
	}
	return "✓"
}

// Mark draws the sign of a level: its shape speaks to an eye that does not tell
// colours apart. Our font has no letter for it.
func Mark(l office.Level) fyne.CanvasObject {
	icon, tone := theme.ConfirmIcon(), look.Good
	switch l {
	case office.Red:
		icon, tone = theme.CancelIcon(), look.Bad
	case office.Yellow:
		icon, tone = theme.WarningIcon(), look.Warn
	}
	return xwidget.Sized(18, 18, widget.NewIcon(theme.NewColoredResource(icon, tone.Ink())))
}
