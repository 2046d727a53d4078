package saoluu

import (
	"context"
	"errors"
	"path/filepath"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// file is one that was read through, with the secret that opens it.
type file struct {
	path string
	seen office.BackupSeen
	src  office.Sources
}

// wipe forgets the secret.
func (f file) wipe() {
	clear(f.src.Passphrase)
	clear(f.src.Recovery)
}

// open reads a file through, and asks for its passphrase or a recovery key where the key
// of the data here does not open it.
func (d *Desk) open(path string, then func(file)) {
	d.look(path, office.Sources{}, func(seen office.BackupSeen, err error) {
		passphrase, recovery := office.AsksFor(err)
		switch {
		case err == nil:
			then(file{path: path, seen: seen})
		case passphrase || recovery:
			d.askSecret(path, seen.One, passphrase, recovery, then)
		default:
			d.host.Fail(err)
		}
	})
}

func (d *Desk) look(path string, src office.Sources, done func(office.BackupSeen, error)) {
	var seen office.BackupSeen
	d.host.Run("Đang đọc bản sao", func(ctx context.Context, _ task.Report) (err error) {
		seen, err = d.source.LookAtBackup(ctx, path, src)
		return err
	}, func(err error) { done(seen, err) })
}

// askSecret asks for what opens a file, as often as the person likes.
func (d *Desk) askSecret(path string, one, passphrase, recovery bool, then func(file)) {
	pass, key := xwidget.NewPassword(), xwidget.NewCode()
	key.SetPlaceHolder("7 nhóm, mỗi nhóm 5 ký tự")
	title, words, label := "Mở bản sao", "Bản sao này khoá bằng khoá khác với dữ liệu ở đây. Gõ mật khẩu dữ liệu của nơi đã sao lưu, hoặc khoá khôi phục đã in ở đó.", "Mật khẩu dữ liệu"
	if one {
		title, words, label = "Mở tệp giao đơn vị", "Gõ mật khẩu mà người giao đã báo. Chưa có gì ở đây thay đổi: nội dung tệp được nêu ra trước.", "Mật khẩu của tệp"
	}
	fault, faults := faultLine()
	var shut func()
	var yes *xwidget.Button
	try := func() {
		if pass.Text == "" && key.Text == "" {
			fault.Set("Chưa gõ gì.")
			return
		}
		src := office.Sources{Passphrase: []byte(pass.Text), Recovery: []byte(key.Text)}
		yes.Disable()
		fault.Set("")
		d.look(path, src, func(seen office.BackupSeen, err error) {
			yes.Enable()
			f := file{path, seen, src}
			switch {
			case err == nil:
				pass.SetText("")
				key.SetText("")
				shut()
				then(f)
			case errors.Is(err, office.ErrFilePass) || office.NeedsKey(err):
				f.wipe()
				pass.SetText("")
				fault.Set(office.Say(err))
			default:
				f.wipe()
				d.host.Fail(err)
			}
		})
	}
	yes = xwidget.NewStrong("Mở", try)
	col := sheet(xwidget.NewText(filepath.Base(path)).Strong(), xwidget.NewPara(words).In(look.Muted))
	pass.OnSubmitted = func(string) { try() }
	key.OnSubmitted = pass.OnSubmitted
	first, name := key, "Khoá khôi phục"
	if passphrase {
		first, name = pass, "hoặc khoá khôi phục"
		col.Add(labelled(label, pass))
	}
	if recovery {
		col.Add(labelled(name, key))
	}
	col.Add(faults)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), yes))
	shut = d.host.Dialog(title, col)
	d.host.Focus(first)
}
