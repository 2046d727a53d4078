package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/pdfview"
	"ankhai/app/ui/bangluong"
	"ankhai/app/ui/baocao"
	"ankhai/app/ui/caidat"
	"ankhai/app/ui/chukyso"
	"ankhai/app/ui/congcu"
	"ankhai/app/ui/doichieu"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/hopthu"
	"ankhai/app/ui/hoso"
	"ankhai/app/ui/kham"
	"ankhai/app/ui/khoa"
	"ankhai/app/ui/lenh"
	"ankhai/app/ui/nguoilaodong"
	"ankhai/app/ui/saoluu"
	"ankhai/app/ui/task"
	"ankhai/app/ui/thutuc"
	"ankhai/app/ui/tongquan"
	"ankhai/app/ui/trogiup"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xem"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Page is one place of the program.
type Page interface {
	Title() string
	Content() fyne.CanvasObject
	OnShow() // read again what is shown
}

// Office is what the window asks of the use cases.
type Office interface {
	tongquan.Source
	nguoilaodong.Source
	ForViewing(files []office.File) (paths []string, err error)
	xem.Source
	bangluong.Source
	baocao.Source
	doichieu.Source
	hoso.Source
	congcu.Source
	thutuc.Source
	chukyso.Source
	hopthu.Source
	WhyFigure(ctx context.Context, name string, on office.Day) (office.Explained, error)
	kham.Source
	khoa.Source
	saoluu.Source
	trogiup.Source
	lenh.Source
	caidat.Source
	Start(ctx context.Context) ([]office.StartStep, error)
	cockpit
	LeftOffSource
	unsaved.Source
	Companies(ctx context.Context) ([]office.DonVi, error)
	Company(ctx context.Context) (office.DonVi, error)
	SetCompany(ctx context.Context, mst string) error
	PutCompany(ctx context.Context, dv office.DonVi) ([]office.Finding, error)
	OpenSample(ctx context.Context) error
	OpenExport(ctx context.Context, mst, path string) (office.OpenInfo, error)
	OpenExportAll(ctx context.Context, dir string, packed bool) ([]office.OpenInfo, error)
	TakeOpen(ctx context.Context, path string, check, replace bool) (office.TakenOpen, error)
	ViewOnly() bool
	Close() error
	Period() office.Month
	Today() office.Day
	Dir() string
	StartOutbox(watch func(office.OutboxNews))
}

var _ Office = (*office.Office)(nil)

// c12Screen is the door to the agency's statement.
const c12Screen = "doi-chieu"

// dossierScreen is the door to the dossiers.
const dossierScreen = "ho-so"

// serviceScreen is the door to the public services.
const serviceScreen = "thu-tuc"

// settingsScreen is the door to the settings, the last place of the rail.
const settingsScreen = "cai-dat"

// place is a page with its name in doors.
type place struct {
	key  string
	page Page
	item *railItem
	off  bool // not on the rail: reached from the overview and the menu

	spoken int // the change of language that it was last drawn after
}

// The smallest window: a cheap laptop at 150 %.
const leastWide, leastHigh = 900, 480

// Shell is the window's content.
type Shell struct {
	office Office
	window fyne.Window
	runner *task.Runner
	now    func() time.Time
	home   Home // how the data folder is opened again

	month   office.Month
	company office.DonVi
	have    bool    // there is a company at hand
	over    bool    // another content has taken the window
	fails   int     // that were told so far
	leaving bool    // the window closes as soon as no work runs
	scale   float32 // of everything, as it was put on last
	spoken  int     // how often the language was changed
	onMet   func()  // once the first company is at hand; nil afterwards

	dialogs []shown // over the window, the last on top
	root    *fyne.Container
	body    *fyne.Container // below the bar: rail, place, practice
	stack   *fyne.Container
	places  []*place
	at      *place
	top     *top
	status  *status
	typing  *typing
	payroll *bangluong.Page
	c12     *doichieu.Page
	people  *nguoilaodong.Page
	dossier *hoso.Page
	signs   *chukyso.Page
	post    *hopthu.Page
	keys    *khoa.Desk
	files   *saoluu.Desk
	checkup *kham.Desk
	reader  *xem.Desk
	drawer  *pdfview.Viewer
	help    *trogiup.Desk
	service *thutuc.Page
	tools   *congcu.Page
	setting *caidat.Page
	search  *lenh.Desk
	typed   *unsaved.Keeper
	behind  *behind

	fresh   bool      // the employer was taken at hand from the board, and nothing was signed or sent since
	cover   *locked   // nil: everything can be read
	stirred time.Time // when somebody used the window last
}

