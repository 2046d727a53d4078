package sheet

import (
	"strings"

	"ankhai/forms/form"
)

// readOfficial reads a sheet that is a filled official workbook of the form, ours or
// filled by hand: its columns by the numbers under the heads, which the paper has too.
// false: the sheet is not one. What a cell shows of several columns is read as far as
// the paper says how; the rest stays unknown.
func (b *formsBook) readOfficial(d *docReading, s *formSheet) bool {
	for i := range d.doc.Form.Papers {
		paper := &d.doc.Form.Papers[i]
		if paper.Book == nil {
			continue
		}
		for _, part := range paper.Parts {
			g, ok := part.(form.Grid)
			if !ok || g.Of != "" {
				continue
			}
			if cols, at := s.numbered(g.Leaves()); cols != nil {
				d.tables++
				b.official = true
				b.officialHead(d, s, paper, at)
				b.officialRows(d, s, paper, g, cols, at+1)
				return true
			}
		}
	}
	return false
}

// numbered finds the line of the columns' numbers: where each column of the paper
// stands, and the index of the line.
func (s *formSheet) numbered(leaves []form.GridCol) (cols map[uint16]*form.GridCol, at int) {
	for at, r := range s.g.rows[:min(markLook, len(s.g.rows))] {
		cols, n := map[uint16]*form.GridCol{}, 0
		for _, x := range s.g.of(r) {
			text := clean(x.s)
			if text == "" {
				continue
			}
			if n == len(leaves) || text != leaves[n].No {
				n = -1
				break
			}
			cols[x.col] = &leaves[n]
			n++
		}
		if n == len(leaves) {
			return cols, at
		}
	}
	return nil, 0
}

// officialHead reads the lines of the paper's corner that are fields of the head.
func (b *formsBook) officialHead(d *docReading, s *formSheet, paper *form.Paper, top int) {
	asks := map[string]*form.Column{}
	for _, part := range paper.Parts {
		c, ok := part.(form.Corner)
		if !ok {
			continue
		}
		for _, l := range c.Left {
			if len(l.Segs) == 2 && l.Segs[1].Of != nil {
				ask, _, _ := strings.Cut(l.Segs[0].Text, ":")
				asks[headKey(ask)] = l.Segs[1].Of
			}
		}
	}
	p := newCellReader(s.name, b.ix.date1904, b.o.Today)
	for _, r := range s.g.rows[:top] {
		for _, x := range s.g.of(r) {
			ask, said, _ := strings.Cut(clean(x.s), ":")
			c := asks[headKey(ask)]
			if x.kind != cellText || r.hidden || c == nil || leaders(said) {
				continue
			}
			x.s = said
			if v := p.value(c, &x, cellName(int(x.col), r.num)); v.A != form.Unknown {
				c.Put(&d.doc.Head, v)
			}
		}
	}
	s.faults.list = append(s.faults.list, p.list...)
}

// leaders tells the dots that stand where nothing was answered yet.
func leaders(s string) bool {
	return strings.Contains(s, "....") || strings.Contains(s, "……") || strings.Trim(s, " .…") == ""
}

func (b *formsBook) officialRows(d *docReading, s *formSheet, paper *form.Paper, g form.Grid, cols map[uint16]*form.GridCol, from int) {
	p := newCellReader(s.name, b.ix.date1904, b.o.Today)
	ends := map[string]bool{g.Foot: g.Foot != ""}
	for _, part := range paper.Parts {
		if sign, ok := part.(form.Sign); ok {
			for _, l := range append(append([]form.Line{}, sign.Left...), sign.Right...) {
				if len(l.Segs) > 0 {
					ends[clean(l.Segs[0].Text)] = true
				}
			}
		}
	}
	hidden, top, bottom := []int{}, s.g.rows[from-1].num+1, 0
	of := make([]*form.Column, maxCols)
	for col, g := range cols {
		of[col] = g.Of
	}
	for _, r := range s.g.rows[from:] {
		row, said, end := form.Row(nil), false, false
		cells := s.g.of(r)
		for i := range cells {
			x := &cells[i]
			if x.kind == cellText && ends[clean(x.s)] {
				end = true
				break
			}
			if c := cols[x.col]; c != nil {
				said = p.official(c, &row, x, cellName(int(x.col), r.num)) || said
			}
		}
		if end {
			break
		}
		if bottom = r.num; !said {
			continue
		}
		if r.hidden {
			hidden = append(hidden, r.num)
		}
		d.doc.Rows = append(d.doc.Rows, row)
	}
	p.finish(d.doc.Form.Table.Columns())
	s.faults.list = append(s.faults.list, p.list...)
	s.wholes(hidden, top, bottom, of)
}

// official reads a cell of the paper into a row and tells whether it says something.
func (p *cellReader) official(c *form.GridCol, row *form.Row, x *cell, at string) bool {
	if (c.Of == nil && c.Take == nil) || x.kind == cellText && plainText(x.s) == "" {
		return false
	}
	if c.Take == nil {
		v := p.value(c.Of, x, at)
		if v.A != form.Unknown {
			c.Of.Put(row, v)
		}
		return true
	}
	s := plainText(x.s)
	if x.kind == cellNumber {
		s = strings.Replace(plainNumber(x), ".", ",", 1)
	}
	if !c.Take(row, s) {
		p.loi(at, s, xlKind, c.Head+": không đọc được ô này. Ghi như hướng dẫn lập của mẫu, cột "+c.No, "")
	}
	return true
}
