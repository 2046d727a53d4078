package sheet

import (
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// keepLines keeps, for each line in which something should be looked at, its cells as
// the workbook wrote them.
func (b *reading) keepLines() {
	type line struct{ sheet, row string }
	asked := map[line]bool{}
	for _, p := range b.book.Problems {
		if p.Cell != "" {
			asked[line{p.Sheet, strings.TrimLeft(p.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")}] = true
		}
	}
	for i, w := range b.wheres {
		if asked[line{w.sheet, strconv.Itoa(w.in.num)}] {
			b.book.Rows[i].Goc = w.of.asWritten(w.in)
		}
	}
}

// asWritten is a row as the workbook wrote it, by the columns that are understood.
func (l *lines) asWritten(r row) *facts.DongGoc {
	g := &facts.DongGoc{Nam1904: l.book.ix.date1904}
	if l.portal {
		g.Cach = layoutPortal
	}
	cells := l.g.of(r)
	for c, f := range l.cols {
		if f < 0 || fields[f].name == fSTT {
			continue
		}
		o := facts.OGoc{O: cellName(c, r.num), La: fields[f].name}
		if i, ok := slices.BinarySearchFunc(cells, c, func(x cell, c int) int { return int(x.col) - c }); ok {
			o.Ghi, o.Loai, o.Dang = strings.Clone(cells[i].s), uint8(cells[i].kind), uint8(cells[i].look)
		}
		g.O = append(g.O, o)
	}
	return g
}

// Mend reads line i of a payroll again from its cells, which line gives with what was
// corrected in them, and says what is wrong with the payroll then. What concerns a
// whole sheet, or other lines alone, stays as it was found; who stands in two lines is
// looked for anew. Neither rows nor problems are changed.
func Mend(rows []facts.DongLuong, problems []Problem, i int, line *facts.DongGoc, m law.Month) (facts.DongLuong, []Problem) {
	_, was := readAgain(rows[i], m)
	next := rows[i]
	next.Goc = line
	next, now := readAgain(next, m)
	after := slices.Clone(rows)
	after[i] = next
	list := exchange(problems, was, now)
	return next, exchange(list, standTwice(rows), standTwice(after))
}

// readAgain reads a line from its cells. The days of a timesheet stay its.
func readAgain(d facts.DongLuong, m law.Month) (facts.DongLuong, []Problem) {
	g := &grid{}
	info := SheetInfo{Name: d.Noi.Sheet, Layout: d.Goc.Cach}
	dept := d.PhongBan // of a line above it, unless it has a cell
	num := 0
	for _, o := range d.Goc.O {
		col, n, ok := parseCell([]byte(o.O))
		if !ok {
			continue
		}
		num = n
		info.Columns = append(info.Columns, ColumnMap{Col: colName(col), Field: o.La})
		if o.La == fPhongBan && o.Ghi != "" {
			dept = ""
		}
		c := cell{s: o.Ghi, col: uint16(col), kind: cellKind(o.Loai), look: look(o.Dang)}
		if o.Sua != nil {
			c = cell{s: o.Sua.Ghi, col: uint16(col)}
		}
		g.cells = append(g.cells, c)
	}
	slices.SortStableFunc(g.cells, func(a, b cell) int { return int(a.col) - int(b.col) })
	if len(g.cells) == 0 {
		return d, nil
	}
	b := &reading{opt: Options{Month: m}, ix: &index{date1904: d.Goc.Nam1904}, book: &Book{}}
	l := newLines(b, g, &info, nil)
	l.dept = dept
	r := row{num: num, to: len(g.cells)}
	l.stand(r)
	l.person(r)
	out := b.book.Rows[0]
	out.Noi, out.Goc, out.ChamCong = d.Noi, d.Goc, d.ChamCong
	if out.ChamCong.Co() {
		daysWorked(&out)
	}
	return out, l.list
}

// standTwice finds who stands in two lines of a payroll that was read before.
func standTwice(rows []facts.DongLuong) []Problem {
	b := &reading{book: &Book{Rows: rows}, wheres: make([]where, len(rows))}
	known := map[string]*facts.DongGoc{} // the columns of each sheet
	for i := range rows {
		if g := rows[i].Goc; g != nil {
			known[rows[i].Noi.Sheet] = g
		}
	}
	for i := range rows {
		d := &rows[i]
		b.wheres[i] = where{sheet: d.Noi.Sheet, name: placeIn(known[d.Noi.Sheet], d, fHoTen, fHoDem),
			maSo: placeIn(known[d.Noi.Sheet], d, fMaSo), cccd: placeIn(known[d.Noi.Sheet], d, fCCCD)}
	}
	b.twice()
	return b.book.Problems
}

// placeIn is where a fact of a line stands, by the columns of its sheet; the line's
// first cell where they are not known.
func placeIn(g *facts.DongGoc, d *facts.DongLuong, names ...string) string {
	if g == nil {
		return d.Noi.O
	}
	for _, o := range g.O {
		if slices.Contains(names, o.La) {
			return strings.TrimRight(o.O, "0123456789") + strings.TrimLeft(d.Noi.O, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		}
	}
	return d.Noi.O
}

// exchange takes problems that are no more out of a list and puts those that are new
// where the first of them stood, else at the end.
func exchange(list, was, now []Problem) []Problem {
	gone, come := minus(was, now), minus(now, was)
	left := map[Problem]int{}
	for _, p := range gone {
		left[p]++
	}
	out, at := []Problem{}, -1
	for _, p := range list {
		if left[p] > 0 {
			left[p]--
			if at < 0 {
				at = len(out)
			}
			continue
		}
		out = append(out, p)
	}
	if at < 0 {
		at = len(out)
	}
	return slices.Insert(out, at, come...)
}

// minus are those of a that b does not have.
func minus(a, b []Problem) (out []Problem) {
	n := map[Problem]int{}
	for _, p := range b {
		n[p]++
	}
	for _, p := range a {
		if n[p] > 0 {
			n[p]--
			continue
		}
		out = append(out, p)
	}
	return out
}

// Shown is what a cell of a line says, as a person reads it: what was put in its place
// where it was corrected.
func Shown(o facts.OGoc, nam1904 bool) string {
	if o.Sua != nil {
		return o.Sua.Ghi
	}
	return Written(o, nam1904)
}

// Written is what the workbook wrote into a cell, as a person reads it: a day as a day,
// a number as it would be typed.
func Written(o facts.OGoc, nam1904 bool) string {
	c := cell{s: o.Ghi, kind: cellKind(o.Loai), look: look(o.Dang)}
	if c.kind == cellDay || c.kind == cellNumber && c.look&lookDate != 0 {
		if w := readWhen(&c, nam1904); w.ok {
			return w.day.String()
		}
	}
	return plainNumber(&c)
}

// FieldLabel is the name of a fact that a column can hold.
func FieldLabel(name string) string { return labelOf(name) }
