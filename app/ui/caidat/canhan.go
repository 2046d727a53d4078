package caidat

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// personalKey is the section «Dữ liệu cá nhân».
const personalKey = "ca-nhan"

// personal is «Dữ liệu cá nhân»: how long people are kept who have left, who is past
// that, and the journal of what was done with the data of people.
func (p *Page) personal() []fyne.CanvasObject {
	var rule office.Retention
	var due []office.PastTerm
	none := false
	p.later(func(ctx context.Context) (err error) {
		if rule, err = p.source.Retention(ctx); err != nil {
			none = errors.Is(err, office.ErrNoCompany)
			return noCompany(err)
		}
		due, err = p.source.PastTerms(ctx)
		return err
	}, func() []fyne.CanvasObject {
		if none {
			return []fyne.CanvasObject{p.noCompany("Hạn lưu thuộc về một đơn vị, mà chưa có đơn vị nào.")}
		}
		return []fyne.CanvasObject{p.term(rule), p.pastTerm(rule, due), newJournal(p).content()}
	})
	return nil
}

// term asks how long the employer keeps people and signed dossiers.
func (p *Page) term(rule office.Retention) fyne.CanvasObject {
	f := &termForm{p: p, person: months(rule.PersonMonths), dossier: months(rule.DossierMonths), fault: xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)}
	f.keep = xwidget.NewCheck("Giữ cả dân tộc và giấy tờ nhạy cảm khi hồ sơ đã xong", nil)
	f.keep.SetChecked(rule.KeepSensitive)
	f.fault.Hide()
	f.typed = p.host.Typed(unsaved.Form{Name: "han-luu", Title: "Hạn lưu", Go: office.Place{Screen: "cai-dat", ID: personalKey}, Fields: []unsaved.Field{
		unsaved.Text("nguoi", "Người đã nghỉ", f.person), unsaved.Text("hoSo", "Hồ sơ đã ký", f.dossier), unsaved.Tick("nhayCam", "Giữ dữ liệu nhạy cảm", f.keep)}})
	store := func(string) { f.store() }
	f.person.OnSubmitted, f.dossier.OnSubmitted = store, store
	return group("Giữ dữ liệu bao lâu", "Hết hạn thì người đã nghỉ được nêu ở dưới để bạn xem rồi xoá; chương trình không tự xoá ai. Để trống là không đặt hạn: không ai bị coi là quá hạn.",
		xwidget.Column(8, f.typed.Top(),
			termLine("Người đã nghỉ", f.person, "tháng sau khi nghỉ việc"),
			termLine("Hồ sơ đã ký", f.dossier, "tháng sau khi ký"),
			f.keep, f.fault, xwidget.Row(0, xwidget.NewStrong("Lưu hạn lưu", f.store)),
			xwidget.NewPara(office.RetentionLaw).Sized(look.SmallSize).In(look.Muted)))
}

// termForm is how long the employer keeps what it holds, as it is typed.
type termForm struct {
	p               *Page
	person, dossier *xwidget.Entry
	keep            *xwidget.Check
	fault           *xwidget.Text
	typed           *unsaved.Open
}

// months is a field for a number of months, empty where there is no term.
func months(n int) *xwidget.Entry {
	e := xwidget.NewCode()
	e.SetPlaceHolder("không")
	if n > 0 {
		e.SetText(strconv.Itoa(n))
	}
	return e
}

// termWidth and monthsWidth are those of the name of a term and of its number.
const termWidth, monthsWidth = 120, 76

func termLine(name string, e *xwidget.Entry, unit string) fyne.CanvasObject {
	return xwidget.Row(8, xwidget.Sized(termWidth, 0, container.NewCenter(xwidget.Sized(termWidth, 0, xwidget.NewText(name)))),
		xwidget.Sized(monthsWidth, 0, e), container.NewCenter(xwidget.NewText(unit)))
}

// store keeps the terms; what cannot be one is told below the fields.
func (f *termForm) store() {
	person, say := office.ReadTerm(f.person.Text)
	dossier, other := office.ReadTerm(f.dossier.Text)
	if say == "" {
		say = other
	}
	f.fault.Set(say)
	f.fault.Hidden = say == ""
	f.p.scroll.Reflow()
	if say != "" {
		return
	}
	rule := office.Retention{PersonMonths: person, DossierMonths: dossier, KeepSensitive: f.keep.Checked}
	told := f.p.after("Đã lưu hạn lưu")
	f.p.host.Quiet(func(ctx context.Context) error { return f.p.source.SetRetention(ctx, rule) }, func(err error) {
		if err == nil {
			f.typed.Stored()
		}
		told(err)
	})
}

// dueAtMost is how many people past their term are listed here; all of them stand in the
// list of people.
const dueAtMost = 6

// pastTerm lists who is past the term, each a door.
func (p *Page) pastTerm(rule office.Retention, due []office.PastTerm) fyne.CanvasObject {
	list := xwidget.Column(6)
	switch {
	case rule.PersonMonths == 0:
		list.Add(xwidget.NewPara("Chưa đặt hạn cho người đã nghỉ, nên không ai quá hạn."))
	case len(due) == 0:
		list.Add(dotted(look.Done, xwidget.NewPara("Không ai quá hạn lưu.")))
	}
	for _, d := range due[:min(len(due), dueAtMost)] {
		words := xwidget.Column(1, xwidget.NewText(d.HoTen), xwidget.NewCaption("nghỉ từ "+d.Left.String()+" · giữ đến hết "+d.Until.String()))
		list.Add(xwidget.Dock(nil, nil, nil, xwidget.NewButton("Mở", func() { p.host.Go(office.Place{Screen: "nguoi-lao-dong", ID: d.ID}) }).Tiny(), words))
	}
	say := ""
	if len(due) > 0 {
		say = "Mở từng người, xem rồi chọn «Xoá dữ liệu…». Phần còn phải giữ, như hồ sơ đã ký, được nêu trước khi xoá."
		list.Add(xwidget.Inset(0, 4, 0, 0, xwidget.Row(0, xwidget.NewButton(fmt.Sprintf("Xem cả %d người", len(due)), func() { p.host.Go(office.Place{Screen: "nguoi-lao-dong", ID: "het-han"}) }))))
	}
	return group("Ai đã quá hạn lưu", say, list)
}
