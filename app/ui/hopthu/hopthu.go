// Package hopthu is the screen of what goes out and what comes in, «Hộp gửi–nhận»: every
// dossier that waits, is on its way, is in doubt or was sent lately, each attempt with
// what the gateway said word for word; and the inbox with what the agency told, its
// signatures judged anew. It holds the employer's account at its gateway too.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package hopthu

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/nghivan"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	nghivan.Source
	AccountSource
	Company(ctx context.Context) (office.DonVi, error)
	Outgoing(ctx context.Context) ([]office.Outgoing, error)
	Attempts(ctx context.Context, id string) ([]office.Attempt, error)
	Hold(ctx context.Context, id string) error
	Release(ctx context.Context, id string) error
	RunOutbox(ctx context.Context, address string) ([]office.Sent, error)
	Refresh(ctx context.Context, id, address string) (office.DossierView, error)
	AskAll(ctx context.Context, report func(done, of int)) (office.Asked, error)
	Notices(ctx context.Context, mst string, f office.NoticeFilter) ([]office.InboxNotice, error)
	Notice(ctx context.Context, mst string, n int64) (office.InboxNotice, error)
	MarkRead(ctx context.Context, mst string, n int64, read bool) error
	NoticeSaved(ctx context.Context, n int64) error
	FetchInbox(ctx context.Context) (office.FetchedNotices, error)
	NoticeC12(ctx context.Context, n int64) (office.C12Read, error)
}

// Host is what the screen asks of the window.
type Host interface {
	nghivan.Host
	Go(office.Place)
	SaveFile(office.File)
	Preview(title string, files []office.File)
	Recount()
	Now() time.Time
	Focus(fyne.Focusable)
	// TakeC12 takes a statement C12-TS in for the reconciliation; TakeResult a file
	// that came back about a dossier.
	TakeC12(name string, data []byte)
	TakeResult(name string, data []byte)
}

// Page is the screen.
type Page struct {
	source  Source
	host    Host
	root    *fyne.Container
	tabs    *xwidget.Tabs
	does    *fyne.Container // what can be done with the whole of the open leaf
	out     *outPane
	in      *inPane
	account *Account
	mst     string // of the employer at hand
	counts  string // the titles of the leaves

	clipboard func() fyne.Clipboard
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, clipboard: func() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }}
	p.account = NewAccount(source, host)
	p.out, p.in = newOutPane(p), newInPane(p)
	p.tabs = xwidget.NewTabs(p.leaves()...)
	p.tabs.OnChosen = func(int) {
		p.offer()
		p.read()
	}
	p.does = xwidget.Row(8)
	p.offer()
	head := xwidget.Row(10, xwidget.NewTitle("Hộp gửi–nhận"), xwidget.Spacer(), xwidget.NewButton("Cổng của đơn vị…", p.account.Show), p.does)
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 12, xwidget.Dock(xwidget.Inset(0, 0, 0, 4, head), nil, nil, nil, p.tabs))
	return p
}

// offer puts what can be done with the whole of the open leaf into the head.
func (p *Page) offer() {
	p.does.Objects = p.out.does
	if p.tabs.At() == inLeaf {
		p.does.Objects = p.in.does
	}
	if p.root != nil {
		p.root.Refresh()
	}
}

// The leaves of the screen.
const (
	outLeaf = iota
	inLeaf
)

func (p *Page) leaves() []xwidget.Tab {
	sends, came := "Gửi", "Nhận"
	if n := p.out.waiting(); n > 0 {
		sends = fmt.Sprintf("Gửi (%d chờ)", n)
	}
	if n := p.in.unread(); n > 0 {
		came = fmt.Sprintf("Nhận (%d chưa đọc)", n)
	}
	return []xwidget.Tab{{Title: sends, Content: p.out.root}, {Title: came, Content: p.in.root}}
}

// count writes the counts of both leaves anew, where they changed: a title that is made
// anew loses the keys.
func (p *Page) count() {
	leaves := p.leaves()
	if words := leaves[outLeaf].Title + "|" + leaves[inLeaf].Title; words != p.counts {
		p.counts = words
		p.tabs.Set(leaves, p.tabs.At())
	}
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Hộp gửi–nhận" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow reads both boxes again.
func (p *Page) OnShow() { p.read() }

// Open shows a part of the screen: the inbox, the account, or "" as it is.
func (p *Page) Open(part string) {
	switch part {
	case office.InboxLeaf:
		p.tabs.Choose(inLeaf)
	case office.AccountLeaf:
		p.account.Show()
	}
}

// Account is the employer's account at its gateway.
func (p *Page) Account() *Account { return p.account }

// Heard brings the outbox in step with what it did by itself.
func (p *Page) Heard() { p.out.read() }

func (p *Page) read() {
	for _, o := range []fyne.CanvasObject{p.out.which, p.out.whose, p.out.search, p.in.kind, p.in.unreadOnly, p.in.search} {
		o.Refresh() // the theme may have changed while they were out of sight
	}
	var dv office.DonVi
	p.host.Quiet(func(ctx context.Context) (err error) {
		dv, err = p.source.Company(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.mst = dv.MaSoThue
		p.out.read()
		p.in.read()
	})
}

// Take takes a file that was dropped on the screen: a workbook can only be a statement,
// of anything else the person says what it is.
func (p *Page) Take(name string, data []byte) {
	if isWorkbook(name) {
		p.host.TakeC12(name, data)
		return
	}
	var shut func()
	say := func(words, why, button string, do func(string, []byte)) fyne.CanvasObject {
		return xwidget.NewCard(xwidget.Column(8, xwidget.NewText(words).Strong(), xwidget.NewPara(why), xwidget.Row(0, xwidget.NewButton(button, func() {
			shut()
			do(name, data)
		}))))
	}
	shut = p.host.Dialog("Tệp này là gì?", xwidget.Column(12, xwidget.Sized(560, 1, xwidget.Spacer()), xwidget.NewPara(name).Strong(),
		xwidget.Shares(14, []float32{1, 1},
			say("Thông báo C12-TS", "Đưa vào đối chiếu của tháng đang mở.", "Đưa vào đối chiếu", p.host.TakeC12),
			say("Tệp của một hồ sơ", "Biên nhận, thông báo, kết quả: giữ cùng hồ sơ mà tệp nêu.", "Giữ cùng hồ sơ", p.host.TakeResult)),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Không nhận", func() { shut() }))))
}

// run does long work and shows the outbox anew; told is said when it went well.
func (p *Page) run(title string, work func(ctx context.Context, report task.Report) error, told func() (words string, bad bool)) {
	p.host.Run(title, work, func(err error) {
		p.out.read()
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Say(told())
	})
}
