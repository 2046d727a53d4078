package sheet

import (
	"strings"

	"ankhai/forms/form"
)

// readHead reads the sheet of a head: a tag in the mark's column, its answer in
// the column «Nội dung».
func (b *formsBook) readHead(d *docReading, s *formSheet) {
	if d.head != "" {
		s.faults.loi("", "", xlTwoColumns, "Phần đầu của mẫu "+d.doc.Form.ID+" có ở hai trang tính, đang lấy trang «"+d.head+"». Xoá một trang", "")
		return
	}
	d.head = s.name
	value := s.col - 1
	for _, x := range s.g.of(s.g.rows[s.at]) {
		if headKey(x.s) == headKey(valueWords) {
			value = int(x.col)
		}
	}
	p := newCellReader(s.name, b.ix.date1904, b.o.Today)
	t, names := d.doc.Form.Head, labelsOf(d.doc.Form.Head)
	at := map[*form.Column]string{}
	for _, r := range s.g.rows[s.at+1:] {
		var tag, first string
		var answer *cell
		cells := s.g.of(r)
		for i := range cells {
			switch x := &cells[i]; {
			case int(x.col) == s.col:
				tag = strings.TrimSpace(x.s)
			case int(x.col) == value:
				answer = x
			case first == "":
				first = clean(x.s)
			}
		}
		if answer == nil || answer.kind == cellText && strings.TrimSpace(answer.s) == "" {
			continue
		}
		here := cellName(value, r.num)
		c := t.Column(tag)
		if c == nil && tag == "" {
			c = names.match(head{first, headKey(first), ""})
		}
		switch {
		case c == nil:
			p.nhac(here, first, xlOddColumn, "Không đọc dòng này"+sayHead(first)+": không phải mục của mẫu", "")
			continue
		case at[c] != "":
			p.loi(here, clean(answer.s), xlTwoColumns, c.Label+": đã ghi ở ô "+at[c]+". Xoá một trong hai", "")
			continue
		}
		at[c] = here
		if v := p.value(c, answer, here); v.A != form.Unknown {
			c.Put(&d.doc.Head, v)
		}
	}
	p.finish(t.Columns())
	s.faults.list = append(s.faults.list, p.list...)
}
