// Package task runs long work off the window's goroutine and brings its end
// back. It is the only place under app/ui that starts a goroutine.
//
// It knows no use case. Work shorter than about half a second is done in place
// and does not need it. In tests a Runner runs everything in line, so that no
// goroutine touches a widget behind a test's back.
package task

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget"
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
	return &Runner{Window: w, Async: true, Patience: 300 * time.Millisecond}
}

// Run does work, shows a dialog with «Huỷ» when it takes long, and calls done
// on the window's goroutine with the work's error. A cancelled work ends with
// context.Canceled.
func (r *Runner) Run(title string, work func(ctx context.Context, report Report) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	if !r.Async {
		err := work(ctx, func(int, int) {})
		cancel()
		done(err)
		return
	}
	p := &progress{r: r, title: title, cancel: cancel}
	timer := time.AfterFunc(r.Patience, func() { r.do(p.show) })
	go func() {
		err := work(ctx, p.report)
		timer.Stop()
		cancel()
		r.do(func() {
			p.close()
			done(err)
		})
	}()
}

// Quiet does work without a dialog: looking for news in the background.
func (r *Runner) Quiet(work func(ctx context.Context) error, done func(error)) {
	if !r.Async {
		done(work(context.Background()))
		return
	}
	go func() {
		err := work(context.Background())
		r.do(func() { done(err) })
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

// progress is the dialog. All fields but last are the window goroutine's.
type progress struct {
	r      *Runner
	title  string
	cancel context.CancelFunc
	dialog *widget.PopUp
	bar    *widget.ProgressBar
	busy   *widget.ProgressBarInfinite
	closed bool

	mu   sync.Mutex
	last time.Time
}

func (p *progress) show() {
	if p.closed {
		return
	}
	p.bar, p.busy = widget.NewProgressBar(), widget.NewProgressBarInfinite()
	p.bar.Hide()
	stop := xwidget.NewButton("Huỷ", nil)
	stop.OnTapped = func() {
		stop.Disable()
		p.cancel()
	}
	body := xwidget.Column(12, xwidget.NewText(p.title).Sized(16).Strong(), xwidget.Sized(360, 0, p.busy), p.bar, xwidget.Row(0, xwidget.Spacer(), stop))
	p.dialog = widget.NewModalPopUp(xwidget.Inset(18, 14, 18, 16, body), p.r.Window.Canvas())
	p.dialog.Show()
}

func (p *progress) close() {
	p.closed = true
	if p.dialog != nil {
		p.busy.Stop()
		p.dialog.Hide()
	}
}

// report comes from the work's goroutine, at most twenty times a second.
func (p *progress) report(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if total <= 0 || (time.Since(p.last) < 50*time.Millisecond && done < total) {
		return
	}
	p.last = time.Now()
	p.r.do(func() {
		if p.dialog == nil || p.closed {
			return
		}
		p.busy.Hide()
		p.bar.Show()
		p.bar.SetValue(float64(done) / float64(total))
	})
}
