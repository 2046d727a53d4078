package assets

import "embed"

//go:embed rail/*.svg
var rail embed.FS

// Icon is the drawing of a place or a thing by its name, 20 × 20, one line of 1.5 px
// in black that the window colours; nil where there is none of that name.
func Icon(name string) []byte {
	b, err := rail.ReadFile("rail/" + name + ".svg")
	if err != nil {
		return nil
	}
	return b
}
