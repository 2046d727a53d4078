package xwidget

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
	"ankhai/assets"
)

// Icon is the drawing of a name in a colour of the theme, w × w px; a name without a
// drawing gets a plain one.
func Icon(name string, ink fyne.ThemeColorName, w float32) fyne.CanvasObject {
	return Sized(w, w, drawing(name, ink))
}

func drawing(name string, ink fyne.ThemeColorName) *canvas.Image {
	i := canvas.NewImageFromResource(&inked{name: name, ink: ink})
	i.FillMode = canvas.ImageFillContain
	return i
}

// inked is a drawing whose lines follow the theme. Fyne's own themed resource
// colours what is filled, and these are lines.
type inked struct {
	name string
	ink  fyne.ThemeColorName
}

var _ fyne.ThemedResource = (*inked)(nil)

func (i *inked) colour() string {
	c := color.NRGBAModel.Convert(look.C(i.ink)).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Name is another one for each colour: pictures are kept by their names.
func (i *inked) Name() string { return i.name + i.colour() + ".svg" }

// Content is the drawing in its colour.
func (i *inked) Content() []byte {
	b := assets.Icon(i.name)
	if b == nil {
		b = assets.Icon("muc-khac")
	}
	return bytes.ReplaceAll(b, []byte("#000000"), []byte(i.colour()))
}

// ThemeColorName is the name of the colour.
func (i *inked) ThemeColorName() fyne.ThemeColorName { return i.ink }
