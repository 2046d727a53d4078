package nguoilaodong

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// editForm are the fields of who a person is.
type editForm struct {
	p       *Page
	who     office.NguoiLaoDong
	was     []office.PersonField
	answers []answer                         // to each of was
	picks   map[string]*xwidget.SelectSearch // those that are codes
	said    *fyne.Container                  // what is wrong
	typed   *unsaved.Open
	shut    func()
}

// answer is a field, how it is kept, and what is written in it.
type answer struct {
	field fyne.CanvasObject
	keep  unsaved.Field
	text  func() string
}

// The measures of the form: two columns beside each other, a name and its field, and room
// for three faults.
const editWide, editHigh, editLabel, editSaid = 400, 30, 156, 58

// mostPay is the highest pay that the field takes, in đồng a month.
const mostPay = 999_999_999_999

// inCode are the fields that hold figures and addresses, which no Vietnamese is typed into.
var inCode = map[string]bool{"soCCCD": true, "maSoBHXH": true, "maNV": true, "dienThoai": true, "email": true}

// edit lets who a person is be corrected in the list; what the agency holds is not changed.
func (p *Page) edit(who office.NguoiLaoDong) {
	f := &editForm{p: p, who: who, was: office.PersonFields(who)}
	f.open("Sửa thông tin của "+who.HoTen, "Thông tin của "+who.HoTen,
		"Sửa danh sách ở đây, không báo cho ai. Điều cơ quan BHXH đang giữ mà sai thì lập hồ sơ điều chỉnh (TK1-TS). Lương, chức danh, hợp đồng đi theo tháng: sửa ở bảng lương hoặc trong hồ sơ.",
		"Lưu thông tin", f.save)
}

// Add puts somebody who takes part already into the list.
func (p *Page) Add() {
	f := &editForm{p: p, was: office.NewPersonFields(p.host.Month())}
	f.open("Thêm người đang tham gia", "Người thêm vào danh sách",
		"Có bảng lương Excel thì thả bảng lương: danh sách mở từ đó. Người mới vào làm thì lập hồ sơ báo tăng, danh sách theo hồ sơ.", "Thêm người này", f.add)
}

// open shows the fields.
func (f *editForm) open(title, kept, about, yes string, save func()) {
	f.picks, f.said = map[string]*xwidget.SelectSearch{}, xwidget.Column(2)
	typed := unsaved.Form{Name: "nguoi:" + f.who.ID, Title: kept, Go: office.Place{Screen: "nguoi-lao-dong", ID: f.who.ID}}
	var lines []fyne.CanvasObject
	for _, field := range f.was {
		a := f.answer(field)
		f.answers, typed.Fields = append(f.answers, a), append(typed.Fields, a.keep)
		lines = append(lines, xwidget.Sized(editWide, editHigh, xwidget.Dock(nil, nil, xwidget.Sized(editLabel, 0, xwidget.Row(0, xwidget.NewText(field.Label))), nil, a.field)))
	}
	f.picks["maXa"].OnCode = func(code string) { // a commune lies in its province
		if in := office.ProvinceOf(code); in != "" {
			f.picks["maTinh"].SetCode(in)
		}
	}
	f.typed = f.p.host.Typed(typed)
	if len(lines)%2 == 1 { // the columns end together
		lines = append(lines, xwidget.Sized(editWide, editHigh, xwidget.Spacer()))
	}
	half := len(lines) / 2
	f.shut = f.p.host.Dialog(title, xwidget.Column(10, f.typed.Top(), xwidget.NewPara(about).In(look.Muted),
		xwidget.Row(20, xwidget.Column(8, lines[:half]...), xwidget.Column(8, lines[half:]...)),
		xwidget.Sized(2*editWide+20, editSaid, xwidget.NewScroll(f.said)),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { f.shut() }), xwidget.NewStrong(yes, save))))
	f.p.host.Focus(f.answers[0].field.(fyne.Focusable))
}

