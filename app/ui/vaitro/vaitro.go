// Package vaitro shows who works on this machine and in which role, and where a dossier
// stands between two persons: who submitted it, who approved it, when.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package vaitro

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the dialogs ask of the use cases.
type Source interface {
	Company(ctx context.Context) (office.DonVi, error)
	Roles(ctx context.Context) ([]office.Role, error)
	PutRole(ctx context.Context, r office.Role, passphrase []byte) (office.Role, error)
	DropRole(ctx context.Context, name string) error
	Become(ctx context.Context, name string, passphrase []byte) (office.Role, error)
	StepOut()
	Person() (office.Role, error)
	NeedsTwo(ctx context.Context, mst string) (bool, error)
	SetNeedsTwo(ctx context.Context, mst string, two bool) error
	Approval(ctx context.Context, id string) (office.Approval, error)
	Submit(ctx context.Context, id, note string) (office.Approval, error)
	ExamineDraft(ctx context.Context, id, note string) (office.Approval, error)
	Approve(ctx context.Context, id, note string) (office.Approval, error)
	Refuse(ctx context.Context, id, note string) (office.Approval, error)
}

// Host is what the dialogs ask of the window.
type Host interface {
	Quiet(work func(context.Context) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (close func())
	unsaved.Desk
	Say(words string, bad bool)
	Changed()
}

// Desk opens the dialogs.
type Desk struct {
	source Source
	host   Host
}

// New makes a desk.
func New(source Source, host Host) *Desk { return &Desk{source, host} }

// The sizes of the dialogs: they fit a window of 900 × 480.
const (
	wide = 520
	high = 168
)

// Show lists the people of this machine, lets one of them work, adds and removes them,
// and says whether the employer at hand asks for two.
func (d *Desk) Show() {
	var all []office.Role
	var dv office.DonVi
	two := false
	d.host.Quiet(func(ctx context.Context) (err error) {
		if all, err = d.source.Roles(ctx); err != nil {
			return err
		}
		if dv, err = d.source.Company(ctx); err != nil {
			return err
		}
		two, err = d.source.NeedsTwo(ctx, dv.MaSoThue)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Say(office.Say(err), true)
			return
		}
		newPeople(d, all, dv, two)
	})
}

// people is the dialog of the people of this machine.
type people struct {
	d     *Desk
	fault *xwidget.Text
	shut  func()
}

func newPeople(d *Desk, all []office.Role, dv office.DonVi, two bool) {
	p := &people{d: d, fault: xwidget.NewPara("").In(look.Error)}
	now, _ := d.source.Person() // nobody is nobody
	list := xwidget.Column(0)
	for i, r := range all {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		list.Add(p.line(r, now))
	}
	col := xwidget.Column(12, xwidget.Sized(wide, 1, xwidget.Spacer()))
	if len(all) == 0 {
		col.Add(xwidget.NewPara("Chưa có ai: một người làm mọi việc, không cần duyệt. Thêm người khi có người lập hồ sơ và người khác duyệt, ký.").In(look.Muted))
	} else {
		inner := xwidget.Inset(12, 2, 14, 2, list)
		col.Add(xwidget.Sized(wide, min(xwidget.HeightFor(inner, wide-2)+2, high), xwidget.NewCard(xwidget.NewScroll(inner)).Tight()))
	}
	col.Add(p.adding())
	check := xwidget.NewCheck("Đơn vị đang mở yêu cầu hai người: người khác duyệt rồi mới ký được", nil)
	check.Checked = two
	check.OnChanged = func(on bool) {
		p.do(func(ctx context.Context) error { return d.source.SetNeedsTwo(ctx, dv.MaSoThue, on) }, func() { check.Checked = !on; check.Refresh() })
	}
	if len(all) > 1 || two {
		col.Add(check)
	}
	col.Add(p.fault)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { p.shut() })))
	p.shut = d.host.Dialog("Người làm trên máy này", col)
}

