package office

import (
	"errors"
	"testing"
	"time"

	"ankhai/storage"
)

// What a person keeps back goes with no run, nor after a new start; the rest goes.
// Released, or sent by name, it goes once.
func TestHeldDossierStays(t *testing.T) {
	g := newPlainGateway(t, false, func(int) string { return "" })
	dir := t.TempDir()
	o := filingDesk(t, dir, time.Now)
	subs := queued(t, o, 3)
	for _, s := range subs[:2] {
		if err := o.Hold(t.Context(), s.DossierID); err != nil {
			t.Fatal(err)
		}
	}
	for try := range 2 {
		if _, err := o.RunOutbox(t.Context(), g.url); err != nil {
			t.Fatal(err)
		}
		if g.holds(subs[0].Key)+g.holds(subs[1].Key) != 0 || g.holds(subs[2].Key) != 1 {
			t.Fatalf("run %d: the gateway holds %d, %d, %d", try, g.holds(subs[0].Key), g.holds(subs[1].Key), g.holds(subs[2].Key))
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		o = filingDesk(t, dir, time.Now)
	}
	if err := o.Hold(t.Context(), subs[2].DossierID); !errors.Is(err, ErrOnItsWay) {
		t.Errorf("what was sent is kept back: %v", err)
	}
	if err := o.Release(t.Context(), subs[0].DossierID); err != nil {
		t.Fatal(err)
	}
	if _, err := o.RunOutbox(t.Context(), g.url); err != nil || g.holds(subs[0].Key) != 1 || g.holds(subs[1].Key) != 0 {
		t.Errorf("released: %v, the gateway holds %d and %d", err, g.holds(subs[0].Key), g.holds(subs[1].Key))
	}
	if _, err := o.Send(t.Context(), subs[1].DossierID, g.url); err != nil {
		t.Fatal(err)
	}
	g.wantOnce(t, subs)
	if kept, err := o.held(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("still kept back: %v, %v", kept, err)
	}
}

// What a run works on cannot be kept back any more, and what is kept back no run takes.
func TestHoldAndRunDoNotMeet(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	sub := queued(t, o, 1)[0]
	q := storage.Queued{ID: sub.ID, State: storage.ChoGui}
	if _, _, ok := o.outbox.claim(q, true); !ok {
		t.Fatal("not claimed")
	}
	if err := o.Hold(t.Context(), sub.DossierID); !errors.Is(err, ErrOnItsWay) {
		t.Errorf("kept back while it is sent: %v", err)
	}
	o.outbox.letGo([]*parcel{{Queued: q}})
	if err := o.Hold(t.Context(), sub.DossierID); err != nil {
		t.Fatal(err)
	}
	if until, freed, ok := o.outbox.claim(q, true); ok || freed != nil || !until.IsZero() {
		t.Errorf("claimed though it is kept back: %v %v", until, ok)
	}
}
