package ui

import (
	"context"
	"errors"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// listed is how many backups the dialog shows; a file of any other is one button
// away.
const listed = 8

// Restore lets a person choose a backup and puts it in the place of the data.
func (s *Shell) Restore() {
	s.chooseBackup("Khôi phục dữ liệu", func(b office.Backup) {
		s.RestoreFrom(b.Path, "bản sao lúc "+office.BackupWords(b), office.Sources{})
	}, s.files.Restore)
}

// TakeBack lets a person choose a backup and takes one company back from it.
func (s *Shell) TakeBack() {
	s.chooseBackup("Lấy lại một đơn vị từ bản sao", func(b office.Backup) { s.files.Take(b.Path) }, s.files.Take)
}

// VerifyBackup reads a backup through that the person chooses.
func (s *Shell) VerifyBackup() {
	s.chooseBackup("Kiểm một bản sao", func(b office.Backup) { s.files.Verify(b.Path) }, s.files.Verify)
}

// chooseBackup lets a person choose among the backups of the data folder, or a file.
func (s *Shell) chooseBackup(title string, chosen func(office.Backup), file func(path string)) {
	var st office.BackupState
	s.Quiet(func(ctx context.Context) (err error) {
		st, err = s.office.Backups(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.listBackups(title, st, chosen, file)
	})
}

func (s *Shell) listBackups(title string, st office.BackupState, chosen func(office.Backup), file func(path string)) {
	var shut func()
	col := xwidget.Column(6, xwidget.Sized(460, 1, xwidget.Spacer()), xwidget.NewPara(st.Say))
	for i, b := range st.All {
		if i == listed {
			break
		}
		col.Add(xwidget.NewRule())
		col.Add(xwidget.Row(8, xwidget.NewText(office.BackupWords(b)), xwidget.Spacer(), xwidget.NewButton("Chọn", func() {
			shut()
			chosen(b)
		}).Tiny()))
	}
	col.Add(xwidget.Row(8, xwidget.NewQuiet("Bản sao trong tệp khác…", func() {
		shut()
		s.pickPath(backupKinds, file)
	}), xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() })))
	shut = s.Dialog(title, col)
}

// backupKinds are how files with a backup are called.
var backupKinds = []string{office.BackupEnding, ".db"}

// RestoreFrom puts a backup in the place of the data after the person agreed.
func (s *Shell) RestoreFrom(path, words string, src office.Sources) {
	s.Ask("Khôi phục dữ liệu", "Toàn bộ dữ liệu trở về như trong "+words+
		". Dữ liệu hiện tại được giữ ở bên cạnh. Điều đã gửi vẫn được nhớ, nên không nộp hai lần.", "Khôi phục", func() { s.putBack(path, src) })
}

// ErrNoReopen: this window cannot close its data folder and open it again.
var ErrNoReopen = errors.New("window cannot reopen its data folder")

// putBack closes the data folder, restores, and opens it again in this window,
// whatever came of it.
func (s *Shell) putBack(path string, src office.Sources) {
	if s.home.Reopen == nil {
		s.Fail(ErrNoReopen)
		return
	}
	var next Office
	var failed error
	s.runner.Run("Đang khôi phục", func(ctx context.Context, _ task.Report) (err error) {
		if err := s.office.Close(); err != nil {
			return err
		}
		conf := s.home.Config
		conf.Keys.Passphrase, conf.Keys.Recovery = src.Passphrase, src.Recovery
		_, failed = office.Restore(ctx, conf, path)
		clear(src.Passphrase)
		clear(src.Recovery)
		next, err = s.home.Reopen()
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(errors.Join(failed, err))
			return
		}
		n := s.again(next)
		if failed != nil {
			n.fail(failed, false) // what is wrong is the backup
			return
		}
		n.Say("Đã khôi phục dữ liệu", false)
	})
}

// again builds the window's content anew over another opening of the data folder.
func (s *Shell) again(o Office) *Shell {
	if s.reader != nil { // not so where the data had to be rescued first
		s.reader.Close()
		_ = s.drawer.Close() // the next one starts when it is needed
	}
	n := New(o, s.window, s.runner, s.now)
	n.home = s.home
	if s.runner.Async {
		s.window.SetMainMenu(n.menu())
		s.window.SetCloseIntercept(n.quit)
		n.KeepTyped()
		n.onMet = n.NoteSpots
		n.LockWhenIdle()
	}
	s.over = true
	n.Start()
	return n
}

// lookForRescue closes a data folder whose store turned out to be damaged and shows
// the ways out in this window.
func (s *Shell) lookForRescue() {
	var r office.Rescue
	s.runner.Run("Đang xem tệp dữ liệu", func(ctx context.Context, _ task.Report) (err error) {
		if err := s.office.Close(); err != nil {
			return err
		}
		r, err = office.LookForRescue(ctx, s.home.Config)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.showRescue(r)
	})
}

// showRescue fills the window with the ways out; the program follows in it.
func (s *Shell) showRescue(r office.Rescue) {
	v := &rescue{door: s, runner: s.runner, reopen: s.home.Reopen, opened: func(o Office) { s.again(o) },
		pick: func(take func(path string)) { s.pickPath(backupKinds, take) },
		ways: ways{newest: func(ctx context.Context) error {
			_, err := r.RestoreNewest(ctx)
			return err
		}, salvage: func(ctx context.Context) error {
			_, err := r.Salvage(ctx)
			return err
		}, file: r.RestoreFile}}
	s.window.SetContent(v.content(r))
}
