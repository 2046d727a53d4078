// Package chukyso is the screen of signatures, «Chữ ký số»: the keys that this machine
// can sign with, each certificate in words with how long it holds, to be tried before it
// is needed; what keeps a token from signing; the judgement of
// any file, how it is filled in and how it is signed; and the signing of one.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package chukyso

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Company(ctx context.Context) (office.DonVi, error)
	Keys(ctx context.Context) ([]office.KeyInfo, error)
	KeyFiles(ctx context.Context) ([]office.KeyInfo, error)
	AddKeyFile(ctx context.Context, path string, password []byte) (office.KeyInfo, error)
	ForgetKeyFile(ctx context.Context, path string) error
	Remotes(ctx context.Context) ([]office.RemoteAccount, error)
	PutRemote(ctx context.Context, a office.RemoteAccount, s office.RemoteSecrets) error
	RemoveRemote(ctx context.Context, name string) error
	RemoteKeys(ctx context.Context) ([]office.KeyInfo, error)
	TestRemote(ctx context.Context, name string, ask office.RemoteAsk) (office.RemoteTest, error)
	LookAtTokens(ctx context.Context) (office.TokenLook, error)
	chonkhoa.Source
	TryKey(ctx context.Context, spec string, key office.Key) (office.KeyTrial, error)
	Verify(ctx context.Context, in office.VerifyInput) (office.SignReport, error)
	ExamineFile(ctx context.Context, name string, data []byte) (office.FileCheck, error)
	SignFile(ctx context.Context, name string, data []byte, key office.Key, how office.PDFSignature) (office.File, error)
	KeepSignedCopy(path string, signed []byte) (string, error)
	PackAssessment(ctx context.Context, facility string, files []office.File) (office.File, office.FileCheck, error)
}

// Host is what the screen asks of the window.
type Host interface {
	chonkhoa.Host
	unsaved.Desk
	Say(words string, bad bool)
	SaveFile(office.File)
	PickFiles(kinds []string, done func([]office.File))
	Preview(title string, files []office.File)
}

// Page is the screen.
type Page struct {
	source Source
	host   Host
	root   *fyne.Container
	list   *fyne.Container
	scroll *xwidget.Scroll
	judged *judged

	mst     string // of the employer at hand
	ready   []office.KeyInfo
	remotes []office.RemoteAccount
	seen    map[string][]office.KeyInfo // what a remote account showed, by its name
	tokens  office.TokenLook
	looked  bool // the tokens were looked at once
	looking bool
	trouble string // why the tokens could not be looked at
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, list: xwidget.Column(12), seen: map[string][]office.KeyInfo{}}
	p.scroll = xwidget.NewScroll(p.list)
	p.judged = newJudged(p)
	head := xwidget.Row(8, xwidget.NewTitle("Chữ ký số"), xwidget.Spacer(), xwidget.NewButton("Thêm tệp .p12…", p.addFile),
		xwidget.NewButton("Thêm ký từ xa…", p.addRemote), xwidget.NewButton("Tìm lại", p.again))
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 12, xwidget.Dock(xwidget.Inset(0, 0, 0, 10, head), nil, nil, nil,
		xwidget.Shares(14, []float32{1.15, 1}, p.scroll, p.judged.root)))
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Chữ ký số" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow reads the keys again; the tokens are looked at once, since a driver that hangs
// takes its time, and when somebody asks.
func (p *Page) OnShow() { p.read(!p.looked) }

func (p *Page) again() { p.read(true) }

// read reads the keys that are there at once, and then looks at the tokens.
func (p *Page) read(tokens bool) {
	var dv office.DonVi
	var ready []office.KeyInfo
	var remotes []office.RemoteAccount
	var known []office.KeyInfo
	p.host.Quiet(func(ctx context.Context) (err error) {
		if dv, err = p.source.Company(ctx); err != nil {
			return err
		}
		if ready, err = p.source.Keys(ctx); err != nil {
			return err
		}
		files, err := p.source.KeyFiles(ctx)
		if err != nil {
			return err
		}
		ready = append(ready, files...)
		if remotes, err = p.source.Remotes(ctx); err != nil {
			return err
		}
		known, err = p.source.RemoteKeys(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		tokens = tokens || p.mst != dv.MaSoThue // whose a key is, is judged by the employer
		p.mst, p.ready, p.remotes = dv.MaSoThue, ready, remotes
		for _, k := range known {
			if _, asked := p.seen[k.Account]; !asked && k.Known() {
				p.seen[k.Account] = []office.KeyInfo{k}
			}
		}
		if tokens {
			p.look()
		}
		p.show()
	})
}

// look looks at the tokens in the background.
func (p *Page) look() {
	if p.looking {
		return
	}
	p.looking = true
	var seen office.TokenLook
	p.host.Quiet(func(ctx context.Context) (err error) {
		seen, err = p.source.LookAtTokens(ctx)
		return err
	}, func(err error) {
		p.looking, p.looked, p.trouble = false, true, ""
		if err != nil {
			p.trouble = office.Say(err)
		}
		p.tokens = seen
		p.show()
	})
}

// Take judges a file that was dropped on the screen; path is where it lies.
func (p *Page) Take(name, path string, data []byte) {
	p.judged.take(chosen{name: name, path: path, data: data})
}
