package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/ui/xwidget/look"
)

// emptyWidth is how wide the words of an empty place are.
const emptyWidth = 440

// Empty stands where there is nothing yet: a drawing, what is missing, what to do about
// it, and the button that does it.
func Empty(icon, title, say string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	col := Column(8,
		container.NewCenter(Icon(icon, look.Wait, 40)),
		NewPara(title).Strong().Sized(16).Aligned(fyne.TextAlignCenter),
		NewPara(say).In(look.Muted).Aligned(fyne.TextAlignCenter),
		Inset(0, 8, 0, 0, container.NewCenter(Row(8, buttons...))))
	return container.New(middle{}, col)
}

// middle puts one object into the middle of a place, at most emptyWidth wide.
type middle struct{}

func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, c := range o {
		w := max(0, min(emptyWidth, size.Width-24))
		h := HeightFor(c, w)
		c.Move(fyne.NewPos((size.Width-w)/2, max(0, (size.Height-h)/2)))
		c.Resize(fyne.NewSize(w, h))
	}
}

func (middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 160) }
