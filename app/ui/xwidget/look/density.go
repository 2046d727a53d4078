package look

// Density says how close the rows of grids and lists stand.
type Density uint8

// The densities.
const (
	Normal  Density = iota // vừa
	Roomy                  // thoáng
	Compact                // gọn
)

// Row is the height of a row that is px high at the normal density, at the one
// that is in force.
func Row(px float32) float32 {
	t, _ := worn()
	switch t.Rows {
	case Roomy:
		return px + 6
	case Compact:
		return px - 4
	}
	return px
}
