package caidat

import (
	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// figureWidth is that of the dialog in which a figure is entered.
const figureWidth = 520

// enter asks for a figure that a new law brings.
func (f *figures) enter(x office.FigureHistory) {
	value, from, basis := xwidget.NewCode(), xwidget.NewDate(f.p.source.Today().String()), xwidget.NewEntry()
	fault := xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)
	fault.Hide()
	basis.SetPlaceHolder("ví dụ Nghị định 161/2026/NĐ-CP, Điều 3")
	typed := f.p.host.Typed(unsaved.Form{Name: "so-lieu:" + x.Name, Title: "Số liệu luật: " + x.Title, Machine: true, Go: office.Place{Screen: "cai-dat", ID: figuresKey}, Fields: []unsaved.Field{
		unsaved.Text("giaTri", "Giá trị", value), unsaved.Text("tuNgay", "Áp dụng từ ngày", &from.Entry), unsaved.Text("canCu", "Căn cứ", basis)}})
	var shut func()
	var body *xwidget.Scroll
	blame := func(say string) {
		fault.Set(say)
		fault.Hidden = say == ""
		body.Reflow()
		if say == "" {
			typed.Stored()
			shut()
		}
	}
	store := func() {
		n, say := office.ReadFigure(x.Name, value.Text)
		if say != "" {
			blame(say)
			return
		}
		day, _ := office.ParseDay(from.Value())
		f.put(office.LawValue{Name: x.Name, Title: x.Title, Amount: n, From: day, Basis: basis.Text}, blame)
	}
	enter := func(string) { store() }
	value.OnSubmitted, from.OnSubmitted, basis.OnSubmitted = enter, enter, enter
	now := "Hôm nay: chưa có số."
	if v, ok := x.Now(); ok {
		now = "Hôm nay: " + v.Say + ", từ " + v.From.String() + "."
	}
	body = xwidget.NewScroll(xwidget.Column(10, xwidget.NewPara(x.Title).Strong(), xwidget.NewPara(now).In(look.Muted), typed.Top(),
		xwidget.Shares(8, []float32{1, 1}, labelled("Giá trị, "+x.Unit, value), labelled("Áp dụng từ ngày", from)), labelled("Căn cứ", basis), fault,
		xwidget.NewPara("Số bạn ghi được đánh dấu là của bạn ở mọi cách tính, và bỏ được bất cứ lúc nào.").Sized(look.SmallSize).In(look.Muted)))
	shut = f.p.host.Dialog("Ghi số liệu mới của luật", xwidget.Column(10, xwidget.Sized(figureWidth, 240, body),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }), xwidget.NewStrong("Ghi số này", store))))
	f.p.host.Focus(value)
}
