package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/signing"
	"ankhai/signing/remote"
)

// ErrNotReached: a batch stopped before this dossier; its key could sign no more.
var ErrNotReached = errors.New("batch stopped before this dossier")

// BatchResult is what became of one dossier of a batch.
type BatchResult struct {
	ID     string
	Signed Signed
	Err    error // nil: signed, now or before
}

// Outcome is the kind of end that a dossier had in a batch.
type Outcome uint8

// The outcomes.
const (
	BatchSigned     Outcome = iota // signed, now or before
	BatchLeftOut                   // its own trouble is to be mended first; the batch went on
	BatchBroken                    // the key signed no more, and the batch ended here
	BatchNotReached                // the batch ended, or was stopped, before its turn was over
)

// Outcome tells how the dossier ended. What is broken or was not reached can be
// signed as it is by another batch; what was left out cannot.
func (r BatchResult) Outcome() Outcome {
	switch {
	case r.Err == nil:
		return BatchSigned
	case errors.Is(r.Err, ErrNotReached), errors.Is(r.Err, context.Canceled):
		return BatchNotReached
	case ends(r.Err):
		return BatchBroken
	}
	return BatchLeftOut
}

// endsBatch are the outcomes after which the key signs nothing more.
var endsBatch = []error{
	signing.ErrTokenMissing, signing.ErrPINWrong, signing.ErrPINLocked, signing.ErrPINLastTry, signing.ErrCancelled,
	signing.ErrDriver, signing.ErrDriverHung, signing.ErrKeyMissing, signing.ErrKeyMismatch, signing.ErrKeyUnsupported,
	remote.ErrWaiting, remote.ErrDown, remote.ErrSlow, remote.ErrLogin, remote.ErrTLS, remote.ErrQuota, remote.ErrDeclined, remote.ErrLapsed,
	remote.ErrFailed, remote.ErrUnknown, remote.ErrOTPWrong, remote.ErrOTPNeeded, remote.ErrAnswer, remote.ErrHTML, remote.ErrRedirect, remote.ErrHuge,
	context.Canceled, context.DeadlineExceeded,
}

// SignAll signs dossiers one after the other with one key, opened once. A dossier
// with faults, or of another employer, is left as it is and the batch goes on; when
// the key is gone (token pulled out, cancelled) the rest has ErrNotReached. Run again
// it goes on where it stopped, since what is signed stays signed. The holder of a remote
// key is asked for all of them together first. report, which may be nil, hears of each
// dossier as it is done.
func (o *Office) SignAll(ctx context.Context, ids []string, key signing.Key, report func(done, total int, r BatchResult)) []BatchResult {
	var out []BatchResult
	var asked *remoteBatch
	var broken error
	if r, ok := key.(*remote.Key); ok && len(ids) > 1 {
		asked, broken = o.askForAll(ctx, r, ids)
	}
	stopped := false
	seen := map[string]bool{}
	for i, id := range ids {
		r := BatchResult{ID: id}
		switch {
		case seen[id]:
			continue
		case asked != nil && asked.refused[id] != nil:
			r.Err = asked.refused[id]
		case stopped:
			r.Err = fmt.Errorf("sign dossier %s: %w", id, ErrNotReached)
		case broken != nil && !o.frozen(ctx, id):
			r.Err, stopped = broken, true
		default:
			r.Signed, r.Err = o.Sign(ctx, id, key)
			stopped = ctx.Err() != nil || ends(r.Err)
		}
		seen[id] = true
		out = append(out, r)
		if report != nil {
			report(i+1, len(ids), r)
		}
	}
	if asked != nil && broken == nil && !stopped {
		_ = asked.end(ctx) // what is left there says nothing to anybody
	}
	return out
}

// frozen reports whether a dossier was signed before.
func (o *Office) frozen(ctx context.Context, id string) bool {
	d, err := o.store.Dossier(context.WithoutCancel(ctx), id)
	return err == nil && !d.State.Draft()
}

func ends(err error) bool {
	for _, e := range endsBatch {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
