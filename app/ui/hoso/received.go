package hoso

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// receivedKinds are the files that come back about a dossier.
var receivedKinds = []string{".pdf", ".xml", ".json", ".txt", ".jpg", ".jpeg", ".png"}

// Takes reports whether a file that was dropped on the screen is one that may have
// come back about a dossier.
func Takes(name string) bool {
	for _, k := range receivedKinds {
		if strings.HasSuffix(strings.ToLower(name), k) {
			return true
		}
	}
	return false
}

// Take takes a file in that came back: with the signed dossier that is open, or with
// the one that it names.
func (p *Page) Take(name string, data []byte) {
	in := office.Incoming{Name: name, Data: data}
	if p.open != nil && !p.open.view.State.Draft() {
		in.Dossier = p.open.id
	}
	p.take(in)
}

func (p *Page) take(in office.Incoming) {
	var t office.Taken
	p.host.Quiet(func(ctx context.Context) (err error) {
		t, err = p.source.Receive(ctx, in)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case t.Dossier == "" && len(t.Matches) > 0 && in.Dossier == "":
			p.whichDossier(in, t)
		case t.Dossier == "":
			p.host.Say(foundSay(t), true)
		default:
			p.kept(in, t)
		}
	})
}

func foundSay(t office.Taken) string {
	var out []string
	for _, f := range t.Found {
		out = append(out, f.Say)
	}
	return strings.Join(out, ". ")
}

// whichDossier asks of which dossier a file is that names none for sure.
func (p *Page) whichDossier(in office.Incoming, t office.Taken) {
	var choices []xwidget.Choice
	for _, m := range t.Matches {
		choices = append(choices, xwidget.Choice{Code: m.ID, Words: m.Title + " · " + m.Why})
	}
	var shut func()
	list := xwidget.NewPickList(choices, func(id string) {
		shut()
		in.Dossier = id
		p.take(in)
	})
	list.Headed("Mã", "Hồ sơ", 110)
	shut = p.host.Dialog("Tệp này của hồ sơ nào?", xwidget.Column(8,
		xwidget.NewPara(in.Name+" không có số hồ sơ, mã gửi hay mã giao dịch của riêng một hồ sơ nào. Chọn hồ sơ để giữ tệp."),
		xwidget.Sized(560, 260, list), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Không nhận", func() { shut() }))))
	list.Start()
}

// kept shows what became of a file, and asks what nobody has said yet.
func (p *Page) kept(in office.Incoming, t office.Taken) {
	say := fmt.Sprintf("Đã giữ %s cùng hồ sơ %s, %s", t.Name, t.Dossier, t.Seal.Words())
	if t.Moved != "" {
		say += ". Hồ sơ nay: " + t.Moved.Say()
	}
	more := foundSay(t)
	if more != "" {
		say += ". " + more
	}
	p.host.Say(say, more != "")
	p.OpenAt(t.Dossier)
	if in.As == "" && t.Moved == "" && !t.Said.Chac && t.Said.KetLuan != office.TraLaiChuaRo {
		p.host.Ask("Đổi trạng thái hồ sơ?", "Lời trong "+t.Name+" có vẻ là: "+t.Said.KetLuan.Say()+". Tệp đã giữ; đọc lại tệp rồi hãy xác nhận.", "Đúng, "+t.Said.KetLuan.Say(), func() {
			in.Dossier, in.As = t.Dossier, t.Said.KetLuan
			p.take(in)
		})
	}
}

// pickReceived lets files be chosen instead of dropped.
func (d *dossier) pickReceived() {
	d.p.host.PickFile(receivedKinds, func(name, _ string, data []byte) { d.p.Take(name, data) })
}

// tell records what was said of a dossier by other means than a file.
func (d *dossier) tell() {
	number := xwidget.NewCode()
	number.PlaceHolder = "Số hồ sơ, nếu đã có: 00123/2026/07906"
	number.SetText(d.view.SoHoSo)
	words := xwidget.NewLines()
	words.PlaceHolder = "Lời của cơ quan BHXH, nguyên văn"
	words.Wrapping = fyne.TextWrapWord
	typed := d.typed("loi-co-quan", "Lời cơ quan BHXH", unsaved.Text("soHoSo", "Số hồ sơ", number), unsaved.Text("loi", "Lời của cơ quan BHXH", words))
	var shut func()
	as := func(k office.KetLuan) func() {
		return func() {
			var t office.Taken
			d.p.host.Quiet(func(ctx context.Context) (err error) {
				t, err = d.p.source.Told(ctx, d.id, k, number.Text, words.Text)
				return err
			}, func(err error) {
				if err != nil {
					d.p.host.Fail(err)
					return
				}
				typed.Stored()
				shut()
				d.p.kept(office.Incoming{As: k}, t)
			})
		}
	}
	shut = d.p.host.Dialog("Ghi lời cơ quan BHXH đã báo "+d.name(), xwidget.Column(10,
		xwidget.NewPara("Dùng cho hồ sơ đã xuất ra tệp hoặc tự nộp. Hồ sơ gửi qua cổng thì lời được giữ lại, trạng thái vẫn theo cổng."),
		typed.Top(), number, xwidget.Sized(520, 150, words),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewButton("Đã nhận, có giấy hẹn", as(office.KetLuanDaNhan)),
			xwidget.NewButton("Có kết quả", as(office.KetLuanCoKetQua)), xwidget.NewStrong("Bị trả lại", as(office.KetLuanBiTraLai)))))
}

// receivedTab lists the files that are kept with the dossier.
func (d *dossier) receivedTab() fyne.CanvasObject {
	list := xwidget.Column(10)
	for _, f := range d.files {
		ink := look.Muted
		switch f.Seal.State {
		case office.SealValid:
			ink = look.Done
		case office.SealBroken:
			ink = look.Error
		}
		say := wording.Luc(f.At) + " · " + f.How
		if f.Said.KetLuan != office.TraLaiChuaRo {
			say += " · " + f.Said.KetLuan.Say()
		}
		line := xwidget.Column(2, xwidget.NewText(f.Name).Strong(), xwidget.NewCaption(say), xwidget.NewText(wording.Hoa(f.Seal.Words())).Sized(look.SmallSize).In(ink))
		list.Add(xwidget.Dock(nil, nil, nil, xwidget.Row(0, xwidget.NewButton("Xem", func() { d.viewReceived(f) })), line))
	}
	bar := xwidget.Row(8, xwidget.NewButton("Nhập tệp kết quả", d.pickReceived), xwidget.NewCaption("hoặc thả tệp vào cửa sổ. Tệp đã giữ không đổi được."))
	return xwidget.NewCard(xwidget.Dock(nil, xwidget.Inset(0, 8, 0, 0, bar), nil, nil, xwidget.NewScroll(list)))
}

// viewReceived shows a kept file, and tells when its signatures are judged otherwise
// today.
func (d *dossier) viewReceived(f office.ReceivedFile) {
	var whole office.ReceivedFile
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		whole, err = d.p.source.ReceivedFile(ctx, d.id, f.N)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		if whole.Now.State != whole.Seal.State {
			d.p.host.Say("Lúc nhận: "+whole.Seal.Words()+". Bây giờ: "+whole.Now.Words(), whole.Now.State == office.SealBroken)
		}
		d.p.host.Preview(whole.Name, []office.File{{Name: whole.Name, Bytes: whole.Bytes}})
	})
}