// New builds the window's content. now is for the words «Đã lưu lúc …» alone.
func New(o Office, w fyne.Window, runner *task.Runner, now func() time.Time) *Shell {
	s := &Shell{office: o, window: w, runner: runner, now: now, month: o.Period(), scale: giaodien.Scale(), stack: container.NewStack()}
	s.typed = unsaved.New(o, s)
	s.behind = newBehind(s)
	runner.Watch = s.behind
	s.payroll = bangluong.New(o, s)
	s.c12 = doichieu.New(o, s)
	s.people = nguoilaodong.New(o, s)
	s.dossier = hoso.New(o, s)
	s.signs, s.post = chukyso.New(o, s), hopthu.New(o, s)
	s.keys = khoa.New(o, s)
	s.files = saoluu.New(o, s)
	s.checkup = kham.New(o, s)
	s.drawer = pdfview.New(drawerFolder())
	s.reader = xem.New(o, s, s.drawer)
	s.help = trogiup.New(o, s)
	s.service, s.tools = thutuc.New(o, s), congcu.New(o, s)
	s.search = lenh.New(o, s, s.deeds)
	s.typing = newTyping(s.Say)
	s.setting = caidat.New(o, s, s.doors())
	s.places = []*place{
		{key: "tong-quan", page: tongquan.New(o, s)},
		{key: "nguoi-lao-dong", page: s.people},
		{key: "bang-luong", page: s.payroll},
		{key: dossierScreen, page: s.dossier},
		{key: serviceScreen, page: s.service},
		{key: c12Screen, page: s.c12},
		{key: "cong-cu", page: s.tools},
		{key: office.SignScreen, page: s.signs},
		{key: office.PostScreen, page: s.post},
		{key: settingsScreen, page: s.setting},
		{key: "bao-cao", page: baocao.New(o, s), off: true},
	}
	s.help.OnBeside = func() { s.body.Refresh() }
	s.addBoard(o)
	s.top, s.status = newTop(s), newStatus(s.whyReference, s.typing.root, s.behind.chip)
	s.body = xwidget.Dock(nil, nil, s.rail(), s.help.Beside(), xwidget.NewPanel(look.Page, s.stack))
	s.root = xwidget.Dock(s.top.root, s.status.root, nil, nil, s.body)
	s.showBoard(false)
	// A long title must never make the window wider than the screen.
	w.SetContent(container.New(remember{w}, newStirs(xwidget.Sized(leastWide, leastHigh, s.root), func() { s.stirred = s.now() })))
	w.Canvas().SetOnTypedKey(s.key)
	w.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.dropped(files) })
	return s
}

// Start reads the company at hand and shows the first place.
func (s *Shell) Start() { s.reread(func() { s.Go(office.Place{Screen: "tong-quan"}) }) }

// LetSend lets the outbox work by itself as long as the window is there.
func (s *Shell) LetSend() {
	s.office.StartOutbox(func(n office.OutboxNews) { s.runner.Later(func() { s.heard(n) }) })
}

// heard shows what the outbox does, quietly.
func (s *Shell) heard(n office.OutboxNews) {
	s.status.outbox(n)
	if len(n.Ended) > 0 {
		if s.at != nil && s.at.key == office.PostScreen {
			s.post.Heard()
		}
		s.dossier.Heard(n.Ended)
		s.Recount()
	}
	s.help.Follow()
}

