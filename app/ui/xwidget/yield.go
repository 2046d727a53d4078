package xwidget

import "fyne.io/fyne/v2"

// leastList is how low a list gets where a dialog has too little room: a few lines of
// it are seen.
const leastList = 120

// Yield takes height from what has a height of its own in a column, the highest first:
// lists and grids, which scroll by themselves.
func Yield(o fyne.CanvasObject, by float32) {
	for by > 0 {
		list := highest(o)
		if list == nil {
			return
		}
		less := min(by, list.h-leastList)
		list.h -= less
		by -= less
	}
}

// highest is the highest part of a column that can become lower, nil where none can; a
// column of one part is that part.
func highest(o fyne.CanvasObject) *fixed {
	c, ok := o.(*fyne.Container)
	if !ok {
		return nil
	}
	parts := []fyne.CanvasObject{c}
	if _, ok := c.Layout.(*column); ok {
		parts = visible(c.Objects)
	}
	var most *fixed
	for _, p := range parts {
		if p, ok := p.(*fyne.Container); ok {
			if f, ok := p.Layout.(*fixed); ok && f.h > leastList && (most == nil || f.h > most.h) {
				most = f
			}
		}
	}
	return most
}

// Last parts a column into its last line, where that is one of buttons, and what is
// above it; last is nil where there is none.
func Last(o fyne.CanvasObject) (rest, last fyne.CanvasObject) {
	c, ok := o.(*fyne.Container)
	if !ok || len(c.Objects) < 2 {
		return o, nil
	}
	if _, ok := c.Layout.(*column); !ok {
		return o, nil
	}
	n := len(c.Objects) - 1
	if !isRow(c.Objects[n]) {
		return o, nil
	}
	return &fyne.Container{Layout: c.Layout, Objects: c.Objects[:n:n]}, c.Objects[n]
}

// isRow reports whether an object is a row, with room around it or without.
func isRow(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	switch c.Layout.(type) {
	case *row:
		return true
	case *inset:
		return isRow(c.Objects[0])
	}
	return false
}
