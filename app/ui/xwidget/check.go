package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/wordbook"
)

// Check is a box to tick with its words, said in the person's language.
type Check struct {
	widget.Check
	Words string // Vietnamese
}

// NewCheck makes a box; changed may be nil.
func NewCheck(words string, changed func(on bool)) *Check {
	c := &Check{Words: words}
	c.OnChanged = changed
	c.say()
	c.ExtendBaseWidget(c)
	return c
}

func (c *Check) say() { c.Text = wordbook.Line(c.Words, bothLine) }

// CreateRenderer says the words.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.say()
	return c.Check.CreateRenderer()
}

// Refresh says the words anew: the language may be another one.
func (c *Check) Refresh() {
	c.say()
	c.Check.Refresh()
}
