// Package baocao is the place of the reports: heads, fund and contributions by month as
// pictures and as a table, claims, contracts that end, what is late; each of them as a
// workbook or on paper, and the slips of the workers. Every number leads to what it is
// made of.
//
// What is counted app/office says. Only app/ui imports it.
package baocao

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Figures(ctx context.Context, from, until office.Month) (office.Figures, error)
	Why(ctx context.Context, month office.Month, f office.Figure) (office.Why, error)
	WhyPerson(ctx context.Context, month office.Month, id string) ([]office.Buoc, error)
	Report(ctx context.Context, in office.ReportOrder) (office.File, error)
	Slips(ctx context.Context, in office.SlipOrder, path string, report func(done, total int)) (office.SlipsMade, error)
}

// Host is what the screen asks of the window.
type Host interface {
	Month() office.Month
	Go(office.Place)
	Quiet(work func(context.Context) error, done func(error))
	Run(title string, work func(context.Context, task.Report) error, done func(error))
	Say(words string, bad bool)
	Fail(error)
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Preview(title string, files []office.File)
	SaveFile(office.File)
	SavePath(name string, take func(path string)) // where something is written
}

// Page is the screen.
type Page struct {
	source Source
	host   Host
	scroll *xwidget.Scroll
	body   *fyne.Container

	figures   office.Figures
	heads     *xwidget.Chart
	paid      *xwidget.Chart
	table     *xwidget.Grid
	monthCard *fyne.Container
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, body: xwidget.Column(14), monthCard: xwidget.Column(8)}
	p.heads = xwidget.NewChart("Người đóng", "Quỹ lương")
	p.paid = xwidget.NewChart("Người lao động đóng", "")
	p.paid.SecondName = "Đơn vị đóng"
	p.heads.Axis = func(n int64) string { return wording.Dong(n) }
	p.paid.Axis = wording.Gon
	p.heads.OnChosen, p.paid.OnChosen = p.choose, p.choose
	p.table = xwidget.NewList(monthTable{})
	p.table.OnSelect = func(row, _ int) { p.choose(len(p.figures.Months) - 1 - row) }
	p.scroll = xwidget.NewScroll(xwidget.Inset(look.PagePad, 16, look.PagePad, 16, p.body))
	return p
}

