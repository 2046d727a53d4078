// Package nguoilaodong is the screen of the people: found while one types,
// without diacritics, with what each record lacks and its dated history.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package nguoilaodong

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/prefs"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	People(ctx context.Context, month office.Month) ([]office.NguoiLaoDong, error)
	History(ctx context.Context, id string) ([]office.NguoiLaoDong, error)
	Quota(ctx context.Context, person string, year int) (office.Quota, error)
	PutCareer(ctx context.Context, person string, c office.Career) error
	Benefits(ctx context.Context, person string) ([]office.Benefit, error)
	AllBenefits(ctx context.Context) ([]office.Benefit, error)
	AddClaim(ctx context.Context, person string, d office.DotHuong, state office.BenefitState) (say []string, err error)
	SettleClaim(ctx context.Context, person string, seq int64, state office.BenefitState, halves int64) error
	DropClaim(ctx context.Context, person string, seq int64) error
	TakeBackClaims(ctx context.Context, before, after []office.Benefit) (n int, err error)
	ImportClaims(ctx context.Context, data []byte) (kept, people int, faults []office.ClaimFault, err error)
	AddPerson(ctx context.Context, texts map[string]string) (id string, found []office.Finding, err error)
	EditPerson(ctx context.Context, id string, texts map[string]string) (was []office.PersonField, found []office.Finding, err error)
	AskPerson(ctx context.Context, number, address string) (office.AgencyPerson, error)
	WhyPay(ctx context.Context, month office.Month, id string) (office.Explained, error)
	PastTerms(ctx context.Context) ([]office.PastTerm, error)
	ExportPerson(ctx context.Context, id string, password []byte) ([]office.File, error)
	PlanErasure(ctx context.Context, id string) (office.ErasePlan, error)
	ErasePerson(ctx context.Context, in office.EraseOrder) (office.EraseReport, error)
	RemoveCopies(ctx context.Context, id, reason string) ([]string, error)
	ConvertCommunes(ctx context.Context, month office.Month) ([]office.CommuneMove, error)
	ApplyCommunes(ctx context.Context, month office.Month, chosen map[string]string) (int, error)
	UndoCommunes(ctx context.Context) (int, error)
	Report(ctx context.Context, in office.ReportOrder) (office.File, error)
	Slip(ctx context.Context, month office.Month, id string) (office.File, error)
	PayrollTemplate(ctx context.Context, in office.TemplateOrder) (office.File, error)
	MoveIn(ctx context.Context, in office.MoveInInput) (office.MoveInResult, error)
	MovedIn(ctx context.Context, company string) ([]office.MovedFile, error)
	UndoMoveIn(ctx context.Context, company string, dryRun bool) (office.MoveInResult, error)
}

// Host is what the screen asks of the window.
type Host interface {
	Month() office.Month
	Now() time.Time
	Practice() bool // the sample company is at hand
	Go(office.Place)
	ChoosePayroll()
	PickFiles(kinds []string, done func([]office.File))
	Quiet(work func(context.Context) error, done func(error))
	Run(title string, work func(context.Context, task.Report) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (shut func())
	unsaved.Desk
	Ask(title, words, yes string, done func())
	Preview(title string, files []office.File)
	SaveFile(f office.File)
	Say(words string, bad bool)
	Fail(error)
	Focus(fyne.Focusable)
}

// Page is the screen.
type Page struct {
	source Source
	host   Host

	root    *fyne.Container
	title   *xwidget.Text
	search  *xwidget.SearchEntry
	parts   []*xwidget.Button
	found   *xwidget.Text
	grid    *xwidget.Grid
	place   *fyne.Container // of the grid, or of what stands there while there is nobody
	detail  *fyne.Container
	scroll  *xwidget.Scroll
	roster  *roster
	listed  bool // the roster was read, and is not merely empty as at first
	part    Part
	shownID string
	wanted  string               // who is to be shown once the roster is read
	moves   []office.CommuneMove // whose commune was abolished
	door    *xwidget.Button      // to them, hidden while there is nobody

	edited   *editBack   // the way back from what was corrected last of who is shown
	back     *claimsBack // the way back from what was done last to the periods of who is shown
	register *register   // the periods of who is shown, while the dialog is open
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, roster: newRoster(nil), register: &register{}}
	p.title = xwidget.NewTitle("Người lao động")
	p.found = xwidget.NewCaption("")
	p.search = xwidget.NewSearch("Tìm tên, CCCD, mã số, chức danh", func(string) { p.filter() })
	p.search.OnDown = func() { p.grid.Start() }
	for part := range len(partWords) {
		b := xwidget.NewButton("", func() { p.Show(Part(part)) })
		p.parts = append(p.parts, b)
	}
	p.door = xwidget.NewButton("", p.convert)
	p.door.Hide()
	p.grid = xwidget.NewList(p.roster).Named("nguoiLaoDong")
	p.grid.OnSelect = func(row, _ int) { p.open(row) }
	p.grid.OnWhy = func(row, _ int) {
		if row < p.roster.Rows() {
			p.why(p.roster.at(row).ID)
		}
	}
	p.detail = xwidget.Column(columnGap)
	p.scroll = xwidget.NewScroll(p.detail)

	top := xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Row(8, p.parts[0], p.parts[1], p.parts[2])), p.search)
	head := xwidget.Column(10, xwidget.PageHead(p.title, p.found, p.door, p.parts[Overdue],
		xwidget.NewButton("Thêm người…", p.Add), xwidget.NewButton("Nhập lịch sử", p.moveIn), p.toExcel()), top)
	p.place = container.NewStack(p.grid)
	card := xwidget.NewCard(p.place).Tight()
	side := xwidget.Sized(320, 0, xwidget.NewCard(p.scroll))
	body := xwidget.Dock(nil, nil, nil, xwidget.Inset(14, 0, 0, 0, side), card)
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 16, xwidget.Dock(xwidget.Inset(0, 0, 0, 10, head), nil, nil, nil, body))
	p.part = Part(shownPart.At())
	p.labels()
	return p
}

