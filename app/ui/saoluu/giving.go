package saoluu

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Give hands an employer to another office, with everything, in one file under a passphrase
// of its own.
func (d *Desk) Give(mst string) {
	if mst == "" {
		d.host.Say("Chưa có đơn vị nào để giao", true)
		return
	}
	var h office.Holding
	d.host.Quiet(func(ctx context.Context) (err error) {
		h, err = d.source.Holding(ctx, mst)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.askToGive(h)
	})
}

func (d *Desk) askToGive(h office.Holding) {
	pass, again := xwidget.NewPassword(), xwidget.NewPassword()
	pass.PlaceHolder = fmt.Sprintf("Ít nhất %d ký tự", office.MinPassphrase)
	fault, faults := faultLine()
	var shut func()
	next := func() {
		weak := office.CheckPassphrase([]byte(pass.Text))
		switch {
		case weak != nil:
			fault.Set(office.Say(weak))
			return
		case pass.Text != again.Text:
			fault.Set("Hai lần gõ mật khẩu khác nhau. Gõ lại.")
			return
		}
		secret := []byte(pass.Text)
		pass.SetText("")
		again.SetText("")
		shut()
		d.chooseWhere(h, secret)
	}
	pass.OnSubmitted = func(string) { d.host.Focus(again) }
	again.OnSubmitted = func(string) { next() }
	col := sheet(whose(h.DonVi, ""),
		xwidget.NewPara("Trong tệp: "+holds(h)+"."),
		xwidget.NewPara("Không đi theo: tài khoản ở cổng, chữ ký số. Đơn vị vẫn còn nguyên ở đây.").In(look.Muted))
	if len(h.Waiting) > 0 {
		col.Add(note("Đang chờ gửi: " + named(h.Waiting) + ". Gửi xong rồi hãy giao: ở nơi nhận những hồ sơ này là nghi vấn và không tự gửi."))
	}
	col.Add(labelled("Mật khẩu của tệp", pass))
	col.Add(labelled("Gõ lại", again))
	col.Add(xwidget.NewPara("Báo mật khẩu cho nơi nhận bằng đường khác với tệp, ví dụ gọi điện thoại. Quên mật khẩu thì không ai mở được tệp.").In(look.Muted))
	col.Add(faults)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Chọn nơi ghi tệp…", next)))
	shut = d.host.Dialog("Giao đơn vị cho nơi khác", col)
	d.host.Focus(pass)
}

// chooseWhere lets a person say where the file is to be.
func (d *Desk) chooseWhere(h office.Holding, secret []byte) {
	d.host.PickNew("don-vi-"+h.DonVi.MaSoThue+office.BackupEnding, func(path string) { d.give(h, ended(path), secret) })
}

// ended gives a name the ending of our files where a person left it out.
func ended(path string) string {
	if strings.EqualFold(filepath.Ext(path), office.BackupEnding) {
		return path
	}
	return path + office.BackupEnding
}

func (d *Desk) give(h office.Holding, path string, secret []byte) {
	var m office.Merged
	d.host.Run("Đang giao đơn vị", func(ctx context.Context, _ task.Report) (err error) {
		m, err = d.source.ExportEmployer(ctx, h.DonVi.MaSoThue, path, append([]byte(nil), secret...))
		return err
	}, func(err error) {
		if errors.Is(err, office.ErrExists) {
			d.elsewhere(path, func() { d.chooseWhere(h, secret) })
			return
		}
		clear(secret)
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.host.Say("Đã giao "+h.DonVi.Ten+" vào "+filepath.Base(path), false)
		d.given(path, m)
	})
}

// given says what is to be done with the file.
func (d *Desk) given(path string, m office.Merged) {
	name := filepath.Base(path)
	var shut func()
	shut = d.host.Dialog("Đã ghi tệp giao đơn vị", sheet(
		xwidget.Column(1, xwidget.NewText(name).Strong(), xwidget.NewPara(filepath.Dir(path)).In(look.Muted)),
		xwidget.NewPara(fmt.Sprintf("Trong tệp có %s người, %s tháng bảng lương, %s hồ sơ, trong đó %s hồ sơ đã ký.",
			wording.So(m.People), wording.So(m.Payrolls), wording.So(m.Dossiers), wording.So(m.Submissions))),
		xwidget.Column(4,
			xwidget.NewPara("1. Gửi tệp cho nơi nhận, và báo mật khẩu bằng đường khác."),
			xwidget.NewPara("2. Nơi nhận mở AnKhai, chọn Tệp → «Nhận đơn vị từ tệp…» hoặc thả tệp vào cửa sổ, rồi gõ mật khẩu."),
			xwidget.NewPara("3. Nơi nhận nhập tài khoản của mình ở cổng và ký bằng chữ ký số của đơn vị."),
			xwidget.NewPara("4. Từ lúc giao, chỉ một nơi lập và gửi hồ sơ của đơn vị này.")),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}
