package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// notes tells what is known to be uncertain of a form: what was inferred, what the
// sources leave open, where the printed sheet was rebuilt.
func (d *dossier) notes(f *office.Form) {
	col := xwidget.Column(8)
	for _, n := range f.Notes {
		col.Add(xwidget.NewPara("– " + n))
	}
	col.Add(xwidget.NewPara("Căn cứ: " + f.Basis).In(look.Muted).Sized(look.SmallSize))
	var shut func()
	shut = d.p.host.Dialog("Lưu ý về mẫu "+f.Called(), xwidget.Column(10,
		xwidget.Sized(600, 340, xwidget.NewScroll(col)),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}
