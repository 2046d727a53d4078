// Package giaoky hands dossiers out to be signed on another computer, shows and signs
// what was handed out there, and takes back what was signed.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package giaoky

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the dialogs ask of the use cases.
type Source interface {
	HandOut(ctx context.Context, ids []string, to, path string, passphrase []byte) (ma string, err error)
	Handovers(ctx context.Context, ended bool) ([]office.Handover, error)
	Recall(ctx context.Context, id string) error
	TakeBack(ctx context.Context, data, passphrase []byte) ([]office.BatchResult, error)
	OpenHandover(ctx context.Context, data, passphrase []byte) (office.HandedOver, error)
	SignHandover(ctx context.Context, data, passphrase []byte, ids []string, key office.Key) ([]byte, []office.BatchResult, error)
	chonkhoa.Source
}

// Host is what the dialogs ask of the window.
type Host interface {
	chonkhoa.Host
	unsaved.Desk
	Say(words string, bad bool)
	Changed()
	PickNew(name string, take func(path string))
	SaveFile(f office.File)
	Preview(title string, files []office.File)
}

// Ending is how the files are called.
const Ending = ".giao-ky"

var kinds = []string{Ending}

// The sizes of the dialogs: they fit a window of 900 × 480.
const (
	wide = 560
	high = 220
)

// Desk opens the dialogs.
type Desk struct {
	source Source
	host   Host
}

// New makes a desk.
func New(source Source, host Host) *Desk { return &Desk{source, host} }

// Give asks for whom dossiers are and for the passphrase of their file, and hands them
// out.
func (d *Desk) Give(ids []string) {
	if len(ids) == 0 {
		d.host.Say("Mở hoặc chọn hồ sơ rồi giao ký", true)
		return
	}
	to, pass, again := xwidget.NewEntry(), xwidget.NewPassword(), xwidget.NewPassword()
	to.PlaceHolder, pass.PlaceHolder, again.PlaceHolder = "Ví dụ: Giám đốc", "Ít nhất 12 ký tự", "Gõ lại"
	fault := xwidget.NewPara("").In(look.Error)
	typed := d.host.Typed(unsaved.Form{Name: "giao-ky:" + ids[0], Title: "Giao hồ sơ đi ký", Go: office.Place{Screen: "ho-so", ID: ids[0]},
		Fields: []unsaved.Field{unsaved.Text("giaoCho", "Giao cho", to)}})
	var shut func()
	next := xwidget.NewStrong("Chọn nơi ghi tệp…", func() {
		switch {
		case pass.Text != again.Text:
			fault.Set("Hai lần gõ mật khẩu khác nhau. Gõ lại.")
			return
		case office.CheckPassphrase([]byte(pass.Text)) != nil:
			fault.Set(office.Say(office.CheckPassphrase([]byte(pass.Text))))
			return
		}
		secret := []byte(pass.Text)
		pass.SetText("")
		again.SetText("")
		whom := to.Text
		shut()
		d.host.PickNew("ho-so-"+ids[0]+Ending, func(path string) { d.give(ids, whom, path, secret, typed) })
	})
	col := xwidget.Column(10, xwidget.Sized(wide, 1, xwidget.Spacer()), typed.Top(),
		xwidget.NewPara("Hồ sơ được ghi vào một tệp mã hoá để người ký mở bằng AnKhai trên máy của mình, xem và ký. Từ lúc giao, hồ sơ ở đây được giữ nguyên: không sửa, không ký cho đến khi nhận về hoặc gọi lại.").In(look.Muted),
		labelled("Giao cho", to), labelled("Mật khẩu của tệp", pass), labelled("", again),
		xwidget.NewPara("Báo mật khẩu cho người ký bằng đường khác với tệp, ví dụ gọi điện thoại.").In(look.Muted), fault,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), next))
	shut = d.host.Dialog(fmt.Sprintf("Giao %d hồ sơ đi ký", len(ids)), col)
}

func labelled(words string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(150, 0, xwidget.Row(0, xwidget.NewText(words))), nil, o)
}

func (d *Desk) give(ids []string, whom, path string, secret []byte, typed *unsaved.Open) {
	if !strings.EqualFold(filepath.Ext(path), Ending) {
		path += Ending
	}
	d.host.Run("Đang ghi tệp giao ký", func(ctx context.Context, _ task.Report) error {
		_, err := d.source.HandOut(ctx, ids, whom, path, secret)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		typed.Stored()
		d.host.Say(fmt.Sprintf("Đã giao %d hồ sơ: gửi tệp %s cho người ký", len(ids), filepath.Base(path)), false)
		d.host.Changed()
	})
}

