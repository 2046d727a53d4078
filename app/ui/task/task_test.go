package task_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
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

// Counts come at most twenty times a second, the last one always; then how long it may
// still take.
func TestProgress(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window, 300)
	var now atomic.Int64
	r := &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: w.do, Now: func() time.Time { return time.Unix(0, now.Load()) }}
	shown, ended := make(chan bool), false
	r.Run("Đang ký", func(_ context.Context, report task.Report) error {
		<-shown
		for i := range 201 {
			now.Add(int64(20 * time.Millisecond))
			report(i, 200)
		}
		return nil
	}, func(error) { ended = true })
	w.until(t, func() bool { return win.Canvas().Overlays().Top() != nil })
	top := win.Canvas().Overlays().Top()
	close(shown)
	var said []string
	for !ended {
		select {
		case f := <-w:
			f()
			if words := uitest.Words(top); len(words) > 1 && (len(said) == 0 || said[len(said)-1] != words[1]) {
				said = append(said, words[1])
			}
		case <-time.After(5 * time.Second):
			t.Fatal("it does not end")
		}
	}
	if len(said) < 50 || len(said) > 90 { // four seconds
		t.Errorf("%d counts were shown", len(said))
	}
	if last := said[len(said)-1]; last != "200 / 200" {
		t.Errorf("the last count is %q", last)
	}
	if !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, " / 200 · còn khoảng ") }) {
		t.Errorf("nothing says how long it takes: %q", said)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		done, total int
		passed      time.Duration
		want        string
	}{
		{0, 200, time.Minute, "0 / 200"},
		{3, 10_000, time.Second, "3 / 10.000"},
		{100, 200, 3 * time.Second, "100 / 200 · còn khoảng vài giây"},
		{50, 200, 10 * time.Second, "50 / 200 · còn khoảng 30 giây"},
		{50, 200, time.Minute, "50 / 200 · còn khoảng 3 phút"},
		{1, 200, time.Minute, "1 / 200 · còn khoảng 3 giờ 19 phút"},
		{200, 200, time.Minute, "200 / 200"},
	} {
		if got := task.Words(c.done, c.total, c.passed); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// The system tells of the end of a long work only behind another window, and never of
// one that the person gave up.
func TestNotification(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window)
	var told []string
	r := &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: w.do, Notify: func(words string) { told = append(told, words) }}
	run := func(result error) {
		t.Helper()
		ended, finish := false, make(chan bool)
		r.Run("Đang sao lưu", func(context.Context, task.Report) error { <-finish; return result }, func(error) { ended = true })
		w.until(t, func() bool { return win.Canvas().Overlays().Top() != nil })
		close(finish)
		w.until(t, func() bool { return ended })
	}
	run(nil)
	r.InFront(false)
	run(nil)
	run(errors.New("disk"))
	run(context.Canceled)
	r.InFront(true)
	run(nil)
	if want := []string{"Xong việc: sao lưu", "Việc chưa xong, mở AnKhai để xem: sao lưu"}; !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
}
