package banlamviec

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// filter says which employers are listed.
type filter string

// The filters.
const (
	everybody filter = ""
	withWork  filter = "conViec"
)

// order says how they are sorted.
type order string

// The orders.
const (
	byName order = ""
	byDue  order = "han"
	byWork order = "viec"
)

// board is the model of the grid.
type board struct {
	rows   []office.BoardRow
	folded []string // names without diacritics
	view   []int
	filter filter
	order  order
	term   string
	on     map[string]bool // ticked, by tax code
	today  func() office.Day
}

var (
	_ xwidget.Model    = (*board)(nil)
	_ xwidget.Toggler  = (*board)(nil)
	_ xwidget.Painter  = (*board)(nil)
	_ xwidget.Totaller = (*board)(nil)
)

// soonDays is how near a day must be to be marked.
const soonDays = 7

// column is one column: what it counts, and how a number in it is meant.
type column struct {
	tag, head string
	width     float32
	count     func(office.BoardRow) int
	mark      xwidget.Mark // of more than nothing
}

// frozenColumns stand still: the tick, the colour, the name.
const frozenColumns = 3

var columns = []column{
	{tag: "chon", width: 34},
	{tag: "mau", width: 16},
	{tag: "ten", head: "Đơn vị", width: 236},
	{tag: "mst", head: "Mã số thuế", width: 112},
	{tag: "nhap", head: "Nháp", width: 58, count: func(r office.BoardRow) int { return r.Drafts }},
	{tag: "thieu", head: "Thiếu dữ liệu", width: 66, count: func(r office.BoardRow) int { return r.Lacking }, mark: xwidget.MarkNotice},
	{tag: "loi", head: "Lỗi", width: 58, count: func(r office.BoardRow) int { return r.Faulty }, mark: xwidget.MarkError},
	{tag: "duyet", head: "Chờ duyệt", width: 62, count: func(r office.BoardRow) int { return r.Waiting }},
	{tag: "ky", head: "Chờ ký", width: 58, count: func(r office.BoardRow) int { return r.ToSign }, mark: xwidget.MarkStrong},
	{tag: "giao", head: "Đang giao ký", width: 62, count: func(r office.BoardRow) int { return r.Out }},
	{tag: "gui", head: "Chờ gửi", width: 58, count: func(r office.BoardRow) int { return r.ToSend + r.Doubt }, mark: xwidget.MarkStrong},
	{tag: "nop", head: "Đã nộp", width: 58, count: func(r office.BoardRow) int { return r.Sent }, mark: xwidget.MarkGood},
	{tag: "tra", head: "Trả lại", width: 58, count: func(r office.BoardRow) int { return r.Returned }, mark: xwidget.MarkBad},
	{tag: "c12", head: "C12 lệch", width: 64},
	{tag: "han", head: "Hạn gần nhất", width: 92},
}

// take takes what was read; ticks of employers that are gone go with them.
func (b *board) take(got office.Board) {
	b.rows, b.folded = got.Rows, b.folded[:0]
	there := map[string]bool{}
	for _, r := range b.rows {
		there[r.Employer.MaSoThue] = b.on[r.Employer.MaSoThue]
		b.folded = append(b.folded, xwidget.Fold(r.Employer.Ten+" "+r.Employer.MaSoThue))
	}
	b.on = there
}

func (b *board) working() (n int) {
	for _, r := range b.rows {
		if r.Work() {
			n++
		}
	}
	return n
}

func (b *board) arrange() {
	b.view = b.view[:0]
	for i, r := range b.rows {
		if (b.filter != withWork || r.Work()) && xwidget.Match(b.folded[i], b.term) {
			b.view = append(b.view, i)
		}
	}
	slices.SortStableFunc(b.view, func(i, j int) int {
		x, y := b.rows[i], b.rows[j]
		switch b.order {
		case byDue:
			return cmp.Or(cmp.Compare(dueOrLast(x.Due), dueOrLast(y.Due)), cmp.Compare(b.folded[i], b.folded[j]))
		case byWork:
			return cmp.Or(cmp.Compare(left(y), left(x)), cmp.Compare(b.folded[i], b.folded[j]))
		}
		return cmp.Compare(b.folded[i], b.folded[j])
	})
}

func dueOrLast(d office.Day) office.Day {
	if d == 0 {
		return 99991231
	}
	return d
}

// left is how many dossiers a person still has to do with.
func left(r office.BoardRow) int { return r.Drafts + r.ToSend + r.Doubt + r.Returned }

func (b *board) at(row int) office.BoardRow { return b.rows[b.view[row]] }

func (b *board) Rows() int { return len(b.view) }

