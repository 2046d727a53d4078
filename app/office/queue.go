package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// Queue puts a signed dossier into the outbox. A dossier that is already
// queued, sent or further stays as it is: queueing twice sends once.
func (o *Office) Queue(ctx context.Context, id string) error {
	defer o.outbox.nudge()
	return o.queue(ctx, id, "")
}

func (o *Office) queue(ctx context.Context, id, address string) error {
	ctx = o.acting(ctx)
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	if err := o.refuseHandIn(ctx, sub, address); err != nil {
		return err
	}
	if err := o.refuseProven(ctx, proving{sub.ID, sub.DossierID, sub.Key, sub.State}); err != nil {
		return fmt.Errorf("queue dossier %s: %w", storage.Ref(id), err)
	}
	if sub.State != storage.DaKy {
		return nil
	}
	failpoint.Hit("outbox.queue.before")
	if err := o.store.Move(ctx, sub.ID, storage.DaKy, storage.ChoGui, "Đưa vào hộp gửi", nil); err != nil {
		return err
	}
	failpoint.Hit("outbox.queue.kept")
	return nil
}

// Sent is what became of one submission in a run of the outbox.
type Sent struct {
	DossierID string
	State     storage.State
	SoHoSo    string
	Err       error // why it is not yet, or never will be, with the gateway; nil when it is
}

// Send queues a dossier and brings it to its gateway, waiting as long as an
// unclear outcome asks for. address "" takes the road it went before, else the
// gateway remembered for the employer, or practice for the sample company. A
// person asked for it, so what was to be tried later is tried now.
func (o *Office) Send(ctx context.Context, id, address string) (Sent, error) {
	if err := o.queue(ctx, id, address); err != nil { // the worker is not told: it is sent here
		return Sent{}, err
	}
	if err := o.release(ctx, id); err != nil { // who sends this very one keeps it back no longer
		return Sent{}, err
	}
	all, err := o.outbox.work(ctx, errand{address: address, only: id, person: true})
	switch {
	case len(all) > 0:
		return all[0], errors.Join(all[0].Err, err)
	case err != nil:
		return Sent{}, err
	}
	// nothing was left to send: it had gone before
	sub, err := o.store.SubmissionOf(ctx, id)
	if err != nil {
		return Sent{}, err
	}
	if reached(sub.State) {
		err = o.follow(ctx, sub.DossierID)
	}
	return Sent{DossierID: id, State: sub.State, SoHoSo: sub.SoHoSo}, err
}

// RunOutbox tries everything that waits, now: what is of unknown outcome is
// asked about first, what is queued is sent. It waits out the quarantine of what
// is unclear. Each submission's own trouble is in its Sent; the error is of the
// store, or of ctx.
func (o *Office) RunOutbox(ctx context.Context, address string) ([]Sent, error) {
	return o.outbox.work(ctx, errand{address: address, person: true})
}

// reached reports whether the gateway holds the dossier.
func reached(s storage.State) bool {
	switch s {
	case storage.DaGui, storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua:
		return true
	}
	return false
}

// Waits is a dossier in the outbox.
type Waits struct {
	ID        string        `json:"id"`
	State     storage.State `json:"state"`
	StateName string        `json:"stateName"`
	Doubt     bool          `json:"doubt"`    // a person has to decide
	Held      bool          `json:"held"`     // a person keeps it back
	Attempts  int           `json:"attempts"` // how often it was handed to the wire
	Failures  int           `json:"failures"` // in a row
	NextTry   time.Time     `json:"nextTry"`  // by the clock on the wall; zero = with the next run
	Said      string        `json:"said"`     // what happened last, in the gateway's words where it had any
	SaidAt    time.Time     `json:"saidAt"`
}

// Waiting lists what is in the outbox, oldest first.
func (o *Office) Waiting(ctx context.Context) ([]Waits, error) {
	queued, err := o.store.Outbox(ctx)
	if err != nil {
		return []Waits{}, err
	}
	held, err := o.held(ctx)
	out := make([]Waits, 0, len(queued))
	for _, q := range queued {
		out = append(out, Waits{
			Held: q.State == storage.ChoGui && held[q.DossierID],
			ID:   q.DossierID, State: q.State, StateName: q.State.Say(), Doubt: q.State == storage.NghiVan, Attempts: q.Attempts,
			Failures: q.Retry.Failures, NextTry: o.outbox.nextTry(q), Said: q.Said, SaidAt: q.SaidAt,
		})
	}
	return out, err
}
