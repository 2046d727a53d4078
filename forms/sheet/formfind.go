package sheet

import (
	"strings"

	"ankhai/forms/form"
)

// tableFound is where on a sheet the head of a table stands.
type tableFound struct {
	t     *form.Table
	cols  []*form.Column
	i, n  int // rows of the grid
	heads []head
	odd   []int // columns with a head that the table does not have
}

// byHeads reads sheets that carry no mark into a document, by the words over
// their columns, and the head of the form from lines «Tên đơn vị: …».
func (b *formsBook) byHeads(d *docReading, sheets []*formSheet) {
	f := d.doc.Form
	for _, s := range sheets {
		if s.hidden || len(s.g.rows) == 0 {
			continue
		}
		if s.book != nil && s.book.Skip != "" {
			s.faults.nhac("", "", xlSheetSkipped, "Không đọc trang tính này: "+s.book.Skip, "")
			continue
		}
		if b.readOfficial(d, s) {
			continue
		}
		var best tableFound
		table := newHeadTable(s.g)
		for _, t := range append([]*form.Table{f.Table}, f.Subs...) {
			if found := findTable(t, table, s.book); found.t != nil && (best.t == nil || found.score() > best.score()) {
				best = found
			}
		}
		top := len(s.g.rows)
		if best.t != nil {
			top = best.i
		}
		lines := b.headLines(d, s, top)
		if best.t == nil {
			if lines == 0 {
				s.faults.nhac("", "", xlSheetSkipped, "Không đọc trang tính này: không thấy dòng tiêu đề với tên các cột của mẫu "+f.ID, "")
			}
			continue
		}
		d.tables++
		valued := s.valued(best.i + best.n)
		for _, col := range best.odd {
			if valued[col] {
				s.faults.nhac(cellName(col, s.g.rows[best.i+best.n-1].num), best.heads[col].text, xlOddColumn,
					"Không đọc cột "+colName(col)+sayHead(best.heads[col].text)+": không phải cột của mẫu", "")
			}
		}
		before := len(d.doc.Rows)
		if s.book != nil {
			s.book.translate(s.g, best.cols, best.i+best.n)
		}
		b.readRows(d, s, best.t, best.cols, best.i+best.n, true)
		if s.book != nil && best.t == f.Table {
			s.book.set(f.Table, d.doc.Rows[before:])
		}
	}
}

// score is higher the more columns were found and the fewer were not.
func (f tableFound) score() int {
	n := 0
	for _, c := range f.cols {
		n += boolInt(c != nil)
	}
	return 4*n - len(f.odd)
}

// findTable looks for the rows that name most columns of a table: two at least,
// and a third of what the header names.
func findTable(t *form.Table, h *headTable, other *OtherBook) (best tableFound) {
	names := labelsOf(t).also(t, other)
	memo := map[head]*form.Column{}
	most := 0
	for i := range h.rows {
		for n := 1; n <= headHeight && i+n <= len(h.rows); n++ {
			if n > 1 && h.rows[i+n-1].num != h.rows[i].num+n-1 || h.numbers(i+n-1) {
				break
			}
			found := tableFound{t: t, i: i, n: n, heads: h.heads(i, n), cols: make([]*form.Column, maxCols)}
			seen := map[*form.Column]bool{}
			for col, hd := range found.heads {
				if hd.own == "" || exact[hd.own].field == fSTT {
					continue
				}
				c, ok := memo[hd]
				if !ok {
					c = names.match(hd)
					memo[hd] = c
				}
				if c == nil || seen[c] {
					found.odd = append(found.odd, col)
					continue
				}
				seen[c], found.cols[col] = true, c
			}
			if len(seen) >= min(2, len(names.all)) && 2*len(seen) >= len(found.odd) && len(seen)*headHeight-n > most {
				best, most = found, len(seen)*headHeight-n
			}
		}
	}
	return best
}

// headLines reads the lines above a table, or of a sheet that has none, for the
// questions of the form's head, and tells how many it answered.
func (b *formsBook) headLines(d *docReading, s *formSheet, top int) (n int) {
	t := d.doc.Form.Head
	if t == nil {
		return 0
	}
	names := labelsOf(t)
	p := newCellReader(s.name, b.ix.date1904, b.o.Today)
	for _, r := range s.g.rows[:min(top, headLook)] {
		cells := s.g.of(r)
		for i := range cells {
			if cells[i].kind != cellText {
				continue
			}
			words, inside, _ := strings.Cut(clean(cells[i].s), ":")
			if inside != "" && leaders(inside) {
				continue // asked and not answered
			}
			c := names.match(head{words, headKey(words), ""})
			if c == nil {
				continue
			}
			answer := cell{s: inside, col: cells[i].col}
			if strings.TrimSpace(inside) == "" {
				if i+1 == len(cells) {
					continue
				}
				answer = cells[i+1]
				next, _, _ := strings.Cut(clean(answer.s), ":")
				if answer.kind == cellText && names.match(head{next, headKey(next), ""}) != nil {
					continue
				}
			}
			at := cellName(int(answer.col), r.num)
			switch v := p.value(c, &answer, at); {
			case v.A == form.Unknown:
			case c.Get(d.doc.Head).A != form.Unknown:
				p.nhac(at, clean(answer.s), xlTwoColumns, c.Label+": đã có ở chỗ khác của tệp, không lấy ô này", "")
			default:
				c.Put(&d.doc.Head, v)
				n++
			}
		}
	}
	s.faults.list = append(s.faults.list, p.list...)
	return n
}

// readNamed reads the forms that headings or names of sheets name. Sheets after
// one that names a form belong to it until another is named.
func (b *formsBook) readNamed() {
	var f *form.Form
	of := map[*form.Form][]*formSheet{}
	var order []*form.Form
	for _, s := range b.sheets {
		if s.hidden {
			continue
		}
		if named := s.names(); named != nil {
			f = named
		} else if s.book != nil {
			f = form.Of(s.book.Form)
		}
		if f == nil {
			continue
		}
		if of[f] == nil {
			order = append(order, f)
		}
		of[f] = append(of[f], s)
	}
	for _, f := range order {
		b.byHeads(b.doc(f), of[f])
	}
}

// names is the form that the sheet's name or a line among its first names:
// «D05-TS», «Mẫu D05-TS», «Mẫu số 05A-HSB (ban hành …)».
func (s *formSheet) names() *form.Form {
	var named *form.Form
	for _, f := range form.Forms() {
		id := headKey(f.ID)
		if headKey(s.name) == id {
			return f
		}
		for _, r := range s.g.rows[:min(10, len(s.g.rows))] {
			for _, x := range s.g.of(r) {
				if x.kind != cellText || len(x.s) > 200 {
					continue
				}
				k := headKey(x.s)
				for _, word := range []string{"mau ", "mau so "} {
					if strings.HasPrefix(k, word+id+" ") || k == word+id {
						named = f
					}
				}
			}
		}
	}
	return named
}
