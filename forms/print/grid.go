package print

import (
	"strings"

	"ankhai/forms/form"
)

// pad is the space between a border and the text, left and right.
const pad = 1500

// grid is a table's geometry and its heads.
type grid struct {
	leaves []leaf
	xs     []length // borders from left to right
	size   int      // type size in tenths of a point
	tight  bool     // rows no taller than their words need
	face   func(form.View) form.Style
	head   unit // heads and column numbers, repeated on each page
}

// leaf is a column that shows values.
type leaf struct {
	form.GridCol
	label string
	w     length // room for text
}

// headCell is one cell of the heads, over columns from..to and levels top..end.
type headCell struct {
	text               string
	from, to, top, end int // to and end are exclusive
}

// plan flattens the tree of columns.
func plan(cols []form.GridCol) (leaves []form.GridCol, heads []headCell, depth int) {
	depth = deep(cols)
	var walk func(cols []form.GridCol, level int)
	walk = func(cols []form.GridCol, level int) {
		for _, c := range cols {
			h := headCell{text: clean(c.Head), from: len(leaves), top: level, end: level + 1}
			at := len(heads)
			heads = append(heads, h)
			if len(c.Sub) == 0 {
				leaves = append(leaves, c)
				h.end = depth
			} else {
				walk(c.Sub, level+1)
			}
			h.to = len(leaves)
			heads[at] = h
		}
	}
	walk(cols, 0)
	return leaves, heads, depth
}

func deep(cols []form.GridCol) int {
	d := 0
	for _, c := range cols {
		d = max(d, 1+deep(c.Sub))
	}
	return d
}

// newGrid measures the columns and sets the heads.
func (w *writer) newGrid(p form.Grid) (*grid, error) {
	cols, heads, depth := plan(p.Cols)
	g := &grid{size: p.Size, tight: p.Tight, face: p.Face}
	if g.size <= 0 {
		g.size = w.sheet.gridBase
	}
	total := 0
	for _, c := range cols {
		total += max(c.Width, 0)
	}
	if total == 0 {
		return nil, ErrRoom
	}
	sum := 0
	g.xs = append(g.xs, w.sheet.left)
	for _, c := range cols {
		sum += max(c.Width, 0)
		g.xs = append(g.xs, w.sheet.left+w.sheet.width()*length(sum)/length(total))
		wide := g.xs[len(g.xs)-1] - g.xs[len(g.xs)-2]
		if wide <= 2*pad {
			return nil, ErrRoom
		}
		g.leaves = append(g.leaves, leaf{GridCol: c, label: strings.Join(strings.Fields(clean(c.Head)), " "), w: wide - 2*pad})
	}
	if err := w.setHead(g, heads, depth); err != nil {
		return nil, err
	}
	if w.sheet.body()-g.head.h < 4*g.line() {
		return nil, ErrRoom
	}
	return g, nil
}

// line is the height of a line of text in the table.
func (g *grid) line() length { return length(g.size) * 112 }

// setHead sets the heads in one size, small enough for the longest word of the
// narrowest column, and the line of column numbers.
func (w *writer) setHead(g *grid, heads []headCell, depth int) error {
	size := g.size
	for _, h := range heads {
		room := g.xs[h.to] - g.xs[h.from] - pad
		for _, word := range strings.Fields(h.text) {
			n, missing, ok := w.faces[bold].text(word)
			if !ok {
				return &ErrGlyph{Rune: missing, Place: form.Place{Label: h.text}}
			}
			for size > g.size*6/10 && length(n*size/10) > room {
				size--
			}
		}
	}
	cells := make([]cell, len(heads))
	level := make([]length, depth)
	need := func(i int) length { return cells[i].height() + mm10(16) }
	for i, h := range heads {
		var err error
		at := form.Place{Label: h.text}
		if cells[i], err = w.cell(h.text, bold, size, g.xs[h.to]-g.xs[h.from]-pad, at); err != nil {
			return err
		}
		if h.end-h.top == 1 {
			level[h.top] = max(level[h.top], need(i))
		}
	}
	for i, h := range heads { // what spans levels stretches the last one
		have := length(0)
		for _, l := range level[h.top:h.end] {
			have += l
		}
		level[h.end-1] += max(need(i)-have, 0)
	}
	y := make([]length, depth+1)
	for i, l := range level {
		y[i+1] = y[i] + l
	}
	u := unit{h: y[depth], grid: g, keep: true, ink: true}
	for i, h := range heads {
		x, wide := g.xs[h.from], g.xs[h.to]-g.xs[h.from]
		u.ops = cells[i].draw(u.ops, x+pad/2, wide-pad, y[h.top], y[h.end]-y[h.top], form.Center)
		u.ops = frame(u.ops, x, y[h.top], x+wide, y[h.end])
	}
	if err := w.setNumbers(g, &u); err != nil {
		return err
	}
	g.head = u
	return nil
}

// setNumbers adds the line of column numbers, where the columns have any.
func (w *writer) setNumbers(g *grid, u *unit) error {
	any := false
	for _, l := range g.leaves {
		any = any || l.No != ""
	}
	if !any {
		return nil
	}
	h := g.line() + mm10(8)
	cells := make([]cell, len(g.leaves))
	for i, l := range g.leaves {
		var err error
		if cells[i], err = w.cell(clean(l.No), italic, g.size, l.w, form.Place{Label: l.label}); err != nil {
			return err
		}
		h = max(h, cells[i].height()+mm10(8))
	}
	for i := range cells {
		u.ops = cells[i].draw(u.ops, g.xs[i]+pad, g.leaves[i].w, u.h, h, form.Center)
		u.ops = frame(u.ops, g.xs[i], u.h, g.xs[i+1], u.h+h)
	}
	u.h += h
	return nil
}

// frame draws the border of a cell.
func frame(ops []op, x, y, x2, y2 length) []op {
	return append(ops,
		op{kind: opRule, size: thin, x: x, y: y, x2: x2, y2: y},
		op{kind: opRule, size: thin, x: x, y: y2, x2: x2, y2: y2},
		op{kind: opRule, size: thin, x: x, y: y, x2: x, y2: y2},
		op{kind: opRule, size: thin, x: x2, y: y, x2: x2, y2: y2})
}

// least is the height of a row with one line.
func (g *grid) least() length {
	if g.tight {
		return g.line() + mm10(8)
	}
	return g.line() + mm10(35)
}
