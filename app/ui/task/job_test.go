package task_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// watch is a window that remembers.
type watch struct {
	refused []string
	moved   int
	ended   []string
	held    func()
}

func (w *watch) Begun(j *task.Job)    { j.Employer = "0100109106" }
func (w *watch) Refused(words string) { w.refused = append(w.refused, words) }
func (w *watch) Moved()               { w.moved++ }
func (w *watch) Ended(j *task.Job, err error, then func()) {
	w.ended = append(w.ended, j.Say)
	if j.Behind() {
		w.held = then
		return
	}
	then()
}

// A work goes behind the window, can be brought back, and its end waits for the person;
// the desktop hears of it without a name.
func TestBehindTheWindow(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window)
	see := &watch{}
	var told []string
	r := &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: w.do, Watch: see, Notify: func(words string) { told = append(told, words) }}
	shown, finish, done := make(chan bool), make(chan bool), false
	r.Run("Đang đọc luong-Nguyễn-Thị-Ẩn.xlsx", func(_ context.Context, report task.Report) error {
		<-shown
		report(3, 10)
		<-finish
		return nil
	}, func(error) { done = true })
	top := func() any { return win.Canvas().Overlays().Top() }
	w.until(t, func() bool { return top() != nil })
	j := r.Jobs()[0]
	close(shown)
	w.until(t, func() bool { return j.Count() == "3 / 10" })
	uitest.Golden(t, "viec-dai", win.Canvas())
	uitest.Press(t, win.Canvas().Overlays().Top(), "Làm tiếp trong nền")
	if top() != nil {
		t.Fatal("the dialog stays over the window")
	}
	j.ComeBack()
	if top() == nil || j.Behind() {
		t.Error("it does not come back")
	}
	j.GoBehind()
	close(finish)
	w.until(t, func() bool { return see.held != nil })
	if done || len(r.Jobs()) != 0 {
		t.Error("what came of it is shown, and nobody asked")
	}
	see.held()
	if !done || !slices.Equal(told, []string{"Xong việc: đọc tệp"}) {
		t.Errorf("shown %v, told %q", done, told)
	}
}

// A work that was stopped in the background says so when it comes back.
func TestStoppedBehindTheWindow(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window)
	r := &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: w.do, Watch: &watch{}}
	finish, ended := make(chan bool), error(nil)
	r.Run("Đang sao lưu", func(ctx context.Context, _ task.Report) error {
		<-ctx.Done()
		<-finish
		return ctx.Err()
	}, func(err error) { ended = err })
	w.until(t, func() bool { return win.Canvas().Overlays().Top() != nil })
	j := r.Jobs()[0]
	j.GoBehind()
	j.Cancel()
	j.ComeBack()
	if words := uitest.Words(win.Canvas().Overlays().Top()); !slices.Contains(words, "Đang dừng; việc đã xong được giữ") || j.Count() != "đang dừng" {
		t.Errorf("says %q", words)
	}
	close(finish)
	w.until(t, func() bool { return ended != nil })
	if !task.Cancelled(ended) {
		t.Errorf("ended with %v", ended)
	}
}

// What may not run beside another work is refused in words and ends as if it was given
// up; what may, begins.
func TestWhatMayRunBeside(t *testing.T) {
	for _, c := range []struct {
		running, next string
		ok            bool
	}{
		{"Đang ký", "Đang ký: xác nhận trên điện thoại", false},
		{"Đang ký", "Đang lập hồ sơ", false},
		{"Đang ký", "Đang tìm chữ ký số", false},
		{"Đang lập hồ sơ", "Đang đọc luong.xlsx", false},
		{"Đang gửi những hồ sơ chờ", "Đang hỏi cổng", false},
		{"Đang sao lưu", "Đang sao lưu", false},
		{"Đang sao lưu", "Đang khôi phục", false},
		{"Đang lập báo cáo", "Đang xoá và ghi lại tệp dữ liệu", false},
		{"Đang khôi phục", "Đang lập báo cáo", false},
		{"Đang làm gì đó", "Đang lập báo cáo", false}, // nobody knows what it is
		{"Đang sao lưu", "Đang ký", true},
		{"Đang sao lưu", "Đang ghi 2.000 ô", true},
		{"Đang lập báo cáo", "Đang lập báo cáo", true},
		{"Đang lập hồ sơ", "Đang tạo bản in", true},
		{"Đang ghi 2.000 ô", "Đang lập hồ sơ", true},
	} {
		see := &watch{}
		r := &task.Runner{Watch: see}
		j, ok := r.Begin(c.running, func() {})
		if !ok {
			t.Fatalf("%s does not begin", c.running)
		}
		if _, ok := r.Begin(c.next, func() {}); ok != c.ok || (len(see.refused) == 1) == ok {
			t.Errorf("%s beside %s: %v, said %q", c.next, c.running, ok, see.refused)
		}
		j.End(nil, func() {})
		if _, ok := r.Begin("Đang khôi phục", func() {}); ok == c.ok { // the other one still runs
			t.Errorf("after %s the data is free: %v", c.running, ok)
		}
	}
	r := &task.Runner{Async: true, Watch: &watch{}}
	if _, ok := r.Begin("Đang sao lưu", func() {}); !ok {
		t.Fatal("it does not begin")
	}
	var ended error
	r.Run("Đang sao lưu", func(context.Context, task.Report) error { return errors.New("it ran") }, func(err error) { ended = err })
	if !task.Cancelled(ended) {
		t.Errorf("the refused work ended with %v", ended)
	}
}

// Works that need the whole data, and those that write into the grid that is seen, stay
// before the window.
func TestWhatStaysBeforeTheWindow(t *testing.T) {
	for title, behind := range map[string]bool{
		"Đang khôi phục": false, "Đang ghi 2.000 ô": false, "Đang đọc tệp Excel": false, "Đang làm gì đó": false,
		"Đang ghi báo cáo": true, "Đang ký": true, "Đang sao lưu": true, "Đang đọc luong.xlsx": true,
	} {
		j, _ := (&task.Runner{Watch: &watch{}}).Begin(title, func() {})
		if j.MayGoBehind() != behind {
			t.Errorf("%s may go behind: %v", title, j.MayGoBehind())
		}
	}
}

// A work is bound to its employer, but for one that takes the whole data.
func TestBoundToAnEmployer(t *testing.T) {
	ctx := context.Background()
	for title, bound := range map[string]bool{"Đang lập hồ sơ": true, "Đang ký": true, "Đang mở công ty mẫu": false} {
		j, _ := (&task.Runner{Watch: &watch{}}).Begin(title, func() {})
		if got := j.Bind(ctx) != ctx; got != bound {
			t.Errorf("%s is bound: %v", title, got)
		}
	}
}
