package ui

import (
	"context"
	"strings"
	"time"

	"ankhai/app/ui/xwidget"
)

// longestLeave is how long closing waits for what is being kept: a disk that hangs must
// not keep the window open.
const longestLeave = 10 * time.Second

// quit closes the window, and with it the program. Where works run it asks, stops them
// and waits for each to come to a good point; asked a second time it waits no longer:
// nothing is lost by that, as by a power cut.
func (s *Shell) quit() {
	switch jobs := s.runner.Jobs(); {
	case len(jobs) == 0 || s.leaving:
		s.leave(s.window.Close)
	case s.cover != nil: // whoever is here need not be who began the work
		s.cover.fault.Set("Còn việc đang chạy. Mở khoá rồi đóng, hoặc đợi việc xong.")
	default:
		s.askToLeave()
	}
}

func (s *Shell) askToLeave() {
	var running []string
	for _, j := range s.runner.Jobs() {
		running = append(running, j.Title)
	}
	var shut func()
	stay := xwidget.NewStrong("Để chạy tiếp", func() { shut() })
	leave := xwidget.NewButton("Dừng việc và đóng", func() {
		shut()
		s.leaving = true
		s.Say("Đang dừng các việc để đóng. Bấm đóng lần nữa thì đóng ngay", false)
		for _, j := range s.runner.Jobs() {
			j.Cancel()
		}
		s.left()
	})
	shut = s.Dialog("Còn việc đang chạy", xwidget.Column(14, xwidget.Sized(460, 1, xwidget.Spacer()),
		xwidget.NewPara(strings.Join(running, "; ")).Strong(),
		xwidget.NewPara("Đóng bây giờ thì các việc này dừng lại ở chỗ an toàn; phần đã xong được giữ, phần chưa xong làm lại được."),
		xwidget.Row(8, xwidget.Spacer(), leave, stay)))
	s.Focus(stay)
}

// left closes the window once the last work has ended, where that was asked for.
func (s *Shell) left() {
	if s.leaving && len(s.runner.Jobs()) == 0 {
		s.leave(s.window.Close)
	}
}

// leave ends the window once all that was typed is kept, into cells and into dialogs.
// Where that failed it stays, and tells; whoever closes it again means it.
func (s *Shell) leave(end func()) {
	before, left := s.fails, false
	out := func() {
		if !left && s.fails == before {
			left = true
			end()
		}
	}
	s.typed.Flush(func() {
		s.Quiet(func(context.Context) error { return nil }, func(error) { out() })
	})
	if !left {
		s.After(longestLeave, out)
	}
}
