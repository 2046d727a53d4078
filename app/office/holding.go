package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/storage"
)

// ErrOnItsWay: the dossier is being sent just now, or its outcome is not known.
var ErrOnItsWay = errors.New("the dossier is on its way")

// heldSetting names the queued dossiers that a person keeps back.
const heldSetting = "hop-gui-giu"

// held are the dossiers that a person keeps back.
func (o *Office) held(ctx context.Context) (map[string]bool, error) {
	out := map[string]bool{}
	err := o.store.Setting(ctx, heldSetting, &out)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return out, err
}

// Hold keeps a queued dossier back: it stays in the outbox, and nothing sends it until
// Release, or until somebody sends this very one. ErrOnItsWay if it was handed to the
// wire already or is being handed now; held twice is held.
func (o *Office) Hold(ctx context.Context, id string) error {
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return err
	}
	if sub.State != storage.ChoGui || !o.outbox.holdByPerson(sub.ID, true) {
		return fmt.Errorf("hold dossier %s: %w", storage.Ref(id), ErrOnItsWay)
	}
	if err := o.putHeld(ctx, id, true); err != nil {
		o.outbox.holdByPerson(sub.ID, false)
		return fmt.Errorf("hold dossier %s: %w", storage.Ref(id), err)
	}
	return nil
}

// Release lets a dossier go that was kept back; one that was not is no error.
func (o *Office) Release(ctx context.Context, id string) error {
	if err := o.release(ctx, id); err != nil {
		return err
	}
	o.outbox.nudge()
	return nil
}

func (o *Office) release(ctx context.Context, id string) error {
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return err
	}
	if err := o.putHeld(ctx, id, false); err != nil {
		return fmt.Errorf("release dossier %s: %w", storage.Ref(id), err)
	}
	o.outbox.holdByPerson(sub.ID, false)
	return nil
}

// putHeld writes down whether a dossier is kept back, and forgets those that have
// left the outbox since.
func (o *Office) putHeld(ctx context.Context, id string, hold bool) error {
	o.holding.Lock()
	defer o.holding.Unlock()
	was, err := o.held(ctx)
	if err != nil || was[id] == hold {
		return err
	}
	queued, err := o.store.InState(ctx, storage.ChoGui)
	if err != nil {
		return err
	}
	now := map[string]bool{}
	for _, q := range queued {
		if was[q] && q != id || hold && q == id {
			now[q] = true
		}
	}
	return o.store.PutSetting(ctx, heldSetting, now)
}

// holdByPerson keeps a submission away from every run, or lets it go. false: a run
// works on it now.
func (b *outbox) holdByPerson(submission string, hold bool) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !hold {
		if m := b.known[submission]; m != nil {
			m.kept = false
		}
		return true
	}
	m := b.of(storage.Queued{ID: submission})
	if m.claimed {
		return false
	}
	m.kept = true
	return true
}
