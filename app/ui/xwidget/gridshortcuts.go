package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut exchanges with the clipboard, fills, undoes, jumps, finds and filters.
// What the grid has no use for goes to the window, which Fyne would not ask.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch v := s.(type) {
	case *fyne.ShortcutCopy:
		g.copyTo(v.Clipboard)
	case *fyne.ShortcutCut:
		g.copyTo(v.Clipboard)
		g.empty()
	case *fyne.ShortcutPaste:
		g.paste(v.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		g.choose(0, 0, g.view.Rows()-1, len(g.columns())-1)
	case *fyne.ShortcutUndo:
		g.undo()
	case *fyne.ShortcutRedo:
		g.redo()
	case *desktop.CustomShortcut:
		if !g.custom(v.KeyName, v.Modifier) {
			g.shortcutOn(s)
		}
	default:
		g.shortcutOn(s)
	}
}

// shortcutOn gives a shortcut to the window.
func (g *Grid) shortcutOn(s fyne.Shortcut) {
	if c, ok := g.canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// custom does what a key with modifiers asks for; ok is false where it is not the
// grid's.
func (g *Grid) custom(k fyne.KeyName, with fyne.KeyModifier) (ok bool) {
	const shift, alt = fyne.KeyModifierShift, fyne.KeyModifierAlt
	ctrl := fyne.KeyModifierShortcutDefault
	if with == ctrl|shift && k == fyne.KeyZ {
		g.redo()
		return true
	}
	switch with {
	case ctrl, ctrl | shift:
		switch k {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
			g.leap(k, with&shift != 0)
			return true
		case fyne.KeyHome:
			g.moveTo(0, 0, with&shift != 0)
			return true
		case fyne.KeyEnd:
			g.moveTo(g.view.Rows()-1, len(g.columns())-1, with&shift != 0)
			return true
		case fyne.KeyL:
			if with&shift != 0 {
				g.askFilter(g.col)
				return true
			}
		}
		if with&shift == 0 {
			return g.ctrlKey(k)
		}
	case alt:
		if k == fyne.KeyDown && g.OnKey != nil {
			return g.OnKey(&fyne.KeyEvent{Name: fyne.KeyF4})
		}
	case alt | shift:
		switch k {
		case fyne.KeyRight:
			g.widen(12)
			return true
		case fyne.KeyLeft:
			g.widen(-12)
			return true
		}
	}
	return false
}

// ctrlKey does what a key with Ctrl alone asks for.
func (g *Grid) ctrlKey(k fyne.KeyName) (ok bool) {
	switch k {
	case fyne.KeyF:
		g.find.ask()
		return true
	case fyne.KeySpace:
		if !g.RowMode {
			g.chooseColumn(g.col)
			return true
		}
	}
	if _, edits := g.model.(Editor); !edits || g.RowMode {
		return false
	}
	switch k {
	case fyne.KeyD:
		g.fill(1, 0)
	case fyne.KeyR:
		g.fill(0, 1)
	case fyne.KeySemicolon:
		return g.typeToday()
	default:
		return false
	}
	return true
}

// leap goes to the edge of what is filled in, as in a spreadsheet: over filled cells
// to the last of them, over empty ones to the next that is filled.
func (g *Grid) leap(k fyne.KeyName, extend bool) {
	down, right := 0, 0
	switch k {
	case fyne.KeyUp:
		down = -1
	case fyne.KeyDown:
		down = 1
	case fyne.KeyLeft:
		right = -1
	default:
		right = 1
	}
	rows, cols := g.view.Rows(), len(g.columns())
	inside := func(r, c int) bool { return r >= 0 && c >= 0 && r < rows && c < cols }
	filled := func(r, c int) bool { return g.view.text(r, c) != "" }
	r, c := g.row, g.col
	if !inside(r+down, c+right) {
		return
	}
	along := filled(r, c) && filled(r+down, c+right)
	for inside(r+down, c+right) {
		if along && !filled(r+down, c+right) {
			break
		}
		r, c = r+down, c+right
		if !along && filled(r, c) {
			break
		}
	}
	g.moveTo(r, c, extend)
}

// choose takes a range without moving the view; the second corner is active.
func (g *Grid) choose(fromRow, fromCol, row, col int) {
	if g.view.Rows() == 0 {
		return
	}
	g.fromRow, g.fromCol, g.row, g.col = fromRow, fromCol, row, col
	g.sync()
	g.sayChosen()
}

// chooseRows takes the whole rows of the range.
func (g *Grid) chooseRows() {
	r0, _, r1, _ := g.chosen()
	g.choose(r0, 0, r1, len(g.columns())-1)
}

// chooseColumn takes a whole column.
func (g *Grid) chooseColumn(col int) {
	g.choose(g.view.Rows()-1, col, 0, col)
}
