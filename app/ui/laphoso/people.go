package laphoso

import (
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// People is a list of the roster to tick, found by a few letters without
// diacritics: name, mã số BHXH, số ĐDCN/CCCD or the company's own number.
type People struct {
	root   *fyne.Container
	search *xwidget.SearchEntry
	grid   *xwidget.Grid
	count  *xwidget.Text
	all    []office.NguoiLaoDong
	folded []string
	view   []int
	on     map[string]bool
}

// NewPeople shows a roster, nobody ticked.
func NewPeople(all []office.NguoiLaoDong) *People {
	p := &People{all: all, folded: make([]string, len(all)), on: map[string]bool{}, count: xwidget.NewCaption("")}
	for i, n := range all {
		p.folded[i] = xwidget.Fold(n.HoTen + " " + n.MaSoBHXH + " " + n.SoCCCD + " " + n.MaNV)
	}
	p.search = xwidget.NewSearch("Tìm tên, mã số BHXH, CCCD, mã nhân viên", p.find)
	p.grid = xwidget.NewList(p).Named("chonNguoi")
	p.grid.Empty = "Không có ai như vậy. Thử ít chữ hơn."
	p.grid.OnOpen = func(row int) { p.Toggle(row, 0) }
	p.search.OnDown = p.grid.Start
	p.find("")
	p.root = xwidget.Dock(xwidget.Inset(0, 0, 0, 6, p.search), xwidget.Inset(0, 6, 0, 0, p.count), nil, nil, xwidget.NewCard(p.grid).Tight())
	return p
}

// Content is what a dialog shows.
func (p *People) Content() fyne.CanvasObject { return p.root }

// Ticked are the store keys of those who were chosen, in the order of the roster.
func (p *People) Ticked() []string {
	var out []string
	for _, n := range p.all {
		if p.on[n.ID] {
			out = append(out, n.ID)
		}
	}
	return out
}

// Typed lets the window keep who is ticked until something is done with them.
func (p *People) Typed() unsaved.Field {
	return unsaved.Field{Name: "nguoi", Label: "Người đã chọn", Get: func() string { return strings.Join(p.Ticked(), " ") }, Set: func(ids string) {
		p.on = map[string]bool{}
		for _, id := range strings.Fields(ids) {
			p.on[id] = true
		}
		p.grid.Refresh()
		p.tell()
	}}
}

func (p *People) find(term string) {
	p.view = p.view[:0]
	for i, s := range p.folded {
		if xwidget.Match(s, term) {
			p.view = append(p.view, i)
		}
	}
	p.grid.SetModel(p)
	p.tell()
}

func (p *People) tell() {
	words := "Chưa chọn ai · phím cách để chọn"
	if n := len(p.Ticked()); n > 0 {
		words = "Đã chọn " + wording.So(n) + " người"
	}
	p.count.Set(words)
	p.count.Refresh()
}

// Rows, Columns, Text, Mark and Toggle make the list its own model.
func (p *People) Rows() int { return len(p.view) }

// Columns are a box to tick and what tells people apart.
func (p *People) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "chon", Head: "", Width: 34, Check: true},
		{Tag: "hoTen", Head: "Họ và tên", Width: 190, Grow: 1, Kind: xwidget.KindName},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 104},
		{Tag: "ngaySinh", Head: "Ngày sinh", Width: 92, Kind: xwidget.KindDay},
		{Tag: "phongBan", Head: "Phòng ban", Width: 120},
	}
}

// Text is a cell of the list.
func (p *People) Text(row, col int) string {
	n := p.all[p.view[row]]
	switch col {
	case 0:
		if p.on[n.ID] {
			return xwidget.Ticked
		}
		return ""
	case 1:
		return n.HoTen
	case 2:
		return n.MaSoBHXH
	case 3:
		return n.NgaySinh.String()
	}
	return n.PhongBan
}

// Mark makes the name stand out.
func (p *People) Mark(_, col int) xwidget.Mark {
	if col == 1 {
		return xwidget.MarkNone
	}
	return xwidget.MarkMuted
}

// Toggle ticks a person, or takes the tick away.
func (p *People) Toggle(row, _ int) {
	id := p.all[p.view[row]].ID
	p.on[id] = !p.on[id]
	p.grid.Refresh()
	p.tell()
}
