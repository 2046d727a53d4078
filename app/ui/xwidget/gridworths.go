package xwidget

import (
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget/wordbook"
)

// worthList is the values of a column to tick, each with the number of its rows. It is
// its own model.
type worthList struct {
	grid  *Grid
	all   []worth
	words []string
	on    []bool
	view  []int // those that have what is typed above
	own   bool  // the values are the program's own words
}

var (
	_ Model   = (*worthList)(nil)
	_ Toggler = (*worthList)(nil)
)

func newWorthList(b *filterBox, col int, all []worth, only map[string]bool) *worthList {
	l := &worthList{own: b.g.model.Columns()[col].Words, all: all, words: make([]string, len(all)), on: make([]bool, len(all))}
	for i, w := range all {
		l.words[i] = b.g.model.Text(w.row, col)
		if l.words[i] == "" {
			l.words[i] = "(trống)"
		}
		l.on[i] = only == nil || only[w.text]
	}
	l.narrow("")
	l.grid = NewList(l)
	l.grid.OnOpen = func(int) { b.apply() }
	l.grid.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			b.shut()
			return true
		}
		return false
	}
	return l
}

// narrow lists only the values that have some words.
func (l *worthList) narrow(text string) {
	term := Fold(strings.TrimSpace(text))
	l.view = l.view[:0]
	for i, s := range l.words {
		if strings.Contains(Fold(s), term) {
			l.view = append(l.view, i)
		}
	}
	if l.grid != nil {
		l.grid.SetModel(l)
	}
}

// only are the values that are ticked; nil where all are, or none, which would show
// nothing at all.
func (l *worthList) only() map[string]bool {
	out := map[string]bool{}
	for i, w := range l.all {
		if l.on[i] {
			out[w.text] = true
		}
	}
	if len(out) == 0 || len(out) == len(l.all) {
		return nil
	}
	return out
}

// Rows are the values, below a line for all of them.
func (l *worthList) Rows() int { return len(l.view) + 1 }

// Columns are the tick, the value and its rows.
func (l *worthList) Columns() []GridColumn {
	return []GridColumn{
		{Tag: "chon", Width: 32, Check: true},
		{Tag: "giaTri", Head: "Giá trị", Width: 160, Grow: 1, Words: l.own},
		{Tag: "soDong", Head: "Dòng", Width: 64, Align: fyne.TextAlignTrailing, Kind: KindNumber},
	}
}

// Text is one of them.
func (l *worthList) Text(row, col int) string {
	tick := map[bool]string{true: Ticked}
	if row == 0 {
		return []string{tick[l.every()], wordbook.Line("Tất cả", 0), ""}[col]
	}
	i := l.view[row-1]
	return []string{tick[l.on[i]], l.words[i], grouped(int64(l.all[i].n))}[col]
}

// Mark makes «Tất cả» stand out.
func (l *worthList) Mark(row, col int) Mark {
	switch {
	case row == 0:
		return MarkStrong
	case col == 2:
		return MarkMuted
	}
	return MarkNone
}

func (l *worthList) every() bool {
	for _, i := range l.view {
		if !l.on[i] {
			return false
		}
	}
	return true
}

// Toggle ticks a value, or all of them.
func (l *worthList) Toggle(row, _ int) {
	if row > 0 {
		i := l.view[row-1]
		l.on[i] = !l.on[i]
		return
	}
	to := !l.every()
	for _, i := range l.view {
		l.on[i] = to
	}
}
