// Package doichieu is the screen of the agency's monthly statement (C12-TS): the file
// is dropped or chosen, every row stands with the agency's side, ours and the
// difference, and beside it who makes the difference, why, and what to do about it.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package doichieu

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	ImportC12(ctx context.Context, in office.C12File) (office.C12Read, error)
	Reconcile(ctx context.Context, month office.Month) (*office.C12, error)
	MendC12(ctx context.Context, month office.Month, s office.C12Sua) (office.Dossier, error)
	C12Report(ctx context.Context, month office.Month) (office.File, error)
	C12Letter(ctx context.Context, month office.Month) (office.File, error)
	C12Original(ctx context.Context, month office.Month) (office.File, error)
	C12Months(ctx context.Context) ([]office.Month, error)
	C12InInbox(ctx context.Context, month office.Month) (n office.InboxNotice, ok bool, err error)
	FetchInbox(ctx context.Context) (office.FetchedNotices, error)
	NoticeC12(ctx context.Context, n int64) (office.C12Read, error)
}

// Host is what the screen asks of the window.
type Host interface {
	Month() office.Month
	Go(office.Place)
	PickFile(kinds []string, done func(name, path string, data []byte))
	SaveFile(f office.File)
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Fail(error)
	Say(words string, bad bool)
	Dialog(title string, content fyne.CanvasObject) (close func())
}

// kinds are the files that a statement comes as.
var kinds = []string{".xlsx", ".xlsm", ".pdf", ".txt", ".json"}

// Page is the screen.
type Page struct {
	source Source
	host   Host

	root     *fyne.Container
	title    *xwidget.Text
	say      *xwidget.Text
	stack    *fyne.Container
	report   *xwidget.Button
	letter   *xwidget.Button
	original *xwidget.Button
	month    *xwidget.Button

	res    *office.C12
	months []office.Month   // that have a statement, latest first
	found  []office.Finding // of the file taken in here
	mail   *fyne.Container  // the inbox, on the empty screen
	rows   *rowModel
	grid   *xwidget.Grid
	beside
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, stack: container.NewStack()}
	p.title, p.say = xwidget.NewTitle("Đối chiếu C12"), xwidget.NewCaption("")
	p.report = xwidget.NewButton("Xuất Excel", func() { p.keep("Đang lập bảng đối chiếu", p.source.C12Report) })
	p.letter = xwidget.NewButton("Văn bản đề nghị", func() { p.keep("Đang lập văn bản", p.source.C12Letter) })
	p.original = xwidget.NewQuiet("Lưu thông báo gốc", p.SaveOriginal).Tiny()
	p.month = xwidget.NewQuiet("Tháng khác…", p.chooseMonth).Tiny()
	choose := xwidget.NewButton("Chọn thông báo", p.choose)
	below := xwidget.Dock(nil, nil, nil, xwidget.Inset(10, 0, 0, 0, xwidget.Row(2, p.original, p.month)), xwidget.Inset(0, 4, 0, 0, p.say.Wrapped(1)))
	head := xwidget.Column(2, xwidget.Row(10, p.title, xwidget.Spacer(), choose, p.report, p.letter), below)
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 12, xwidget.Dock(xwidget.Inset(0, 0, 0, 8, head), nil, nil, nil, p.stack))
	p.clear()
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Đối chiếu C12" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow reconciles the month again.
func (p *Page) OnShow() {
	p.found = nil
	p.reconcile()
}

func (p *Page) choose() {
	p.host.PickFile(kinds, func(name, _ string, data []byte) { p.Take(name, data) })
}

// zoneHigh is how high the field to drop a statement on is: what stands below it is
// seen in the smallest window, too.
const zoneHigh = 144

