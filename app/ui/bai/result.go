package bai

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Result lays a result out: the sum, its parts, what to mind, and every step with
// its article.
func Result(r office.KetQuaTinh) []fyne.CanvasObject {
	out := []fyne.CanvasObject{xwidget.NewCaption("Kết quả"), Sum(r)}
	for _, p := range r.Parts {
		out = append(out, xwidget.Shares(8, []float32{1.5, 1}, xwidget.NewPara(p.Nhan), xwidget.NewPara(office.Amount(p.GiaTri, p.DonVi)).Strong()))
	}
	out = append(out, Notes(r.Warnings)...)
	out = append(out, xwidget.NewRule(), xwidget.NewText("Cách tính").Strong())
	return append(out, Steps(r.Working)...)
}

// Sum is the total of a result, large.
func Sum(r office.KetQuaTinh) fyne.CanvasObject {
	return xwidget.NewText(office.Amount(r.Total, r.Unit)).Sized(24).Strong().In(look.Done)
}

// Notes are the sentences that a person has to know beside a result.
func Notes(all []string) (out []fyne.CanvasObject) {
	for _, w := range all {
		note := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 6, 10, 6, xwidget.NewPara(w)))
		note.Stripe = look.Notice
		out = append(out, note)
	}
	return out
}

// Steps are the lines of a working, those below a step drawn in.
func Steps(all []office.Buoc) []fyne.CanvasObject { return steps(all, 0) }

func steps(all []office.Buoc, depth int) (out []fyne.CanvasObject) {
	const indent = 16
	for _, b := range all {
		lines := xwidget.Column(1, xwidget.NewPara(b.Nhan).Strong(), xwidget.NewPara(b.CongThuc))
		if b.CanCu != "" {
			lines.Add(xwidget.NewPara(b.CanCu).Sized(look.SmallSize).In(look.Muted))
		}
		out = append(out, xwidget.Inset(float32(indent*depth), 0, 0, 4, lines))
		out = append(out, steps(b.Con, depth+1)...)
	}
	return out
}

// Few joins the first sentences into one and counts the rest.
func Few(all []string, most int) string {
	say := strings.Join(all[:min(most, len(all))], "; ")
	if n := len(all) - most; n > 0 {
		say += fmt.Sprintf("; và %d chỗ khác", n)
	}
	return say
}
