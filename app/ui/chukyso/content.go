package chukyso

import (
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// contentFound is what must be mended in a file, what was looked at and what was not.
func contentFound(c office.FileCheck) fyne.CanvasObject {
	items := make([]xwidget.FaultItem, len(c.Faults))
	for i, f := range c.Faults {
		items[i] = xwidget.FaultItem{Place: f.Place, Say: f.Say, Code: f.Code, Basis: f.Basis, Bad: f.Bad}
	}
	col := xwidget.Column(10)
	if len(items) > 0 {
		col.Add(xwidget.NewPara("Sửa trong phần mềm đã lập tệp, xuất lại, rồi thả vào đây lần nữa.").In(look.Muted))
		col.Add(xwidget.FaultColumn(items))
	}
	if c.More > 0 {
		col.Add(xwidget.NewPara(fmt.Sprintf("Còn %d chỗ nữa không liệt kê.", c.More)).In(look.Muted))
	}
	seen := xwidget.Column(4)
	listed(seen, "Đã xét", c.Checked)
	listed(seen, "Chưa xét", c.Open)
	col.Add(seen)
	return col
}