// clear shows the field to drop a statement on.
func (p *Page) clear() {
	p.res = nil
	p.title.Set("Đối chiếu C12 tháng " + p.host.Month().String())
	p.say.Set("Chưa có thông báo C12-TS của tháng này.")
	p.report.Disable()
	p.letter.Disable()
	p.original.Hide()
	p.month.Hidden = len(p.otherMonths()) <= fewMonths // they stand below
	zone := xwidget.NewDropZone("Thả thông báo C12-TS (Excel, PDF) của tháng vào cửa sổ, hoặc bấm để chọn", "mẫu của Quyết định 366/QĐ-BHXH và mẫu trước đó đều đọc được", p.choose)
	steps := xwidget.Steps([]xwidget.StepItem{
		{Title: "Thả thông báo", Say: "tệp cơ quan BHXH gửi về", Tone: look.Info},
		{Title: "Xem dòng lệch", Say: "thông báo, số của đơn vị, chênh lệch"},
		{Title: "Xem vì ai", Say: "người, nguyên nhân, ngày báo"},
		{Title: "Xử lý kỳ sau", Say: "lập hồ sơ, sửa, chờ hoặc gửi văn bản"}})
	body := xwidget.Column(16, xwidget.NewCard(steps), xwidget.NewCard(xwidget.Sized(0, zoneHigh, zone)), p.inbox(), p.haveMonths(), xwidget.Column(0, p.problems()...))
	p.stack.Objects = []fyne.CanvasObject{xwidget.NewScroll(body)}
	p.stack.Refresh()
}

// Take takes a statement in and holds it against the month.
func (p *Page) Take(name string, data []byte) {
	month := p.host.Month()
	var res office.C12Read
	p.host.Run("Đang đọc "+name, func(ctx context.Context, _ task.Report) (err error) {
		res, err = p.source.ImportC12(ctx, office.C12File{Name: name, Data: data, Month: month})
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.taken(name, res)
	})
}

// taken says what became of a statement and holds it against the month.
func (p *Page) taken(name string, res office.C12Read) {
	p.found = res.Found
	switch {
	case !res.Kept:
		p.host.Say("Chưa nhận "+name+". Xem lý do trên màn hình.", true)
	case len(res.Found) > 0:
		p.host.Say(fmt.Sprintf("Đã nhận %s: %d chỗ nên xem", name, len(res.Found)), true)
	default:
		p.host.Say("Đã nhận "+name, false)
	}
	p.reconcile()
}

func (p *Page) reconcile() {
	month := p.host.Month()
	var res *office.C12
	var months []office.Month
	p.host.Quiet(func(ctx context.Context) (err error) {
		if months, err = p.source.C12Months(ctx); err != nil {
			return err
		}
		res, err = p.source.Reconcile(ctx, month)
		return err
	}, func(err error) {
		p.months = months
		switch {
		case errors.Is(err, office.ErrNoStatement):
			p.clear()
			p.offer()
		case err != nil:
			p.host.Fail(err)
		default:
			p.show(res)
		}
	})
}

func (p *Page) show(res *office.C12) {
	p.res = res
	p.title.Set("Đối chiếu C12 tháng " + p.host.Month().String())
	p.say.Set(res.File + " · " + res.Words())
	p.report.Enable()
	p.letter.Enable()
	p.original.Show()
	p.month.Hidden = len(p.otherMonths()) == 0
	p.root.Refresh()
	p.rows = newRowModel(res)
	p.grid = xwidget.NewList(p.rows).Named("doiChieu")
	p.grid.OnSelect = func(row, _ int) { p.about(row) }
	p.grid.OnWhy = func(row, _ int) { p.why(row) }
	words := make([]string, len(p.rows.cols))
	for i, c := range p.rows.cols {
		words[i] = c.Ten()
	}
	column := xwidget.NewSelect(words, nil)
	column.SetSelectedIndex(p.rows.at)
	column.OnChanged = func(string) { p.column(column.SelectedIndex()) }
	foot := xwidget.Row(8, xwidget.NewText("Cột"), xwidget.Sized(150, 0, column), xwidget.NewCaption("dòng đậm là dòng lệch · F9 vì sao"))
	left := xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, foot), nil, nil, xwidget.NewCard(p.grid).Tight())
	p.beside = newBeside()
	p.stack.Objects = []fyne.CanvasObject{xwidget.Dock(xwidget.Column(0, p.problems()...), nil, nil, nil,
		xwidget.Shares(12, []float32{1.35, 1}, left, xwidget.NewCard(p.scroll)))}
	p.stack.Refresh()
	row := p.rows.firstDifference()
	p.grid.Jump(row, 0)
	p.about(row)
}

// column shows another column of the statement; the row stays.
func (p *Page) column(i int) {
	row, _ := p.grid.Active()
	p.rows.at = i
	p.grid.Refresh()
	p.about(row)
}

// keep makes a file and asks where it is to be.
func (p *Page) keep(title string, make func(context.Context, office.Month) (office.File, error)) {
	month := p.host.Month()
	var f office.File
	p.host.Run(title, func(ctx context.Context, _ task.Report) (err error) {
		f, err = make(ctx, month)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.SaveFile(f)
	})
}