// line is one person: their roles, and what can be done.
func (p *people) line(r, now office.Role) fyne.CanvasObject {
	words := xwidget.Column(1, xwidget.NewText(r.Name).Wrapped(1).Strong(), xwidget.NewCaption(wording.Hoa(r.Say())))
	side := xwidget.Row(6)
	if r.ID == now.ID {
		side.Add(xwidget.NewBadge("Đang làm", look.Good))
		side.Add(xwidget.NewQuiet("Thôi", func() {
			p.do(func(context.Context) error { p.d.source.StepOut(); return nil }, nil)
		}).Tiny())
	} else {
		side.Add(xwidget.NewButton("Làm việc", func() { p.become(r) }).Tiny())
	}
	side.Add(xwidget.NewQuiet("Bỏ", func() {
		p.do(func(ctx context.Context) error { return p.d.source.DropRole(ctx, r.ID) }, nil)
	}).Tiny())
	return xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, side, words))
}

// become lets a person work; who has a passphrase types it.
func (p *people) become(r office.Role) {
	work := func(typed []byte) {
		p.do(func(ctx context.Context) error { _, err := p.d.source.Become(ctx, r.ID, typed); return err }, nil)
	}
	if !r.Protected {
		work(nil)
		return
	}
	var shut func()
	pass := xwidget.NewPassword()
	pass.PlaceHolder = "Mật khẩu của " + r.Name
	try := func() {
		typed := []byte(pass.Text)
		pass.SetText("")
		shut()
		work(typed)
	}
	pass.OnSubmitted = func(string) { try() }
	shut = p.d.host.Dialog(r.Name, xwidget.Column(12, xwidget.Sized(360, 0, pass),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Làm việc", try))))
}

// adding is the line for another person.
func (p *people) adding() fyne.CanvasObject {
	name, pass := xwidget.NewEntry(), xwidget.NewPassword()
	name.PlaceHolder, pass.PlaceHolder = "Họ và tên", "Mật khẩu riêng, có thể để trống"
	maker, signer := xwidget.NewCheck("Người lập", nil), xwidget.NewCheck("Người ký, duyệt", nil)
	maker.Checked = true
	typed := p.d.host.Typed(unsaved.Form{Name: "nguoi-lam", Title: "Người làm trên máy này", Machine: true, Go: office.Place{Screen: "tong-quan"}, Fields: []unsaved.Field{
		unsaved.Text("ten", "Họ và tên", name), unsaved.Tick("lap", "Người lập", maker), unsaved.Tick("ky", "Người ký, duyệt", signer)}})
	add := xwidget.NewButton("Thêm người", func() {
		r := office.Role{Name: name.Text, Maker: maker.Checked, Signer: signer.Checked}
		var secret []byte
		if pass.Text != "" {
			secret = []byte(pass.Text)
		}
		pass.SetText("")
		p.do(func(ctx context.Context) error { _, err := p.d.source.PutRole(ctx, r, secret); return err }, nil, typed)
	})
	return xwidget.Column(6, typed.Top(), xwidget.Shares(8, []float32{1, 1}, name, pass), xwidget.Row(8, maker, signer, xwidget.Spacer(), add))
}

// do does something and shows the dialog anew; what is wrong stands in it.
func (p *people) do(work func(context.Context) error, undone func(), stored ...*unsaved.Open) {
	p.fault.Set("")
	p.d.host.Quiet(work, func(err error) {
		if err != nil {
			p.fault.Set(office.Say(err))
			if undone != nil {
				undone()
			}
			return
		}
		for _, o := range stored {
			o.Stored()
		}
		p.again()
	})
}

func (p *people) again() {
	p.shut()
	p.d.host.Changed()
	p.d.Show()
}

// Trail shows who said what of a dossier, and lets who works say more.
func (d *Desk) Trail(id, title string) {
	var a office.Approval
	d.host.Quiet(func(ctx context.Context) (err error) {
		a, err = d.source.Approval(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Say(office.Say(err), true)
			return
		}
		newTrail(d, id, title, a)
	})
}

func newTrail(d *Desk, id, title string, a office.Approval) {
	var shut func()
	fault := xwidget.NewPara("").In(look.Error)
	tone := look.Plain
	switch {
	case a.Approved:
		tone = look.Good
	case a.Needed:
		tone = look.Warn
	}
	state := xwidget.NewBadge(a.Say(), tone)
	list := xwidget.Column(0)
	for i, s := range slices.Backward(a.Trail) { // what was said last stands first
		list.Add(trailLine(s))
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
	}
	note := xwidget.NewEntry()
	note.PlaceHolder = "Ghi chú"
	typed := d.host.Typed(unsaved.Form{Name: "ky-duyet:" + id, Title: "Ký duyệt " + id, Go: office.Place{Screen: "ho-so", ID: id}, Fields: []unsaved.Field{unsaved.Text("ghiChu", "Ghi chú", note)}})
	say := func(do func(context.Context, string, string) (office.Approval, error)) func() {
		return func() {
			words := note.Text
			d.host.Quiet(func(ctx context.Context) error { _, err := do(ctx, id, words); return err }, func(err error) {
				if err != nil {
					fault.Set(office.Say(err))
					return
				}
				typed.Stored()
				shut()
				d.host.Changed()
				d.Trail(id, title)
			})
		}
	}
	col := xwidget.Column(12, xwidget.Sized(wide, 1, xwidget.Spacer()), xwidget.NewPara(title).In(look.Muted), xwidget.Row(0, state))
	if len(a.Trail) > 0 {
		inner := xwidget.Inset(12, 2, 14, 2, list)
		col.Add(xwidget.Sized(wide, min(xwidget.HeightFor(inner, wide-2)+2, high), xwidget.NewCard(xwidget.NewScroll(inner)).Tight()))
	}
	buttons := xwidget.Row(8, xwidget.NewButton("Đóng", func() { shut() }), xwidget.Spacer())
	if r, err := d.source.Person(); err != nil {
		col.Add(xwidget.NewPara("Chưa biết ai đang làm nên chưa trình, chưa duyệt được.").In(look.Muted))
		buttons.Add(xwidget.NewStrong("Chọn người làm…", func() {
			shut()
			d.Show()
		}))
	} else {
		col.Add(typed.Top())
		col.Add(xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 10, 0, xwidget.Row(0, xwidget.NewCaption("Đang làm: "+r.Name))), nil, note))
		buttons.Add(xwidget.NewButton("Đã kiểm", say(d.source.ExamineDraft)))
		if r.Maker {
			buttons.Add(strongIf(!a.Submitted, "Trình duyệt", say(d.source.Submit)))
		}
		if r.Signer {
			buttons.Add(xwidget.NewButton("Không duyệt", say(d.source.Refuse)))
			buttons.Add(strongIf(a.Submitted, "Duyệt", say(d.source.Approve)))
		}
	}
	col.Add(fault)
	col.Add(buttons)
	shut = d.host.Dialog("Ký duyệt "+id, col)
}

func strongIf(yes bool, words string, do func()) *xwidget.Button {
	if yes {
		return xwidget.NewStrong(words, do)
	}
	return xwidget.NewButton(words, do)
}

func trailLine(s office.SignOff) fyne.CanvasObject {
	tone := look.Info
	switch s.Step {
	case office.SignOffApproved:
		tone = look.Good
	case office.SignOffRefused:
		tone = look.Bad
	}
	if !s.Current || !s.Witnessed {
		tone = look.Plain
	}
	words := xwidget.Column(1, xwidget.NewPara(s.Name+s.Doubts()).Strong())
	if s.Note != "" {
		words.Add(xwidget.NewPara(s.Note))
	}
	words.Add(xwidget.NewCaption(wording.Luc(s.Time) + " · tài khoản máy " + s.Account))
	return xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Column(0, xwidget.Row(0, xwidget.NewBadge(s.Say, tone))), words))
}
