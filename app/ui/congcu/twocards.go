package congcu

import (
	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// twoCards puts the questions and the answer beside each other, and below each other
// where that would leave a column of single words.
// There the answer takes what it needs and no more than its part.
type twoCards struct{ answer fyne.CanvasObject }

// cardsGap is between the two, leastCard the width from which one is read with ease.
const cardsGap, leastCard = 14, 240

// answerPart is how much of the height the answer takes at most below the questions.
const answerPart = 0.4

func (l twoCards) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if w := size.Width - cardsGap; w >= 2*leastCard {
		left := w / 2.15
		o[0].Resize(fyne.NewSize(left, size.Height))
		o[1].Move(fyne.NewPos(left+cardsGap, 0))
		o[0].Move(fyne.NewPos(0, 0))
		o[1].Resize(fyne.NewSize(w-left, size.Height))
		return
	}
	needed := xwidget.HeightFor(l.answer, size.Width-2*look.CardPad) + 2*look.CardPad
	top := size.Height - cardsGap - min(needed, (size.Height-cardsGap)*answerPart)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top+cardsGap))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top-cardsGap))
}

func (twoCards) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Max(o[1].MinSize())
}
