package office

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"ankhai/app/gateway"
	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// parcel is a submission on its way in one round.
type parcel struct {
	storage.Queued     // State moves with the store
	n              int // its place in the order of signing
	address        string
	named          bool            // the address is not just where the employer's dossiers go
	pkg            gateway.Package // what is sent, as it was signed
	soHoSo         string
	restored       bool // its data came from a backup
	err            error
	waits          bool // in quarantine: it has come to no end yet
}

// retry is what is kept of an attempt's end. A parcel that is queued keeps only
// an address that was named for it, so that it follows its employer to another
// gateway; one of unknown outcome keeps where it was handed to.
func (p *parcel) retry(to storage.State, failures int, pause time.Duration) *storage.Retry {
	r := &storage.Retry{Road: p.address, Failures: failures, Pause: pause}
	if to == storage.ChoGui && !p.named {
		r.Road = ""
	}
	return r
}

const (
	abreast   = 8        // sends at once over one road
	groupOf   = 32       // submissions in a transaction
	groupMost = 32 << 20 // bytes of packages in a transaction: two are in memory
)

// lane is the way of one round's parcels to one address.
type lane struct {
	b       *outbox
	line    *breaker
	parcels []*parcel
	road    *road
	scribe  *scribe
}

// run takes the parcels through, as many as the gateway's state allows.
func (l *lane) run(ctx context.Context, address string) {
	var err error
	if l.road, err = l.b.roadTo(ctx, address); err != nil {
		for _, p := range l.parcels {
			p.err = err
			l.b.pause(p.ID, l.b.rest.most)
		}
		return
	}
	l.scribe = newScribe(l.b)
	defer l.scribe.close()
	for todo := l.parcels; len(todo) > 0; {
		n, until := l.line.allow(len(todo))
		if n == 0 {
			l.putOff(todo, until, nil)
			return
		}
		l.take(ctx, todo[:n])
		todo = todo[n:]
	}
}

// take asks about the parcels that must not be sent before, then sends.
func (l *lane) take(ctx context.Context, parcels []*parcel) {
	restored, err := l.b.o.store.Restored(ctx)
	if err != nil {
		for _, p := range parcels {
			p.err = err
		}
		return
	}
	var ready []*parcel
	var uncertain []*parcel
	for _, p := range parcels {
		p.restored = !restored.IsZero()
		// After a restore an older copy may not know what has gone out since.
		if p.State == storage.ChoGui && p.Attempts == 0 && !p.restored {
			ready = append(ready, p)
			continue
		}
		uncertain = append(uncertain, p)
	}
	free := make([]bool, len(uncertain))
	l.each(len(uncertain), func(i int) { free[i] = l.ask(ctx, uncertain[i]) })
	l.scribe.flush()
	for i, p := range uncertain {
		if free[i] {
			ready = append(ready, p)
		}
	}
	slices.SortFunc(ready, func(x, y *parcel) int { return x.n - y.n })
	l.send(ctx, ready)
	l.scribe.flush()
}

// each does something n times, several at once.
func (l *lane) each(n int, do func(i int)) {
	turns := make(chan int)
	var all sync.WaitGroup
	for range min(abreast, n) {
		all.Go(func() {
			for i := range turns {
				do(i)
			}
		})
	}
	for i := range n {
		turns <- i
	}
	close(turns)
	all.Wait()
}

// ask finds out what the gateway holds of a parcel. free means that it may be
// sent: the gateway holds nothing, and nothing can be on its way.
func (l *lane) ask(ctx context.Context, p *parcel) (free bool) {
	if ctx.Err() != nil {
		p.err = ctx.Err()
		return false
	}
	failpoint.Hit("outbox.ask.before")
	rec, err := l.road.as(l.b.o, p.MaSoThue).Lookup(ctx, p.Key)
	failpoint.Hit("outbox.ask.answered")
	if !l.road.byHand {
		l.line.heard(err)
	}
	switch {
	case err == nil:
		l.scribe.put(judgeHeld(p, rec))
		return false
	case !errors.Is(err, gateway.ErrUnknownKey) && !errors.Is(err, gateway.ErrNoTracking):
		v := judgeSilent(p, err, l.b.rest)
		if errors.Is(err, gateway.ErrDown) {
			l.b.hangUp(p.address)
		}
		l.scribe.put(v)
		return false
	}
	switch p.State {
	case storage.ChoGui:
		return !l.carried(ctx, p)
	case storage.NghiVan:
		p.err = ErrDoubt
		return false
	}
	// DangGui: a "no" is a proof only where it was handed to, twice, and after
	// the quarantine.
	if l.road.byHand || errors.Is(err, gateway.ErrNoTracking) || (p.Retry.Road != "" && p.Retry.Road != p.address) {
		l.scribe.put(judgeUnaskable(p))
		return false
	}
	if l.b.denied(p.ID, l.road.quarantine) > 0 {
		p.waits = true
		return false
	}
	return !l.carried(ctx, p) && l.again(ctx, p)
}

