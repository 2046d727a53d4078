package sheet

import (
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// markedColumns finds the column of each tag in the line of the mark. A column
// that somebody added without a tag is found by its head.
func (s *formSheet) markedColumns(t *form.Table) []*form.Column {
	out := make([]*form.Column, maxCols)
	first := map[*form.Column]int{}
	put := func(col int, c *form.Column, at string) {
		if k, twice := first[c]; twice {
			s.faults.loi(at, c.Tag, xlTwoColumns, "Hai cột "+colName(k)+" và "+colName(col)+" cùng là "+c.Label+": đang lấy cột "+colName(k)+". Xoá một cột", "")
			return
		}
		first[c], out[col] = col, c
	}
	row, valued := s.g.rows[s.at], s.valued(s.at+1)
	var tagged [maxCols]bool
	tagged[s.col] = true
	for _, x := range s.g.of(row) {
		col, tag := int(x.col), strings.TrimSpace(x.s)
		if col == s.col || tag == "" {
			continue
		}
		tagged[col] = true
		if c := t.Column(tag); c != nil {
			put(col, c, cellName(col, row.num))
		} else if valued[col] {
			s.faults.loi(cellName(col, row.num), tag, xlOddColumn, "Mẫu không có cột "+tag+" nên không đọc cột "+colName(col)+". Xoá cột này, hoặc cập nhật chương trình", "")
		}
	}
	names, above := labelsOf(t), s.headsAbove()
	for col, words := range above {
		if tagged[col] || !valued[col] {
			continue
		}
		if c := names.match(head{words, headKey(words), ""}); c != nil {
			put(col, c, cellName(col, row.num))
			continue
		}
		s.faults.nhac(cellName(col, row.num), words, xlOddColumn, "Không đọc cột "+colName(col)+sayHead(words)+": không phải cột của mẫu", "")
	}
	return out
}

// sayHead is the head of a column for a message, "" where it has none.
func sayHead(words string) string {
	if words == "" {
		return ""
	}
	return " («" + words + "»)"
}

// headsAbove is what stands directly above the mark's line, by column.
func (s *formSheet) headsAbove() (out [maxCols]string) {
	if s.at > 0 {
		for _, x := range s.g.of(s.g.rows[s.at-1]) {
			out[x.col] = clean(x.s)
		}
	}
	return out
}

// valued tells which columns have values in the rows from index from on.
func (s *formSheet) valued(from int) (out [maxCols]bool) {
	for _, r := range s.g.rows[from:] {
		for _, x := range s.g.of(r) {
			if x.kind == cellNoValue || strings.TrimSpace(x.s) != "" {
				out[x.col] = true
			}
		}
	}
	return out
}

// readRows reads the lines of a table from index from on. loose tells that the
// sheet is not one of ours, so that titles, sums and signatures stand among the
// lines.
func (b *formsBook) readRows(d *docReading, s *formSheet, t *form.Table, cols []*form.Column, from int, loose bool) {
	p := newCellReader(s.name, b.ix.date1904, b.o.Today)
	s.lacking(t, cols, from)
	hidden, sub := []int{}, t != d.doc.Form.Table
	top := 1
	if from > 0 && from <= len(s.g.rows) {
		top = s.g.rows[from-1].num + 1
	}
	skip := looseLines{on: loose}
	for _, r := range s.g.rows[min(from, len(s.g.rows)):] {
		cells := s.g.of(r)
		if skip.passes(cells, cols, r.num) {
			continue
		}
		row, at := p.row(cells, cols, r.num)
		if at == "" {
			continue
		}
		if r.hidden {
			hidden = append(hidden, r.num)
		}
		if !sub {
			d.doc.Rows = append(d.doc.Rows, row)
			continue
		}
		if t.Link != nil {
			at = cellOf(cols, t.Link.Col(), r.num, at)
		}
		d.doc.Subs[t.Tag] = append(d.doc.Subs[t.Tag], row)
		d.places[t.Tag] = append(d.places[t.Tag], place{s, at})
	}
	p.finish(t.Columns())
	s.faults.list = append(s.faults.list, p.list...)
	s.wholes(hidden, top, maxRows, cols)
	skip.tell(&s.faults)
}

// row reads one line; at is the first cell that says something, "" for none.
func (p *cellReader) row(cells []cell, cols []*form.Column, num int) (row form.Row, at string) {
	var cccd *cell
	for i := range cells {
		x := &cells[i]
		c := cols[x.col]
		if c == nil || x.kind == cellText && strings.TrimSpace(x.s) == "" {
			continue
		}
		if at == "" {
			at = cellName(int(x.col), num)
		}
		if c.Tag == tagCCCD && x.kind == cellNumber {
			cccd = x
		}
		if v := p.value(c, x, cellName(int(x.col), num)); v.A != form.Unknown {
			c.Put(&row, v)
		}
	}
	if cccd != nil {
		p.whole(&row, cols, cccd, num)
	}
	return row, at
}

// Tags that every form gives the same facts.
const (
	tagCCCD     = "SoCCCD"
	tagNgaySinh = "NgaySinh"
	tagGioiTinh = "GioiTinh"
	tagQuocTich = "QuocTich"
)

// whole gives a số ĐDCN/CCCD back the zeros that a numeric cell lost, where the
// date of birth in the same line makes them certain.
func (p *cellReader) whole(row *form.Row, cols []*form.Column, x *cell, num int) {
	c := cols[x.col]
	by := func(tag string) form.Value {
		for _, k := range cols {
			if k != nil && k.Tag == tag {
				return k.Get(*row)
			}
		}
		return form.Value{}
	}
	s, born := c.Get(*row).S, facts.NgaySinh(law.Day(by(tagNgaySinh).N))
	e, zeros := wholeCCCD(s, true, by(tagQuocTich).S, facts.GioiTinhCua(by(tagGioiTinh).S), born)
	if s == "" || !zeros || born == 0 {
		return
	}
	c.Put(row, form.TextValue(e.Goi))
	p.nhac(cellName(int(x.col), num), s, xlDigits, c.Label+": mất số 0 ở đầu, đã đọc là "+e.Goi+" vì khớp mã tỉnh và năm sinh. Định dạng cột là văn bản để giữ số 0", e.Goi)
}

func cellOf(cols []*form.Column, c *form.Column, num int, other string) string {
	for i, k := range cols {
		if k == c {
			return cellName(i, num)
		}
	}
	return other
}

// lacking names the columns that must be there and are not, where there are lines.
func (s *formSheet) lacking(t *form.Table, cols []*form.Column, from int) {
	have := map[*form.Column]bool{}
	for _, c := range cols {
		have[c] = true
	}
	for _, c := range t.Columns() {
		if c.Required && !have[c] && from < len(s.g.rows) && !s.book.gives(c.Tag) {
			s.faults.nhac("", "", xlNoColumn, "Không có cột "+c.Label+", là cột phải có: mọi dòng chưa có "+c.Label+". Thêm cột này", "")
		}
	}
}

// wholes says what concerns the lines of a sheet, from top to bottom, together.
func (s *formSheet) wholes(hidden []int, top, bottom int, cols []*form.Column) {
	if n := len(hidden); n > 0 {
		s.faults.nhac(cellName(0, hidden[0]), "", xlHiddenRows, fmt.Sprintf("Có %d dòng ẩn, từ dòng %d: vẫn được đọc. Bỏ ẩn trong Excel để xem, xoá nếu không kê khai", n, hidden[0]), "")
	}
	n, at := 0, ""
	for _, a := range s.g.merges {
		if a.top < top || a.top > bottom || a.top == a.bottom && a.left == a.right {
			continue
		}
		for c := a.left; c <= min(a.right, maxCols-1); c++ {
			if cols[c] != nil {
				if n++; at == "" {
					at = cellName(a.left, a.top)
				}
				break
			}
		}
	}
	if n > 0 {
		s.faults.nhac(at, "", xlMerged, fmt.Sprintf("Có %d chỗ gộp ô trong bảng, đầu tiên ở ô %s: chỉ ô đầu có giá trị, các ô còn lại coi là chưa biết. Bỏ gộp ô rồi ghi vào từng ô", n, at), "")
	}
	if g := s.g; g.dimension > g.lastRow {
		s.faults.nhac("", "", xlShort, fmt.Sprintf("Trang tính ghi là có đến dòng %d nhưng chỉ có đến dòng %d. Mở bằng Excel xem có mất dòng không", g.dimension, g.lastRow), "")
	}
}
