package keys

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"github.com/zalando/go-keyring"
)

func TestOSKeyring(t *testing.T) {
	keyring.MockInit()
	k := OSKeyring()
	if _, err := k.Get(t.Context(), "kho"); !errors.Is(err, ErrNoSlot) {
		t.Errorf("an empty keyring: %v, want ErrNoSlot", err)
	}
	want := random(Size)
	if err := k.Set(t.Context(), "kho", want); err != nil {
		t.Fatal(err)
	}
	if got, err := k.Get(t.Context(), "kho"); err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %x, %v", got, err)
	}
	if err := keyring.Set(keyringService, "kho", "không phải hex"); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Get(t.Context(), "kho"); !errors.Is(err, errWrongSecret) {
		t.Errorf("somebody else's secret: %v", err)
	}
	for range 2 {
		if err := k.Delete(t.Context(), "kho"); err != nil {
			t.Errorf("delete: %v", err)
		}
	}
	keyring.MockInitWithError(errors.New("no bus"))
	if _, err := k.Get(t.Context(), "kho"); err == nil || errors.Is(err, ErrNoSlot) {
		t.Errorf("an absent keyring: %v, want an error that is not «none there»", err)
	}
}

// A Secret Service that never answers is given up.
func TestHangingKeyring(t *testing.T) {
	stop := make(chan struct{})
	defer close(stop)
	k := osKeyring{patience: 10 * time.Millisecond}
	_, err := k.within(t.Context(), func() (string, error) {
		<-stop
		return "", nil
	})
	if !errors.Is(err, ErrNoKeyring) || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want ErrNoKeyring", err)
	}
}
