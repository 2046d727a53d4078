package khoa

import (
	"context"
	"fmt"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// clipboardTime is how long a copied recovery key stays in the clipboard.
const clipboardTime = 60 * time.Second

func (d *Desk) newRecovery() {
	var key office.RecoveryKey
	d.host.Quiet(func(ctx context.Context) (err error) {
		key, err = d.source.NewRecovery(ctx)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.showRecovery(key)
	})
}

// showRecovery shows a recovery key, this once, and lets a person type one group
// of it back from paper before it counts.
func (d *Desk) showRecovery(key office.RecoveryKey) {
	groups := key.Groups()
	row := xwidget.Row(8)
	for i, g := range groups {
		row.Add(xwidget.NewCard(xwidget.Inset(8, 4, 8, 6, xwidget.Column(2,
			xwidget.NewCaption(fmt.Sprintf("nhóm %d", i+1)), xwidget.NewText(string(g)).Sized(16).Strong()))).Tight())
	}
	n := d.pick(len(groups)) + 1
	typed := xwidget.NewCode()
	fault, faults := faultLine()
	var shut func()
	var done *xwidget.Button
	try := func() {
		if !key.HasGroup(n, []byte(typed.Text)) {
			fault.Set(fmt.Sprintf("Nhóm %d gõ chưa đúng. So với tờ giấy rồi gõ lại.", n))
			return
		}
		done.Disable()
		d.host.Quiet(func(ctx context.Context) error { return d.source.TryRecovery(ctx, key.Text()) }, func(err error) {
			key.Wipe()
			shut()
			if err != nil {
				d.host.Fail(err)
				return
			}
			d.host.Say("Khoá khôi phục đã cất và thử lại.", false)
			d.host.Changed()
			d.Show()
		})
	}
	done = xwidget.NewStrong("Đã cất, thử nhóm này", try)
	typed.OnSubmitted = func(string) { try() }
	shut = d.host.Dialog("Khoá khôi phục", sheet(
		xwidget.NewPara("Khoá chỉ hiện lần này. In hoặc chép ra giấy và cất xa máy: khi hỏng máy, cài lại máy hoặc quên mật khẩu, tờ giấy này mở lại được dữ liệu. Ai có tờ giấy và tệp dữ liệu thì mở được dữ liệu."),
		row,
		xwidget.Row(8, xwidget.NewButton("Lưu thành tệp để in", func() { d.host.SaveFile(d.source.RecoveryFile(key)) }),
			xwidget.NewButton("Sao chép", func() { d.copyOnce(string(key.Text())) })),
		xwidget.NewRule(),
		line(fmt.Sprintf("Gõ lại nhóm %d", n), typed), faults,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() {
			key.Wipe()
			shut()
			d.host.Changed()
		}), done)))
	d.host.Focus(typed)
}

// tryPaper lets a person type the whole key back from paper.
func (d *Desk) tryPaper() {
	typed := xwidget.NewCode()
	typed.SetPlaceHolder("7 nhóm, mỗi nhóm 5 ký tự")
	fault, faults := faultLine()
	var shut func()
	try := func() {
		text := []byte(typed.Text)
		d.host.Quiet(func(ctx context.Context) error { return d.source.TryRecovery(ctx, text) }, func(err error) {
			if err != nil {
				fault.Set(office.Say(err))
				return
			}
			typed.SetText("")
			shut()
			d.host.Say("Khoá khôi phục trên giấy mở được dữ liệu.", false)
			d.host.Changed()
			d.Show()
		})
	}
	typed.OnSubmitted = func(string) { try() }
	shut = d.host.Dialog("Gõ thử khoá khôi phục", sheet(
		xwidget.NewPara("Gõ cả khoá từ tờ giấy. Chữ hoa chữ thường như nhau; gõ sai nhóm nào chương trình nêu nhóm đó."),
		line("Khoá khôi phục", typed), faults,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Thử", try))))
	d.host.Focus(typed)
}

// copyOnce puts a secret on the clipboard and takes it off again after a minute,
// if it is still there.
func (d *Desk) copyOnce(secret string) {
	d.clipboard().SetContent(secret)
	d.host.Say("Đã sao chép khoá khôi phục; bộ nhớ tạm được xoá sau 60 giây.", false)
	d.host.After(clipboardTime, func() {
		if d.clipboard().Content() == secret {
			d.clipboard().SetContent("")
		}
	})
}