// lay puts the list into its place, or what to do while there is nobody in it.
func (p *Page) lay() {
	var o fyne.CanvasObject = p.grid
	switch {
	case len(p.roster.people) == 0 && p.listed:
		o = xwidget.Empty("nguoi-lao-dong", "Chưa có ai trong danh sách", "Thả bảng lương Excel của một tháng vào cửa sổ: danh sách được mở từ đó, với lương, chức danh, số giấy tờ của từng người.",
			xwidget.NewStrong("Chọn bảng lương", p.host.ChoosePayroll), xwidget.NewButton("Thêm người…", p.Add))
	case p.part == Overdue && p.roster.term == "" && p.roster.Rows() == 0 && p.listed:
		o = xwidget.Empty("nguoi-lao-dong", "Không ai quá hạn lưu", "Hạn lưu là số tháng giữ dữ liệu của người đã nghỉ. Chưa đặt hạn thì không ai bị coi là quá hạn.",
			xwidget.NewStrong("Đặt hạn lưu", func() { p.host.Go(office.Place{Screen: "cai-dat", ID: "ca-nhan"}) }))
	}
	if p.place.Objects[0] != o {
		p.place.Objects[0] = o
		p.place.Refresh()
	}
}

// shownPart is the part of the list that was looked at last, by the order of Part.
var shownPart = prefs.NewChoice("nguoi-lao-dong.phan", "dang-co", "thieu", "da-nghi", "het-han")

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Người lao động" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow reads the roster again.
func (p *Page) OnShow() {
	month := p.host.Month()
	var next *roster
	var moves []office.CommuneMove
	p.host.Quiet(func(ctx context.Context) error {
		people, err := p.source.People(ctx, month)
		if err != nil {
			return err
		}
		due, err := p.source.PastTerms(ctx)
		if errors.Is(err, office.ErrNoCompany) { // then there are no people either
			err = nil
		}
		next = newRoster(people)
		next.mark(due)
		if err == nil && len(people) > 0 {
			moves, err = p.source.ConvertCommunes(ctx, month)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.roster, p.moves, p.listed = next, moves, true
		p.shownID = ""
		p.filter()
		p.host.Focus(p.search)
		p.reach()
	})
}

// Open shows a person, wherever they stand in the list, when the roster is read the
// next time.
func (p *Page) Open(id string) { p.wanted = id }

// reach goes to the person who is wanted, in the part of the list where they are.
func (p *Page) reach() {
	id := p.wanted
	p.wanted = ""
	at := slices.IndexFunc(p.roster.people, func(n office.NguoiLaoDong) bool { return n.ID == id })
	if id == "" || at < 0 {
		return
	}
	p.part = All
	if p.roster.people[at].TrangThai == office.DaNghi {
		p.part = Gone
	}
	p.search.SetText("")
	p.filter()
	if row := slices.Index(p.roster.view, at); row >= 0 {
		p.grid.Jump(row, 0)
	}
}

// Show lists a part of the people.
func (p *Page) Show(part Part) {
	p.part = part
	shownPart.Set(shownPart.Values()[part])
	p.filter()
}

// Find searches, as if it had been typed.
func (p *Page) Find(text string) { p.search.SetText(text) }

func (p *Page) filter() {
	p.roster.filter(xwidget.Fold(p.search.Text), p.part)
	if p.roster.term != "" || len(p.roster.people) > 0 {
		p.grid.Empty = "Không tìm thấy ai. Thử ít chữ hơn, hoặc xem cả người đã nghỉ."
	}
	p.grid.SetModel(p.roster)
	p.lay()
	p.labels()
	row, _ := p.grid.Active()
	p.open(row)
}

func (p *Page) labels() {
	for i, say := range partWords {
		b := p.parts[i]
		b.Weight = xwidget.Usual
		if Part(i) == p.part {
			b.Weight = xwidget.Strong
		}
		b.Set(fmt.Sprintf("%s %s", say, wording.So(p.roster.count(Part(i)))))
	}
	if overdue := p.parts[Overdue]; p.roster.count(Overdue) > 0 || p.part == Overdue {
		overdue.Show()
	} else {
		overdue.Hide()
	}
	p.door.Set(wording.So(len(p.moves)) + " người còn mã xã cũ")
	if len(p.moves) > 0 {
		p.door.Show()
	} else {
		p.door.Hide()
	}
	p.found.Set(p.roster.sum())
	p.root.Refresh()
}

// open shows a person beside the list, at once, and their history when it is read.
func (p *Page) open(row int) {
	if row >= p.roster.Rows() {
		p.shownID = ""
		p.detail.Objects = []fyne.CanvasObject{xwidget.NewPara("Chọn một người để xem hồ sơ.").In(look.Muted)}
		p.scroll.Reflow()
		return
	}
	who := p.roster.at(row)
	if who.ID == p.shownID {
		return
	}
	p.shownID = who.ID
	if p.back != nil && p.back.person != who.ID {
		p.back = nil
	}
	if p.edited != nil && p.edited.who.ID != who.ID {
		p.edited = nil
	}
	p.show(record{who: who})
	p.read(who)
}

// read reads what is known of the person who is shown, and shows that.
func (p *Page) read(who office.NguoiLaoDong) {
	month := p.host.Month()
	var r record
	p.host.Quiet(func(ctx context.Context) (err error) {
		r, err = p.recall(ctx, who, month)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if p.shownID == who.ID {
			p.show(r)
			p.register.take(r)
		}
	})
}

// recall reads what is known of a person in a month.
func (p *Page) recall(ctx context.Context, who office.NguoiLaoDong, month office.Month) (r record, err error) {
	r = record{who: who, read: true}
	if r.past, err = p.source.History(ctx, who.ID); err != nil {
		return r, err
	}
	if r.claims, err = p.source.Benefits(ctx, who.ID); err != nil {
		return r, err
	}
	if r.due, err = dueWords(p.source.WhyPay(ctx, month, who.ID)); err != nil || who.TrangThai == office.DaNghi {
		return r, err
	}
	q, err := p.source.Quota(ctx, who.ID, month.Year())
	r.quota = &q
	return r, err
}

// again reads the person who is shown anew, and stays where one has scrolled to.
func (p *Page) again() {
	if row, _ := p.grid.Active(); row < p.roster.Rows() && p.roster.at(row).ID == p.shownID {
		p.read(p.roster.at(row))
	}
}

// why opens where a person's pay comes from and what is paid on it in the month.
func (p *Page) why(id string) {
	month := p.host.Month()
	bai.Ask(p.host, func(ctx context.Context) (office.Explained, error) { return p.source.WhyPay(ctx, month, id) })
}

// dueWords tells what is paid for a person in a month; what is not known is no failure.
func dueWords(e office.Explained, err error) (string, error) {
	var lack *office.ChuaBiet
	var faults office.LoiVaos
	switch {
	case errors.As(err, &lack), errors.As(err, &faults), errors.Is(err, office.ErrNotFound):
		return "", nil // what is missing stands above; a person of a later month pays nothing yet
	case err != nil:
		return "", err
	case e.Total == 0:
		return "không", nil
	}
	return office.Amount(e.Total, e.Unit), nil
}