// List shows what is out to be signed, with the ways back.
func (d *Desk) List() {
	var all []office.Handover
	d.host.Quiet(func(ctx context.Context) (err error) {
		all, err = d.source.Handovers(ctx, false)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.showList(all)
	})
}

func (d *Desk) showList(all []office.Handover) {
	var shut func()
	list := xwidget.Column(0)
	for i, h := range all {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		whom := h.For
		if whom == "" {
			whom = "không ghi giao cho ai"
		}
		recall := xwidget.NewButton("Gọi lại", func() {
			d.host.Ask("Gọi lại "+h.DossierID, "Hồ sơ được sửa, ký ở đây như trước. Chữ ký làm bằng tệp đã giao sẽ không được nhận nữa.", "Gọi lại", func() {
				shut()
				d.recall(h.DossierID)
			})
		}).Tiny()
		list.Add(xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Row(0, recall),
			xwidget.Column(1, xwidget.NewText(h.DossierID).Strong(), xwidget.NewCaption(whom+" · giao lúc "+wording.Luc(h.At))))))
	}
	col := xwidget.Column(12, xwidget.Sized(wide, 1, xwidget.Spacer()))
	if len(all) == 0 {
		col.Add(xwidget.NewPara("Đơn vị đang mở không có hồ sơ nào đang giao đi ký.").In(look.Muted))
	} else {
		col.Add(framed(list))
	}
	take := xwidget.NewStrong("Nhận tệp đã ký…", func() {
		shut()
		d.Take()
	})
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }), take))
	shut = d.host.Dialog("Hồ sơ đang giao đi ký", col)
}

func framed(list fyne.CanvasObject) fyne.CanvasObject {
	inner := xwidget.Inset(12, 2, 14, 2, list)
	return xwidget.Sized(wide, min(xwidget.HeightFor(inner, wide-2)+2, high), xwidget.NewCard(xwidget.NewScroll(inner)).Tight())
}

func (d *Desk) recall(id string) {
	d.host.Quiet(func(ctx context.Context) error { return d.source.Recall(ctx, id) }, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.host.Say("Đã gọi lại "+id, false)
		d.host.Changed()
	})
}

// Take takes back a file that was signed elsewhere.
func (d *Desk) Take() {
	d.host.PickFile(kinds, func(name, _ string, data []byte) {
		d.askPassphrase("Nhận "+name, "Nhận về", func(secret []byte) {
			var results []office.BatchResult
			d.host.Run("Đang nhận và kiểm chữ ký", func(ctx context.Context, _ task.Report) (err error) {
				results, err = d.source.TakeBack(ctx, data, secret)
				return err
			}, func(err error) {
				if err != nil {
					d.host.Fail(err)
					return
				}
				d.told("Đã nhận về", results)
				d.host.Changed()
			})
		})
	})
}

// askPassphrase asks for the passphrase of a file.
func (d *Desk) askPassphrase(title, yes string, use func(secret []byte)) {
	pass := xwidget.NewPassword()
	pass.PlaceHolder = "Mật khẩu của tệp"
	var shut func()
	try := func() {
		secret := []byte(pass.Text)
		pass.SetText("")
		shut()
		use(secret)
	}
	pass.OnSubmitted = func(string) { try() }
	shut = d.host.Dialog(title, xwidget.Column(12, xwidget.Sized(400, 0, pass),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong(yes, try))))
}

