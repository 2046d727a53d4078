// Package thutuc is the list of the 30 public services, found in plain words: who
// files, by which road, and how sure that is; its cases with their papers to tick
// off; and the days that follow from a day a person types.
//
// It shows what forms/services says and what app/office reckons, and decides
// nothing. Only app/ui imports it.
package thutuc

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	laphoso.Source
	laphoso.BookSource
	laphoso.BlankSource
	laphoso.SampleSource
	Deadlines(ctx context.Context, q office.HanCau) (office.HanKetQua, []office.HanLoi, error)
}

// Host is what the screen asks of the window.
type Host interface {
	laphoso.Host
	laphoso.BookHost
	laphoso.BlankHost
	laphoso.SampleHost
	Now() time.Time
}

// Page is the screen.
type Page struct {
	source Source
	host   Host
	root   *fyne.Container
	search *xwidget.SearchEntry
	grid   *xwidget.Grid
	found  *xwidget.Text
	detail *fyne.Container
	scroll *xwidget.Scroll
	view   []office.DichVu
	chosen *chosen // the case and the question of the service that is shown
}

// today is the day of the window's clock.
func (p *Page) today() string {
	now := p.host.Now()
	return office.DayAt(now.Year(), int(now.Month()), now.Day()).String()
}

// sideWidth is that of the service beside the list.
const sideWidth = 440

// New makes the screen with all services.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, detail: xwidget.Column(8), found: xwidget.NewCaption("")}
	p.scroll = xwidget.NewScroll(p.detail)
	p.grid = xwidget.NewList(p).Named("thuTuc")
	p.grid.Empty = "Không tìm thấy thủ tục nào. Thử từ khác, ví dụ: nghỉ việc, sinh con, ốm."
	p.grid.OnSelect = func(row, _ int) { p.tell(row) }
	p.search = xwidget.NewSearch("Tìm bằng lời thường: nhân viên nghỉ việc, sinh con, đổi CCCD", func(term string) { p.find(term) })
	p.search.OnDown = p.grid.Start
	head := xwidget.Column(10, xwidget.Row(10, xwidget.NewTitle("Thủ tục"), xwidget.Spacer(), p.found), p.search)
	side := xwidget.Inset(14, 0, 0, 0, xwidget.Sized(sideWidth, 0, xwidget.NewCard(p.scroll)))
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

// Open shows a service by its ID, or those that a form belongs to ("mau:…").
func (p *Page) Open(id string) {
	if mau, ok := strings.CutPrefix(id, "mau:"); ok {
		p.search.SetText(mau)
		p.view = slices.DeleteFunc(office.SearchServices(""), func(s office.DichVu) bool { return !slices.Contains(s.Mau, mau) })
		p.list()
		return
	}
	p.search.SetText("")
	p.find("")
	if row := slices.IndexFunc(p.view, func(s office.DichVu) bool { return s.ID == id }); row >= 0 {
		p.grid.Jump(row, 0)
	}
}

func (p *Page) find(term string) {
	p.view = office.SearchServices(term)
	p.list()
}

func (p *Page) list() {
	p.found.Set(wording.So(len(p.view)) + " dịch vụ công")
	p.grid.SetModel(p)
	p.tell(0)
}

// tell writes a service beside the list; the same one again stays as it is, with
// what was ticked.
func (p *Page) tell(row int) {
	if row >= len(p.view) {
		p.detail.Objects, p.chosen = nil, nil
		p.scroll.Reflow()
		return
	}
	s := p.view[row]
	if p.chosen != nil && p.chosen.service.ID == s.ID {
		return
	}
	p.chosen = newChosen(p, s)
	p.detail.Objects = slices.Concat(head(s), p.chosen.objects(), about(s))
	p.scroll.ToTop()
	p.scroll.Reflow()
}

// Rows, Columns, Text and Mark make the page its list's model.
func (p *Page) Rows() int { return len(p.view) }

// Columns are what tells services apart.
func (p *Page) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "ma", Head: "Mã", Width: 52},
		{Tag: "ten", Head: "Dịch vụ công", Width: 320, Grow: 2, Words: true},
		{Tag: "ai", Head: "Đơn vị nộp", Width: 84, Words: true},
		{Tag: "mau", Head: "Mẫu", Width: 130},
	}
}

// Text is the service's ID, name, whether an employer files it, and forms.
func (p *Page) Text(row, col int) string {
	s := p.view[row]
	own := "không"
	if s.CoTheNop {
		own = "qua I-VAN"
	}
	return []string{s.ID, s.Ten, own, office.GoiMaus(s.Mau, ", ")}[col]
}

// Mark makes the name stand out.
func (p *Page) Mark(_, col int) xwidget.Mark {
	if col == 1 {
		return xwidget.MarkNone
	}
	return xwidget.MarkMuted
}
