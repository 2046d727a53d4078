package congcu

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/law"
)

// shown lays a result out: the sum, its parts, what to mind, and every step with
// its article.
func shown(r law.KetQuaTinh) []fyne.CanvasObject {
	out := []fyne.CanvasObject{xwidget.NewCaption("Kết quả"), xwidget.NewText(office.Amount(r.Total, r.Unit)).Sized(24).Strong().In(look.Done)}
	for _, p := range r.Parts {
		out = append(out, xwidget.Shares(8, []float32{1.5, 1}, xwidget.NewPara(p.Nhan), xwidget.NewPara(office.Amount(p.GiaTri, p.DonVi)).Strong()))
	}
	for _, w := range r.Warnings {
		note := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 6, 10, 6, xwidget.NewPara(w)))
		note.Stripe = look.Notice
		out = append(out, note)
	}
	out = append(out, xwidget.NewRule(), xwidget.NewText("Cách tính").Strong())
	return append(out, steps(r.Working, 0)...)
}

// steps are the lines of a working, those below a step drawn in.
func steps(all []law.Buoc, depth int) (out []fyne.CanvasObject) {
	const indent = 16
	for _, b := range all {
		out = append(out, xwidget.Inset(float32(indent*depth), 0, 0, 4, xwidget.Column(1,
			xwidget.NewPara(b.Nhan).Strong(),
			xwidget.NewPara(b.CongThuc),
			xwidget.NewPara(b.CanCu).Sized(look.SmallSize).In(look.Muted))))
		out = append(out, steps(b.Con, depth+1)...)
	}
	return out
}
