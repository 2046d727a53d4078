package xwidget

import (
	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget/look"
)

// StepItem is one station of a road: of a dossier, of an import.
type StepItem struct {
	Title string
	Say   string    // when, or why not
	Tone  look.Tone // Good done, Info now, Bad stopped here, Plain still to come
}

// Steps shows stations beside each other, with a line above each in its tone.
func Steps(items []StepItem) fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(items))
	for i, it := range items {
		ink, line := look.Text, it.Tone.Ink()
		if it.Tone == look.Plain {
			ink, line = look.Muted, look.Border
		}
		title := NewText(it.Title).Wrapped(2).In(ink)
		title.Bold = it.Tone == look.Info || it.Tone == look.Bad
		parts[i] = Column(2, Sized(0, 4, NewPanel(line, Spacer())), title, NewPara(it.Say).Wrapped(2).Sized(look.SmallSize).In(look.Muted))
	}
	return Shares(8, []float32{1}, parts...)
}
