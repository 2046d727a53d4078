package hoso

import (
	"context"
	"strings"

	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// askCompared lets somebody who has compared with the agency declare again what was sent
// before the data was restored; the reason is kept with the dossier.
func (d *dossier) askCompared() {
	var shut func()
	reason := xwidget.NewEntry()
	reason.SetPlaceHolder("ví dụ: cơ quan BHXH yêu cầu nộp lại, công văn số …")
	typed := d.typed("da-doi-chieu", "Đã đối chiếu, vẫn nộp", unsaved.Text("lyDo", "Lý do", reason))
	col := xwidget.Column(12, xwidget.Sized(560, 1, xwidget.Spacer()), typed.Top(),
		xwidget.NewPara("Dữ liệu trước khi khôi phục cho biết những điều sau đã được gửi. Hỏi cơ quan BHXH trước: nộp lại điều đã nộp thì bị trả."))
	for _, say := range d.restored {
		col.Add(xwidget.NewPara("• " + say).In(look.Muted))
	}
	col.Add(xwidget.NewPara("Vì sao vẫn nộp? Lý do được ghi vào hồ sơ."))
	yes := xwidget.NewStrong("Đã đối chiếu, vẫn nộp", func() {
		if strings.TrimSpace(reason.Text) == "" {
			d.p.host.Say("Ghi lý do trước.", true)
			d.p.host.Focus(reason)
			return
		}
		d.confirmCompared(strings.TrimSpace(reason.Text), func() {
			typed.Stored()
			shut()
		})
	})
	reason.OnSubmitted = func(string) { yes.Tapped(nil) }
	col.Add(reason)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), yes))
	shut = d.p.host.Dialog("Đã đối chiếu với cơ quan BHXH", col)
	d.p.host.Focus(reason)
}

func (d *dossier) confirmCompared(reason string, done func()) {
	d.p.host.Quiet(func(ctx context.Context) error { return d.p.source.ConfirmSentBefore(ctx, d.id, reason) }, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		done()
		d.check()
	})
}
