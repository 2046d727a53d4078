package nguoilaodong

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// Part is which of the people are listed.
type Part int

// The parts of the list.
const (
	All     Part = iota
	Lacking      // as the overview counts them: no number, no identity, no title or no pay
	Gone         // no longer with the employer
	Overdue      // gone for longer than the employer keeps people
)

// partWords are the parts on their buttons.
var partWords = []string{"Đang có", "Thiếu dữ liệu", "Đã nghỉ", "Hết hạn lưu"}

// roster is the list: people, what of them is searched, and which are shown.
type roster struct {
	people []office.NguoiLaoDong
	folded []string
	lacks  []bool
	due    []bool // past their term
	view   []int
	part   Part
	term   string
}

var (
	_ xwidget.Model = (*roster)(nil)
	_ xwidget.Keyed = (*roster)(nil)
)

// newRoster folds what is searched, once. It is pure and may run anywhere.
func newRoster(people []office.NguoiLaoDong) *roster {
	r := &roster{people: people, folded: make([]string, len(people)), lacks: make([]bool, len(people))}
	byName(r.people)
	for i, p := range r.people {
		r.folded[i] = xwidget.Fold(p.HoTen + " " + p.MaSoBHXH + " " + p.SoCCCD + " " + p.MaNV + " " + p.ChucDanh)
		r.lacks[i] = p.TrangThai != office.DaNghi && len(office.Missing(p)) > 0
	}
	r.filter("", All)
	return r
}

// mark remembers whose term is over.
func (r *roster) mark(due []office.PastTerm) {
	if len(due) == 0 {
		return
	}
	ids := make(map[string]bool, len(due))
	for _, d := range due {
		ids[d.ID] = true
	}
	r.due = make([]bool, len(r.people))
	for i := range r.people {
		r.due[i] = ids[r.people[i].ID]
	}
}

// byName puts people into the order of their names, the given name first.
func byName(people []office.NguoiLaoDong) {
	keys, order := make([]string, len(people)), make([]int, len(people))
	for i, p := range people {
		keys[i], order[i] = xwidget.NameOrder(p.HoTen), i
	}
	slices.SortStableFunc(order, func(i, k int) int { return strings.Compare(keys[i], keys[k]) })
	sorted := make([]office.NguoiLaoDong, len(people))
	for to, from := range order {
		sorted[to] = people[from]
	}
	copy(people, sorted)
}

// filter shows the people of a part whom the term finds.
func (r *roster) filter(term string, part Part) {
	r.term, r.part = term, part
	r.view = r.view[:0]
	for i := range r.people {
		if r.in(i, part) && xwidget.Match(r.folded[i], term) {
			r.view = append(r.view, i)
		}
	}
}

func (r *roster) in(i int, part Part) bool {
	gone := r.people[i].TrangThai == office.DaNghi
	switch part {
	case Lacking:
		return r.lacks[i]
	case Gone:
		return gone
	case Overdue:
		return r.due != nil && r.due[i]
	}
	return !gone
}

func (r *roster) count(part Part) int {
	n := 0
	for i := range r.people {
		if r.in(i, part) {
			n++
		}
	}
	return n
}

// sum counts who is listed. Of the whole list it tells how many contribute, which is
// what the overview counts.
func (r *roster) sum() string {
	n := 0
	for _, i := range r.view {
		if r.people[i].TrangThai == office.DangDong {
			n++
		}
	}
	if r.part != All || n == len(r.view) {
		return wording.So(len(r.view)) + " người"
	}
	return wording.So(len(r.view)) + " người, " + wording.So(n) + " đang tham gia"
}

// at is the person in a row of the view.
func (r *roster) at(row int) office.NguoiLaoDong { return r.people[r.view[row]] }

func (r *roster) Rows() int { return len(r.view) }

func (r *roster) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "hoTen", Head: "Họ và tên", Width: 150, Grow: 2, Kind: xwidget.KindName},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 94, Words: true},
		{Tag: "cccd", Head: "Số ĐDCN/CCCD", Width: 110, Words: true},
		{Tag: "ngaySinh", Head: "Ngày sinh", Width: 86, Kind: xwidget.KindDay, Words: true},
		{Tag: "chucDanh", Head: "Chức danh", Width: 112, Grow: 2},
		{Tag: "luong", Head: "Mức lương", Width: 92, Align: fyne.TextAlignTrailing, Kind: xwidget.KindMoney, Words: true},
		{Tag: "trangThai", Head: "Trạng thái", Width: 112, Words: true},
	}
}

func (r *roster) Text(row, col int) string {
	p := r.at(row)
	switch col {
	case 0:
		return p.HoTen
	case 1:
		return orMissing(p.MaSoBHXH)
	case 2:
		return orMissing(p.SoCCCD)
	case 3:
		return orMissing(p.NgaySinh.String())
	case 4:
		return orMissing(p.ChucDanh)
	case 5:
		return payOf(p.Luong)
	}
	return p.TrangThai.Say()
}

// Key is nothing where a fact is lacking.
func (r *roster) Key(row, col int) string {
	if r.lacking(row, col) {
		return ""
	}
	return r.Text(row, col)
}

// lacking reports whether nobody has said what stands in a cell.
func (r *roster) lacking(row, col int) bool {
	p := &r.people[r.view[row]]
	switch col {
	case 1:
		return p.MaSoBHXH == ""
	case 2:
		return p.SoCCCD == ""
	case 3:
		return p.NgaySinh == 0
	case 4:
		return p.ChucDanh == ""
	case 5:
		return !p.Luong.Known
	}
	return false
}

func (r *roster) Mark(row, col int) xwidget.Mark {
	p := r.at(row)
	switch {
	case p.TrangThai == office.DaNghi:
		return xwidget.MarkMuted
	case r.lacking(row, col):
		return xwidget.MarkNotice
	case col == 6 && p.TrangThai == office.DangDong:
		return xwidget.MarkGood
	case col == 6 && p.TrangThai == office.TrangThaiChuaRo:
		return xwidget.MarkNotice
	case col == 6:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

func orMissing(s string) string {
	if s == "" {
		return "chưa có"
	}
	return s
}

func payOf(l office.Luong) string {
	switch {
	case !l.Known:
		return "chưa có"
	case l.LaHeSo():
		return "hệ số " + coefficient(l.HeSo)
	}
	return wording.Dong(l.Tong())
}

// coefficient writes thousandths with a comma: 2340 is 2,34.
func coefficient(n int64) string {
	s := wording.Dong(n / 1000)
	frac := strings.TrimRight(string([]byte{'0' + byte(n/100%10), '0' + byte(n/10%10), '0' + byte(n%10)}), "0")
	if frac != "" {
		s += "," + frac
	}
	return s
}
