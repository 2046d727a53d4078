package xwidget

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"golang.org/x/text/unicode/norm"
)

// cellEntry is the one editor of a grid, over the active cell.
type cellEntry struct {
	Entry
	g     *Grid
	shift bool
}

// edit opens the editor over the active cell. replace starts with first alone.
func (g *Grid) edit(first string, replace bool) {
	ed, ok := g.view.editor()
	if g.RowMode || g.r == nil || g.view.Rows() == 0 {
		return
	}
	if g.columns()[g.col].Check {
		g.toggle(g.row, g.col)
		return
	}
	if !ok && g.OnOpen != nil { // cells that are doors
		g.open()
		return
	}
	if !ok || !ed.editable(g.row, g.col) {
		g.say("Ô này không sửa ở đây", false)
		return
	}
	g.fromRow, g.fromCol = g.row, g.col
	g.show(g.row, g.col)
	e := &cellEntry{g: g}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollNone
	p, ok := g.view.of.(Plainer)
	e.Plain = ok && p.Plain(g.view.row(g.row), g.view.col(g.col))
	key := []rune(first)
	switch {
	case !replace:
		e.Text = ed.raw(g.row, g.col)
	case len(key) != 1: // a key alone is typed below
		e.Text = first
	}
	e.CursorColumn = len([]rune(e.Text))
	g.editor = e
	g.r.edit.Objects = []fyne.CanvasObject{e}
	g.sync()
	e.place()
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(e)
	}
	if replace && len(key) == 1 {
		e.TypedRune(key[0])
	}
}

// Plainer is an Editor that knows cells whose keys stay what they are: codes,
// numbers, days.
type Plainer interface {
	Plain(row, col int) bool
}

// Type opens the editor over the active cell with a text that is not taken yet.
func (g *Grid) Type(text string) { g.edit(text, true) }

// Editing returns the open editor's text, ok is false when none is open.
func (g *Grid) Editing() (text string, ok bool) {
	if g.editor == nil {
		return "", false
	}
	return g.editor.Text, true
}

func (g *Grid) closeEditor() {
	if g.editor == nil {
		return
	}
	g.editor = nil
	if g.r != nil {
		g.r.edit.Objects = nil
		g.r.edit.Refresh()
	}
}

// commit puts the editor's text into the model and moves on. A refused text
// stays in the editor with the words of the refusal below the grid.
func (g *Grid) commit(down, right int) bool {
	e := g.editor
	if e == nil {
		return true
	}
	e.Finish()
	ed, _ := g.view.editor()
	text := norm.NFC.String(strings.TrimSpace(e.Text))
	if text == ed.raw(g.row, g.col) {
		g.leave(down, right)
		return true
	}
	if say := ed.set(g.row, g.col, text); say != "" {
		g.say(say, true)
		return false
	}
	g.say("", false)
	g.leave(down, right)
	g.edited()
	g.show(g.row, g.col) // a column may have grown with its words
	g.sync()
	return true
}

func (g *Grid) leave(down, right int) {
	g.closeEditor()
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	switch {
	case right != 0:
		g.tab(right < 0)
	default:
		g.moveTo(g.row+down, g.col, false)
	}
}

func (e *cellEntry) place() {
	g := e.g
	x := g.xs[g.col]
	if g.col >= g.frozen() {
		x -= g.offX
	}
	y := g.r.headHigh + float32(g.row)*g.rowHigh() - g.offY
	w := max(g.xs[g.col+1]-g.xs[g.col], 90)
	e.Move(fyne.NewPos(x, y-1))
	e.Resize(fyne.NewSize(w, g.rowHigh()+2))
}

// MinSize lets the entry be as low as a row.
func (e *cellEntry) MinSize() fyne.Size { return fyne.NewSize(40, 20) }

// AcceptsTab lets Tab take the text and go on.
func (e *cellEntry) AcceptsTab() bool { return true }

// KeyDown and KeyUp follow Shift for Shift+Tab.
func (e *cellEntry) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	e.Entry.KeyDown(k)
}

// KeyUp follows Shift.
func (e *cellEntry) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.Entry.KeyUp(k)
}

// TypedKey takes the text, gives it up or edits.
func (e *cellEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		e.g.commit(1, 0)
	case fyne.KeyUp:
		e.g.commit(-1, 0)
	case fyne.KeyTab:
		if e.shift {
			e.g.commit(0, -1)
		} else {
			e.g.commit(0, 1)
		}
	case fyne.KeyEscape:
		e.g.say("", false)
		e.g.leave(0, 0)
	default:
		e.Entry.TypedKey(k)
	}
}

// FocusLost takes the text when the focus goes elsewhere; a refused one is given
// up, with the words of the refusal.
func (e *cellEntry) FocusLost() {
	e.Entry.FocusLost()
	g := e.g
	if g.editor != e {
		return
	}
	ed, _ := g.view.editor()
	text, row, col := norm.NFC.String(strings.TrimSpace(e.Text)), g.row, g.col
	g.closeEditor()
	if text == ed.raw(row, col) {
		g.sync()
		return
	}
	if say := ed.set(row, col, text); say != "" {
		g.say(say, true)
		g.sync()
		return
	}
	g.edited()
}

// sayRefused tells how many cells of a paste were refused, and the first reason.
func (g *Grid) sayRefused(refused []string) {
	switch len(refused) {
	case 0:
		g.say("", false)
	case 1:
		g.say(refused[0], true)
	default:
		g.say(fmt.Sprintf("%d ô không nhận. Ô đầu: %s", len(refused), refused[0]), true)
	}
}
