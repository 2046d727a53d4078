package office

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"ankhai/signing"
	"ankhai/signing/remote"
)

// What a screen offers next depends on the outcome: mend the dossier, or sign on.
func TestOutcomeOfABatch(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Outcome
	}{
		{nil, BatchSigned},
		{&FaultsError{}, BatchLeftOut},
		{fmt.Errorf("sign dossier: %w", signing.ErrWrongTaxCode), BatchLeftOut},
		{ErrTooBig, BatchLeftOut},
		{signing.ErrTokenMissing, BatchBroken},
		{fmt.Errorf("sign: %w", remote.ErrWaiting), BatchBroken},
		{signing.ErrCancelled, BatchBroken},
		{fmt.Errorf("sign dossier: %w", ErrNotReached), BatchNotReached},
		{errors.Join(signing.ErrCancelled, context.Canceled), BatchNotReached},
	} {
		if got := (BatchResult{Err: c.err}).Outcome(); got != c.want {
			t.Errorf("%v: outcome %d, want %d", c.err, got, c.want)
		}
	}
}