// carried reports that a parcel must not be sent because of what is known of it
// from before a restore, unless a person has just decided to.
func (l *lane) carried(ctx context.Context, p *parcel) bool {
	if !p.restored || p.Said == resendSay {
		return false
	}
	before, err := l.b.o.store.ArrivedBefore(ctx, p.Key)
	if err != nil {
		p.err = err
		return true
	}
	if before.At.IsZero() {
		return false
	}
	l.scribe.put(judgeCarried(p, before))
	return true
}

// again queues what the gateway was proved not to hold.
func (l *lane) again(ctx context.Context, p *parcel) bool {
	failpoint.Hit("outbox.again.before")
	p.err = l.b.o.store.MoveAll(ctx, []storage.Move{{
		SubmissionID: p.ID, From: storage.DangGui, To: storage.ChoGui, Retry: p.retry(storage.ChoGui, p.Retry.Failures, 0),
		Note: "Cổng hai lần trả lời là không giữ hồ sơ này: gửi lại đúng tệp đã ký",
	}})
	if p.err != nil {
		return false
	}
	failpoint.Hit("outbox.again.kept")
	p.State = storage.ChoGui
	return true
}

// send commits the intents of the parcels in groups and sends them, several at
// once. It stops between groups when ctx ends or the gateway fails; whatever was
// not sent then stays queued.
func (l *lane) send(ctx context.Context, parcels []*parcel) {
	senders, group := abreast, groupOf
	if l.road.byHand { // an intent without an attempt would be a doubt
		senders, group = 1, 1
	}
	wire, stop := graceful(ctx)
	defer stop()
	groups := grouped(parcels, group, groupMost)
	packed, enough := l.packAhead(ctx, groups)
	defer enough()
	turns := make(chan *parcel, group-1) // while these are sent the next intents are committed
	var all sync.WaitGroup
	for range min(senders, len(parcels)) {
		all.Go(func() {
			for p := range turns {
				l.scribe.put(l.submit(ctx, wire, p))
			}
		})
	}
	for i := range groups {
		until := l.line.closedUntil()
		g, ok := []*parcel(nil), until.IsZero()
		if ok {
			g, ok = <-packed
		}
		if !ok { // the gateway fails, or ctx has ended
			enough()
			l.putOff(slices.Concat(groups[i:]...), until, ctx.Err())
			break
		}
		for _, p := range l.intend(ctx, g) {
			turns <- p
		}
	}
	close(turns)
	all.Wait()
}

// intend commits that parcels are handed to the wire, together, and returns those
// for which it did.
func (l *lane) intend(ctx context.Context, group []*parcel) (out []*parcel) {
	var moves [][]storage.Move
	for _, p := range group {
		if p.err != nil {
			l.b.pause(p.ID, l.b.rest.most)
			continue
		}
		moves = append(moves, []storage.Move{{
			SubmissionID: p.ID, From: storage.ChoGui, To: storage.DangGui, Note: "Bắt đầu gửi tới " + p.address,
			Retry: p.retry(storage.DangGui, p.Retry.Failures, 0),
		}})
		out = append(out, p)
	}
	failpoint.Hit("outbox.intent.before")
	errs := l.b.o.together(ctx, moves)
	failpoint.Hit("outbox.intent.kept")
	kept := out[:0]
	for i, p := range out {
		if p.err = errs[i]; p.err == nil {
			p.State = storage.DangGui
			kept = append(kept, p)
			continue
		}
		l.b.pause(p.ID, l.b.rest.after(1, nil))
	}
	return kept
}

