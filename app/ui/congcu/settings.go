package congcu

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// readSettings brings the open points in step with what the employer has chosen.
// Without an employer the program's defaults hold.
func (p *Page) readSettings(then func()) {
	var all []office.LawSetting
	p.host.Quiet(func(ctx context.Context) (err error) {
		if all, err = p.source.LawSettings(ctx, ""); errors.Is(err, office.ErrNoCompany) {
			err = nil
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.settings = map[string]office.LawSetting{}
		for _, s := range all {
			p.settings[s.Ten] = s
		}
		if then != nil {
			then()
		}
	})
}

// settingsWidth and settingsHeight fit the dialog into the smallest window.
const settingsWidth, settingsHeight = 680, 380

// ChooseSettings opens the open points of the law, to be read as the employer reads them.
func (p *Page) ChooseSettings() {
	p.readSettings(func() {
		if len(p.settings) == 0 {
			p.host.Say("Chưa có đơn vị nào, nên chưa có gì để chọn cho đơn vị.", true)
			return
		}
		year := p.source.Today().Year()
		var fields []*settingField
		var typing []unsaved.Field
		lines := xwidget.Column(12)
		for _, h := range office.DiemMos() {
			f := newSettingField(p.settings[h.Ten], year)
			fields, typing = append(fields, f), append(typing, f.typed()...)
			lines.Add(f.lines())
		}
		typed := p.host.Typed(unsaved.Form{Name: "diem-luat", Title: "Điểm luật để ngỏ", Go: office.Place{Screen: "cai-dat", ID: "luat"}, Fields: typing})
		scroll := xwidget.NewScroll(lines)
		var shut func()
		body := xwidget.Column(10, xwidget.Sized(settingsWidth, 1, xwidget.Spacer()),
			xwidget.NewPara("Những điểm các văn bản để ngỏ. Đơn vị chọn một lần; mọi cách tính ghi rõ đã hiểu theo cách nào và ai chọn.").In(look.Muted), typed.Top(),
			xwidget.Sized(settingsWidth, settingsHeight, xwidget.NewCard(scroll)),
			xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }), xwidget.NewStrong("Lưu cho đơn vị này", func() {
				p.keepSettings(fields, scroll, func() {
					typed.Stored()
					shut()
				})
			})))
		shut = p.host.Dialog("Điểm luật để ngỏ", body)
	})
}

// keepSettings keeps what was changed; what cannot be kept stands below its question.
func (p *Page) keepSettings(fields []*settingField, scroll *xwidget.Scroll, shut func()) {
	says := make([]string, len(fields))
	p.host.Quiet(func(ctx context.Context) (err error) {
		for i, f := range fields {
			if c, changed := f.changed(); changed {
				if says[i], err = p.source.PutLawSetting(ctx, "", c); err != nil {
					return err
				}
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		for i, f := range fields {
			f.blame(says[i])
		}
		scroll.Reflow()
		if slices.ContainsFunc(says, func(s string) bool { return s != "" }) {
			return
		}
		shut()
		p.readSettings(func() {
			p.host.Say("Đã lưu thiết lập của đơn vị", false)
			p.take(p.at, p.form.kept())
		})
	})
}

// settingField is one open point as it is chosen.
type settingField struct {
	of    office.LawSetting
	own   office.CachHieu // what is kept, Ma "" if nothing
	pick  *xwidget.Select
	rate  *xwidget.Entry
	basis *xwidget.Entry
	fault *xwidget.Text
}

// newSettingField shows what is kept; of a rate, that of one year.
func newSettingField(s office.LawSetting, year int) *settingField {
	f := &settingField{of: s, own: office.CachHieu{Ten: s.Ten}, basis: xwidget.NewEntry(), fault: xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)}
	f.fault.Hide()
	if s.Loai != office.HoiChon {
		f.own.Nam = year
	}
	for _, c := range s.Own {
		if c.Nam == f.own.Nam {
			f.own = c
		}
	}
	f.basis.SetPlaceHolder("căn cứ, ví dụ C12-TS tháng 10")
	f.basis.SetText(f.own.CanCu)
	if s.Loai != office.HoiChon {
		f.rate = xwidget.NewCode()
		f.rate.SetPlaceHolder(fmt.Sprintf("để trống: số liệu của chương trình cho năm %d", year))
		f.rate.SetText(f.own.Ma)
		return f
	}
	first := "phải chọn mỗi lần tính"
	if s.MacDinh != "" {
		first = "mặc định của chương trình: " + s.Loi(s.MacDinh)
	}
	words, at := []string{first}, 0
	for i, k := range s.Chon {
		words = append(words, k.Nhan)
		if k.Ma == f.own.Ma {
			at = i + 1
		}
	}
	f.pick = xwidget.NewSelect(words, nil)
	f.pick.SetSelectedIndex(at)
	return f
}

func (f *settingField) lines() fyne.CanvasObject {
	label := f.of.Nhan
	var answer fyne.CanvasObject = f.pick
	if f.rate != nil {
		label, answer = fmt.Sprintf("%s, năm %d, %s", label, f.own.Nam, f.of.DonVi), f.rate
	}
	return xwidget.Column(4, xwidget.NewPara(label).Strong(), xwidget.NewPara(f.of.GiupDo).Sized(look.SmallSize).In(look.Muted),
		xwidget.Shares(8, []float32{1.3, 1}, answer, f.basis), f.fault)
}

// typed are its fields, to be kept until they are stored.
func (f *settingField) typed() []unsaved.Field {
	var answer unsaved.Field
	if f.rate != nil {
		answer = unsaved.Text(f.of.Ten, f.of.Nhan, f.rate)
	} else {
		answer = unsaved.Option(f.of.Ten, f.of.Nhan, f.pick)
	}
	return []unsaved.Field{answer, unsaved.Text(f.of.Ten+".canCu", f.of.Nhan+": căn cứ", f.basis)}
}

// changed is what is to be kept; ok is false where it is kept already.
func (f *settingField) changed() (c office.CachHieu, ok bool) {
	c = office.CachHieu{Ten: f.of.Ten, Nam: f.own.Nam, CanCu: f.basis.Text}
	if f.rate != nil {
		c.Ma = typed(f.of.CauHoi, f.rate.Text)
	} else if i := f.pick.SelectedIndex(); i > 0 {
		c.Ma = f.of.Chon[i-1].Ma
	}
	if c.Ma == "" {
		c.CanCu = ""
	}
	return c, c != f.own
}

func (f *settingField) blame(say string) {
	f.fault.Set(say)
	f.fault.Hidden = say == ""
}
