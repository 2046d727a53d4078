package sandbox

import (
	"fmt"
	"sync"
	"time"
)

// misses counts questions after people that found nobody, so that nobody can be
// guessed: at most mostMisses in missWindow.
type misses struct {
	mu sync.Mutex
	at []time.Time
}

const (
	mostMisses = 60
	missWindow = time.Minute
)

func (m *misses) add(now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.at = append(m.at, now)
	if len(m.at) > mostMisses {
		m.at = m.at[len(m.at)-mostMisses:]
	}
}

// wait is how long no question is answered; 0 if one is.
func (m *misses) wait(now time.Time) time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.at) < mostMisses {
		return 0
	}
	return max(0, m.at[0].Add(missWindow).Sub(now))
}

// retrySeconds is a Retry-After.
func retrySeconds(d time.Duration) string {
	return fmt.Sprint(int64((d + time.Second - 1) / time.Second))
}