// Title is the screen's name.
func (p *Page) Title() string { return "Báo cáo" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// spans are the months that the pictures may go back.
var spans = []int{12, 24, 36}

// spanKey keeps the choice.
const spanKey = "bao-cao.thang"

func span() int {
	n := fyne.CurrentApp().Preferences().IntWithFallback(spanKey, spans[0])
	for _, s := range spans {
		if n == s {
			return n
		}
	}
	return spans[0]
}

// OnShow asks for the figures again.
func (p *Page) OnShow() {
	var f office.Figures
	until := p.host.Month()
	from := until.Add(1 - span())
	p.host.Quiet(func(ctx context.Context) (err error) {
		f, err = p.source.Figures(ctx, from, until)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.show(f)
	})
}

func (p *Page) show(f office.Figures) {
	p.figures = f
	heads, paid := make([]xwidget.ChartPoint, len(f.Months)), make([]xwidget.ChartPoint, len(f.Months))
	for i, m := range f.Months {
		label := fmt.Sprint(m.Month.Num())
		if m.Month.Num() == 1 || i == 0 {
			label = m.Month.String()
		}
		title := "Tháng " + m.Month.String()
		heads[i] = xwidget.ChartPoint{Label: label, Title: title, Bar: m.Heads, Line: m.Fund, Known: m.Known, BarSay: wording.Dong(m.Heads), LineSay: wording.Gon(m.Fund)}
		paid[i] = xwidget.ChartPoint{Label: label, Title: title, Bar: m.Employee, Second: m.Employer, Known: m.Known, BarSay: wording.Gon(m.Employee), SecondSay: wording.Gon(m.Employer)}
	}
	p.heads.Set(heads)
	p.paid.Set(paid)
	p.table.SetModel(monthTable{f.Months})
	p.body.Objects = []fyne.CanvasObject{
		p.head(),
		xwidget.Beside(14, 440,
			p.picture("Người đóng và quỹ lương", p.heads), p.picture("Tiền đóng BHXH, BHYT, BHTN", p.paid)),
		xwidget.NewCard(p.monthCard),
		xwidget.NewCard(xwidget.Sized(0, tableHigh, p.table)).Tight(),
		xwidget.Beside(14, 330, p.claims(), p.near()),
	}
	p.month(p.heads.At())
	p.scroll.Reflow()
}

// tableHigh shows a year without scrolling.
const tableHigh = 12*look.RowHeight + 46

func (p *Page) head() fyne.CanvasObject {
	row := xwidget.Row(6, xwidget.NewTitle("Báo cáo"), xwidget.Sized(8, 1, xwidget.Spacer()))
	for _, n := range spans {
		b := xwidget.NewButton(fmt.Sprintf("%d tháng", n), func() {
			fyne.CurrentApp().Preferences().SetInt(spanKey, n)
			p.OnShow()
		})
		if n == span() {
			b.Weight = xwidget.Strong
		}
		row.Add(b)
	}
	row.Add(xwidget.Spacer())
	row.Add(xwidget.NewButton("Báo cáo khác…", p.others))
	row.Add(xwidget.NewButton("Phiếu người lao động…", p.slips))
	return row
}

func (p *Page) picture(title string, c *xwidget.Chart) fyne.CanvasObject {
	head := xwidget.Row(6, xwidget.NewText(title).Strong(), xwidget.Spacer(),
		xwidget.NewQuiet("Xem bản in", func() { p.paper("months") }).Tiny(), xwidget.NewQuiet("Xuất Excel", func() { p.workbook("months") }).Tiny())
	return xwidget.NewCard(xwidget.Column(8, head, xwidget.Sized(0, 200, c)))
}

// choose brings a month to hand, in both pictures and in words.
func (p *Page) choose(i int) {
	for _, c := range []*xwidget.Chart{p.heads, p.paid} {
		if c.Chosen() != i {
			told := c.OnChosen
			c.OnChosen = nil
			c.Choose(i)
			c.OnChosen = told
		}
	}
	p.month(i)
	p.scroll.Reflow()
}

// month tells the figures of a month, each a door.
func (p *Page) month(i int) {
	if i < 0 || i >= len(p.figures.Months) {
		p.monthCard.Objects = []fyne.CanvasObject{xwidget.NewPara("Danh sách chưa có ai. Nhập bảng lương của tháng để có số.").In(look.Muted)}
		return
	}
	m := p.figures.Months[i]
	title := xwidget.NewText("Tháng " + m.Month.String()).Strong()
	if !m.Known {
		p.monthCard.Objects = []fyne.CanvasObject{title, xwidget.NewPara("Danh sách bắt đầu từ tháng " + p.figures.Begins.String() + ": trước đó chưa biết nên để trống.").In(look.Muted)}
		return
	}
	up, down, say := "chưa biết", "chưa biết", ""
	var who func()
	if !m.First {
		up, down = wording.Dong(m.Up+m.Back), wording.Dong(m.Gone+m.Away)
		who = func() { p.moved(m.Month) }
	}
	if m.NoPay > 0 {
		say = fmt.Sprintf("%s người chưa có mức lương nên chưa tính vào quỹ lương và tiền đóng.", wording.Dong(m.NoPay))
	}
	row := xwidget.Shares(10, []float32{1, 1, 1, 1.3, 1.3},
		figure("Người đóng", wording.Dong(m.Heads), func() { p.host.Go(office.Place{Screen: "nguoi-lao-dong"}) }),
		figure("Tăng", up, who), figure("Giảm", down, who),
		figure("Quỹ lương", wording.Dong(m.Fund), func() { p.why(m.Month, office.QuyLuong) }),
		figure("Phải đóng", wording.Dong(m.Employee+m.Employer), func() { p.why(m.Month, office.PhaiDong) }))
	p.monthCard.Objects = []fyne.CanvasObject{title, row}
	if say != "" {
		p.monthCard.Add(xwidget.NewPara(say).In(look.Notice))
	}
}

// figure is a number and the door behind it.
func figure(name, value string, door func()) fyne.CanvasObject {
	b := xwidget.NewButton(value, door)
	if door == nil {
		b.Disable()
	}
	return xwidget.Column(4, xwidget.NewCaption(name), b)
}

func (p *Page) claims() fyne.CanvasObject {
	list := xwidget.Column(6, xwidget.Row(6, xwidget.NewText("Chế độ").Strong(), xwidget.Spacer(),
		xwidget.NewQuiet("Xem bản in", func() { p.paper("claims") }).Tiny(), xwidget.NewQuiet("Xuất Excel", func() { p.workbook("claims") }).Tiny()))
	if len(p.figures.Claims) == 0 {
		list.Add(xwidget.NewPara("Chưa ghi đợt hưởng nào.").In(look.Muted))
	}
	for _, c := range p.figures.Claims {
		words := fmt.Sprintf("%d chờ giải quyết · %d đã duyệt · %d không được", c.Waiting, c.Granted, c.Refused)
		line := xwidget.Column(1, xwidget.NewText(wording.Hoa(c.CheDo)), xwidget.NewCaption(words))
		list.Add(xwidget.Dock(nil, nil, nil, xwidget.NewButton("Xem", func() { p.paper("claims") }).Tiny(), line))
	}
	return xwidget.NewCard(list)
}

// nearAtMost is how many contracts and late tasks are listed; the rest is counted.
const nearAtMost = 6

func (p *Page) near() fyne.CanvasObject {
	list := xwidget.Column(6, xwidget.Sized(0, look.ButtonSmall, xwidget.Row(0, xwidget.NewText("Quá hạn và sắp hết hạn").Strong())))
	f := p.figures
	if len(f.Late)+len(f.Ending) == 0 {
		list.Add(xwidget.NewPara("Không có việc quá hạn, không có hợp đồng hết hạn trong ba tháng tới.").In(look.Muted))
	}
	for _, t := range f.Late[:min(len(f.Late), nearAtMost)] {
		to := office.Place{Screen: "nguoi-lao-dong", ID: t.Person}
		if t.Dossier != "" {
			to = office.Place{Screen: "ho-so", ID: t.Dossier}
		}
		p.near1(list, t.Event, fmt.Sprintf("%s · hạn %s, quá %d ngày", t.About, wording.Ngay(t.Until), t.Days), look.Error, to)
	}
	for _, e := range f.Ending[:min(len(f.Ending), nearAtMost)] {
		p.near1(list, e.HoTen, "hợp đồng hết hạn "+wording.Ngay(e.Den)+" · "+e.ChucDanh, look.Notice, office.Place{Screen: "nguoi-lao-dong", ID: e.ID})
	}
	if more := max(0, len(f.Late)-nearAtMost) + max(0, len(f.Ending)-nearAtMost); more > 0 {
		list.Add(xwidget.NewCaption(fmt.Sprintf("và %d việc, hợp đồng nữa", more)))
	}
	return xwidget.NewCard(list)
}

func (p *Page) near1(list *fyne.Container, name, say string, ink fyne.ThemeColorName, to office.Place) {
	line := xwidget.Column(1, xwidget.NewText(name), xwidget.NewCaption(say).In(ink))
	list.Add(xwidget.Dock(nil, nil, nil, xwidget.NewButton("Mở", func() { p.host.Go(to) }).Tiny(), line))
}
