package office

import (
	"slices"

	"ankhai/forms/form"
)

// faultsByWords gathers places under their fault: the same words of many rows are
// one fault.
type faultsByWords struct{ out []form.Fault }

func (g *faultsByWords) add(code string, level form.Level, mau, say string, at form.Place) {
	i := slices.IndexFunc(g.out, func(f form.Fault) bool { return f.Code == code && f.Say == say && f.Level == level && f.Form == mau })
	if i < 0 {
		g.out = append(g.out, form.Fault{Code: code, Level: level, Form: mau, Say: say, Basis: basisOf(code)})
		i = len(g.out) - 1
	}
	g.out[i].Places = append(g.out[i].Places, at)
}

// at is a cell of a row, counted from 1.
func at(row int, c *form.Column) form.Place {
	return form.Place{Row: row, Tag: c.Tag, Label: c.Label}
}
