// Package bangluong is the screen of the month's payroll: a workbook is dropped
// or chosen, what was understood of it is shown and can be corrected, what could
// not be read is listed by cell, and what has to be declared is proposed, to be
// ticked and drafted. A line of which nobody can tell whose it is comes with whom it
// may mean, to be decided; records of the roster that look like one person are joined
// or kept apart here too.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package bangluong

import (
	"context"
	"errors"
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
	Import(ctx context.Context, in office.ImportInput) (office.ImportResult, error)
	Compare(ctx context.Context, month office.Month) (office.PayrollResult, error)
	Declared(ctx context.Context, month office.Month, ps []office.DeXuat) ([]string, error)
	Draft(ctx context.Context, procedure string, month office.Month, ps []office.DeXuat) ([]office.Dossier, error)
	Payroll(ctx context.Context, month office.Month) (office.Payroll, error)
	Marked(ctx context.Context, name string, data []byte, problems []office.CellProblem) (office.File, int, error)
	LeaveClaims(ctx context.Context, month office.Month) ([]office.LeaveClaim, error)
	DraftLeaves(ctx context.Context, procedure string, month office.Month, leaves []office.LeaveClaim) (office.Dossier, error)
	Decide(ctx context.Context, month office.Month, code string, a office.RowAnswer) (office.QuyetDinh, error)
	Decisions(ctx context.Context) ([]office.Decided, error)
	Undecide(ctx context.Context, id int64) error
	Duplicates(ctx context.Context) ([]office.TrungNguoi, error)
	KeepApart(ctx context.Context, a, b string) error
	KeptApart(ctx context.Context) ([]office.ApartPeople, error)
	AskAgain(ctx context.Context, a, b string) error
	PlanJoin(ctx context.Context, keep, gone string, theirs []string) (office.JoinPlan, error)
	JoinPeople(ctx context.Context, keep, gone string, theirs []string) (office.JoinPlan, int64, error)
	JoinedPeople(ctx context.Context) ([]office.Joined, error)
	PartPeople(ctx context.Context, id int64) (office.Joined, error)
	FixCell(ctx context.Context, month office.Month, place, value string) (office.CellFix, []office.Finding, error)
	UnfixCell(ctx context.Context, month office.Month, place string) (office.CellFix, error)
	FixAgain(ctx context.Context, month office.Month) (done, left []office.CellFix, err error)
	CompareTwo(ctx context.Context, in office.TwoFiles) (office.PayrollResult, []office.FileProblem, error)
	WhyProposal(ctx context.Context, month office.Month, d office.DeXuat) (office.Explained, error)
}

// Host is what the screen asks of the window.
type Host interface {
	Month() office.Month
	Go(office.Place)
	ChoosePayroll()
	SaveFile(office.File)
	PickFile(kinds []string, done func(name, path string, data []byte))
	Practice() bool // the sample company is at hand
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Fail(error)
	Say(words string, bad bool)
	Ask(title, words, yes string, done func())
	Dialog(title string, content fyne.CanvasObject) (close func())
}

// procedure is the procedure that declares increases, decreases and changes.
const procedure = "600"

// Page is the screen.
type Page struct {
	source Source
	host   Host

	root  *fyne.Container
	title *xwidget.Text
	say   *xwidget.Text
	stack *fyne.Container
	tabs  *xwidget.Tabs
	draft *xwidget.Button
	tick  *xwidget.Text

	name     string // of the workbook taken in here
	data     []byte
	book     *office.SheetBook
	kept     office.Payroll // as the store has it
	problems []office.CellProblem
	rows     int
	props    *proposals
	grid     *xwidget.Grid
	decided  []office.Decided
	joined   []office.Joined
	apart    []office.ApartPeople // records that somebody said are two people
	pairs    []office.TrungNguoi  // records that look like one person, once somebody asked
	asked    bool
	jump     bool // to those
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, stack: container.NewStack(), tabs: xwidget.NewTabs()}
	p.title, p.say = xwidget.NewTitle("Bảng lương"), xwidget.NewCaption("")
	p.draft = xwidget.NewStrong("Lập hồ sơ", p.makeDraft)
	p.tick = xwidget.NewCaption("")
	choose := xwidget.NewButton("Chọn tệp khác", host.ChoosePayroll)
	head := xwidget.Column(2, xwidget.PageHead(p.title, p.tick, xwidget.NewQuiet("So hai tệp…", p.CompareFiles), choose, p.draft), p.say)
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 12, xwidget.Dock(xwidget.Inset(0, 0, 0, 8, head), nil, nil, nil, p.stack))
	p.clear()
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Bảng lương" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow compares the month's payroll again.
func (p *Page) OnShow() { p.compare(false) }

