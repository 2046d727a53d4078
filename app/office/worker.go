package office

import (
	"context"
	"time"

	"ankhai/storage"
)

// OutboxNews is how the outbox stands, for whoever watches it work.
type OutboxNews struct {
	Waiting int       // queued, or of unknown outcome
	Doubts  int       // a person has to decide
	Busy    bool      // something is on its way now
	Next    time.Time // when it goes on by itself, by the clock on the wall; zero = nothing waits for a time
	Ended   []Sent    // what has just come to an end for now
	Err     error     // of the store: the outbox goes on later
}

// worker is the background run of the outbox. Its goroutine belongs to
// StartOutbox and ends with StopOutbox.
type worker struct {
	cancel context.CancelFunc
	done   chan struct{}
}

// StartOutbox lets the outbox work by itself until StopOutbox or Close: at once,
// whenever something is queued, and when a pause is over. watch is told of every
// turn, on the worker's goroutine; it may be nil. There is one worker in a data
// folder: the folder's lock keeps other programs out, and a second start here
// changes nothing.
func (o *Office) StartOutbox(watch func(OutboxNews)) { o.outbox.start(watch) }

// StopOutbox ends the background run: nothing more is begun, and an answer that
// is on its way is waited for, for three seconds.
func (o *Office) StopOutbox() { o.outbox.stop() }

func (b *outbox) start(watch func(OutboxNews)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.worker != nil {
		return
	}
	if watch == nil {
		watch = func(OutboxNews) {}
	}
	ctx, cancel := context.WithCancel(context.Background())
	w := &worker{cancel: cancel, done: make(chan struct{})}
	b.worker = w
	go func() { // stop waits for it
		defer close(w.done)
		for ctx.Err() == nil {
			b.turn(ctx, watch)
		}
	}()
}

func (b *outbox) stop() {
	b.mu.Lock()
	w := b.worker
	b.worker = nil
	b.mu.Unlock()
	if w != nil {
		w.cancel()
		<-w.done
	}
}

// nudge tells the worker that something was queued.
func (b *outbox) nudge() {
	select {
	case b.bell <- struct{}{}:
	default: // it has been told already
	}
}

// turn is one round and the rest after it.
func (b *outbox) turn(ctx context.Context, watch func(OutboxNews)) {
	const least = 20 * time.Millisecond // between two looks at the store
	if news := b.news(ctx); news.Waiting > 0 {
		news.Busy = true
		watch(news)
	}
	r, err := b.round(ctx, errand{}, nil)
	if ctx.Err() != nil {
		return
	}
	news := b.news(ctx)
	news.Ended = r.ended
	next := r.next
	if err != nil {
		news.Err = err
		next = time.Now().Add(b.rest.after(5, nil))
	}
	if !next.IsZero() {
		next = later(next, time.Now().Add(least))
		news.Next = b.o.now().Add(time.Until(next))
	}
	watch(news)
	_ = sleep(ctx, next, b.bell, r.freed) // the loop looks at ctx
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// news counts what is in the outbox.
func (b *outbox) news(ctx context.Context) (n OutboxNews) {
	queued, err := b.o.store.Outbox(ctx)
	n.Err = err
	for _, q := range queued {
		if q.State == storage.NghiVan {
			n.Doubts++
		} else {
			n.Waiting++
		}
	}
	return n
}
