package tongquan

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// why opens the working behind a figure.
func (p *Page) why(month office.Month, f office.Figure) {
	var w office.Why
	p.host.Quiet(func(ctx context.Context) (err error) {
		w, err = p.source.Why(ctx, month, f)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.explain(month, f, w)
	})
}

// whyWidth and whyHeight fit the dialog into the smallest window.
const whyWidth, whyHeight = 800, 216

// explain shows the total in full, what it is made of, and the people with the
// steps of the one that is chosen.
func (p *Page) explain(month office.Month, f office.Figure, w office.Why) {
	parts := bai.NewParts("Người lao động", "Không có ai.")
	if len(w.People) > 0 { // otherwise each line has told all there is
		parts.Open = p.person(month, w.People)
	}
	parts.Set(w.Working)

	var shut func()
	leave := func(to func()) func() {
		return func() {
			shut()
			to()
		}
	}
	above := slices.ContainsFunc(w.Parts, func(p office.PhanKQ) bool { return p.Ten == string(office.VuotTran) && p.GiaTri > 0 })
	body := xwidget.Column(8, xwidget.Sized(whyWidth, 1, xwidget.Spacer()), bai.Headline(w.KetQuaTinh))
	if len(w.Warnings) > 0 {
		body.Add(xwidget.Column(0, bai.Notes([]string{bai.Few(w.Warnings, 2)})...))
	}
	body.Add(xwidget.Sized(whyWidth, whyHeight, parts.Content()))
	buttons := []fyne.CanvasObject{xwidget.NewButton("Xem bảng lương", leave(func() { p.host.Go(office.Place{Screen: "bang-luong", ID: month.ISO()}) }))}
	if f == office.QuyLuong && above {
		buttons = append(buttons, xwidget.NewButton("Ai vượt trần", leave(func() { p.why(month, office.VuotTran) })))
	}
	body.Add(xwidget.Row(8, append(buttons, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }))...))
	shut = p.host.Dialog(whyTitle(month, f, len(w.Working)), body)
}

// person tells one person's part, step by step.
func (p *Page) person(month office.Month, ids []string) func(i int, show func([]office.Buoc)) {
	return func(i int, show func([]office.Buoc)) {
		var steps []office.Buoc
		p.host.Quiet(func(ctx context.Context) (err error) {
			steps, err = p.source.WhyPerson(ctx, month, ids[i])
			return err
		}, func(err error) {
			if err != nil {
				p.host.Fail(err)
				return
			}
			show(steps)
		})
	}
}

func whyTitle(month office.Month, f office.Figure, n int) string {
	if f == office.VuotTran {
		return "Người vượt trần tháng " + month.String()
	}
	name := map[office.Figure]string{office.PhaiDong: "Phải đóng", office.QuyLuong: "Quỹ lương đóng", office.QuyBangLuong: "Quỹ lương theo bảng lương"}[f]
	return fmt.Sprintf("%s tháng %s: cộng từ %s người", name, month, wording.So(n))
}
