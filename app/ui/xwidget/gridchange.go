package xwidget

// undo takes the last change back.
func (g *Grid) undo() {
	e, ok := g.view.editor()
	if !ok {
		return
	}
	e.ed.Undo(func(row, col int, ok bool) {
		g.again(row, col, ok, "Không còn gì để hoàn tác", "Đã hoàn tác")
	})
}

// redo does again what was undone.
func (g *Grid) redo() {
	e, ok := g.model.(Redoer)
	if !ok {
		return
	}
	e.Redo(func(row, col int, ok bool) {
		g.again(row, col, ok, "Không còn gì để làm lại", "Đã làm lại")
	})
}

// again shows what an undo or a redo did. An editor that was opened meanwhile stays.
func (g *Grid) again(row, col int, ok bool, none, done string) {
	if !ok {
		g.say(none, false)
		return
	}
	if g.view.follow() {
		g.arrange()
	}
	g.edited()
	if row >= 0 && g.editor == nil {
		g.Jump(row, col)
	}
	g.say(done, false)
}

// empty empties the chosen cells.
func (g *Grid) empty() {
	e, ok := g.view.editor()
	if !ok || g.RowMode || g.view.Rows() == 0 {
		return
	}
	r0, c0, r1, c1 := g.chosen()
	var cells []CellText
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			if e.editable(r, c) && e.raw(r, c) != "" {
				cells = append(cells, e.cell(r, c, ""))
			}
		}
	}
	if len(cells) == 0 {
		return
	}
	e.setAll(cells, func(refused []string) {
		if len(refused) < len(cells) {
			g.edited()
		}
		g.sayRefused(refused)
	})
}

// fill copies the first row of the range into the rows below it, or the first column
// into the columns beside it. One row alone takes the row above.
func (g *Grid) fill(down, right int) {
	e, ok := g.view.editor()
	if !ok || g.RowMode {
		return
	}
	r0, c0, r1, c1 := g.chosen()
	if down > 0 && r0 == r1 {
		r0--
	}
	if right > 0 && c0 == c1 {
		c0--
	}
	if r0 < 0 || c0 < 0 {
		return
	}
	var cells []CellText
	for r := r0 + down; r <= r1; r++ {
		for c := c0 + right; c <= c1; c++ {
			from, at := r, c
			if down > 0 {
				from = r0
			} else {
				at = c0
			}
			if e.editable(r, c) {
				cells = append(cells, e.cell(r, c, e.raw(from, at)))
			}
		}
	}
	e.setAll(cells, func(refused []string) {
		g.edited()
		g.sayRefused(refused)
	})
}

// typeToday opens the editor with the day, or the month, of the clock.
func (g *Grid) typeToday() bool {
	if g.Now == nil {
		return false
	}
	switch g.columns()[g.col].Kind {
	case KindDay:
		g.edit(g.Now().Format("02/01/2006"), true)
	case KindMonth:
		g.edit(g.Now().Format("01/2006"), true)
	default:
		g.say("Ctrl+; điền ngày hôm nay vào cột ngày hoặc cột tháng", false)
	}
	return true
}
