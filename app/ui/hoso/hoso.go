// Package hoso is the screen of the dossiers: the list by state, and inside one
// the forms as grids with what must be mended beside them, checking, printing,
// signing, sending, and the history with the gateway's own words.
//
// It shows what app/office answers and decides nothing; it knows no particular
// form. Only app/ui imports it.
package hoso

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Dossiers(ctx context.Context) ([]office.DossierView, error)
	Dossier(ctx context.Context, id string) (office.DossierView, error)
	Check(ctx context.Context, id string) ([]office.Fault, error)
	SentBeforeRestore(ctx context.Context, id string) ([]string, error)
	ConfirmSentBefore(ctx context.Context, id, reason string) error
	Origin(ctx context.Context, id, formID, table string, row int, tag string) (string, error)
	PasteCells(ctx context.Context, id, formID, table string, rows int, cells []office.CellText) (refused []string, err error)
	Undo(ctx context.Context, id, formID string) (office.DocChange, error)
	RedoEdit(ctx context.Context, id, formID string) (office.DocChange, error)
	CellHistory(ctx context.Context, at office.CellRef) (title string, changes []office.CellChange, err error)
	DeleteRow(ctx context.Context, id, formID, table string, row int) error
	AddRows(ctx context.Context, id, formID, table string, people []string, n int) error
	AddForm(ctx context.Context, id, formID string) error
	DropForm(ctx context.Context, id, formID string) error
	MayAdd(ctx context.Context, id string) ([]*office.Form, error)
	FillKnown(ctx context.Context, id string) (cells int, err error)
	People(ctx context.Context, month office.Month) ([]office.NguoiLaoDong, error)
	AttachPaper(ctx context.Context, id, paper, name string, data []byte, mark office.Mark) error
	SetPaper(ctx context.Context, id string, attachment int64, paper string) error
	AnswerPaper(ctx context.Context, id string, a office.PaperAnswer) error
	AttachedFile(ctx context.Context, id string, attachment int64) (office.File, error)
	DropAttachment(ctx context.Context, id string, attachment int64) error
	CaseChoices(ctx context.Context, id string) ([]office.CaseChoice, error)
	ChangeCase(ctx context.Context, id, truongHop string) (office.CaseChange, error)
	HandInPack(ctx context.Context, id string) (office.File, error)
	Cancel(ctx context.Context, id string) error
	Again(ctx context.Context, id string) (office.Dossier, error)
	Print(ctx context.Context, id string) ([]office.File, error)
	chonkhoa.Source
	Sign(ctx context.Context, id string, key office.Key) (office.Signed, error)
	SignAll(ctx context.Context, ids []string, key office.Key, report func(done, total int, r office.BatchResult)) []office.BatchResult
	Send(ctx context.Context, id, address string) (office.Sent, error)
	Refresh(ctx context.Context, id, address string) (office.DossierView, error)
	Results(ctx context.Context, id, address string) ([]office.File, error)
	Export(ctx context.Context, id string) (office.File, error)
	Workbook(ctx context.Context, id string) (office.File, error)
	OfficialBooks(ctx context.Context, id string) ([]office.File, error)
	FillBook(ctx context.Context, id, name string, data []byte) (rows map[string]int, found []office.Finding, err error)
	Received(ctx context.Context, id string, p office.Proof) error
	Resend(ctx context.Context, id string) error
	Confirm(ctx context.Context, id, code string) (office.DossierView, error)
	Rejection(ctx context.Context, id string) (office.Rejection, error)
	Redo(ctx context.Context, id string, part office.Part, rows []office.TraLaiNoi) ([]office.Dossier, error)
	Difference(ctx context.Context, id, other string) (office.Difference, error)
	LocalRules(ctx context.Context) ([]office.LocalRule, error)
	KeepRule(ctx context.Context, text, from string) (office.LocalRule, error)
	SwitchRule(ctx context.Context, id string, on bool) error
	RemoveRule(ctx context.Context, id string) error
	Receive(ctx context.Context, in office.Incoming) (office.Taken, error)
	Told(ctx context.Context, id string, as office.KetLuan, soHoSo, words string) (office.Taken, error)
	ReceivedFiles(ctx context.Context, id string) ([]office.ReceivedFile, error)
	ReceivedFile(ctx context.Context, id string, n int64) (office.ReceivedFile, error)
	WaitingCosts(ctx context.Context, id string) (office.WaitingCosts, error)
	WhyCell(ctx context.Context, at office.CellRef) (office.Explained, error)
	WhyTotal(ctx context.Context, id, formID, table, tag string) (office.WhySum, error)
	WorkingSheet(ctx context.Context, id string) (office.File, error)
}

// Host is what the screen asks of the window.
type Host interface {
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Keep(work func(context.Context) error, done func(error)) // in order; whatever is asked for later comes after it
	InWindow(f func())                                       // from within a work
	Hold(title string, content fyne.CanvasObject) (close func())
	After(d time.Duration, f func())
	Recount()
	Fail(error)
	Say(words string, bad bool)
	Saved()
	Now() time.Time
	Ask(title, words, yes string, done func())
	Guarded(what string, do func()) // asks whose it is, where the employer changed a moment ago
	Begin(title string, cancel func()) (j *task.Job, ok bool)
	Dialog(title string, content fyne.CanvasObject) (close func())
	unsaved.Desk
	Go(to office.Place)
	PickFile(kinds []string, done func(name, path string, data []byte))
	SaveFile(f office.File)
	Focus(f fyne.Focusable)
	Show(files []office.File)
	Preview(title string, files []office.File)
}

// Page is the screen: the list, or one dossier.
type Page struct {
	source Source
	host   Host
	stack  *fyne.Container
	list   *list
	open   *dossier
	// batching: several dossiers are being signed.
	batching bool
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, stack: container.NewStack()}
	p.list = newList(p)
	p.stack.Objects = []fyne.CanvasObject{p.list.root}
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Hồ sơ" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.stack }

// OnShow reads again what is shown.
func (p *Page) OnShow() {
	if p.open != nil {
		p.open.reload(nil)
		return
	}
	p.list.reload()
}

// OpenAt opens a dossier, the list of one state ("trang-thai:…"), or the list.
func (p *Page) OpenAt(id string) {
	if state, ok := strings.CutPrefix(id, "trang-thai:"); ok {
		p.list.state = office.State(state)
		id = ""
	}
	if id == "" {
		p.back()
		return
	}
	p.show(newDossier(p, id))
}

// show leads into a dossier.
func (p *Page) show(d *dossier) {
	p.open = d
	p.stack.Objects = []fyne.CanvasObject{d.root}
	p.stack.Refresh()
	d.reload(nil)
}

// back goes to the list.
func (p *Page) back() {
	p.open = nil
	p.stack.Objects = []fyne.CanvasObject{p.list.root}
	p.stack.Refresh()
	p.list.reload()
}