// answer is the field that somebody writes a PersonField into.
func (f *editForm) answer(field office.PersonField) answer {
	if choices := office.PersonChoices(field); len(choices) > 0 {
		pick := pickOf(field, choices)
		f.picks[field.Key] = pick
		return answer{pick, unsaved.Code(field.Key, field.Label, pick), pick.Code}
	}
	switch field.Key {
	case "gioiTinh":
		sex := xwidget.NewSelect([]string{unsaid, "Nam", "Nữ"}, nil)
		if sex.SetSelectedIndex(0); field.Text != "" {
			sex.SetSelected(field.Text)
		}
		return answer{sex, unsaved.Option(field.Key, field.Label, sex), func() string { return strings.TrimPrefix(sex.Selected, unsaid) }}
	case "tuThang":
		month := xwidget.NewMonth(f.p.host.Now().Format("02/01/2006"))
		month.SetText(field.Text)
		return answer{month, unsaved.Text(field.Key, field.Label, &month.Entry), month.Value}
	case "mucLuong":
		pay := xwidget.NewMoney(mostPay)
		return answer{pay, unsaved.Text(field.Key, field.Label, &pay.Entry), func() string { return pay.Text }}
	case "ngaySinh":
		born := xwidget.NewPartialDate(f.p.host.Now().Format("02/01/2006"), xwidget.ToYear)
		born.SetText(field.Text)
		return answer{born, unsaved.Text(field.Key, field.Label, &born.Entry), born.Value}
	}
	entry := xwidget.NewEntry()
	entry.Plain = inCode[field.Key]
	entry.SetText(field.Text)
	return answer{entry, unsaved.Text(field.Key, field.Label, entry), func() string { return entry.Text }}
}

// pickOf is a field of codes, none of which need be chosen.
func pickOf(field office.PersonField, choices []office.Choice) *xwidget.SelectSearch {
	all := make([]xwidget.Choice, 0, len(choices)+1)
	all = append(all, xwidget.Choice{Words: unsaid})
	for _, c := range choices {
		all = append(all, xwidget.Choice(c))
	}
	pick := xwidget.NewSelectSearch(all, nil)
	pick.SetCode(field.Text)
	return pick
}

// save keeps what was changed, or says all that is wrong with it.
func (f *editForm) save() {
	texts := map[string]string{}
	for i, field := range f.was {
		if now := strings.TrimSpace(f.answers[i].text()); now != field.Text {
			texts[field.Key] = now
		}
	}
	f.p.keepEdit(f.who, texts, f.done)
}

// add puts who was written into the list, or says all that is wrong.
func (f *editForm) add() {
	texts := map[string]string{}
	for i, field := range f.was {
		if text := strings.TrimSpace(f.answers[i].text()); text != "" {
			texts[field.Key] = text
		}
	}
	var id string
	var found []office.Finding
	f.p.host.Quiet(func(ctx context.Context) (err error) {
		id, found, err = f.p.source.AddPerson(ctx, texts)
		return err
	}, func(err error) {
		if err != nil {
			f.p.host.Fail(err)
			return
		}
		if id != "" {
			f.p.host.Say("Đã thêm "+texts["hoTen"]+". Nhập nhầm thì «Xoá dữ liệu…».", false)
			f.p.wanted = id
			defer f.p.OnShow()
		}
		f.done(found)
	})
}

// done shuts the dialog, or says in it what is wrong.
func (f *editForm) done(found []office.Finding) {
	if !office.Blocked(found) {
		f.typed.Stored()
		f.shut()
		return
	}
	f.said.Objects = nil
	for _, x := range found {
		f.said.Add(xwidget.NewPara(x.Say).Sized(look.SmallSize).In(look.Error))
	}
	f.said.Refresh()
}

// editBack is the way back from what was corrected last.
type editBack struct {
	who office.NguoiLaoDong
	was map[string]string // what was changed, as it was
	say string
}

// line says what was done, with the door back.
func (b *editBack) line(p *Page) fyne.CanvasObject {
	undo := xwidget.NewButton("Hoàn tác", func() {
		p.keepEdit(b.who, b.was, func([]office.Finding) { p.edited = nil })
	})
	return xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Row(0, undo.Tiny())), xwidget.NewPara(b.say).Sized(look.SmallSize).In(look.Done))
}

// keepEdit keeps texts of a person and shows the list anew; it can be taken back.
func (p *Page) keepEdit(who office.NguoiLaoDong, texts map[string]string, done func([]office.Finding)) {
	var was []office.PersonField
	var found []office.Finding
	p.host.Quiet(func(ctx context.Context) (err error) {
		was, found, err = p.source.EditPerson(ctx, who.ID, texts)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if !office.Blocked(found) && len(texts) > 0 {
			back := &editBack{who: who, was: map[string]string{}, say: "Đã sửa thông tin."}
			for _, f := range was {
				if _, changed := texts[f.Key]; changed {
					back.was[f.Key] = f.Text
				}
			}
			for _, x := range found {
				back.say += " Xem lại: " + x.Say + "."
			}
			p.edited = back
			p.host.Say(back.say, false)
			p.wanted = who.ID
			defer p.OnShow()
		}
		done(found)
	})
}
