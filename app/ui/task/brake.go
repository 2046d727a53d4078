package task

import (
	"context"
	"sync"
)

// Brake stops a work at once from the window, whether the work has begun or not. The zero
// value is one that nobody has pulled.
type Brake struct {
	mu     sync.Mutex
	pulled bool
	stop   context.CancelFunc
}

// Pull stops the work.
func (b *Brake) Pull() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pulled = true
	if b.stop != nil {
		b.stop()
	}
}

// On gives the work a context that ends when the brake is pulled, or was; end frees it.
func (b *Brake) On(ctx context.Context) (braked context.Context, end context.CancelFunc) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ctx, b.stop = context.WithCancel(ctx)
	if b.pulled {
		b.stop()
	}
	return ctx, b.stop
}
