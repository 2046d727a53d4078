package office

import (
	"time"

	"ankhai/storage"
)

// memory is what this program knows of a submission beyond the store.
type memory struct {
	claimed bool      // a run works on it
	kept    bool      // a person keeps it back
	tried   time.Time // the last moment at which an attempt of this program can have been on the wire
	denied  time.Time // when the gateway first said since then that it holds nothing; zero = not yet
	rest    time.Time // left alone until then, unless a person asks
	hold    time.Time // left alone until then, whoever asks: the quarantine
}

// of is the memory of a submission. The first time it is met, the pause that an
// earlier program began goes on.
func (b *outbox) of(q storage.Queued) *memory {
	m := b.known[q.ID]
	if m == nil {
		m = &memory{rest: time.Now().Add(left(q, b.o.now()))}
		b.known[q.ID] = m
	}
	return m
}

// left is what is left of a pause that an earlier program began. The clock on
// the wall may have been set meanwhile, by years, in either direction: a reading
// before the pause began counts for nothing, and no reading makes it longer than
// it was.
func left(q storage.Queued, wall time.Time) time.Duration {
	if q.Since.IsZero() || wall.Before(q.Since) {
		return 0
	}
	return min(max(q.Since.Add(q.Retry.Pause).Sub(wall), 0), q.Retry.Pause)
}

// claim takes a submission for the caller alone. If another run has it, freed is
// closed when that one lets it go; if it is not due yet, until says when it is, and is
// zero where a person keeps it back.
func (b *outbox) claim(q storage.Queued, person bool) (until time.Time, freed chan struct{}, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.of(q)
	if m.claimed {
		return time.Time{}, b.freed, false
	}
	if m.kept {
		return time.Time{}, nil, false
	}
	until = m.hold
	if !person && m.rest.After(until) {
		until = m.rest
	}
	if until.After(time.Now()) {
		return until, nil, false
	}
	m.claimed = true
	return time.Time{}, nil, true
}

// letGo ends claims, and tells whoever waits for them.
func (b *outbox) letGo(parcels []*parcel) {
	if len(parcels) == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range parcels {
		b.known[p.ID].claimed = false
		if reached(p.State) || p.State.Final() {
			delete(b.known, p.ID)
		}
	}
	close(b.freed)
	b.freed = make(chan struct{})
}

// tried notes that an attempt is, or was just now, on the wire: whatever the
// gateway said before proves nothing any more.
func (b *outbox) tried(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.known[id]
	m.tried, m.denied = time.Now(), time.Time{}
}

// denied notes that the gateway holds nothing now. It is a proof, and the answer
// is 0, if it had said so before and no attempt can be on its way any more;
// else the answer is how long to leave it alone before asking again.
func (b *outbox) denied(id string, quarantine time.Duration) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.known[id]
	last := m.tried
	if last.IsZero() {
		last = b.born
	}
	now := time.Now()
	wait := last.Add(quarantine).Sub(now)
	if m.denied.IsZero() {
		m.denied = now
		wait = max(wait, betweenAsks)
	}
	if wait > 0 {
		m.hold = now.Add(wait)
	}
	return max(wait, 0)
}

// betweenAsks is the least time between two questions that prove something.
const betweenAsks = 50 * time.Millisecond

// pause leaves a submission alone for a while.
func (b *outbox) pause(id string, d time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.known[id].rest = time.Now().Add(d)
}

// holdBack leaves a submission alone until no attempt of before can be on its
// way any more, whoever asks.
func (b *outbox) holdBack(q storage.Queued, quarantine time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.of(q)
	last := m.tried
	if last.IsZero() {
		last = b.born
	}
	m.rest, m.hold = time.Time{}, last.Add(quarantine)
}

func (b *outbox) dueAt(id string) time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.known[id]
	if m.rest.After(m.hold) {
		return m.rest
	}
	return m.hold
}

// nextTry is when a submission is tried next, by the clock on the wall; zero if
// it is due.
func (b *outbox) nextTry(q storage.Queued) time.Time {
	if q.State == storage.NghiVan {
		return time.Time{}
	}
	wall, wait := b.o.now(), time.Duration(0)
	b.mu.Lock()
	defer b.mu.Unlock()
	if m := b.known[q.ID]; m != nil {
		wait = max(time.Until(m.rest), time.Until(m.hold))
	} else {
		wait = left(q, wall)
	}
	if wait <= 0 {
		return time.Time{}
	}
	return wall.Add(wait)
}