// reread reads the company at hand again.
func (s *Shell) reread(then func()) {
	var dv office.DonVi
	var keys []office.KeyInfo
	var typed []office.Unsaved
	several := false
	s.typed.Look() // before another employer is at hand
	s.Quiet(func(ctx context.Context) (err error) {
		if typed, err = s.office.Unsaved(ctx); err != nil {
			return err
		}
		if dv, err = s.office.Company(ctx); err != nil {
			return err
		}
		if several, err = s.countEmployers(ctx); err != nil {
			return err
		}
		if keys, err = s.office.Keys(ctx); err != nil {
			return err
		}
		files, err := s.office.KeyFiles(ctx)
		for _, k := range files {
			if k.TaxCode == dv.MaSoThue {
				keys = append(keys, k)
			}
		}
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, office.ErrNoCompany):
			s.have = false
			s.typed.Take("", typed)
			s.top.show()
			s.welcome()
		case err != nil:
			s.Fail(err)
		default:
			s.meet(dv)
			s.typed.Take(dv.MaSoThue, typed)
			s.showBoard(several)
			s.top.show()
			s.status.show(s.month, keys, s.office.Today())
			if s.office.ViewOnly() {
				s.Say(office.ViewOnlySay, true)
			}
			then()
		}
	})
}

// meet takes a company at hand. Another one than before starts at its own month:
// the sample company's payrolls are of a fixed one.
func (s *Shell) meet(dv office.DonVi) {
	if dv.MaSoThue != s.company.MaSoThue {
		s.reader.Close() // what it shows is another company's
		s.month = s.office.Period()
		if dv.ThucHanh {
			s.month = office.SampleMonth
		}
	}
	s.company, s.have = dv, true
	if first := s.onMet; first != nil {
		s.onMet = nil
		first()
	}
}

// Go goes through a door.
func (s *Shell) Go(to office.Place) {
	if s.aside(to) {
		return
	}
	if !s.have && to.Screen != settingsScreen {
		s.welcome()
		return
	}
	for _, p := range s.places {
		if p.key != to.Screen {
			continue
		}
		s.at = p
		s.lastPlace().Set(p.key)
		s.stack.Objects = []fyne.CanvasObject{p.page.Content()}
		s.stack.Refresh()
		if p.spoken != s.spoken { // what was not seen then still speaks the other language
			p.spoken = s.spoken
			fyne.CurrentApp().Settings().SetTheme(giaodien.Theme())
		}
		s.markRail()
		switch {
		case to.Screen == "ho-so":
			s.dossier.OpenAt(to.ID)
		case to.Screen == "nguoi-lao-dong" && to.ID == "thieu":
			s.people.Show(nguoilaodong.Lacking)
			p.page.OnShow()
		case to.Screen == "nguoi-lao-dong" && to.ID == "het-han":
			s.people.Show(nguoilaodong.Overdue)
			p.page.OnShow()
		case to.Screen == "nguoi-lao-dong" && to.ID != "":
			s.people.Open(to.ID)
			p.page.OnShow()
		case to.Screen == serviceScreen && to.ID != "":
			s.service.Open(to.ID)
		case to.Screen == "cong-cu" && to.ID != "":
			p.page.OnShow()
			s.tools.Open(to.ID, nil)
		case to.Screen == settingsScreen && to.ID != "":
			p.page.OnShow()
			s.setting.Open(to.ID)
		case to.Screen == office.PostScreen:
			p.page.OnShow()
			s.post.Open(to.ID)
		default:
			s.toMonth(to)
			p.page.OnShow()
		}
	}
}

// toMonth follows a door that names a month.
func (s *Shell) toMonth(to office.Place) {
	if m, ok := office.ParseMonth(to.ID); ok && (to.Screen == "bang-luong" || to.Screen == c12Screen) {
		s.setMonth(m)
	}
}

// Month is the month that is declared.
func (s *Shell) Month() office.Month { return s.month }

func (s *Shell) setMonth(m office.Month) {
	s.month = m
	s.top.show()
	s.status.setMonth(m)
}

// step goes to a neighbouring month and shows the page again.
func (s *Shell) step(n int) {
	s.setMonth(s.month.Add(n))
	if s.at != nil {
		s.at.page.OnShow()
	}
}

// Counted takes the counts for the rail from the overview.
func (s *Shell) Counted(v office.Overview) {
	if v.Month == s.month && v.ThamChieu > 0 { // the user may have entered a later one
		s.status.reference(v.Month, v.ThamChieu)
	}
	waiting := 0
	for _, t := range v.Todo {
		if t.Go.Screen == "ho-so" {
			waiting++
		}
	}
	for _, p := range s.places {
		switch p.key {
		case "nguoi-lao-dong":
			p.item.set(v.DangCo, false)
		case "ho-so":
			p.item.set(waiting, true)
		case office.PostScreen:
			p.item.set(v.ChuaDoc, true)
		}
	}
}
