package xwidget

import "fyne.io/fyne/v2"

// Rooms are the gaps and the paddings of a container of this package; none where it has
// none, or is of somebody else.
func Rooms(c *fyne.Container) []float32 {
	switch l := c.Layout.(type) {
	case *column:
		return []float32{l.gap}
	case *row:
		return []float32{l.gap}
	case *shares:
		return []float32{l.gap}
	case *flow:
		return []float32{l.gap}
	case *ends:
		return []float32{l.gap}
	case *inset:
		return []float32{l.left, l.top, l.right, l.bottom}
	}
	return nil
}