// grouped cuts parcels into groups of at most n, and of at most so many bytes
// unless one alone has more.
func grouped(parcels []*parcel, n, most int) (out [][]*parcel) {
	size := 0
	for _, p := range parcels {
		last := len(out) - 1
		if last < 0 || len(out[last]) == n || size+p.Size > most {
			out, size = append(out, nil), 0
			last++
		}
		out[last] = append(out[last], p)
		size += p.Size
	}
	return out
}

// packAhead reads what is sent, a group while the one before is on its way. The
// channel ends early with ctx. enough stops it, and returns when it has ended.
func (l *lane) packAhead(ctx context.Context, groups [][]*parcel) (packed <-chan []*parcel, enough func()) {
	ctx, cancel := context.WithCancel(ctx)
	out := make(chan []*parcel)
	go func() { // enough waits for it
		defer close(out)
		ivan := map[string]string{}
		for _, g := range groups {
			l.pack(ctx, g, ivan)
			select {
			case out <- g:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, func() {
		cancel()
		for range out {
		}
	}
}

// pack reads what is sent. A parcel whose bytes are not what was signed gets its
// error and stays.
func (l *lane) pack(ctx context.Context, group []*parcel, ivan map[string]string) {
	ids := make([]string, len(group))
	for i, p := range group {
		ids[i] = p.ID
	}
	signed, err := l.b.o.store.Travelling(ctx, ids)
	for _, p := range group {
		if err != nil && len(group) > 1 {
			l.pack(ctx, []*parcel{p}, ivan)
			continue
		}
		p.err = err
		if _, known := ivan[p.MaSoThue]; p.err == nil && !known {
			var v IVAN
			v, p.err = l.b.o.ivanOf(ctx, p.MaSoThue)
			ivan[p.MaSoThue] = v.Ma
		}
		if p.err == nil {
			p.pkg, p.err = gateway.PackageOf(p.Key, ivan[p.MaSoThue], cmp.Or(p.File, gateway.EnvelopeName), signed[p.ID])
		}
	}
}

// submit sends the frozen bytes once. An unclear answer is followed by one
// question: if the gateway holds the dossier, all is well.
func (l *lane) submit(ctx, wire context.Context, p *parcel) verdict {
	if ctx.Err() != nil {
		return judgeUnsent(p, ctx.Err())
	}
	if until := l.line.closedUntil(); !until.IsZero() {
		v := judgeUnsent(p, ErrResting)
		v.pause = time.Until(until)
		return v
	}
	l.b.tried(p.ID)
	failpoint.Hit("outbox.wire.before")
	road := l.road.as(l.b.o, p.MaSoThue)
	rec, err := road.Submit(wire, p.pkg)
	failpoint.Hit("outbox.wire.answered")
	l.b.tried(p.ID)
	p.pkg = gateway.Package{}
	l.line.heard(err)
	if errors.Is(err, gateway.ErrDown) {
		l.b.hangUp(p.address)
	}
	v := judge(p, rec, err, l.b.rest)
	if !errors.Is(err, gateway.ErrUnclear) {
		return v
	}
	switch rec, err := road.Lookup(wire, p.Key); {
	case err == nil:
		v = v.then(judgeHeld(p, rec))
	case errors.Is(err, gateway.ErrUnknownKey):
		l.b.denied(p.ID, l.road.quarantine)
	}
	return v
}

// putOff leaves parcels for later, as they stand: because the program ends, or
// until the gateway is tried again.
func (l *lane) putOff(parcels []*parcel, until time.Time, ended error) {
	for _, p := range parcels {
		p.pkg = gateway.Package{}
		if p.err = ended; ended == nil {
			p.err = ErrResting
			l.b.pause(p.ID, time.Until(until))
		}
	}
}

// together makes the moves of several submissions in one transaction. Where one
// of them does not stand where it was thought to, each is made alone.
func (o *Office) together(ctx context.Context, moves [][]storage.Move) []error {
	errs := make([]error, len(moves))
	if len(moves) == 0 {
		return errs
	}
	err := o.store.MoveAll(ctx, slices.Concat(moves...))
	for i := range moves {
		if errs[i] = err; errors.Is(err, storage.ErrMoved) && len(moves) > 1 {
			errs[i] = o.store.MoveAll(ctx, moves[i])
		}
	}
	return errs
}

// graceful is a context that outlives ctx a little: an answer that is on its way
// is worth more than a quick end.
func graceful(ctx context.Context) (context.Context, context.CancelFunc) {
	const grace = 3 * time.Second
	out, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	return out, func() {
		stop()
		cancel()
	}
}
