// Package task runs long work off the window's goroutine and brings its end
// back. Beside the grid, which sorts many rows elsewhere, it is the only place under
// app/ui that starts a goroutine.
//
// It knows no use case. Work that touches neither the disk nor the network and is done
// within a few hundredths of a second is done in place and does not need it; what a
// person changed is kept in order, see Keep. In tests a Runner runs everything in line, so that no
// goroutine touches a widget behind a test's back. A panic in a task ends that
// task in words, and the window goes on.
package task

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
)

// Report tells how far a work is. total 0 means that nobody knows.
type Report func(done, total int)

// Runner runs work. Its zero value runs in line, as tests want it.
type Runner struct {
	Window fyne.Window
	Async  bool
	// Patience is how long a work may take before a dialog is shown.
	Patience time.Duration
	// Do brings a function to the window's goroutine; nil = fyne.Do.
	Do func(func())
	// Clock calls a function after a while; nil = time.AfterFunc.
	Clock func(time.Duration, func())
	// Now is for the time that a work takes; nil = time.Now.
	Now func() time.Time
	// Notify tells the system that a long work has ended behind another program's
	// window; nil: nobody is told.
	Notify func(words string)

	// Watch is the window that works go on behind; nil: they all stay before it.
	Watch Watch

	behind  atomic.Bool // the window is not in front
	writing writing
	jobs    []*Job // that run; the window goroutine's
}

// InFront says whether the window is in front.
func (r *Runner) InFront(yes bool) { r.behind.Store(!yes) }

func (r *Runner) now() time.Time {
	if r.Now != nil {
		return r.Now()
	}
	return time.Now()
}

func (r *Runner) do(f func()) {
	if r.Do != nil {
		r.Do(f)
		return
	}
	fyne.Do(f)
}

// Later does something on the window's goroutine, asked for by another one.
func (r *Runner) Later(f func()) { r.do(f) }

// New returns the runner of a real window.
func New(w fyne.Window) *Runner {
	return &Runner{Window: w, Async: true, Patience: 300 * time.Millisecond, Notify: func(words string) {
		fyne.CurrentApp().SendNotification(fyne.NewNotification("AnKhai", words))
	}}
}

// Run does work, shows a dialog with «Huỷ» when it takes long, and calls done
// on the window's goroutine with the work's error. A cancelled work ends with
// context.Canceled, and so does one that may not run beside another. The end of one
// that went behind the window is shown when the window sees fit.
func (r *Runner) Run(title string, work func(ctx context.Context, report Report) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	if !r.Async {
		err := office.Guard(func() error { return work(ctx, func(int, int) {}) })
		cancel()
		done(err)
		return
	}
	j, ok := r.Begin(title, cancel)
	if !ok {
		cancel()
		done(context.Canceled)
		return
	}
	ctx = j.Bind(ctx)
	p := &progress{r: r, job: j}
	timer := time.AfterFunc(r.Patience, func() { r.do(p.show) })
	kept := after(r.writing.before(), func(ctx context.Context) error { return work(ctx, p.report) })
	go func() {
		err := office.Guard(func() error { return kept(ctx) })
		timer.Stop()
		cancel()
		r.do(func() {
			p.close()
			r.writing.tell()
			j.End(err, func() { done(err) })
		})
	}()
}

// tell notifies of the end of a work that showed its dialog, where nobody sees it: behind
// another program's window, or behind our own.
func (r *Runner) tell(j *Job, err error) {
	if r.Notify == nil || !j.seen || !(j.behind || r.behind.Load()) || Cancelled(err) {
		return
	}
	words := "Xong việc: " + j.Say
	if err != nil {
		words = "Việc chưa xong, mở AnKhai để xem: " + j.Say
	}
	r.Notify(words)
}

// Quiet does work without a dialog: looking for news in the background.
func (r *Runner) Quiet(work func(ctx context.Context) error, done func(error)) {
	if !r.Async {
		done(office.Guard(func() error { return work(context.Background()) }))
		return
	}
	kept := after(r.writing.before(), work)
	go func() {
		err := office.Guard(func() error { return kept(context.Background()) })
		r.do(func() {
			r.writing.tell()
			done(err)
		})
	}()
}

// After does something on the window's goroutine after a while.
func (r *Runner) After(d time.Duration, f func()) {
	if r.Clock != nil {
		r.Clock(d, func() { r.do(f) })
		return
	}
	time.AfterFunc(d, func() { r.do(f) })
}

// Cancelled reports whether the person gave the work up.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }
