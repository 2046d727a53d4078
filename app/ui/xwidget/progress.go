package xwidget

import "fyne.io/fyne/v2/widget"

// NewProgress makes a bar that shows how far a work is. It has no words in it, which
// would be read on two colours: they stand beside it.
func NewProgress() *widget.ProgressBar {
	bar := widget.NewProgressBar()
	bar.TextFormatter = func() string { return "" }
	return bar
}
