// Package tongquan is the first screen: what has to be done and why, the field
// to drop a payroll on, four figures, twelve months, and the dossiers by state.
// Every number is a door; behind an amount stands the working.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package tongquan

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Overview(ctx context.Context, month office.Month) (office.Overview, error)
	Why(ctx context.Context, month office.Month, f office.Figure) (office.Why, error)
	WhyPerson(ctx context.Context, month office.Month, id string) ([]office.Buoc, error)
	Backups(ctx context.Context) (office.BackupState, error)
	BackUpNow(ctx context.Context) (office.Backup, office.BackupInfo, error)
	Start(ctx context.Context) ([]office.StartStep, error)
	DeadlinesFromStore(ctx context.Context, month office.Month) (office.Dues, error)
}

// Host is what the screen asks of the window.
type Host interface {
	Month() office.Month
	Go(office.Place)
	ChoosePayroll() // lets a person choose a workbook and takes it in
	Quiet(work func(context.Context) error, done func(error))
	Run(title string, work func(context.Context, task.Report) error, done func(error))
	Say(words string, bad bool)
	Restore() // lets a person choose a backup and puts it in the place of the data
	Fail(error)
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Counted(office.Overview) // the counts on the rail
}

// Page is the screen.
type Page struct {
	source Source
	host   Host
	scroll *xwidget.Scroll
	body   *fyne.Container
	chart  *xwidget.Chart
	now    *xwidget.Button // «Sao lưu ngay»
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, body: xwidget.Column(14), chart: xwidget.NewChart("Lao động", "Quỹ lương")}
	p.scroll = xwidget.NewScroll(xwidget.Inset(look.PagePad, 16, look.PagePad, 16, p.body))
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Tổng quan" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// OnShow asks for the figures again, and for what is due once they are there: the
// deadlines look at everybody.
func (p *Page) OnShow() {
	var v office.Overview
	var b beside
	month := p.host.Month()
	p.host.Quiet(func(ctx context.Context) (err error) {
		if b.kept, err = p.source.Backups(ctx); err != nil {
			return err
		}
		if b.steps, err = p.source.Start(ctx); err != nil {
			return err
		}
		v, err = p.source.Overview(ctx, month)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.show(v, b)
		p.host.Counted(v)
		p.addDue(v, b)
	})
}

// addDue puts what is due to the rest.
func (p *Page) addDue(v office.Overview, b beside) {
	p.host.Quiet(func(ctx context.Context) (err error) {
		b.dues, err = p.source.DeadlinesFromStore(ctx, v.Month)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case v.Month == p.host.Month(): // else another month is being shown
			p.show(v, b)
		}
	})
}

// beside is what stands beside the overview of the month: backups, the first steps,
// what is due.
type beside struct {
	kept  office.BackupState
	steps []office.StartStep
	dues  office.Dues
}

func (p *Page) show(v office.Overview, b beside) {
	p.body.Objects = []fyne.CanvasObject{p.head(b.kept)}
	if card := p.start(b.steps); card != nil {
		p.body.Add(card)
	}
	p.body.Add(xwidget.Shares(14, []float32{786, 330}, xwidget.NewCard(xwidget.Column(0, p.todo(v.Todo), p.due(b.dues))), p.drop()))
	p.body.Add(p.figures(v))
	p.body.Add(xwidget.Shares(14, []float32{696, 420}, p.months(v), p.states(v)))
	p.scroll.Reflow()
}

// todoLimit keeps the figures below in sight; the rest is one door away.
const todoLimit = 5

func (p *Page) todo(items []office.Todo) fyne.CanvasObject {
	list := xwidget.Column(0)
	if len(items) == 0 {
		list.Add(xwidget.NewPara("Không có việc nào đang chờ. Thả bảng lương của tháng vào ô bên cạnh khi có thay đổi.").In(look.Muted))
	}
	for i, t := range items {
		if i == todoLimit {
			rest := xwidget.NewQuiet(fmt.Sprintf("Xem thêm %d việc", len(items)-i), func() { p.host.Go(office.Place{Screen: "ho-so"}) })
			list.Add(xwidget.Row(0, rest))
			break
		}
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		button := xwidget.NewButton(t.Button, func() { p.open(t.Go) })
		words := xwidget.Column(1, xwidget.NewText(t.Title).Wrapped(2).Strong(), xwidget.NewText(t.Why).Wrapped(2).In(look.Muted))
		dot := xwidget.Sized(20, 0, xwidget.NewDot(light(t.Level)))
		list.Add(xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, dot, center(button), words)))
	}
	return list
}

// open goes through a door; the one to an empty payroll chooses the file at once.
func (p *Page) open(to office.Place) {
	if to.Screen == "bang-luong" && to.ID == "" {
		p.host.ChoosePayroll()
		return
	}
	p.host.Go(to)
}

func light(l office.Level) fyne.ThemeColorName {
	switch l {
	case office.Red:
		return look.Error
	case office.Yellow:
		return look.Notice
	}
	return look.Done
}

func center(o fyne.CanvasObject) fyne.CanvasObject { return container.NewCenter(o) }

