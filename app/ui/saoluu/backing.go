package saoluu

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// BackUp writes a backup of everything into one file. Where the data has neither passphrase
// nor recovery key that file opens on this computer alone, which is said first.
func (d *Desk) BackUp() {
	if d.source.Protection().Elsewhere() {
		d.chooseBackup()
		return
	}
	var shut func()
	keys := xwidget.NewStrong("Mở khoá dữ liệu", func() {
		shut()
		d.host.Go(office.Place{Screen: office.KeysScreen})
	})
	shut = d.host.Dialog("Sao lưu vào một tệp", sheet(
		note("Dữ liệu ở đây chưa có mật khẩu và chưa có khoá khôi phục, nên tệp chỉ mở được trên máy này."),
		xwidget.NewPara("Để mở được ở máy khác, hoặc khi máy này hỏng: đặt mật khẩu hoặc in khoá khôi phục trước, rồi sao lưu."),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewButton("Vẫn ghi tệp…", func() {
			shut()
			d.chooseBackup()
		}), keys)))
	d.host.Focus(keys)
}

// chooseBackup lets a person say where the file is to be.
func (d *Desk) chooseBackup() {
	d.host.PickNew("an-khai-"+d.source.Today().ISO()+office.BackupEnding, func(path string) { d.backUp(ended(path)) })
}

func (d *Desk) backUp(path string) {
	var info office.BackupInfo
	d.host.Run("Đang sao lưu vào tệp", func(ctx context.Context, _ task.Report) (err error) {
		info, err = d.source.Backup(ctx, path)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, office.ErrExists):
			d.elsewhere(path, d.chooseBackup)
		case err != nil:
			d.host.Fail(err)
		default:
			d.host.Say("Đã sao lưu vào "+filepath.Base(path), false)
			d.backedUp(path, info)
		}
	})
}

// elsewhere tells that a name is taken, and asks for another place.
func (d *Desk) elsewhere(path string, again func()) {
	d.host.Ask("Đã có tệp cùng tên", "Ở đó đã có "+filepath.Base(path)+", và tệp ấy được giữ nguyên.", "Chọn nơi khác…", again)
}

// backedUp says what is in the file and how it is opened.
func (d *Desk) backedUp(path string, info office.BackupInfo) {
	how := "Mở ở máy khác: chọn «Khôi phục…», «Bản sao trong tệp khác…», rồi gõ mật khẩu dữ liệu hoặc khoá khôi phục."
	if !d.source.Protection().Elsewhere() {
		how = "Tệp này chỉ mở được trên máy này."
	}
	var shut func()
	shut = d.host.Dialog("Đã sao lưu vào một tệp", sheet(
		xwidget.Column(1, xwidget.NewText(filepath.Base(path)).Strong(), xwidget.NewPara(filepath.Dir(path)).In(look.Muted)),
		xwidget.NewPara("Trong tệp: "+everything(info)+". Đã đọc lại từ đầu đến cuối."), xwidget.NewPara(how),
		xwidget.NewPara("Cất tệp ở nơi khác máy này, ví dụ trên USB.").In(look.Muted),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}

// everything says how much there is in a backup.
func everything(info office.BackupInfo) string {
	return fmt.Sprintf("%s đơn vị, %s người, %s hồ sơ, %s lần gửi", wording.So(info.Employers), wording.So(info.People), wording.So(info.Dossiers), wording.So(info.Submissions))
}
