// Package caidat is the screen of settings, «Cài đặt»: sections on the left, what can
// be chosen on the right. How the window looks is kept on this machine; what belongs
// to an employer or to the data goes through app/office.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package caidat

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Company(ctx context.Context) (office.DonVi, error)
	SetColour(ctx context.Context, colour string) error
	GatewayOf(ctx context.Context) (string, error)
	SetGateway(ctx context.Context, mst, address string) error
	Protection() office.Protection
	Backups(ctx context.Context) (office.BackupState, error)
	BackUpNow(ctx context.Context) (office.Backup, office.BackupInfo, error)
	SetBackupPlace(ctx context.Context, dir string) error
	Retention(ctx context.Context) (office.Retention, error)
	SetRetention(ctx context.Context, r office.Retention) error
	PastTerms(ctx context.Context) ([]office.PastTerm, error)
	ProcessingLog(ctx context.Context, from, to office.Day) ([]office.ProcessingLine, error)
	ProcessingSheet(ctx context.Context, from, to office.Day, lines []office.ProcessingLine, csv bool) (office.File, error)
	Holidays(ctx context.Context, year int) (office.HolidayYear, error)
	PutHoliday(ctx context.Context, n office.Holiday) (say string, err error)
	DropHoliday(ctx context.Context, d office.Day) (there bool, err error)
	LawFigures(ctx context.Context) ([]office.FigureHistory, error)
	PutFigure(ctx context.Context, v office.LawValue) (say string, err error)
	DropFigure(ctx context.Context, name string, from office.Day) (there bool, err error)
	Today() office.Day
	About() office.About
}

// Host is what the screen asks of the window.
type Host interface {
	unsaved.Desk
	Quiet(work func(context.Context) error, done func(error))
	Run(title string, work func(context.Context, task.Report) error, done func(error))
	Fail(error)
	Say(words string, bad bool)
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Go(office.Place)
	Focus(fyne.Focusable)
	SaveFile(office.File)
	Restore()
	Wear()   // puts on what was chosen for the look
	Reload() // the company at hand is another one, or looks otherwise
	Practice() bool
}

// Doors lead to what other parts of the window do. A door that is nil is not shown.
type Doors struct {
	EditCompany, AddCompany                func()
	GiveEmployer, TakeEmployer, OpenExport func()
	BackUpToFile, VerifyBackup, TakeBack   func() // a backup in one file; one employer of a backup
	Account                                func() // the employer's account at its gateway
	Law                                    func() // what the law leaves open
	Typing                                 *Typing
}

// Typing is how Vietnamese is typed, a choice among modes.
type Typing struct {
	Modes []string // in words
	At    func() int
	Set   func(i int)
	Notes string // when which is right
}

// Section is a part of the settings with its name and the words it is found by.
type Section struct{ Key, Title, Words string }

// section is a part with what it shows.
type section struct {
	Section
	fill func() []fyne.CanvasObject
}

// Page is the screen.
type Page struct {
	source Source
	host   Host
	doors  Doors

	root     *fyne.Container
	names    []name
	left     *xwidget.Scroll // around them, for a window that is not high
	body     *fyne.Container
	scroll   *xwidget.Scroll
	year     int // whose days off are shown
	figures  *figures
	gone     *office.Holiday // the day that was taken out last, to be taken back
	sections []section
	at       int
	shown    int                 // counts how often a section was filled
	picks    [][]*xwidget.Button // the choices of the section at hand
}

// namesWidth is that of the names of the sections.
const namesWidth = 196

