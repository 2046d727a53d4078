// Package thutuc is the list of the 30 public services, found in plain words,
// each with its cases, papers, deadline and legal basis, and how sure they are.
//
// It shows what forms/services says and decides nothing. Only app/ui imports it.
package thutuc

import (
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/law"
	"ankhai/forms/services"
)

// Page is the screen.
type Page struct {
	root   *fyne.Container
	grid   *xwidget.Grid
	found  *xwidget.Text
	detail *fyne.Container
	scroll *xwidget.Scroll
	view   []services.DichVu
}

// New makes the screen with all services.
func New() *Page {
	p := &Page{detail: xwidget.Column(8), found: xwidget.NewCaption("")}
	p.scroll = xwidget.NewScroll(xwidget.Inset(0, 0, 8, 0, p.detail))
	p.grid = xwidget.NewList(p)
	p.grid.Empty = "Không tìm thấy thủ tục nào. Thử từ khác, ví dụ: nghỉ việc, sinh con, ốm."
	p.grid.OnSelect = func(row, _ int) { p.tell(row) }
	search := xwidget.NewSearch("Tìm bằng lời thường: nhân viên nghỉ việc, sinh con, đổi CCCD", func(term string) { p.find(term) })
	search.OnDown = func() { p.grid.Jump(0, 0) }
	head := xwidget.Column(10, xwidget.Row(10, xwidget.NewTitle("Thủ tục"), xwidget.Spacer(), p.found), search)
	side := xwidget.Inset(14, 0, 0, 0, xwidget.Sized(400, 0, xwidget.NewCard(p.scroll)))
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 16,
		xwidget.Dock(xwidget.Inset(0, 0, 0, 10, head), nil, nil, side, xwidget.NewCard(p.grid).Tight()))
	p.find("")
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Thủ tục" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow has nothing to read again.
func (p *Page) OnShow() {}

func (p *Page) find(term string) {
	p.view = services.Search(term)
	p.found.Set(wording.So(len(p.view)) + " dịch vụ công")
	p.grid.SetModel(p)
	p.tell(0)
}

// tell writes a service beside the list.
func (p *Page) tell(row int) {
	p.detail.Objects = nil
	if row < len(p.view) {
		p.detail.Objects = lines(p.view[row])
	}
	p.scroll.Reflow()
}

func lines(s services.DichVu) []fyne.CanvasObject {
	out := []fyne.CanvasObject{
		xwidget.NewPara(s.Ten).Sized(15).Strong(),
		xwidget.NewCaption(s.ID + " · " + services.NhomTen(s.Nhom)),
	}
	add := func(name, value string) {
		if value != "" {
			out = append(out, xwidget.Shares(8, []float32{1, 3}, xwidget.NewPara(name).In(look.Muted), xwidget.NewPara(value)))
		}
	}
	add("Ai nộp", s.NguoiNop)
	add("Mẫu", strings.Join(s.Mau, ", "))
	add("Nộp qua", s.Kenh)
	add("Hạn nộp", s.Han)
	add("Giải quyết", s.GiaiQuyet)
	add("Kết quả", s.KetQua)
	add("Căn cứ", s.CanCu)
	if s.Confidence != law.High {
		out = append(out, xwidget.NewPara("Độ chắc của hạn và cách nộp: "+sureWords[s.Confidence]+". Xem lại văn bản trước khi dựa vào.").Sized(look.SmallSize).In(look.Notice))
	}
	if len(s.GiayTo) > 0 {
		out = append(out, xwidget.NewRule(), xwidget.NewText("Giấy tờ kèm theo").Strong())
		for _, g := range s.GiayTo {
			words := g.Ten
			if g.Khi != "" {
				words += " (" + g.Khi + ")"
			}
			out = append(out, xwidget.NewPara("– "+words))
		}
	}
	if len(s.TruongHop) > 0 {
		out = append(out, xwidget.NewRule(), xwidget.NewText("Trường hợp").Strong())
		for _, c := range s.TruongHop {
			out = append(out, xwidget.NewPara("– "+c.Ten))
		}
	}
	return out
}

var sureWords = map[law.Confidence]string{law.High: "cao", law.Medium: "trung bình", law.Low: "thấp"}

// Rows, Columns, Text and Mark make the page its list's model.
func (p *Page) Rows() int { return len(p.view) }

// Columns are what tells services apart.
func (p *Page) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "ma", Head: "Mã", Width: 52},
		{Tag: "ten", Head: "Dịch vụ công", Width: 360, Grow: 2},
		{Tag: "mau", Head: "Mẫu", Width: 150},
	}
}

// Text is the service's ID, name and forms.
func (p *Page) Text(row, col int) string {
	s := p.view[row]
	return []string{s.ID, s.Ten, strings.Join(s.Mau, ", ")}[col]
}

// Mark makes the name stand out.
func (p *Page) Mark(_, col int) xwidget.Mark {
	if col == 1 {
		return xwidget.MarkNone
	}
	return xwidget.MarkMuted
}
