package form

import (
	"fmt"
	"slices"
	"strings"
)

// Spec writes everything a form declares as Markdown in Vietnamese: the sheet
// an expert reads and signs off. Equal declarations give equal texts.
func Spec(f *Form) string {
	s := &sheet{}
	s.line("# Mẫu %s (bản %s)", f.ID, f.Version)
	s.line("")
	s.line("%s", f.Title)
	s.line("")
	s.line("- Căn cứ: %s", f.Basis)
	s.line("- Áp dụng: %s", span(f.From.String(), f.Until.String()))
	for _, n := range f.Notes {
		s.line("- Lưu ý: %s", n)
	}
	if f.Head != nil {
		s.table("Phần đầu", f.Head)
	}
	s.table("Danh sách", f.Table)
	for _, t := range f.Subs {
		s.table("Bảng con", t)
	}
	for i := range f.Papers {
		s.paper(&f.Papers[i])
	}
	for i := range f.Wires {
		s.wire(&f.Wires[i])
	}
	return s.b.String()
}

type sheet struct{ b strings.Builder }

func (s *sheet) line(format string, args ...any) {
	fmt.Fprintf(&s.b, format+"\n", args...)
}

// row writes a line of a Markdown table.
func (s *sheet) row(cells ...string) {
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(strings.ReplaceAll(c, "|", "\\|"), "\n", " ")
	}
	s.line("| %s |", strings.Join(cells, " | "))
}

func (s *sheet) head(cells ...string) {
	s.line("")
	s.row(cells...)
	s.line("|%s", strings.Repeat(" --- |", len(cells)))
}

var kindNames = map[Kind]string{
	KindText: "chữ", KindCode: "mã", KindDay: "ngày", KindBirth: "ngày sinh", KindMonth: "tháng",
	KindMoney: "tiền (đồng)", KindDecimal: "số thập phân", KindRate: "tỷ lệ (%)", KindInt: "số đếm", KindFlag: "có/không",
}

func (s *sheet) table(what string, t *Table) {
	s.line("")
	s.line("## %s: %s (%s)", what, t.Title, t.Tag)
	if t.Link != nil {
		s.line("")
		s.line("Thuộc dòng chính có %s bằng %s.", t.LinkTo.Col().Label, t.Link.Col().Label)
	}
	s.head("Nhóm", "Cột", "Nhãn", "Kiểu", "Bắt buộc", "Giới hạn", "Danh mục", "Độ tin", "Ghi chú")
	for _, g := range t.Groups {
		for _, c := range g.Cols {
			list, limit := "", ""
			if c.Codes != nil {
				list = c.Codes.Name()
			}
			if c.MaxRunes > 0 {
				limit = itoa(c.MaxRunes) + " ký tự"
			}
			s.row(g.Head, "`"+c.Tag+"`", c.Label, kindNames[c.Kind], yes(c.Required), limit, list, string(c.Conf), helpOf(c))
		}
	}
	if len(t.Rules) > 0 {
		s.line("")
		s.line("### Quy tắc")
		s.head("Mã", "Mức", "Quy tắc", "Khi", "Căn cứ", "Độ tin", "Từ ngày")
		byCode := slices.Clone(t.Rules)
		slices.SortStableFunc(byCode, func(a, b Rule) int { return strings.Compare(a.Code, b.Code) })
		for i := range byCode {
			r := &byCode[i]
			when := r.When.Say
			if strings.Contains(r.Say, when) || when == Always.Say {
				when = ""
			}
			from := ""
			if r.From != 0 {
				from = "nói từ " + r.From.String()
			}
			if r.BlockFrom != 0 {
				from = strings.TrimPrefix(from+"; chặn từ "+r.BlockFrom.String(), "; ")
			}
			s.row(r.Code, string(r.Level), r.Say, when, r.Basis, string(r.Conf), from)
		}
	}
	if len(t.Totals) > 0 {
		s.line("")
		s.line("### Tổng")
		s.head("Mã", "Tên", "Tính", "Khi")
		for _, x := range t.Totals {
			how := "đếm dòng"
			if x.Of != nil {
				how = "cộng " + x.Of.Col().Label
			}
			s.row(x.Tag, x.Head, how, x.If.Say)
		}
	}
}

