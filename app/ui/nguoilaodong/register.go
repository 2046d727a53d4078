package nguoilaodong

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// register is the dialog with all periods of one person, to be looked through, added to
// and mended. It is nothing until it is opened.
type register struct {
	p    *Page
	of   record
	grid *xwidget.Grid

	more   *xwidget.Text // of the period at hand, what has no column
	back   *fyne.Container
	result *xwidget.Button
	drop   *xwidget.Button
	open   *xwidget.Button
}

var _ xwidget.Model = (*register)(nil)

// The measures of the dialog: it fits into the smallest window.
const registerWide, registerHigh = 820, 250

// openRegister shows the periods of a person.
func (p *Page) openRegister(r record) {
	g := &register{p: p, of: r, more: xwidget.NewText("").Wrapped(2).Sized(look.SmallSize).In(look.Muted), back: xwidget.Column(0)}
	p.register = g
	g.grid = xwidget.NewList(g).Named("dotHuong")
	g.grid.Empty = "Chưa ghi đợt nào. Bấm «Ghi một đợt…» cho đợt đã hưởng trước đây."
	g.grid.OnSelect = func(int, int) { g.tell() }
	g.grid.OnOpen = func(int) { g.settle() }
	g.grid.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyDelete {
			g.dropClaim()
			return true
		}
		return false
	}
	var shut func()
	g.result = xwidget.NewButton("Kết quả của cơ quan…", g.settle)
	g.drop = xwidget.NewButton("Bỏ đợt này", g.dropClaim)
	g.open = xwidget.NewButton("Mở hồ sơ", func() {
		if b, ok := g.at(); ok {
			shut()
			p.host.Go(office.Place{Screen: "ho-so", ID: b.DossierID})
		}
	})
	g.take(r)
	shut = p.host.Dialog("Chế độ đã hưởng, đang chờ của "+r.who.HoTen, xwidget.Column(8,
		xwidget.NewPara("Số ngày còn được hưởng tính từ các đợt này. Đợt bị từ chối, hoặc hồ sơ bị trả lại, đã huỷ thì không tính.").In(look.Muted),
		xwidget.Sized(registerWide, registerHigh, xwidget.NewCard(g.grid).Tight()), xwidget.Sized(registerWide, 34, xwidget.Column(0, g.more)),
		xwidget.Sized(registerWide, 26, g.back),
		xwidget.Row(8, xwidget.NewStrong("Ghi một đợt…", func() { p.addClaim(g.of) }), g.result, g.drop, g.open,
			xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }))))
	p.host.Focus(g.grid)
}

// take shows what is known of the person now.
func (g *register) take(r record) {
	if g.grid == nil || g.of.who.ID != r.who.ID {
		return
	}
	g.of = r
	g.grid.SetModel(g)
	g.back.Objects = nil
	if g.p.back != nil {
		g.back.Add(g.p.back.line(g.p))
	}
	g.back.Refresh()
	g.tell()
}

// at is the period that is chosen.
func (g *register) at() (b office.Benefit, ok bool) {
	row, _ := g.grid.Active()
	if row < 0 || row >= len(g.of.claims) {
		return b, false
	}
	return g.claim(row), true
}

// claim is a period by its line: the latest stands first.
func (g *register) claim(row int) office.Benefit { return g.of.claims[len(g.of.claims)-1-row] }

// tell says of the period at hand what has no column, and what can be done with it.
func (g *register) tell() {
	b, ok := g.at()
	g.more.Set("")
	for _, x := range []struct {
		button *xwidget.Button
		can    bool
	}{{g.result, ok}, {g.drop, ok && b.DossierID == ""}, {g.open, ok && b.DossierID != ""}} {
		if x.can {
			x.button.Enable()
		} else {
			x.button.Disable()
		}
	}
	if !ok {
		return
	}
	say := []string{b.CheDo.Say()}
	if b.NgaySinhCon.Valid() {
		say = append(say, "con sinh "+b.NgaySinhCon.String())
	}
	if b.TruongHop != "" {
		say = append(say, office.ReasonName(b.TruongHop))
	}
	if b.DossierID != "" {
		say = append(say, "hồ sơ "+b.DossierID+" đã ký xin đợt này nên không bỏ được; cơ quan từ chối thì ghi ở «Kết quả của cơ quan…»")
	}
	say = append(say, "được ghi "+wording.Luc(b.At))
	g.more.Set(wording.Hoa(strings.Join(say, " · ")))
}

// dropClaim takes a period away that was told by mistake.
func (g *register) dropClaim() {
	b, ok := g.at()
	if !ok || b.DossierID != "" {
		return
	}
	g.p.changeClaims(b.Person, "Đã bỏ đợt "+b.CheDo.Say()+": "+claimDays(b)+".", func(ctx context.Context) ([]string, error) {
		return nil, g.p.source.DropClaim(ctx, b.Person, b.Seq)
	}, func([]string) { g.p.host.Focus(g.grid) })
}

// settle asks for what the agency decided of the period at hand.
func (g *register) settle() {
	if b, ok := g.at(); ok {
		g.p.settleClaim(g.of, b)
	}
}

// Rows, Columns, Text and Mark make it the model of the list.
func (g *register) Rows() int { return len(g.of.claims) }

// Columns are the kind, the days, what became of it, and who told of it.
func (g *register) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "cheDo", Head: "Chế độ", Width: 112, Grow: 1, Words: true},
		{Tag: "tuNgay", Head: "Từ ngày", Width: 86, Kind: xwidget.KindDay},
		{Tag: "denNgay", Head: "Đến ngày", Width: 86, Kind: xwidget.KindDay},
		{Tag: "soNgay", Head: "Số ngày", Width: 72, Align: fyne.TextAlignTrailing, Kind: xwidget.KindNumber},
		{Tag: "ketQua", Head: "Kết quả", Width: 244, Words: true},
		{Tag: "nguon", Head: "Ai ghi", Width: 210, Words: true},
	}
}

// Text is a cell of the list.
func (g *register) Text(row, col int) string {
	b := g.claim(row)
	return [...]string{wording.Hoa(b.CheDo.Say()), b.TuNgay.String(), b.DenNgay.String(), office.Days(b.NuaNgay).String(), claimState(b), claimTeller(b)}[col]
}

// Mark greys what does not count.
func (g *register) Mark(row, col int) xwidget.Mark {
	switch b := g.claim(row); {
	case !b.Counts():
		return xwidget.MarkMuted
	case col == 4 && b.State == office.DaDuyet:
		return xwidget.MarkGood
	}
	return xwidget.MarkNone
}
