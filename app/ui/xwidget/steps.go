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
		parts[i] = Column(2, Sized(0, 4, NewPanel(line, Spacer())), title, NewCaption(it.Say))
	}
	return Shares(8, []float32{1}, parts...)
}

// EventItem is one line of a history.
type EventItem struct {
	When  string
	Title string
	Say   string
	Raw   string // what a gateway said, word for word
	Tone  look.Tone
}

// Timeline shows events below each other, newest where the caller puts it.
func Timeline(items []EventItem) fyne.CanvasObject {
	col := Column(0)
	for i, it := range items {
		lines := Column(2, NewPara(it.Title).Strong())
		if it.Say != "" {
			lines.Add(NewPara(it.Say))
		}
		if it.Raw != "" {
			raw := NewCard(NewPara(it.Raw).Sized(look.SmallSize).In(look.Muted))
			raw.Fill, raw.Pad, raw.Radius = look.Page, 8, 4
			lines.Add(Inset(0, 4, 0, 0, raw))
		}
		when := Sized(112, 0, Column(0, NewCaption(it.When)))
		mark := Sized(20, 0, Column(0, Sized(0, 18, NewDot(it.Tone.Ink()))))
		col.Add(Inset(0, 8, 0, 8, beside(when, mark, lines)))
		if i < len(items)-1 {
			col.Add(NewRule())
		}
	}
	return col
}

// beside puts two narrow objects and a wide one beside each other, at the top.
func beside(a, b, wide fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: besideLayout{}, Objects: []fyne.CanvasObject{a, b, wide}}
}

type besideLayout struct{}

func (besideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, c := range o {
		w := c.MinSize().Width
		if i == len(o)-1 {
			w = size.Width - x
		}
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, c := range o {
		m := c.MinSize()
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	return s
}

func (besideLayout) heightFor(o []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, c := range o {
		if i == len(o)-1 {
			return max(h, HeightFor(c, width))
		}
		w := c.MinSize().Width
		h = max(h, HeightFor(c, w))
		width -= w
	}
	return h
}