// New makes the screen.
func New(source Source, host Host, doors Doors) *Page {
	p := &Page{source: source, host: host, doors: doors, body: xwidget.Column(16)}
	p.sections = []section{
		{Section{"giao-dien", "Giao diện", "màu nền sáng tối tương phản cỡ chữ phóng to mật độ dòng bảng ngôn ngữ tiếng anh english language"}, p.looks},
		{Section{"go", "Gõ tiếng Việt", "telex vni bàn phím dấu"}, p.typing},
		{Section{"don-vi", "Đơn vị", "công ty màu sửa xuất nhận giao"}, p.company},
		{Section{"cong", "Cổng và tài khoản", "gateway ivan địa chỉ gửi hồ sơ"}, p.gateway},
		{Section{"khoa", "Khoá dữ liệu", "mật khẩu khoá khôi phục mã hoá"}, p.keys},
		{Section{"sao-luu", "Sao lưu", "backup khôi phục ổ đĩa tệp kiểm lấy lại"}, p.backups},
		{Section{personalKey, "Dữ liệu cá nhân", "hạn lưu quá hạn nhật ký xử lý quyền riêng tư xoá người đã nghỉ"}, p.personal},
		{Section{holidayKey, "Ngày nghỉ lễ", "lịch nghỉ tết quốc khánh làm bù hoán đổi hạn nộp"}, p.holidays},
		{Section{figuresKey, "Số liệu luật", "lương cơ sở mức tham chiếu lương tối thiểu vùng tỷ lệ đóng trần sàn hệ số nghị định mới"}, p.lawFigures},
		{Section{"luat", "Cách hiểu pháp luật", "điểm luật để ngỏ tỷ lệ"}, p.law},
		{Section{"kham", "Khám máy", "token trình điều khiển đồng hồ"}, p.checkup},
		{Section{"gioi-thieu", "Giới thiệu", "phiên bản giấy phép thư viện thư mục"}, p.about},
	}
	if doors.Typing == nil {
		p.sections = append(p.sections[:1], p.sections[2:]...)
	}
	p.scroll = xwidget.NewScroll(xwidget.Inset(0, 0, 0, 16, p.body))
	p.left = xwidget.NewScroll(p.list())
	left := xwidget.Sized(namesWidth, 0, p.left)
	inside := xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 16, 0, left), nil, p.scroll)
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 0, xwidget.Dock(xwidget.Inset(0, 0, 0, 14, xwidget.Row(0, xwidget.NewTitle("Cài đặt"))), nil, nil, nil, inside))
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Cài đặt" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow fills the section at hand again.
func (p *Page) OnShow() { p.show(p.at) }

// Sections are the parts of the settings, in order.
func (p *Page) Sections() []Section {
	var out []Section
	for _, s := range p.sections {
		out = append(out, s.Section)
	}
	return out
}

// Open shows a section by its key.
func (p *Page) Open(key string) {
	for i, s := range p.sections {
		if s.Key == key {
			p.show(i)
		}
	}
}

func (p *Page) show(i int) {
	if p.at != i {
		p.gone = nil
		defer p.scroll.ToTop()
	}
	p.at, p.picks = i, nil
	p.shown++
	for k := range p.sections {
		p.mark(k)
	}
	p.left.Reveal(p.names[i].door)
	s := p.sections[i]
	p.body.Objects = []fyne.CanvasObject{xwidget.NewText(s.Title).Strong().Sized(sectionSize)}
	lines := s.fill() // what had to be read first may stand there already
	p.body.Objects = append(p.body.Objects, lines...)
	p.scroll.Reflow()
}

// mark shows whether a name is that of the section at hand.
func (p *Page) mark(k int) {
	door, name := p.names[k].door, p.names[k].words
	name.Bold, door.Fill, door.Stripe = false, look.Page, ""
	if k == p.at {
		name.Bold, door.Fill, door.Stripe = true, look.Selection, look.Primary
	}
	door.Refresh()
}

// name is a section's name on the left.
type name struct {
	door  *xwidget.Panel
	words *xwidget.Text
}

// list makes the names.
func (p *Page) list() fyne.CanvasObject {
	col := xwidget.Column(2)
	for k, s := range p.sections {
		n := name{words: xwidget.NewText(s.Title)}
		n.door = xwidget.NewPanel(look.Page, xwidget.Inset(12, 4, 12, 4, n.words)).Door(func() { p.show(k) })
		n.door.Radius = 4
		p.names = append(p.names, n)
		col.Add(n.door)
	}
	return col
}

// sectionSize is the size of a section's title.
const sectionSize = 16

// later adds what has to be read first, if nothing was shown meanwhile.
func (p *Page) later(work func(context.Context) error, lines func() []fyne.CanvasObject) {
	shown := p.shown
	p.host.Quiet(work, func(err error) {
		switch {
		case p.shown != shown:
		case err != nil:
			p.host.Fail(err)
		default:
			p.body.Objects = append(p.body.Objects, lines()...)
			p.scroll.Reflow()
		}
	})
}

// group is a question with its answer below it, and a line that explains.
func group(title, say string, answer fyne.CanvasObject) fyne.CanvasObject {
	col := xwidget.Column(6, xwidget.NewText(title).Strong())
	if say != "" {
		col.Add(xwidget.NewPara(say).In(look.Muted))
	}
	col.Add(answer)
	return xwidget.NewCard(col)
}

// pick is a row of buttons of which one is chosen. The section is filled anew after a
// choice, and the keys stay with what was chosen.
func (p *Page) pick(words []string, at int, chosen func(i int)) fyne.CanvasObject {
	n, row := len(p.picks), xwidget.Flow(8)
	p.picks = append(p.picks, nil)
	for i, w := range words {
		b := xwidget.NewButton(w, func() {
			chosen(i)
			if n < len(p.picks) && i < len(p.picks[n]) {
				p.host.Focus(p.picks[n][i])
			}
		})
		if i == at {
			b.Weight = xwidget.Strong
		}
		p.picks[n] = append(p.picks[n], b)
		row.Add(b)
	}
	return row
}
