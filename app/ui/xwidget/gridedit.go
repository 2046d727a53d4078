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
	kind  CellKind
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
	if k, ok := g.view.of.(Kinder); ok {
		e.kind = k.Kind(g.view.row(g.row), g.view.col(g.col))
	}
	e.Plain = e.kind != CellWords
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

// CellKind says how a cell is typed in.
type CellKind uint8

// The kinds of cells.
const (
	CellWords CellKind = iota // Vietnamese
	CellCode                  // a code, a number, an address: keys stay what they are
	CellDay                   // dd/MM/yyyy; 03112026 and 3/11/26 are taken too
	CellBirth                 // a day of which the month or the year may be all
	CellMonth                 // MM/yyyy
)

// Kinder is an Editor that knows how its cells are typed in.
type Kinder interface {
	Kind(row, col int) CellKind
}

// dateKeys are the keys of a day or month; ok is false for other kinds.
func (k CellKind) dateKeys() (keys dateKeys, ok bool) {
	switch k {
	case CellDay:
		return dateKeys{}, true
	case CellBirth:
		return dateKeys{precision: ToYear}, true
	case CellMonth:
		return dateKeys{months: true}, true
	}
	return dateKeys{}, false
}

// TypedRune types; behind a day that is begun the slashes come by themselves.
func (e *cellEntry) TypedRune(r rune) {
	keys, ok := e.kind.dateKeys()
	digit := '0' <= r && r <= '9' || strings.ContainsRune("/.- ", r)
	if !ok || !digit || e.SelectedText() != "" || e.CursorTextOffset() < len(e.Text) {
		e.Entry.TypedRune(r)
		return
	}
	if now := keys.typed(e.Text, r); now != e.Text {
		e.retype(now, len(now))
	}
}

// answer is the text as it is handed in: a day in full.
func (e *cellEntry) answer() string {
	text := norm.NFC.String(strings.TrimSpace(e.Text))
	if keys, ok := e.kind.dateKeys(); ok {
		return keys.full(text)
	}
	return text
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
	text := e.answer()
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
	case fyne.KeyF4: // chosen instead of typed
		e.g.leave(0, 0)
		e.g.TypedKey(k)
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
	text, row, col := e.answer(), g.row, g.col
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
