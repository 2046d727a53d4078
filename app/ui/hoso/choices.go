package hoso

import (
	"ankhai/app/ui/xwidget"
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// lister is a code list that can be listed.
type lister interface{ All() []codes.Item }

// hasChoices reports whether the column's codes can be chosen from a list.
func hasChoices(c *form.Column) bool {
	_, ok := c.Codes.(lister)
	return ok
}

// choicesOf is the column's code list, as far as it can be listed.
func choicesOf(c *form.Column) []xwidget.Choice {
	l, ok := c.Codes.(lister)
	if !ok {
		return nil
	}
	var out []xwidget.Choice
	for _, it := range l.All() {
		if it.Den == 0 {
			out = append(out, xwidget.Choice{Code: it.Ma, Words: it.Ten, Also: it.Khac})
		}
	}
	return out
}

// pickCode lists the codes of the active cell's column with their words.
func (d *dossier) pickCode(m leaf, g *xwidget.Grid) {
	row, col := g.Active()
	if row >= m.Rows() || !m.Editable(row, col) {
		return
	}
	c := m.column(row, col)
	choices := choicesOf(c)
	if len(choices) == 0 {
		d.p.host.Say(c.Label+": cột này không lấy từ danh mục", false)
		return
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(code string) {
		shut()
		if say := m.Set(row, col, code); say != "" {
			d.p.host.Say(say, true)
		}
		d.edited()
		g.Refresh()
		g.Jump(row, col)
	})
	shut = d.p.host.Dialog(c.Label+" · "+c.Codes.Name(), xwidget.Column(8, xwidget.Sized(520, 360, pick), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }))))
	pick.Start()
}
