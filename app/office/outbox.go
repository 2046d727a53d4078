package office

import (
	"context"
	"sync"
	"time"

	"ankhai/storage"
)

// outbox brings what is queued to its gateways, each submission exactly once.
//
// What must survive is in the store: where each submission stands, what was said,
// how often it failed. What is here is gone with the program, and every decision
// is safe without it: when an attempt was last on the wire, what the gateway
// denied, whom to leave alone for a while. Times here are of the monotonic clock;
// the clock on the wall is written into events and decides nothing.
//
// The rules, each proved by a test that kills the program:
//
//   - the intent is committed before the wire is touched;
//   - an answer that is not clear leaves the dossier DangGui;
//   - what is DangGui is asked about, left alone for a quarantine, and asked
//     about again, before the same bytes are sent again;
//   - where nobody can be asked, a person decides;
//   - one program works in a data folder (storage.Lock), one run at a time works
//     on a submission (claim), and a state moves by compare-and-set only.
type outbox struct {
	o    *Office
	born time.Time // no attempt of an earlier program began after it
	rest rest
	bell chan struct{} // rung when something was queued

	mu     sync.Mutex
	known  map[string]*memory  // by submission
	lines  map[string]*breaker // by address
	roads  map[string]*road    // by address
	freed  chan struct{}       // closed, and made anew, when submissions are let go
	caught bool                // the roster has followed what an earlier program sent
	worker *worker
}

func newOutbox(o *Office) *outbox {
	return &outbox{
		o: o, born: time.Now(), rest: rest{first: time.Second, most: 10 * time.Minute}, bell: make(chan struct{}, 1),
		known: map[string]*memory{}, lines: map[string]*breaker{}, roads: map[string]*road{}, freed: make(chan struct{}),
	}
}

// errand is what a run of the outbox is asked to do.
type errand struct {
	address string // "" = each submission's own road
	only    string // a dossier; "" = all
	person  bool   // somebody asked for it: pauses do not count
}

// work runs rounds until everything of the errand has come to an end for now:
// what has to be left alone for a while is waited for.
func (b *outbox) work(ctx context.Context, e errand) (out []Sent, err error) {
	if e.person {
		b.forgive()
	}
	ended := map[string]bool{}
	for {
		r, err := b.round(ctx, e, ended)
		for _, s := range r.ended {
			ended[s.DossierID] = true
			out = append(out, s)
		}
		if err != nil || !r.waits {
			return out, err
		}
		if err := sleep(ctx, r.next, r.freed, nil); err != nil {
			return out, err
		}
	}
}

// round is what one look at the outbox came to.
type round struct {
	ended []Sent        // in the order of signing
	waits bool          // some are to be taken up again
	next  time.Time     // the first of them; zero = none by itself
	freed chan struct{} // closed when another run lets some of them go; nil = none has any
}

func (r *round) wait(until time.Time) {
	r.waits = true
	if r.next.IsZero() || until.Before(r.next) {
		r.next = until
	}
}

// round takes up everything that is due, each submission once, in the order of
// signing, and each address beside the others. Dossiers in ended are passed over.
func (b *outbox) round(ctx context.Context, e errand, ended map[string]bool) (r round, err error) {
	if err := b.catchUp(ctx); err != nil {
		return r, err
	}
	queued, err := b.o.store.Outbox(ctx)
	if err != nil {
		return r, err
	}
	restored, err := b.o.store.Restored(ctx)
	if err != nil {
		return r, err
	}
	held, err := b.o.held(ctx)
	if err != nil {
		return r, err
	}
	lanes, addresses := map[string]*lane{}, addressBook{o: b.o, own: map[string]string{}}
	var parcels []*parcel
	for _, q := range queued {
		switch {
		case ended[q.DossierID], e.only != "" && q.DossierID != e.only:
			continue
		case q.State == storage.NghiVan && !e.person: // a person decides
			continue
		}
		if !restored.IsZero() {
			s, err := b.o.proven(ctx, q)
			if err != nil {
				return r, err
			}
			if s != nil {
				r.ended = append(r.ended, *s)
				continue
			}
		}
		if q.State == storage.ChoGui && held[q.DossierID] { // a person lets it go
			continue
		}
		if until, freed, ok := b.claim(q, e.person); freed != nil {
			r.waits, r.freed = true, freed
			continue
		} else if !ok {
			if !until.IsZero() {
				r.wait(until)
			}
			continue
		}
		p := &parcel{Queued: q, n: len(parcels)}
		if e.person {
			p.Retry.Failures = 0
		}
		parcels = append(parcels, p)
		address, own, err := addresses.of(ctx, q.MaSoThue, e.address, q.Retry.Road)
		if err != nil {
			p.err = err
			b.pause(p.ID, b.rest.most)
			continue
		}
		p.address, p.named = address, address != own
		if lanes[address] == nil {
			lanes[address] = &lane{b: b, line: b.lineTo(address)}
		}
		lanes[address].parcels = append(lanes[address].parcels, p)
	}
	var running sync.WaitGroup
	for address, l := range lanes {
		running.Go(func() { l.run(ctx, address) })
	}
	running.Wait()
	defer b.letGo(parcels)
	for _, p := range parcels {
		if p.waits {
			r.wait(b.dueAt(p.ID))
			continue
		}
		if !e.person && (p.State == storage.ChoGui || p.State == storage.DangGui) {
			r.wait(b.dueAt(p.ID))
		}
		if reached(p.State) {
			if err := b.o.follow(context.WithoutCancel(ctx), p.DossierID); err != nil {
				return r, err
			}
		}
		r.ended = append(r.ended, Sent{DossierID: p.DossierID, State: p.State, SoHoSo: p.soHoSo, Err: p.err})
	}
	return r, ctx.Err()
}

// catchUp brings the roster after what an earlier program sent and could not
// follow any more.
func (b *outbox) catchUp(ctx context.Context) error {
	b.mu.Lock()
	done := b.caught
	b.caught = true
	b.mu.Unlock()
	if done {
		return nil
	}
	sent, err := b.o.store.InState(ctx, storage.DaGui)
	for _, id := range sent {
		if err == nil {
			err = b.o.follow(ctx, id)
		}
	}
	return err
}

// close lets the connections go; nobody works any more.
func (b *outbox) close() {
	b.stop()
	b.mu.Lock()
	defer b.mu.Unlock()
	for address, r := range b.roads {
		r.hangUp()
		delete(b.roads, address)
	}
}

// sleep waits until then, or until one of two things happens; a zero time and a
// nil channel never come.
func sleep(ctx context.Context, then time.Time, this, that <-chan struct{}) error {
	var alarm <-chan time.Time
	if !then.IsZero() {
		t := time.NewTimer(time.Until(then))
		defer t.Stop()
		alarm = t.C
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-alarm:
	case <-this:
	case <-that:
	}
	return nil
}