func (b *board) Columns() []xwidget.GridColumn {
	out := make([]xwidget.GridColumn, len(columns))
	for i, c := range columns {
		out[i] = xwidget.GridColumn{Tag: c.tag, Head: c.head, Width: c.width, Check: c.tag == "chon"}
		switch {
		case c.tag == "ten":
			out[i].Grow = 1
		case c.count != nil || c.tag == "c12":
			out[i].Align = fyne.TextAlignTrailing
		}
	}
	return out
}

func (b *board) Text(row, col int) string {
	r, c := b.at(row), columns[col]
	switch c.tag {
	case "chon":
		if b.on[r.Employer.MaSoThue] {
			return xwidget.Ticked
		}
		return ""
	case "mau":
		return ""
	case "ten":
		return r.Employer.Ten
	case "mst":
		return r.Employer.MaSoThue
	case "loi":
		if r.Unchecked > 0 { // of some nobody knows yet
			return strings.TrimPrefix(strconv.Itoa(r.Faulty), "0") + "?"
		}
	case "c12":
		switch {
		case r.C12 != nil:
			return strconv.Itoa(r.C12.Lech)
		case r.Statement:
			return "?"
		}
		return "–"
	case "han":
		if r.Due == 0 {
			return "–"
		}
		return r.Due.String()
	}
	return number(c.count(r))
}

func number(n int) string {
	if n == 0 {
		return "–"
	}
	return wording.So(n)
}

func (b *board) Mark(row, col int) xwidget.Mark {
	r, c := b.at(row), columns[col]
	switch {
	case c.tag == "ten":
		return xwidget.MarkStrong
	case c.tag == "han" && r.Due != 0 && r.Due <= b.today().Add(soonDays):
		return xwidget.MarkNotice
	case c.tag == "han" && r.Due != 0:
		return xwidget.MarkNone
	case c.tag == "c12" && r.C12 != nil && r.C12.Lech > 0, c.tag == "c12" && r.C12 == nil && r.Statement:
		return xwidget.MarkNotice
	case c.tag == "c12" && r.C12 != nil:
		return xwidget.MarkGood
	case c.count != nil && c.count(r) > 0:
		return c.mark
	}
	return xwidget.MarkMuted
}

// Paint is the employer's own colour beside its name.
func (b *board) Paint(row, col int) color.Color {
	if columns[col].tag != "mau" {
		return nil
	}
	return colourOf(b.at(row).Employer.Mau)
}

// colourOf reads "#rrggbb"; anything else is grey.
func colourOf(s string) color.Color {
	if n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32); err == nil && len(s) == 7 {
		return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
	}
	return look.C(look.Wait)
}

// Total sums what is listed.
func (b *board) Total(col int) string {
	c := columns[col]
	if c.tag == "ten" {
		return wording.So(len(b.view)) + " đơn vị"
	}
	if c.count == nil {
		return ""
	}
	n := 0
	for _, i := range b.view {
		n += c.count(b.rows[i])
	}
	return number(n)
}

// Toggle ticks an employer, or takes the tick away.
func (b *board) Toggle(row, _ int) {
	mst := b.at(row).Employer.MaSoThue
	b.on[mst] = !b.on[mst]
}

// hint says in words what a cell counts and where it leads.
func (b *board) hint(row, col int) string {
	if row >= len(b.view) {
		return ""
	}
	r := b.at(row)
	switch columns[col].tag {
	case "han":
		if r.Due != 0 {
			return r.Due.String() + ": " + r.DueSay
		}
		return "Chưa biết hạn nào"
	case "loi":
		if r.Unchecked > 0 {
			return wording.So(r.Unchecked) + " hồ sơ chưa kiểm sau lần sửa cuối"
		}
		return "Hồ sơ còn lỗi ở lần kiểm gần nhất"
	case "c12":
		switch {
		case r.C12 != nil:
			return "Số chỗ lệch ở lần đối chiếu " + wording.Luc(r.C12.At)
		case r.Statement:
			return "Có thông báo C12-TS, chưa đối chiếu. Enter để đối chiếu"
		}
		return "Chưa có thông báo C12-TS của tháng"
	case "nhap":
		if !r.Payroll {
			return "Chưa có bảng lương của tháng"
		}
	}
	return "Enter hoặc bấm đúp để mở · Phím cách để chọn đơn vị"
}

// doorOf is where a column leads.
func doorOf(tag string, m office.Month) office.Place {
	dossiers := func(state string) office.Place { return office.Place{Screen: "ho-so", ID: "trang-thai:" + state} }
	switch tag {
	case "nhap", "loi":
		return dossiers("nhap")
	case "thieu":
		return office.Place{Screen: "nguoi-lao-dong", ID: "thieu"}
	case "duyet", "ky", "giao":
		return dossiers("daKiem")
	case "gui":
		return dossiers("daKy")
	case "nop":
		return office.Place{Screen: "ho-so"}
	case "tra":
		return dossiers("traLai")
	case "c12":
		return office.Place{Screen: "doi-chieu", ID: m.ISO()}
	}
	return office.Place{Screen: "tong-quan"}
}
