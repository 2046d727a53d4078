package print

import (
	"slices"

	"ankhai/forms/form"
)

// grid sets the table: its heads, its rows, and empty lines up to MinRows.
func (w *writer) grid(p form.Grid) ([]unit, error) {
	g, err := w.newGrid(p)
	if err != nil {
		return nil, err
	}
	head := g.head
	head.before = mm10(40)
	rows := w.rowsOf(p)
	out, err := w.body([]unit{head}, g, p, rows)
	if err != nil || p.Foot == "" {
		return out, err
	}
	var all []form.Row
	for _, v := range rows {
		if len(p.Sections) == 0 || sectionOf(p.Sections, v) >= 0 {
			all = append(all, v.Row)
		}
	}
	return w.heading(out, g, form.Section{Head: p.Foot, Style: form.Style{Bold: true}, Totals: true}, all)
}

// rowsOf lists what the table prints. In a paper per row that is its row, or the
// rows of the sub-table that belong to it.
func (w *writer) rowsOf(p form.Grid) []form.View {
	doc := w.view.Doc
	rows, first := doc.Rows, 1
	switch {
	case p.Of != "" && w.paper.PerRow:
		rows = doc.Of(p.Of, w.view.Row)
	case p.Of != "":
		rows = doc.Subs[p.Of]
	case w.paper.PerRow:
		rows, first = nil, w.view.N
		if w.view.N > 0 {
			rows = []form.Row{w.view.Row}
		}
	}
	out := make([]form.View, len(rows))
	for i, r := range rows {
		out[i] = form.View{Doc: doc, Row: r, N: first + i, K: first + i}
	}
	return out
}

// body sets the rows, each under its section where there are any.
func (w *writer) body(out []unit, g *grid, p form.Grid, rows []form.View) ([]unit, error) {
	if len(p.Sections) == 0 {
		return w.rows(out, g, rows, p.MinRows)
	}
	under := make([][]form.View, len(p.Sections))
	for _, v := range rows {
		if i := sectionOf(p.Sections, v); i >= 0 {
			v.K = len(under[i]) + 1
			under[i] = append(under[i], v)
		}
	}
	for i, s := range p.Sections {
		mine := make([]form.Row, len(under[i]))
		for k, v := range under[i] {
			mine[k] = v.Row
		}
		var err error
		if out, err = w.heading(out, g, s, mine); err != nil {
			return nil, err
		}
		if out, err = w.rows(out, g, under[i], s.MinRows); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// sectionOf is the first section that takes the row, -1 if none does.
func sectionOf(list []form.Section, v form.View) int {
	return slices.IndexFunc(list, func(s form.Section) bool { return s.Rows != nil && s.Rows(v) })
}

func (w *writer) rows(out []unit, g *grid, rows []form.View, least int) ([]unit, error) {
	for _, v := range rows {
		var err error
		if out, err = w.row(out, g, v); err != nil {
			return nil, err
		}
	}
	for i := len(rows); i < least; i++ {
		out = append(out, unit{h: g.least(), grid: g, row: true, ink: true})
	}
	return out, nil
}

// placed is a cell that waits for the height of its line.
type placed struct {
	cell
	x, room length
	align   form.Align
}

// heading sets the line of a section, or the last line of the table.
func (w *writer) heading(out []unit, g *grid, s form.Section, rows []form.Row) ([]unit, error) {
	at, last := 0, len(g.leaves)
	if last > 1 {
		at = 1
	}
	face := w.look(s.Style).face
	room := g.leaves[at].w
	u := unit{h: g.least(), grid: g, row: true, ink: true, keep: s.Rows != nil && len(rows) > 0}
	if s.Span {
		u.xs = append(append(u.xs, g.xs[:at+1]...), g.xs[last])
		room = g.xs[last] - g.xs[at] - 2*pad
	}
	var cells []placed
	set := func(i int, text string, room length, align form.Align) error {
		c, err := w.cell(clean(text), face, g.size, room, form.Place{Label: g.leaves[i].label})
		if err != nil {
			return err
		}
		u.h = max(u.h, c.height()+mm10(10))
		cells = append(cells, placed{c, g.xs[i] + pad, room, align})
		return nil
	}
	if at > 0 {
		if err := set(0, s.No, g.leaves[0].w, form.Center); err != nil {
			return nil, err
		}
	}
	if err := set(at, s.Head, room, form.Left); err != nil {
		return nil, err
	}
	for i := at + 1; s.Totals && !s.Span && i < last; i++ {
		if t := g.leaves[i].Total; t != nil {
			if err := set(i, t(rows), g.leaves[i].w, g.leaves[i].Align); err != nil {
				return nil, err
			}
		}
	}
	for _, c := range cells {
		u.ops = c.draw(u.ops, c.x, c.room, 0, u.h, c.align)
	}
	return append(out, u), nil
}

// row sets a row. One that is taller than a page goes on over several.
func (w *writer) row(out []unit, g *grid, v form.View) ([]unit, error) {
	cells := make([]cell, len(g.leaves))
	h, lines, inked := g.least(), 0, 0
	face := uint8(0)
	if g.face != nil {
		face = w.look(g.face(v)).face
	}
	var crossed []int
	for i := range g.leaves {
		l := &g.leaves[i]
		if l.Cross != nil && l.Cross(v) {
			crossed = append(crossed, i)
			continue
		}
		if l.Value == nil {
			continue
		}
		var err error
		cells[i], err = w.cell(clean(l.Value(v)), face, g.size, l.w, form.Place{Row: v.N, Label: l.label})
		if err != nil {
			return nil, err
		}
		h = max(h, cells[i].height()+mm10(10))
		lines = max(lines, len(cells[i].lines))
		inked += len(cells[i].lines)
	}
	if h <= w.sheet.body()-g.head.h {
		u := unit{h: h, grid: g, row: true, ink: true, ops: make([]op, 0, inked)}
		for i := range cells {
			u.ops = cells[i].draw(u.ops, g.xs[i]+pad, g.leaves[i].w, 0, h, g.leaves[i].Align)
		}
		for _, i := range crossed {
			u.ops = append(u.ops,
				op{kind: opRule, size: thin, x: g.xs[i], y: 0, x2: g.xs[i+1], y2: h},
				op{kind: opRule, size: thin, x: g.xs[i], y: h, x2: g.xs[i+1], y2: 0})
		}
		return append(out, u), nil
	}
	return g.split(out, cells, lines), nil
}

// split cuts a row into pieces of a few lines, so that it fills the pages.
func (g *grid) split(out []unit, cells []cell, lines int) []unit {
	const per = 5
	for from := 0; from < lines; from += per {
		u := unit{grid: g, row: true, ink: true, open: from+per < lines}
		y := length(0)
		if from == 0 {
			y = mm10(5)
		}
		for i, c := range cells {
			c.lead = g.line()
			c.lines = c.lines[min(from, len(c.lines)):min(from+per, len(c.lines))]
			u.h = max(u.h, y+c.height())
			u.ops = c.draw(u.ops, g.xs[i]+pad, g.leaves[i].w, y, c.height(), g.leaves[i].Align)
		}
		if !u.open {
			u.h += mm10(5)
		}
		out = append(out, u)
	}
	return out
}
