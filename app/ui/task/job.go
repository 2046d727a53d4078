package task

import (
	"context"
	"slices"
	"time"

	"ankhai/app/office"
)

// Watch is what a window does with works that go on behind it. All of it is called on
// the window's goroutine.
type Watch interface {
	// Begun: a work begins; where one stands now is where its end belongs.
	Begun(*Job)
	// Refused: a work may not run beside another one.
	Refused(words string)
	// Moved: a work went behind the window, came before it, or is further.
	Moved()
	// Ended: a work has ended; then shows what came of it.
	Ended(j *Job, err error, then func())
}

// Job is one work that runs. All of it is the window goroutine's.
type Job struct {
	Title string
	// Say names the kind of work and nobody's data: it may stand on the desktop.
	Say string
	// Employer is whose work it is, whoever is at hand meanwhile; "" for nobody's.
	Employer string

	r      *Runner
	kind   Kind
	began  time.Time
	cancel func()
	show   func() // its dialog
	hide   func()
	seen   bool // its dialog was there
	behind bool
	done   int
	total  int
	left   bool // cancelled
}

// Begin lets a work begin that has a dialog of its own; cancel stops it. ok is false
// where another work is in the way: the window has said so by then.
func (r *Runner) Begin(title string, cancel func()) (j *Job, ok bool) {
	kind, say, _ := kindOf(title)
	for _, other := range r.jobs {
		if !mayBeside(kind, other.kind) {
			if r.Watch != nil {
				r.Watch.Refused("Chưa bắt đầu được: " + other.Title + ". Đợi xong hoặc huỷ việc ấy rồi làm lại.")
			}
			return nil, false
		}
	}
	j = &Job{Title: title, Say: say, r: r, kind: kind, began: r.now(), cancel: cancel, show: func() {}, hide: func() {}}
	r.jobs = append(r.jobs, j)
	if r.Watch != nil {
		r.Watch.Begun(j)
	}
	return j, true
}

// Bind keeps a work with its employer. One that takes the whole data may take another
// employer at hand itself, and is left alone.
func (j *Job) Bind(ctx context.Context) context.Context {
	if j.kind == Alone {
		return ctx
	}
	return office.ForEmployer(ctx, j.Employer)
}

// Jobs are the works that run, the earliest first.
func (r *Runner) Jobs() []*Job { return slices.Clone(r.jobs) }

// Dialog tells how the work's dialog is shown and hidden.
func (j *Job) Dialog(show, hide func()) { j.show, j.hide, j.seen = show, hide, true }

// MayGoBehind reports whether the work can go on behind the window.
func (j *Job) MayGoBehind() bool { return j.r.Watch != nil && j.kind.behind() }

// Behind reports whether it does.
func (j *Job) Behind() bool { return j.behind }

// GoBehind hides the work's dialog; the work goes on, and the window can be used.
func (j *Job) GoBehind() {
	j.behind = true
	j.hide()
	j.moved()
}

// ComeBack shows its dialog again.
func (j *Job) ComeBack() {
	j.behind = false
	j.show()
	j.moved()
}

// Cancel stops it; it ends when it has come to a good point.
func (j *Job) Cancel() {
	j.left = true
	j.cancel()
	j.moved()
}

// Cancelled reports whether it was stopped.
func (j *Job) Cancelled() bool { return j.left }

// At tells how far it is.
func (j *Job) At(done, total int) {
	j.done, j.total = done, total
	j.moved()
}

// Count tells how far it is in words, and how long it may still take; "" where nobody
// knows.
func (j *Job) Count() string {
	switch {
	case j.left:
		return "đang dừng"
	case j.total <= 0:
		return ""
	}
	return Words(j.done, j.total, j.r.now().Sub(j.began))
}

// End ends it, and shows what came of it, at once or when the person asks for it.
func (j *Job) End(err error, then func()) {
	j.r.jobs = slices.DeleteFunc(j.r.jobs, func(x *Job) bool { return x == j })
	j.r.tell(j, err)
	if j.r.Watch == nil {
		then()
		return
	}
	j.r.Watch.Ended(j, err, then)
}

func (j *Job) moved() {
	if j.r.Watch != nil {
		j.r.Watch.Moved()
	}
}
