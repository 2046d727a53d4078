package task_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// In line: the end comes before Run returns, with the work's own error.
func TestInline(t *testing.T) {
	want := errors.New("disk")
	var got error
	(&task.Runner{}).Run("Đang làm", func(_ context.Context, report task.Report) error { report(1, 2); return want }, func(err error) { got = err })
	if got != want {
		t.Errorf("got %v", got)
	}
}

// window is the window's goroutine, played by the test's own.
type window chan func()

func (w window) do(f func()) { w <- f }

// until runs what comes to the window until ok holds.
func (w window) until(t *testing.T, ok func() bool) {
	t.Helper()
	late := time.After(5 * time.Second)
	for !ok() {
		select {
		case f := <-w:
			f()
		case <-late:
			t.Fatal("nothing comes to the window")
		}
	}
}

// Long work shows a dialog; «Huỷ» ends its context, and the dialog goes away.
func TestCancel(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window)
	r := &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: w.do}
	var ended error
	r.Run("Đang đọc", func(ctx context.Context, report task.Report) error {
		report(1, 100)
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { ended = err })
	w.until(t, func() bool { return win.Canvas().Overlays().Top() != nil })
	uitest.Press(t, win.Canvas().Overlays().Top(), "Huỷ")
	w.until(t, func() bool { return ended != nil })
	if !task.Cancelled(ended) {
		t.Errorf("ended with %v", ended)
	}
	if win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}

// Short work never shows a dialog.
func TestShortWorkIsQuiet(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window)
	r := &task.Runner{Window: win, Async: true, Patience: time.Minute, Do: w.do}
	ended := 0
	done := func(err error) {
		ended++
		if err != nil {
			t.Error(err)
		}
	}
	r.Run("Đang làm", func(context.Context, task.Report) error { return nil }, done)
	r.Quiet(func(context.Context) error { return nil }, done)
	w.until(t, func() bool { return ended == 2 })
	if win.Canvas().Overlays().Top() != nil {
		t.Error("a dialog was shown")
	}
}

// A fault of the program in a task ends that task in words; the window goes on.
func TestPanicInATask(t *testing.T) {
	for _, async := range []bool{false, true} {
		got := make(chan error, 1)
		r := &task.Runner{Async: async, Patience: time.Hour, Do: func(f func()) { f() }}
		r.Quiet(func(context.Context) error { panic("Đặng Thị Ẩn") }, func(err error) { got <- err })
		err := <-got
		var crash *office.Crash
		if !errors.As(err, &crash) || strings.Contains(err.Error(), "Đặng") {
			t.Errorf("async %v: got %v", async, err)
		}
	}
}