func (s *sheet) paper(p *Paper) {
	s.line("")
	s.line("## Bản in %s", p.Version)
	s.line("")
	s.line("- Căn cứ: %s", p.Basis)
	s.line("- Áp dụng: %s", span(p.From.String(), p.Until.String()))
	shape := "A4 dọc"
	if p.Landscape {
		shape = "A4 ngang"
	}
	if p.PerRow {
		shape += ", mỗi người một tờ"
	}
	s.line("- Khổ: %s", shape)
	for _, part := range p.Parts {
		switch part := part.(type) {
		case Corner:
			s.lines("Góc trái", part.Left)
			s.lines("Góc phải", part.Right)
		case Lines:
			s.lines("Dòng", part.Lines)
		case Sign:
			s.lines("Ký bên trái", part.Left)
			s.lines("Ký bên phải", part.Right)
		case Grid:
			s.grid(&part)
		case Break:
			s.line("")
			s.line("Sang trang.")
		}
	}
}

func (s *sheet) lines(what string, lines []Line) {
	if len(lines) == 0 {
		return
	}
	s.line("")
	s.line("%s:", what)
	s.line("")
	for _, l := range lines {
		var b strings.Builder
		for _, g := range l.Segs {
			if g.Tick != nil {
				b.WriteString("☐ ")
			}
			b.WriteString(g.Text)
			if g.Value != nil {
				b.WriteString("‹…›")
			}
		}
		s.line("> %s  ", strings.TrimSpace(b.String()))
	}
}

func (s *sheet) grid(g *Grid) {
	if g.Of != "" {
		s.line("")
		s.line("Bảng in các dòng của %s:", g.Of)
	}
	s.head("Cột in", "Tiêu đề", "Rộng")
	s.cols("", g.Cols)
	if len(g.Sections) > 0 {
		s.line("")
		s.line("Các phần của bảng:")
		s.line("")
		for _, x := range g.Sections {
			s.line("> %s  ", strings.TrimSpace(x.No+" "+x.Head))
		}
	}
	if g.Foot != "" {
		s.line("")
		s.line("Dòng cuối: %s", g.Foot)
	}
}

func (s *sheet) cols(over string, cols []GridCol) {
	for _, c := range cols {
		name := strings.TrimPrefix(over+" › "+c.Head, " › ")
		if c.Sub != nil {
			s.cols(name, c.Sub)
			continue
		}
		s.row(c.No, name, itoa(c.Width))
	}
}

func (s *sheet) wire(w *Wire) {
	s.line("")
	s.line("## Tệp điện tử %s (%s)", w.File, w.Version)
	s.line("")
	s.line("- Căn cứ: %s", w.Basis)
	s.line("- Áp dụng: %s", span(w.From.String(), w.Until.String()))
	s.line("- Gốc `%s`, nút chữ ký `%s`, mã tờ khai `%s`, độ tin %s", w.Root, w.SignNode, w.MaToKhai, w.Conf)
	if w.Counter != "" {
		s.line("- Sau nút chữ ký là nút `%s` cho chữ ký của bên thứ hai", w.Counter)
	}
	if w.Mark != "" {
		s.line("- Gốc này có ở nhiều loại tệp; nhận ra tệp này nhờ phần tử `%s`", w.Mark)
	}
	s.head("Phần tử", "Nội dung", "Khi chưa biết", "Độ tin")
	s.elems(w.Root, w.Body)
}

func (s *sheet) elems(path string, list []Elem) {
	for i := range list {
		e := &list[i]
		name := path + "/" + e.Name
		what := "viết theo quy ước riêng"
		switch {
		case e.Kids != nil && e.Repeat == EachRow:
			what = "lặp mỗi dòng"
		case e.Kids != nil && e.Repeat == EachSub:
			what = "lặp mỗi dòng của " + e.Sub
		case e.Kids != nil:
			what = "nhóm"
			if e.Hollow != nil {
				what = "nhóm, rỗng khi không dùng"
			}
		case e.Seq:
			what = "số thứ tự từ 1"
		case e.Col != nil:
			what = e.Col.Label + " (`" + e.Col.Tag + "`)"
		case e.Read == nil:
			what = "suy ra từ phần tử khác"
		}
		or := e.Or
		if e.Col != nil && or == "" {
			or = "để trống"
		}
		s.row("`"+name+"`", what, or, string(e.Conf))
		s.elems(name, e.Kids)
	}
}

func yes(b bool) string {
	if b {
		return "có"
	}
	return ""
}

func span(from, until string) string {
	if until == "" {
		return "từ " + from
	}
	return "từ " + from + " đến " + until
}

// helpOf is the column's line of help, with the mark of sensitive personal data.
func helpOf(c *Column) string {
	switch {
	case !c.Sensitive:
		return c.Help
	case c.Help == "":
		return "Dữ liệu cá nhân nhạy cảm"
	}
	return "Dữ liệu cá nhân nhạy cảm. " + c.Help
}
