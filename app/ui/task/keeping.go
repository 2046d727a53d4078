package task

import (
	"context"
	"errors"
	"sync"

	"ankhai/app/office"
)

// writing is what is being kept, one work after the other. All of it may be touched from
// any goroutine; the works themselves run on theirs and the answers on the window's.
type writing struct {
	mu    sync.Mutex
	last  chan struct{} // closed once the last work that was asked for is done; nil: there was none
	ended []ending      // done, and nobody was told yet; in their order
}

// ending is the answer to a work that is done.
type ending struct {
	err  error
	tell func(error)
}

// before is closed once everything that was asked for so far is done.
func (w *writing) before() <-chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.tail()
}

// join queues a work behind the others; end closes own.
func (w *writing) join() (before <-chan struct{}, own chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	before, own = w.tail(), make(chan struct{})
	w.last = own
	return before, own
}

// tail is what the next work waits for; there is always one.
func (w *writing) tail() chan struct{} {
	if w.last == nil {
		w.last = make(chan struct{})
		close(w.last)
	}
	return w.last
}

func (w *writing) end(own chan struct{}, e ending) {
	w.mu.Lock()
	w.ended = append(w.ended, e)
	w.mu.Unlock()
	close(own)
}

// untold takes the answers that nobody has had yet.
func (w *writing) untold() []ending {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := w.ended
	w.ended = nil
	return out
}

// tell hands the answers out, in the window.
func (w *writing) tell() {
	for _, e := range w.untold() {
		e.tell(e.err)
	}
}

// Keep does a short work that keeps what a person did: off the window's goroutine, one
// after the other in the order in which they were asked for. tell comes in the window
// with the work's error. Whatever Run and Quiet are asked for afterwards begins when it
// is kept, so that nothing reads what stood there before.
func (r *Runner) Keep(work func(ctx context.Context) error, tell func(error)) {
	run := func() error { return office.Guard(func() error { return work(context.Background()) }) }
	if !r.Async {
		tell(run())
		return
	}
	before, own := r.writing.join()
	go func() { // Settle waits for it
		<-before
		r.writing.end(own, ending{run(), tell})
		r.do(r.writing.tell)
	}()
}

// Settle waits until all is kept, when the window has gone, and answers what could not
// be and nobody was told of.
func (r *Runner) Settle() error {
	<-r.writing.before()
	var errs []error
	for _, e := range r.writing.untold() {
		errs = append(errs, e.err)
	}
	return errors.Join(errs...)
}

// after does a work once what was asked to be kept before it is kept.
func after(before <-chan struct{}, work func(ctx context.Context) error) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		select {
		case <-before:
			return work(ctx)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
