package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/form"
)

// pickCode lists what may be chosen for the active cell.
func (d *dossier) pickCode(m leaf, g *xwidget.Grid) {
	row, col := g.Active()
	if row >= m.Rows() || !m.Editable(row, col) {
		return
	}
	at := m.place(row, col)
	c := at.col
	choices := office.Choices(at.table, c, at.line())
	if len(choices) == 0 {
		d.p.host.Say(c.Label+": cột này không lấy từ danh mục", false)
		return
	}
	d.pick(m, g, c.Label+" · "+c.Codes.Name(), "", choices)
}

// pick lets one of the choices be put into the active cell.
func (d *dossier) pick(m leaf, g *xwidget.Grid, title, why string, choices []office.Choice) {
	row, col := g.Active()
	shown := make([]xwidget.Choice, len(choices))
	for i, c := range choices {
		shown[i] = xwidget.Choice(c)
	}
	var shut func()
	list := xwidget.NewPickList(shown, func(code string) {
		shut()
		if say := m.Set(row, col, code); say != "" {
			d.p.host.Say(say, true)
		}
		d.edited()
		g.Refresh()
		g.Jump(row, col)
	})
	body := xwidget.Column(8)
	if why != "" {
		body.Add(xwidget.NewPara(why).In(look.Muted))
	}
	body.Add(xwidget.Sized(520, 360, list))
	body.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() })))
	shut = d.p.host.Dialog(title, body)
	list.Start()
}

// offer opens the choices among which a refused text may mean one. The editor is
// closed: below a dialog it would hand its text in once more.
func (d *dossier) offer(m leaf, row, col int, text string) {
	at := m.place(row, col)
	c := at.col
	if c.Kind != form.KindCode {
		return
	}
	_, found, why := office.Meant(at.table, c, at.line(), textOf(c, text))
	for i, l := range d.leaves {
		if l == m && len(found) > 0 {
			d.grids[i].Jump(row, col)
			d.pick(m, d.grids[i], c.Label, why, found)
		}
	}
}
