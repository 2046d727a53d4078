package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// listed is how many backups the dialog shows; a file of any other is one button
// away.
const listed = 8

// Restore lets a person choose a backup and puts it in the place of the data.
func (s *Shell) Restore() {
	var st office.BackupState
	s.Quiet(func(ctx context.Context) (err error) {
		st, err = s.office.Backups(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.chooseBackup(st)
	})
}

func (s *Shell) chooseBackup(st office.BackupState) {
	var shut func()
	col := xwidget.Column(6, xwidget.Sized(460, 1, xwidget.Spacer()), xwidget.NewPara(st.Say))
	for i, b := range st.All {
		if i == listed {
			break
		}
		col.Add(xwidget.NewRule())
		col.Add(xwidget.Row(8, xwidget.NewText(office.BackupWords(b)), xwidget.Spacer(), xwidget.NewButton("Chọn", func() {
			shut()
			s.agreeToRestore(b.Path, "bản sao lúc "+office.BackupWords(b))
		}).Tiny()))
	}
	col.Add(xwidget.Row(8, xwidget.NewQuiet("Bản sao trong tệp khác…", func() {
		shut()
		s.pickPath([]string{".ankhai", ".db"}, func(path string) { s.agreeToRestore(path, "tệp "+path) })
	}), xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() })))
	shut = s.Dialog("Khôi phục dữ liệu", col)
}

func (s *Shell) agreeToRestore(path, words string) {
	s.Ask("Khôi phục dữ liệu", "Toàn bộ dữ liệu trở về như trong "+words+
		". Dữ liệu hiện tại được giữ ở bên cạnh. Điều đã gửi vẫn được nhớ, nên không nộp hai lần.", "Khôi phục", func() { s.putBack(path) })
}

// ErrNoReopen: this window cannot close its data folder and open it again.
var ErrNoReopen = errors.New("window cannot reopen its data folder")

// putBack closes the data folder, restores, and opens it again in this window,
// whatever came of it.
func (s *Shell) putBack(path string) {
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
		_, failed = office.Restore(ctx, s.home.Config, path)
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
	v := &rescue{runner: s.runner, reopen: s.home.Reopen, opened: func(o Office) { s.again(o) }}
	s.window.SetContent(v.content(r, func(ctx context.Context) error {
		_, err := r.RestoreNewest(ctx)
		return err
	}, func(ctx context.Context) error {
		_, err := r.Salvage(ctx)
		return err
	}))
}

// rescue is what is shown instead of the program when the data file is damaged.
type rescue struct {
	runner *task.Runner
	reopen func() (Office, error)
	opened func(Office)
	say    *xwidget.Text
}

// content shows what is damaged and the ways out.
func (v *rescue) content(r office.Rescue, restore, salvage func(context.Context) error) fyne.CanvasObject {
	col := xwidget.Column(12, xwidget.NewTitle("Tệp dữ liệu bị hỏng"))
	what := xwidget.Column(4)
	for _, w := range r.What {
		what.Add(xwidget.NewPara("• " + w))
	}
	col.Add(what)
	if r.Newest != nil {
		col.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewText("Bản sao tốt gần nhất: "+office.BackupWords(*r.Newest)).Strong(), xwidget.NewPara(r.Lacks),
			xwidget.Row(0, xwidget.NewStrong("Khôi phục bản sao này", func() { v.do("Đang khôi phục", restore) })))))
	} else {
		col.Add(xwidget.NewCard(xwidget.NewPara("Không có bản sao nào đọc được trong thư mục dữ liệu. Nếu có bản sao ở nơi khác, khôi phục bằng: bhxh backup restore TỆP")))
	}
	if r.Saves {
		col.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewText("Cứu những gì còn đọc được").Strong(),
			xwidget.NewPara("Chép từng bảng sang tệp mới và báo mất gì ở đâu. Có cả việc làm sau bản sao gần nhất, trừ phần hỏng."),
			xwidget.Row(0, xwidget.NewButton("Cứu dữ liệu", func() { v.do("Đang cứu dữ liệu", salvage) })))))
	}
	v.say = xwidget.NewPara("Cách nào cũng giữ tệp hỏng ở bên cạnh, không xoá gì.").In(look.Muted)
	col.Add(v.say)
	return xwidget.NewPanel(look.Page, xwidget.NewScroll(xwidget.Inset(look.PagePad, 20, look.PagePad, 20, col)))
}

// do takes one way out and opens the program when it led somewhere.
func (v *rescue) do(title string, way func(context.Context) error) {
	var next Office
	v.runner.Run(title, func(ctx context.Context, _ task.Report) (err error) {
		if err := way(ctx); err != nil {
			return err
		}
		next, err = v.reopen()
		return err
	}, func(err error) {
		if err != nil {
			v.say.Ink = look.Error
			v.say.Set(office.Say(err))
			return
		}
		v.opened(next)
	})
}
