package office

import (
	"errors"
	"sync"
	"time"

	"ankhai/app/gateway"
)

// ErrResting: the gateway failed several times in a row and is left alone for a while.
var ErrResting = errors.New("gateway is left alone for a while")

// breaker keeps a gateway that does not answer from being tried with every
// dossier in turn: after tripping failures in a row it is left alone, then one
// dossier tries it, and the first sound answer opens the way for all.
type breaker struct {
	rest rest

	mu       sync.Mutex
	failures int       // in a row
	until    time.Time // on the monotonic clock; zero = the way is open
}

const tripping = 3

// heard takes what came of a call. A refusal is a sound answer.
func (l *breaker) heard(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !errors.Is(err, gateway.ErrDown) && !errors.Is(err, gateway.ErrUnclear) {
		l.failures, l.until = 0, time.Time{}
		return
	}
	l.failures++
	if l.failures >= tripping || gateway.RetryAfter(err) > 0 {
		l.until = time.Now().Add(l.rest.after(max(l.failures-tripping+1, 1), err))
	}
}

// allow is how many of n dossiers may try, and until when the others wait.
func (l *breaker) allow(n int) (int, time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.until.IsZero():
		return n, time.Time{}
	case time.Now().Before(l.until):
		return 0, l.until
	}
	l.until = time.Time{} // one more failure closes it again
	return min(n, 1), time.Time{}
}

// closedUntil is zero when the way is open for more.
func (l *breaker) closedUntil() time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.until
}

// lineTo is the breaker of an address.
func (b *outbox) lineTo(address string) *breaker {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.lines[address] == nil {
		b.lines[address] = &breaker{rest: b.rest}
	}
	return b.lines[address]
}

// forgive forgets what gateways did and ends every pause: a person wants them
// tried now. What is in quarantine stays there.
func (b *outbox) forgive() {
	b.mu.Lock()
	defer b.mu.Unlock()
	clear(b.lines)
	for _, m := range b.known {
		m.rest = time.Time{}
	}
}
