package hoso

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
)

// rules lets a reason be kept as a rule of the employer's own, and shows those that
// are kept: each may be put off, on again, and away.
func (d *dossier) rules() {
	why := d.returned.why
	var texts []string
	for _, r := range why.Reasons {
		for _, q := range r.Rules {
			if !slices.Contains(texts, q.Goc()) {
				texts = append(texts, q.Goc())
			}
		}
	}
	kept := xwidget.Column(6)
	var shut func()
	var show func()
	show = func() {
		var all []office.LocalRule
		d.p.host.Quiet(func(ctx context.Context) (err error) {
			all, err = d.p.source.LocalRules(ctx)
			return err
		}, func(err error) {
			if err != nil {
				d.p.host.Fail(err)
				return
			}
			kept.Objects = nil
			for _, r := range all {
				kept.Add(d.ruleLine(r, show))
			}
			if len(all) == 0 {
				kept.Add(xwidget.NewCaption("Chưa có quy tắc nào."))
			}
			kept.Refresh()
		})
	}
	entries := xwidget.Column(6)
	n := 0
	add := func(text string) {
		e := xwidget.NewEntry()
		e.SetPlaceHolder("MẪU: Nơi làm việc không được để trống khi Phương án là TM")
		e.SetText(text)
		n++
		typed := d.typed("quy-tac-"+strconv.Itoa(n), "Quy tắc riêng của đơn vị", unsaved.Text("quyTac", "Quy tắc", e))
		keep := func() {
			d.p.host.Quiet(func(ctx context.Context) error {
				_, err := d.p.source.KeepRule(ctx, e.Text, why.ID)
				return err
			}, func(err error) {
				if err != nil {
					d.p.host.Fail(err)
					return
				}
				typed.Stored()
				d.p.host.Say("Đã giữ quy tắc: từ nay kiểm tra hồ sơ sẽ nhắc", false)
				show()
			})
		}
		e.OnSubmitted = func(string) { keep() }
		entries.Add(typed.Top())
		entries.Add(xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.NewButton("Giữ", keep)), e))
	}
	for _, t := range texts {
		add(t)
	}
	add("")
	shut = d.p.host.Dialog("Quy tắc riêng của đơn vị", xwidget.Column(10,
		xwidget.NewPara("Quy tắc riêng nhắc ở mọi lần kiểm tra sau này, không chặn ký. Sửa câu cho đúng phạm vi rồi bấm Giữ: "+office.TraLaiCachGhi),
		entries, xwidget.NewText("Đang giữ").Strong(),
		xwidget.Sized(680, 150, xwidget.NewScroll(kept)),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
	show()
}

// ruleLine is a rule with its buttons.
func (d *dossier) ruleLine(r office.LocalRule, again func()) fyne.CanvasObject {
	do := func(work func(context.Context) error) func() {
		return func() {
			d.p.host.Quiet(work, func(err error) {
				if err != nil {
					d.p.host.Fail(err)
				}
				again()
			})
		}
	}
	words := "Tắt"
	if !r.On {
		words = "Bật"
	}
	say := r.ID + " · " + r.Rule.Mau + ": " + r.Say
	if r.Dossier != "" {
		say += " (từ " + r.Dossier + ")"
	}
	if !r.On {
		say += " · đang tắt"
	}
	buttons := xwidget.Row(4,
		xwidget.NewQuiet(words, do(func(ctx context.Context) error { return d.p.source.SwitchRule(ctx, r.ID, !r.On) })).Tiny(),
		xwidget.NewQuiet("Bỏ", do(func(ctx context.Context) error { return d.p.source.RemoveRule(ctx, r.ID) })).Tiny())
	return xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, buttons), xwidget.NewPara(say))
}
