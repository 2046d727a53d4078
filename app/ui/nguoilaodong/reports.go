package nguoilaodong

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// payrolls are the payrolls to be filled, as the dialog offers them.
var payrolls = []struct {
	order     office.TemplateOrder
	name, say string
}{
	{office.TemplateOrder{Layout: "L4"}, "Bảng lương để điền, rút gọn", "người và lương của tháng trước: sửa chỗ thay đổi rồi thả vào cửa sổ"},
	{office.TemplateOrder{Layout: "L1"}, "Bảng lương để điền, đầy đủ", "thêm hợp đồng, nơi làm việc, địa chỉ, nơi KCB, có danh sách để chọn"},
	{office.TemplateOrder{Layout: "L4", Blank: true}, "Bảng lương trống", "chỉ có tiêu đề và danh sách để chọn"},
}

// Reports offers the lists and reports of the month at hand, and payrolls to be filled,
// as workbooks.
func (p *Page) Reports() {
	var shut func()
	col := xwidget.Column(0, xwidget.Sized(640, 1, xwidget.Spacer()))
	line := func(name, say string, make func(context.Context) (office.File, error)) {
		words := xwidget.Column(1, xwidget.NewText(name).Strong(), xwidget.NewPara(say).In(look.Muted))
		button := xwidget.NewButton("Lưu", func() { p.keep(name, make) })
		col.Add(xwidget.Inset(0, 6, 0, 6, xwidget.Dock(nil, nil, nil, xwidget.Inset(12, 0, 0, 0, container.NewCenter(button)), words)))
	}
	month := p.host.Month()
	for _, r := range office.Reports() {
		line(r.Name, r.Say, func(ctx context.Context) (office.File, error) {
			return p.source.Report(ctx, office.ReportOrder{ID: r.ID, Month: month})
		})
	}
	col.Add(xwidget.NewRule())
	for _, t := range payrolls {
		line(t.name, t.say, func(ctx context.Context) (office.File, error) {
			t.order.Month = month
			return p.source.PayrollTemplate(ctx, t.order)
		})
	}
	col.Add(xwidget.Inset(0, 8, 0, 0, xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
	shut = p.host.Dialog("Xuất Excel, tháng "+month.String(), col)
}

// pastToExcel writes the history of one person.
func (p *Page) pastToExcel(id string) {
	month := p.host.Month()
	p.keep("Quá trình của một người", func(ctx context.Context) (office.File, error) {
		return p.source.Report(ctx, office.ReportOrder{ID: "history", Month: month, Person: id})
	})
}

// keep makes a workbook and keeps it where a person chooses.
func (p *Page) keep(name string, make func(context.Context) (office.File, error)) {
	var file office.File
	p.host.Run("Đang ghi "+name, func(ctx context.Context, _ task.Report) (err error) {
		file, err = make(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.SaveFile(file)
	})
}

// toExcel is the door to them.
func (p *Page) toExcel() fyne.CanvasObject { return xwidget.NewButton("Xuất Excel…", p.Reports) }
