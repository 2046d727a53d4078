package hoso

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// caseOf says of which case the dossier is, on which its papers depend, and lets a draft
// be of another one; below it, what the last change has changed.
func (d *dossier) caseOf() []fyne.CanvasObject {
	name, ink := office.CaseName(d.view.Case), look.Text
	if name == "" {
		name, ink = "Chưa chọn. Chọn trường hợp để biết cần giấy tờ gì.", look.Muted
	}
	words := xwidget.Inset(0, 6, 0, 0, xwidget.NewPara(name).In(ink))
	var change fyne.CanvasObject
	if d.view.State.Draft() {
		say := "Đổi trường hợp…"
		if d.view.Case == "" {
			say = "Chọn trường hợp…"
		}
		change = xwidget.Inset(10, 0, 0, 0, xwidget.Row(0, xwidget.NewButton(say, d.askCase).Tiny()))
	}
	title := xwidget.Inset(0, 6, 12, 0, xwidget.NewText("Trường hợp").Strong())
	out := []fyne.CanvasObject{xwidget.Dock(nil, nil, title, change, words)}
	if d.recased != nil {
		out = append(out, d.caseChanged(*d.recased))
	}
	return append(out, xwidget.NewRule())
}

// caseChanged tells what another case has changed, and takes it back.
func (d *dossier) caseChanged(ch office.CaseChange) fyne.CanvasObject {
	lines := xwidget.Column(4)
	if ch.Was == "" {
		lines.Add(xwidget.NewPara("Đã chọn trường hợp.").Strong())
	} else {
		lines.Add(xwidget.NewPara("Đã đổi trường hợp, trước là " + ch.Was + ".").Strong())
	}
	for _, x := range []struct {
		say    string
		papers []string
	}{
		{"Nay cần thêm: ", ch.Added}, {"Nay bắt buộc: ", ch.Must}, {"Nay không bắt buộc: ", ch.May}, {"Không cần nữa: ", ch.Gone},
	} {
		if len(x.papers) > 0 {
			lines.Add(xwidget.NewPara(x.say + strings.Join(x.papers, "; ") + "."))
		}
	}
	if ch.Same() {
		lines.Add(xwidget.NewPara("Danh sách giấy tờ không đổi."))
	}
	if len(ch.Gone) > 0 {
		lines.Add(xwidget.NewPara("Tệp và câu trả lời đã có vẫn được giữ; đổi lại trường hợp cũ thì dùng tiếp.").In(look.Muted))
	}
	if len(ch.Lacks) > 0 {
		lines.Add(xwidget.NewPara("Hồ sơ chưa có mẫu " + strings.Join(ch.Lacks, ", ") + " của trường hợp này: mở trang mẫu, bấm Thêm… rồi Thêm mẫu vào hồ sơ.").In(look.Notice))
	}
	buttons := xwidget.Row(6)
	if ch.WasCase != "" && d.view.State.Draft() {
		buttons.Add(xwidget.NewButton("Đổi lại", func() { d.recase(ch.WasCase) }).Tiny())
	}
	buttons.Add(xwidget.NewButton("Đã rõ", func() {
		d.recased = nil
		d.show(d.view)
	}).Tiny())
	lines.Add(buttons)
	panel := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 8, 12, 8, lines))
	panel.Stripe = look.Notice
	return panel
}

// askCase lists the cases that the procedure of the draft takes.
func (d *dossier) askCase() {
	var may []office.CaseChoice
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		may, err = d.p.source.CaseChoices(ctx, d.id)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			d.p.host.Fail(err)
		case len(may) == 0:
			d.p.host.Say("Thủ tục "+d.view.Procedure+" không chia theo trường hợp.", false)
		default:
			d.chooseCase(may)
		}
	})
}

func (d *dossier) chooseCase(may []office.CaseChoice) {
	choices := make([]xwidget.Choice, len(may))
	for i, c := range may {
		choices[i] = xwidget.Choice{Code: c.Case, Words: c.Name, Also: c.ServiceName}
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(id string) {
		shut()
		if id != d.view.Case {
			d.recase(id)
		}
	})
	pick.Headed("Mã", "Trường hợp", 80)
	pick.Spoken()
	say := "Danh sách giấy tờ theo trường hợp. Các mẫu đã điền không đổi."
	if name := office.CaseName(d.view.Case); name != "" {
		say = "Đang là " + name + ". " + say
	}
	shut = d.p.host.Dialog("Hồ sơ thuộc trường hợp nào?", xwidget.Column(8, xwidget.NewPara(say).In(look.Muted).Wrapped(2),
		xwidget.Sized(620, 360, pick), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }))))
	pick.Start()
}

// recase makes the draft one of another case and tells what that changes.
func (d *dossier) recase(id string) {
	var ch office.CaseChange
	d.alter(func(ctx context.Context) (err error) {
		ch, err = d.p.source.ChangeCase(ctx, d.id, id)
		return err
	}, func() {
		d.recased = &ch
		d.show(d.view)
		d.p.host.Saved()
		d.p.host.Say("Hồ sơ nay thuộc trường hợp "+ch.Now, false)
	})
}

// ChangeCase lets the draft at hand be of another case.
func (p *Page) ChangeCase() {
	d := p.open
	switch {
	case d == nil:
		p.host.Say("Mở một bản nháp rồi chọn lại Đổi trường hợp", true)
	case !d.view.State.Draft():
		p.host.Say("Hồ sơ đã ký hoặc đã huỷ nên không đổi trường hợp được. Lập lại hồ sơ thành bản nháp mới trước", true)
	default:
		d.tabs.Choose(len(d.leaves))
		d.askCase()
	}
}