// clear shows the field to drop a file on.
func (p *Page) clear() {
	p.props, p.problems, p.rows, p.kept = newProposals(nil, nil), nil, 0, office.Payroll{}
	p.title.Set("Bảng lương tháng " + p.host.Month().String())
	p.say.Set("Chưa có bảng lương của tháng này.")
	p.tick.Set("")
	p.draft.Disable()
	zone := xwidget.NewDropZone("Thả tệp Excel (.xlsx) hoặc .csv của tháng vào cửa sổ, hoặc bấm để chọn", "tiêu đề nhiều dòng, ô gộp, nhiều trang đều đọc được; không cần mẫu riêng", p.host.ChoosePayroll)
	steps := xwidget.Steps([]xwidget.StepItem{
		{Title: "Thả bảng lương", Say: "tệp của kế toán, giữ nguyên cách trình bày", Tone: look.Info},
		{Title: "Xem lại cách đọc", Say: "cột nào là gì, ô nào chưa rõ"},
		{Title: "Chọn đề xuất", Say: "tăng, giảm, điều chỉnh so với danh sách"},
		{Title: "Lập hồ sơ", Say: "kiểm tra, ký, gửi"}})
	page := xwidget.Column(16, xwidget.NewCard(steps), xwidget.NewCard(xwidget.Sized(0, 240, zone)))
	if f, err := office.SampleWorkbook(p.host.Month()); err == nil && p.host.Practice() {
		page.Add(xwidget.Row(8, xwidget.NewButton("Dùng bảng lương mẫu", func() { p.Take(f.Name, f.Bytes) }), xwidget.NewCaption("bảng lương của công ty mẫu, người và số đều bịa ra")))
	}
	p.stack.Objects = []fyne.CanvasObject{page}
	p.stack.Refresh()
}

// Take takes a workbook in and shows what came of it.
func (p *Page) Take(name string, data []byte) { p.take(name, data, nil) }

func (p *Page) take(name string, data []byte, mapping *office.Mapping) {
	month := p.host.Month()
	var res office.ImportResult
	p.host.Run("Đang đọc "+name, func(ctx context.Context, report task.Report) (err error) {
		res, err = p.source.Import(ctx, office.ImportInput{Name: name, Data: data, Month: month, Mapping: mapping, Progress: report})
		return err
	}, func(err error) {
		switch {
		case task.Cancelled(err):
			p.host.Say("Đã thôi đọc "+name, false)
		case err != nil:
			p.host.Fail(err)
		default:
			p.name, p.data, p.book, p.problems, p.rows = name, data, res.Book, res.Book.Problems, res.Rows
			p.compare(true)
			p.tell(res)
		}
	})
}

func (p *Page) tell(res office.ImportResult) {
	switch {
	case res.Times > 0:
		loi, _ := res.Faults()
		p.host.Say(fmt.Sprintf("Đã ghi ngày công của %s người vào bảng lương tháng %s", wording.So(res.Times), res.Month), loi > 0)
	case !res.Kept && len(res.Book.Times) > 0:
		p.host.Say("Chưa ghi ngày công: chưa có bảng lương tháng "+res.Month.String()+", hoặc không ai khớp. Xem ở Ô chưa đọc được.", true)
	case !res.Kept:
		p.host.Say("Không tìm thấy người lao động nào trong "+p.name+". Xem lý do ở Cách đọc tệp.", true)
	case res.Opened:
		p.host.Say(fmt.Sprintf("Đã mở danh sách với %s người từ %s", wording.So(res.People), p.name), false)
	default:
		loi, nhac := res.Faults()
		say := fmt.Sprintf("Đã đọc %s dòng: %d ô lỗi, %d ô nên xem", wording.So(res.Rows), loi, nhac)
		if n := len(res.Earlier); n > 0 {
			say = fmt.Sprintf("Đã đọc lại từ tệp: %d ô lỗi, %d ô nên xem. Trước đó đã sửa %d ô tại đây: xem ở Ô chưa đọc được", loi, nhac, n)
		}
		p.host.Say(say, loi > 0 || len(res.Earlier) > 0)
	}
}