func (p *Page) drop() fyne.CanvasObject {
	zone := xwidget.NewDropZone("Bảng lương tháng "+p.host.Month().String()+" (.xlsx)", "mọi cách trình bày đều đọc được", p.host.ChoosePayroll)
	return xwidget.NewCard(xwidget.Column(10,
		xwidget.NewPara("Kéo thả bảng lương vào đây").Strong(),
		xwidget.Sized(0, 128, zone),
		xwidget.Row(8, xwidget.NewStrong("Chọn tệp", p.host.ChoosePayroll))))
}

func (p *Page) figures(v office.Overview) fyne.CanvasObject {
	missing := "đủ dữ liệu để kê khai"
	if v.Thieu > 0 {
		missing = ""
		for _, m := range []struct {
			n   int
			say string
		}{{v.ThieuMaSo, "mã số"}, {v.ThieuCCCD, "CCCD"}, {v.ThieuChucDanh, "chức danh"}, {v.ThieuLuong, "lương"}} {
			if m.n > 0 {
				if missing != "" {
					missing += " · "
				}
				missing += fmt.Sprintf("%d %s", m.n, m.say)
			}
		}
	}
	people := func(id string) func() {
		return func() { p.host.Go(office.Place{Screen: "nguoi-lao-dong", ID: id}) }
	}
	why := func(f office.Figure) func() {
		return func() { p.why(v.Month, f) }
	}
	moves := fmt.Sprintf("+%d –%d tháng này", v.Tang, v.Giam)
	if v.DangCo > v.DangDong { // the list and the rail count those on leave too
		moves += " · danh sách " + wording.So(v.DangCo)
	}
	return xwidget.Shares(14, []float32{1},
		figure("Đang tham gia", wording.So(v.DangDong), look.Text, moves, people("")),
		figure("Quỹ lương đóng", wording.Gon(v.QuyLuong), look.Text, fmt.Sprintf("trần %s: %d người", wording.Gon(v.Tran), v.VuotTran), why(office.QuyLuong)),
		figure(fmt.Sprintf("Phải đóng tháng %d", v.Month.Num()), wording.Gon(v.PhaiDong), look.Text, "hạn "+wording.Ngay(v.HanDong), why(office.PhaiDong)),
		figure("Thiếu dữ liệu", wording.So(v.Thieu)+" người", inkOf(v.Thieu), missing, people("thieu")))
}

func inkOf(n int) fyne.ThemeColorName {
	if n > 0 {
		return look.Notice
	}
	return look.Done
}

func figure(name, value string, ink fyne.ThemeColorName, say string, door func()) fyne.CanvasObject {
	return xwidget.NewCard(xwidget.Column(2,
		xwidget.NewText(name).In(look.Muted),
		xwidget.NewText(value).Sized(look.FigureSize).Strong().In(ink),
		xwidget.NewPara(say).Wrapped(2).Sized(look.SmallSize).In(look.Muted))).Door(door)
}

func (p *Page) months(v office.Overview) fyne.CanvasObject {
	points := make([]xwidget.ChartPoint, len(v.Months))
	for i, m := range v.Months {
		points[i] = xwidget.ChartPoint{Label: fmt.Sprint(m.Month.Num()), Bar: int64(m.Heads), Line: m.Fund, Known: m.Known,
			BarSay: wording.So(m.Heads) + " người", LineSay: wording.Gon(m.Fund)}
	}
	p.chart.Set(points)
	head := xwidget.Row(4, xwidget.NewText("Lao động và quỹ lương, 12 tháng").Strong())
	for i := len(v.Months) - 1; i >= 0; i-- {
		if m := v.Months[i]; m.Known { // the amounts beside the legend are of the last known month
			head.Add(xwidget.NewQuiet("Vì sao?", func() { p.why(m.Month, office.QuyBangLuong) }).Tiny())
			break
		}
	}
	head.Add(xwidget.Spacer())
	head.Add(xwidget.NewQuiet("Xem báo cáo", func() { p.host.Go(office.Place{Screen: "bao-cao"}) }).Tiny())
	return xwidget.NewCard(xwidget.Column(10, xwidget.Sized(0, chartHead, head), xwidget.Sized(0, 176, p.chart)))
}

// chartHead is as high as a line of words, so that the door beside them moves nothing.
const chartHead = 18

func (p *Page) states(v office.Overview) fyne.CanvasObject {
	list := xwidget.Column(6, xwidget.NewText("Hồ sơ tháng này").Strong())
	if len(v.ByState) == 0 {
		list.Add(xwidget.NewPara("Chưa có hồ sơ nào của tháng " + v.Month.String() + ".").In(look.Muted))
	}
	for _, s := range v.ByState {
		line := xwidget.Row(8, xwidget.NewDot(wording.Tone(s.State).Ink()), xwidget.NewText(wording.Hoa(s.Say)), xwidget.Spacer(), xwidget.NewText(wording.So(s.N)).Strong())
		door := xwidget.NewPanel(look.Surface, xwidget.Inset(0, 4, 0, 4, line))
		list.Add(door.Door(func() { p.host.Go(office.Place{Screen: "ho-so", ID: "trang-thai:" + string(s.State)}) }))
	}
	list.Add(xwidget.Row(0, xwidget.NewQuiet("Xem tất cả hồ sơ", func() { p.host.Go(office.Place{Screen: "ho-so"}) })))
	return xwidget.NewCard(list)
}