// told tells what became of each dossier.
func (d *Desk) told(done string, results []office.BatchResult) {
	good := 0
	list := xwidget.Column(0)
	for i, r := range results {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		badge, say := xwidget.NewBadge("Xong", look.Good), "Ký bởi "+r.Signed.Signer
		if r.Err != nil {
			badge, say = xwidget.NewBadge("Không nhận", look.Bad), office.Say(r.Err)
		} else {
			good++
		}
		list.Add(xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Column(0, xwidget.Row(0, badge)),
			xwidget.Column(1, xwidget.NewText(r.ID).Strong(), xwidget.NewPara(say)))))
	}
	said := fmt.Sprintf("%s %d trong %d hồ sơ", done, good, len(results))
	d.host.Say(said, good < len(results))
	var shut func()
	shut = d.host.Dialog(said, xwidget.Column(12, framed(list), xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}

// Open opens a file that somebody handed out, to look at and to sign.
func (d *Desk) Open() {
	d.host.PickFile(kinds, func(name, _ string, data []byte) {
		d.askPassphrase("Mở "+name, "Mở", func(secret []byte) {
			var h office.HandedOver
			d.host.Run("Đang mở tệp giao ký", func(ctx context.Context, _ task.Report) (err error) {
				h, err = d.source.OpenHandover(ctx, data, secret)
				return err
			}, func(err error) {
				if err != nil {
					d.host.Fail(err)
					return
				}
				d.show(h, data)
			})
		})
	})
}

// show shows the dossiers of a file: what was found, who said what, the printed forms.
func (d *Desk) show(h office.HandedOver, data []byte) {
	var shut func()
	list := xwidget.Column(0)
	for i, x := range h.Dossiers {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		list.Add(d.dossier(x))
	}
	by := "Giao bởi " + h.By + " lúc " + wording.Luc(h.Made)
	if h.For != "" {
		by += ", cho " + h.For
	}
	sign := xwidget.NewStrong(fmt.Sprintf("Ký %d hồ sơ…", len(h.Dossiers)), func() {
		shut()
		d.chooseKey(h, data)
	})
	shut = d.host.Dialog("Hồ sơ giao ký", xwidget.Column(12, xwidget.Sized(wide, 1, xwidget.Spacer()),
		xwidget.Column(1, xwidget.NewPara(h.Employer.Ten).Sized(16).Strong(), xwidget.NewPara("MST "+h.Employer.MaSoThue+" · "+by).In(look.Muted)), framed(list),
		xwidget.NewPara("Chỉ để xem: không sửa được ở đây, và đóng lại thì không có gì được giữ trên máy này.").In(look.Muted),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }), sign)))
}

func (d *Desk) dossier(x office.HandedDossier) fyne.CanvasObject {
	name, when, _ := strings.Cut(x.Title, " · tháng ")
	words := xwidget.Column(1, xwidget.NewText(name).Wrapped(1).Strong(), xwidget.NewCaption(x.ID+" · tháng "+when))
	loi, _ := office.CountFaults(x.Faults)
	_, nhac := office.CountFaults(x.Reminders)
	switch {
	case loi > 0:
		words.Add(xwidget.NewPara(fmt.Sprintf("%d lỗi phải sửa ở nơi lập rồi giao lại", loi)).In(look.Error))
	case nhac > 0:
		words.Add(xwidget.NewPara(fmt.Sprintf("Không có lỗi · %d lời nhắc", nhac)).In(look.Notice))
	default:
		words.Add(xwidget.NewPara("Không có lỗi, không có lời nhắc").In(look.Done))
	}
	for _, s := range x.Trail {
		words.Add(xwidget.NewCaption(s.Say + ": " + s.Name + " · " + wording.Luc(s.Time)))
	}
	see := xwidget.NewButton("Xem bản in", func() { d.host.Preview(x.Title, append(x.Prints, x.Papers...)) }).Tiny()
	return xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Column(0, see), words))
}

// chooseKey asks which key of the employer signs, and for the passphrase of the file that
// goes back.
func (d *Desk) chooseKey(h office.HandedOver, data []byte) {
	pass, fault := xwidget.NewPassword(), xwidget.NewPara("").In(look.Error)
	pass.PlaceHolder = "Mật khẩu của tệp giao ký, gõ lại"
	chonkhoa.Choose(d.source, d.host, chonkhoa.Ask{
		Title: "Ký hồ sơ của " + h.Employer.Ten, MST: h.Employer.MaSoThue,
		Above: xwidget.Column(6, labelled("Tệp trả về", pass),
			xwidget.NewPara("Tệp trả về chỉ có chữ ký, được mã hoá bằng chính mật khẩu của tệp giao ký.").In(look.Muted), fault),
		Ready: func() bool {
			if pass.Text == "" {
				fault.Set("Gõ mật khẩu của tệp giao ký trước.")
				d.host.Focus(pass)
			}
			return pass.Text != ""
		},
		Use: func(c chonkhoa.Choice) {
			seal := []byte(pass.Text)
			pass.SetText("")
			d.sign(data, seal, c)
		},
	})
}

func (d *Desk) sign(data, seal []byte, c chonkhoa.Choice) {
	var back []byte
	var results []office.BatchResult
	chonkhoa.Work(d.source, d.host, "Đang ký", c, func(ctx context.Context, key office.Key) (err error) {
		back, results, err = d.source.SignHandover(ctx, data, seal, nil, key)
		return err
	}, func(err error) {
		clear(seal)
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.told("Đã ký", results)
		if back != nil {
			d.host.SaveFile(office.File{Name: "da-ky-" + results[0].ID + Ending, Bytes: back})
		}
	})
}
