package pkcs11

import (
	"context"
	"sync"
)

// Seen is what one driver on this machine answered.
type Seen struct {
	Found
	Slots []Slot
	Err   error // why the driver could not be asked
}

// Look asks all drivers at once, so that one that hangs costs its own time only.
// The answers come in the order of found.
func (d *Drivers) Look(ctx context.Context, found []Found) []Seen {
	out := make([]Seen, len(found))
	var all sync.WaitGroup
	for i, f := range found {
		all.Go(func() {
			slots, err := d.Slots(ctx, f.Path, Consent{OpenFolder: f.Trusted})
			out[i] = Seen{Found: f, Slots: slots, Err: err}
		})
	}
	all.Wait()
	return out
}
