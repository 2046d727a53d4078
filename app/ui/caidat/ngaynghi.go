package caidat

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// holidayKey is the section «Ngày nghỉ lễ».
const holidayKey = "ngay-nghi"

// holidays is «Ngày nghỉ lễ»: the days off of a year by which time limits run, and a day
// to add that a decision of the year gives.
func (p *Page) holidays() []fyne.CanvasObject {
	if p.year == 0 {
		p.year = p.source.Today().Year()
	}
	year := p.year
	var all office.HolidayYear
	p.later(func(ctx context.Context) (err error) {
		all, err = p.source.Holidays(ctx, year)
		return err
	}, func() []fyne.CanvasObject {
		lines := []fyne.CanvasObject{p.daysOff(all)}
		if p.gone != nil {
			lines = append([]fyne.CanvasObject{p.tookOut(*p.gone)}, lines...)
		}
		return append(lines, newHolidayForm(p).content())
	})
	return nil
}

// daysOff lists the days of a year.
func (p *Page) daysOff(all office.HolidayYear) fyne.CanvasObject {
	step := func(by int) func() {
		return func() {
			p.year += by
			p.OnShow()
		}
	}
	rows := holidayRows(all.Days)
	grid := xwidget.NewList(rows).Named("ngayNghi")
	drop := xwidget.NewButton("Bỏ ngày này", func() {
		if row, _ := grid.Active(); row < len(rows) {
			p.dropHoliday(rows[row])
		}
	})
	basis := xwidget.NewPara("").Sized(look.SmallSize).In(look.Muted)
	grid.OnSelect = func(row, _ int) {
		drop.Disable()
		if row >= len(rows) {
			return
		}
		if rows[row].CuaNguoiDung {
			drop.Enable()
		}
		basis.Set("Căn cứ: " + rows[row].CanCu)
		p.scroll.Reflow()
	}
	grid.OnSelect(0, 0)
	col := xwidget.Column(8,
		xwidget.Row(4, xwidget.NewQuiet("‹", step(-1)), container.NewCenter(xwidget.NewText(fmt.Sprintf("Năm %d", all.Year)).Strong()), xwidget.NewQuiet("›", step(1))),
		xwidget.Sized(0, float32(len(rows)+1)*look.Row(look.RowHeight)+14, xwidget.NewCard(grid).Tight()),
		basis, xwidget.Row(8, drop, container.NewCenter(xwidget.NewCaption("Chỉ bỏ được ngày bạn đã thêm."))))
	for _, o := range all.Open {
		col.Add(dotted(look.Notice, xwidget.NewPara(o)))
	}
	return group("Các ngày nghỉ", "Hạn nộp rơi vào ngày nghỉ thì lùi sang ngày làm việc tiếp theo; hạn tính bằng ngày làm việc thì không đếm ngày nghỉ. Ngày luật định có sẵn; ngày do Nhà nước quyết định từng năm thì thêm ở dưới.", col)
}

// tookOut offers to take back the day that was taken out last.
func (p *Page) tookOut(n office.Holiday) fyne.CanvasObject {
	back := xwidget.NewButton("Lấy lại", func() { p.putHoliday(n, func(string) {}) })
	return xwidget.NewCard(xwidget.Ends(12, 240, xwidget.NewPara("Đã bỏ ngày "+n.Ngay.String()+", "+n.Ten+"."), back))
}

// dropHoliday takes a day of the user's out.
func (p *Page) dropHoliday(n office.Holiday) {
	told := p.after("Đã bỏ ngày " + n.Ngay.String() + "; hạn nộp được tính lại")
	p.host.Quiet(func(ctx context.Context) error {
		_, err := p.source.DropHoliday(ctx, n.Ngay)
		return err
	}, func(err error) {
		if err == nil {
			p.gone = &n
		}
		told(err)
	})
}

// putHoliday keeps a day and shows its year; blame hears what is wrong with it.
func (p *Page) putHoliday(n office.Holiday, blame func(say string)) {
	say := ""
	p.host.Quiet(func(ctx context.Context) (err error) {
		say, err = p.source.PutHoliday(ctx, n)
		return err
	}, func(err error) {
		if err == nil {
			blame(say)
		}
		if err == nil && say != "" {
			return
		}
		if err == nil {
			p.year, p.gone = n.Ngay.Year(), nil
		}
		p.after("Đã thêm ngày " + n.Ngay.String() + "; hạn nộp được tính lại")(err)
	})
}

// holidayForm is a day that a decision of the year gives, as it is typed.
type holidayForm struct {
	p           *Page
	day         *xwidget.DateEntry
	kind        *xwidget.Select
	name, basis *xwidget.Entry
	fault       *xwidget.Text
	typed       *unsaved.Open
}

// holidayKinds are what a day may be.
var holidayKinds = []string{"ngày nghỉ", "thứ bảy, chủ nhật làm bù"}

func newHolidayForm(p *Page) *holidayForm {
	f := &holidayForm{p: p, day: xwidget.NewDate(p.source.Today().String()), kind: xwidget.NewSelect(holidayKinds, nil), name: xwidget.NewEntry(), basis: xwidget.NewEntry(),
		fault: xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)}
	f.fault.Hide()
	f.kind.SetSelectedIndex(0)
	f.name.SetPlaceHolder("ví dụ Nghỉ Quốc khánh")
	f.basis.SetPlaceHolder("số, ngày của thông báo")
	f.typed = p.host.Typed(unsaved.Form{Name: "ngay-nghi", Title: "Ngày nghỉ lễ", Machine: true, Go: office.Place{Screen: "cai-dat", ID: holidayKey}, Fields: []unsaved.Field{
		unsaved.Text("ngay", "Ngày", &f.day.Entry), unsaved.Option("loai", "Loại", f.kind), unsaved.Text("ten", "Tên ngày", f.name), unsaved.Text("canCu", "Căn cứ", f.basis)}})
	store := func(string) { f.store() }
	f.day.OnSubmitted, f.name.OnSubmitted, f.basis.OnSubmitted = store, store, store
	return f
}

// content is the form.
func (f *holidayForm) content() fyne.CanvasObject {
	return group("Thêm ngày nghỉ, ngày làm bù", "Theo thông báo của Nhà nước hoặc quyết định của đơn vị. Ngày đã có trong lịch thì được ghi thay.",
		xwidget.Column(8, f.typed.Top(),
			xwidget.Shares(8, []float32{1, 1.2}, labelled("Ngày", f.day), labelled("Loại", f.kind)),
			xwidget.Shares(8, []float32{1, 1.2}, labelled("Tên ngày", f.name), labelled("Căn cứ", f.basis)),
			f.fault, xwidget.Row(0, xwidget.NewStrong("Thêm vào lịch", f.store))))
}

// store keeps the day; what is wrong with it is told below the fields.
func (f *holidayForm) store() {
	day, _ := office.ParseDay(f.day.Value())
	n := office.Holiday{Ngay: day, Ten: f.name.Text, CanCu: f.basis.Text, LamViec: f.kind.SelectedIndex() == 1}
	f.p.putHoliday(n, func(say string) {
		f.fault.Set(say)
		f.fault.Hidden = say == ""
		if say == "" {
			f.typed.Stored()
		}
		f.p.scroll.Reflow()
	})
}

// labelled is a field below its name.
func labelled(name string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Column(4, xwidget.NewCaption(name), o)
}
