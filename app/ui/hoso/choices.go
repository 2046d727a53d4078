package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
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
	switch phrases := office.Phrases(at.doc.Form, at.tag, c.Tag, at.line(), d.today()); {
	case len(choices) > 0:
		d.pick(m, g, c.Label+" · "+c.Codes.Name(), "", choices)
	case len(phrases) > 0:
		d.phrase(g, c.Label, phrases)
	default:
		d.p.host.Say(c.Label+": cột này không lấy từ danh mục", false)
	}
}

// today is the day of the window's clock.
func (d *dossier) today() office.Day {
	now := d.p.host.Now()
	return office.DayAt(now.Year(), int(now.Month()), now.Day())
}

// phrase lets a sentence be put into the editor of the active cell, where its blanks
// are filled in before it is taken.
func (d *dossier) phrase(g *xwidget.Grid, title string, phrases []office.MauCau) {
	row, col := g.Active()
	shown := make([]xwidget.Choice, len(phrases))
	for i, p := range phrases {
		shown[i] = xwidget.Choice{Code: p.Cau, Words: p.Cau, Also: p.CanCu}
	}
	var shut func()
	list := xwidget.NewPickList(shown, func(text string) {
		shut()
		g.Jump(row, col)
		g.Type(text)
	})
	list.WordsOnly()
	basis := xwidget.NewPara("Theo " + phrases[0].CanCu + ". Điền vào chỗ «" + office.ChoTrong + "» rồi bấm Enter.").In(look.Muted)
	shut = d.p.host.Dialog(title+" · mẫu câu", xwidget.Column(8, basis, xwidget.Sized(620, 360, list),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }))))
	list.Start()
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
	if c.Kind != office.KindCode {
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