// compare asks what has to be declared. fresh is true right after an import.
func (p *Page) compare(fresh bool) {
	month := p.host.Month()
	var res office.PayrollResult
	var kept office.Payroll
	var in []string
	var away []office.LeaveClaim // nil where there is no timesheet
	var decided []office.Decided
	var joined []office.Joined
	var apart []office.ApartPeople
	p.host.Quiet(func(ctx context.Context) (err error) {
		if res, err = p.source.Compare(ctx, month); err != nil {
			return err
		}
		if in, err = p.source.Declared(ctx, month, res.Proposals); err != nil {
			return err
		}
		if kept, err = p.source.Payroll(ctx, month); err != nil {
			return err
		}
		if decided, err = p.source.Decisions(ctx); err != nil {
			return err
		}
		if joined, err = p.source.JoinedPeople(ctx); err != nil {
			return err
		}
		if apart, err = p.source.KeptApart(ctx); err != nil {
			return err
		}
		if away, err = p.source.LeaveClaims(ctx, month); errors.Is(err, office.ErrNoTimes) {
			return nil
		}
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, office.ErrNoPayroll) && !fresh:
			p.clear()
		case errors.Is(err, office.ErrNoPayroll):
			p.decided, p.joined, p.apart = nil, nil, nil
			p.show(office.PayrollResult{}, nil, office.Payroll{TenTep: p.name}, nil, fresh)
		case err != nil:
			p.host.Fail(err)
		default:
			p.decided, p.joined, p.apart = decided, joined, apart
			p.show(res, in, kept, away, fresh)
		}
	})
}

func (p *Page) show(res office.PayrollResult, in []string, kept office.Payroll, away []office.LeaveClaim, fresh bool) {
	if !fresh && kept.TenTep != p.name {
		p.name, p.data, p.book = kept.TenTep, nil, nil
	}
	if !fresh {
		p.problems = problemsOf(kept.Problems)
	}
	p.kept, p.rows = kept, len(kept.Rows)
	p.props = newProposals(res.Proposals, in)
	p.title.Set("Bảng lương tháng " + p.host.Month().String())
	say := fmt.Sprintf("%s · %s dòng · %s", p.name, wording.So(p.rows), tally(res))
	if n := p.props.declared(); n > 0 {
		say += fmt.Sprintf(" · %s đã có trong hồ sơ", wording.So(n))
	}
	p.say.Set(say)
	at := p.tabs.At()
	if fresh {
		at = 0
	}
	tabs := []xwidget.Tab{
		{Title: fmt.Sprintf("Đề xuất (%d)", len(res.Proposals)), Content: p.proposalsView()},
		{Title: fmt.Sprintf("Cần xem (%d)", len(res.Undecided)), Content: p.undecidedView(res.Undecided)},
		{Title: p.problemsTitle(), Content: p.problemsView()},
	}
	if away != nil {
		tabs = append(tabs, xwidget.Tab{Title: fmt.Sprintf("Nghỉ hưởng chế độ (%d)", len(away)), Content: p.leavesView(away)})
	}
	if p.book != nil {
		tabs = append(tabs, xwidget.Tab{Title: "Cách đọc tệp", Content: p.mappingView()})
		if fresh && len(p.book.Rows) == 0 {
			at = len(tabs) - 1
		}
	}
	if n := len(p.decided) + len(p.joined) + len(p.apart); n > 0 {
		tabs = append(tabs, xwidget.Tab{Title: fmt.Sprintf("Đã quyết định (%d)", n), Content: p.decidedView()})
	}
	if p.asked {
		tabs = append(tabs, xwidget.Tab{Title: fmt.Sprintf("Bản ghi trùng (%d)", len(p.pairs)), Content: p.pairsView()})
		if p.jump {
			at, p.jump = len(tabs)-1, false
		}
	}
	p.tabs.Set(tabs, min(at, len(tabs)-1))
	p.stack.Objects = []fyne.CanvasObject{p.tabs}
	p.stack.Refresh()
	p.count()
}

// makeDraft drafts the ticked proposals and opens what came of it.
func (p *Page) makeDraft() {
	chosen := p.props.ticked()
	if len(chosen) == 0 {
		p.host.Say("Chưa chọn đề xuất nào. Đánh dấu ít nhất một dòng rồi bấm Lập hồ sơ.", true)
		return
	}
	month := p.host.Month()
	var made []office.Dossier
	p.host.Run("Đang lập hồ sơ", func(ctx context.Context, _ task.Report) (err error) {
		made, err = p.source.Draft(ctx, procedure, month, chosen)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if len(made) == 1 {
			p.host.Go(office.Place{Screen: "ho-so", ID: made[0].ID})
			return
		}
		p.host.Go(office.Place{Screen: "ho-so"})
		p.host.Say(fmt.Sprintf("Đã lập %d hồ sơ, mỗi hồ sơ một đợt", len(made)), false)
	})
}
