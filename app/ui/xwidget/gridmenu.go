package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// why asks where the active cell comes from, or the total below it.
func (g *Grid) why(sum bool) {
	row, col := g.Active()
	g.release()
	switch {
	case g.view.Rows() == 0:
	case sum && g.OnWhySum != nil:
		g.OnWhySum(col)
	case !sum && g.OnWhy != nil:
		g.OnWhy(row, col)
	}
}

// menuAtCell opens the menu below the active cell, as the keyboard asks for it.
func (g *Grid) menuAtCell() {
	if g.r == nil || g.view.Rows() == 0 {
		return
	}
	g.show(g.row, g.col)
	g.sync()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	x, col := float32(0), g.col
	if !g.RowMode {
		x = g.leftOf(col)
	}
	y := g.r.headHigh + float32(g.row+1)*g.rowHigh() - g.offY
	g.menu(at.Add(fyne.NewPos(max(0, x)+8, y)))
}

// menu offers what can be done with the active cell and what is chosen.
func (g *Grid) menu(at fyne.Position) {
	c := g.canvas()
	if c == nil || g.view.Rows() == 0 {
		return
	}
	g.release()
	widget.ShowPopUpMenuAtPosition(Menu("", g.menuItems()...), c, at)
}

func (g *Grid) menuItems() []*fyne.MenuItem {
	clip := fyne.CurrentApp().Clipboard()
	line := fyne.NewMenuItemSeparator
	items := []*fyne.MenuItem{fyne.NewMenuItem("Chép (Ctrl+C)", func() { g.copyTo(clip) })}
	if _, edits := g.model.(Editor); edits && !g.RowMode {
		items = append(items,
			fyne.NewMenuItem("Cắt (Ctrl+X)", func() { g.copyTo(clip); g.empty() }),
			fyne.NewMenuItem("Dán (Ctrl+V)", func() { g.paste(clip.Content()) }),
			fyne.NewMenuItem("Xoá nội dung (Delete)", g.empty),
			line(),
			fyne.NewMenuItem("Điền xuống (Ctrl+D)", func() { g.fill(1, 0) }),
			fyne.NewMenuItem("Điền sang phải (Ctrl+R)", func() { g.fill(0, 1) }),
			fyne.NewMenuItem("Hoàn tác (Ctrl+Z)", g.undo),
		)
		if _, ok := g.model.(Redoer); ok {
			items = append(items, fyne.NewMenuItem("Làm lại (Ctrl+Y)", g.redo))
		}
	}
	more := []*fyne.MenuItem{}
	if g.OnWhy != nil {
		more = append(more, fyne.NewMenuItem("Vì sao? (F9)", func() { g.why(false) }))
	}
	if g.OnWhySum != nil {
		more = append(more, fyne.NewMenuItem("Vì sao có tổng này? (Shift+F9)", func() { g.why(true) }))
	}
	if g.OnMenu != nil {
		more = append(more, g.OnMenu(g.Active())...)
	}
	if len(more) > 0 {
		items = append(append(items, line()), more...)
	}
	items = append(items, line(),
		fyne.NewMenuItem("Tìm (Ctrl+F)", g.find.ask),
		fyne.NewMenuItem("Chỉ hiện dòng có giá trị này", g.onlyThis),
		fyne.NewMenuItem("Sắp xếp và lọc cột này (Ctrl+Shift+L)", func() { g.askFilter(g.col) }))
	return append(items, g.clearItems()...)
}

// headMenu offers what can be done with a column.
func (g *Grid) headMenu(col int, at fyne.Position) {
	c := g.canvas()
	if c == nil {
		return
	}
	g.release()
	tag := g.columns()[col].Tag
	items := []*fyne.MenuItem{}
	if !g.columns()[col].Check {
		items = append(items,
			fyne.NewMenuItem("Sắp xếp tăng dần", func() { g.SortBy(tag, false) }),
			fyne.NewMenuItem("Sắp xếp giảm dần", func() { g.SortBy(tag, true) }),
			fyne.NewMenuItem("Lọc cột này", func() { g.askFilter(col) }),
			fyne.NewMenuItemSeparator())
	}
	items = append(items,
		fyne.NewMenuItem("Vừa với nội dung", func() { g.fit(col) }),
		fyne.NewMenuItem("Ẩn cột này", func() { g.hide(tag, true) }))
	items = append(items, g.clearItems()...)
	widget.ShowPopUpMenuAtPosition(Menu("", items...), c, at)
}

// clearItems end every menu: what takes back how the grid is arranged.
func (g *Grid) clearItems() []*fyne.MenuItem {
	items := []*fyne.MenuItem{}
	if len(g.filters) > 0 {
		items = append(items, fyne.NewMenuItem("Bỏ lọc", g.ClearFilters))
	}
	if len(g.sorts) > 0 {
		items = append(items, fyne.NewMenuItem("Bỏ sắp xếp", g.ClearSort))
	}
	return append(items, fyne.NewMenuItem("Chọn cột", g.askColumns))
}

// onlyThis filters by what the active cell says.
func (g *Grid) onlyThis() {
	row, col := g.Active()
	g.filter(g.columns()[g.col].Tag, cellFilter{only: map[string]bool{keyText(g.model, row, col): true}})
}

// sumAt finds the column of the view whose total lies below a position of the grid.
func (g *Grid) sumAt(p fyne.Position) (col int, ok bool) {
	_, has := g.model.(Totaller)
	if g.r == nil || !has || g.r.footHigh == 0 || g.view.Rows() == 0 {
		return 0, false
	}
	top := g.r.headHigh + min(g.r.bodyHeight(), float32(g.view.Rows())*g.rowHigh())
	if p.Y < top || p.Y > top+g.r.footHigh {
		return 0, false
	}
	col = g.columnAt(p.X)
	return col, col >= 0 && g.view.total(col) != ""
}
