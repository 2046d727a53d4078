package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
)

// mostWorths is up to how many different values are listed to tick.
const mostWorths = 300

// filterBox asks how a column sorts and which of its cells are shown.
type filterBox struct {
	g    *Grid
	at   GridColumn
	shut func()

	has, from, to *gridEntry
	values        *worthList
	faulty        *Check
	wrong         *Text
}

// askFilter opens the questions below the head of a column of the view.
func (g *Grid) askFilter(col int) {
	c := g.canvas()
	if c == nil || g.r == nil || col < 0 || col >= len(g.columns()) || g.columns()[col].Check {
		return
	}
	g.release()
	b := newFilterBox(g, col)
	body := b.body()
	pop := widget.NewPopUp(Inset(12, 10, 12, 12, body), c)
	b.shut = func() {
		pop.Hide()
		g.focus()
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	size := pop.MinSize()
	x := min(max(at.X+g.leftOf(col), 0), max(0, c.Size().Width-size.Width))
	y := min(at.Y+g.r.headHigh, max(0, c.Size().Height-size.Height))
	pop.ShowAtPosition(fyne.NewPos(x, y))
	c.Focus(b.first())
}

func newFilterBox(g *Grid, col int) *filterBox {
	at := g.view.col(col)
	b := &filterBox{g: g, at: g.columns()[col], wrong: NewPara("").Sized(look.SmallSize).In(look.Error)}
	b.wrong.Hide()
	was := g.filters[b.at.Tag]
	read := readColumn(g.model, g.view.n, at, b.at.Kind, true)
	field := func(hint, text string) *gridEntry {
		e := newGridEntry(hint)
		e.Text = text
		e.onEnter = func(bool) { b.apply() }
		e.onEscape = func() { b.shut() }
		return e
	}
	if b.at.Kind.ordered() {
		hint := map[GridKind]string{KindDay: "ngày/tháng/năm", KindMonth: "tháng/năm"}[b.at.Kind]
		b.from, b.to = field(hint, was.from), field(hint, was.to)
	} else {
		b.has = field("Vài chữ, gõ không dấu cũng được", was.has)
	}
	if worths := read.worths(mostWorths); len(worths) > 1 {
		b.values = newWorthList(b, at, worths, was.only)
		if b.has != nil {
			b.has.OnChanged = b.values.narrow
		}
	}
	for _, bad := range read.bad {
		if bad {
			b.faulty = NewCheck("Chỉ ô có lỗi hoặc nhắc", nil)
			b.faulty.Checked = was.faulty
			break
		}
	}
	return b
}

// first is the field that has the keys at first.
func (b *filterBox) first() fyne.Focusable {
	if b.has != nil {
		return b.has
	}
	return b.from
}

func (b *filterBox) body() fyne.CanvasObject {
	sort := func(down bool) func() {
		return func() {
			b.shut()
			b.g.SortBy(b.at.Tag, down)
		}
	}
	lines := Column(8,
		NewText(headName(b.at)).Wrapped(2).Strong(),
		Row(6, NewButton("Sắp xếp tăng dần", sort(false)).Tiny(), NewButton("Giảm dần", sort(true)).Tiny()))
	if b.has != nil {
		lines.Add(Column(4, NewCaption("Có chữ"), b.has))
	} else {
		lines.Add(Shares(8, []float32{1, 1}, Column(4, NewCaption("Từ"), b.from), Column(4, NewCaption("Đến"), b.to)))
	}
	if b.values != nil {
		lines.Add(Sized(0, 190, NewCard(b.values.grid).Tight()))
	}
	if b.faulty != nil {
		lines.Add(b.faulty)
	}
	lines.Add(b.wrong)
	lines.Add(Row(8, NewButton("Bỏ lọc", b.clear), Spacer(), NewButton("Để nguyên", func() { b.shut() }), NewStrong("Lọc", b.apply)))
	return Sized(320, 0, lines)
}

func (b *filterBox) clear() {
	b.shut()
	b.g.filter(b.at.Tag, cellFilter{})
}

// apply filters, or says which bound cannot be read.
func (b *filterBox) apply() {
	var f cellFilter
	if b.has != nil {
		f.has = b.has.Text
	} else {
		f.from, f.to = b.from.Text, b.to.Text
		for _, s := range []struct{ name, text string }{{"Từ", f.from}, {"Đến", f.to}} {
			if _, ok := figure(b.at.Kind, s.text); s.text != "" && !ok {
				b.wrong.Set(s.name + ": phải có dạng " + example(b.at.Kind))
				b.wrong.Show()
				return
			}
		}
	}
	if b.values != nil {
		f.only = b.values.only()
	}
	f.faulty = b.faulty != nil && b.faulty.Checked
	b.shut()
	b.g.filter(b.at.Tag, f)
}

// example shows how an amount or a date is written.
func example(k GridKind) string {
	switch k {
	case KindDay:
		return "22/11/2026, 11/2026 hoặc 2026"
	case KindMonth:
		return "11/2026 hoặc 2026"
	}
	return "5.310.000"
}
