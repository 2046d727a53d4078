package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
)

// flag tells the mark of a cell by its shape as well as by its colour: a corner is a
// Lỗi, a dot a Nhắc, a line below a cell that has changed.
type flag struct {
	corner [3]*canvas.Rectangle
	dot    *canvas.Circle
	line   *canvas.Rectangle
}

// flag draws the shape of a mark. The pieces are made for the first cell that needs
// them.
func (s *gridSlot) flag(i int, mark Mark, x, w, high float32) {
	marked := mark == MarkError || mark == MarkNotice || mark == MarkChanged
	f := s.flags[i]
	if f == nil {
		if !marked {
			return
		}
		f = &flag{dot: canvas.NewCircle(nil), line: canvas.NewRectangle(nil)}
		s.flags[i] = f
		for k := range f.corner {
			f.corner[k] = canvas.NewRectangle(nil)
			s.box.Objects = append(s.box.Objects, f.corner[k])
		}
		s.box.Objects = append(s.box.Objects, f.dot, f.line)
	}
	for k, c := range f.corner {
		c.Hidden = mark != MarkError
		c.FillColor = look.C(look.Error)
		c.Move(fyne.NewPos(x, float32(2*k)))
		c.Resize(fyne.NewSize(float32(6-2*k), 2))
	}
	f.dot.Hidden = mark != MarkNotice
	f.dot.FillColor = look.C(look.Notice)
	f.dot.Move(fyne.NewPos(x+2, 2))
	f.dot.Resize(fyne.NewSize(5, 5))
	f.line.Hidden = mark != MarkChanged
	f.line.FillColor = look.C(look.Done)
	f.line.Move(fyne.NewPos(x+cellPad, high-4))
	f.line.Resize(fyne.NewSize(w-2*cellPad, 1))
}
