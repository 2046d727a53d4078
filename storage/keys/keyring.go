package keys

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/zalando/go-keyring"
)

// Keyring keeps secrets of 32 bytes for the user, each under the name of a store.
// ErrNoSlot means that it answers and has none; any other error that it is
// absent, locked or does not answer.
type Keyring interface {
	Get(ctx context.Context, store string) ([]byte, error)
	Set(ctx context.Context, store string, secret []byte) error
	Delete(ctx context.Context, store string) error
}

// keyringService is the name under which the secrets stand in the keyring.
const keyringService = "AnKhai"

// keyringPatience bounds one call: a Secret Service may wait for ever for a
// person who is not there, and one who is needs time to unlock it.
const keyringPatience = 15 * time.Second

type osKeyring struct{ patience time.Duration }

var _ Keyring = osKeyring{}

// OSKeyring is the keyring of the operating system: Windows Credential Manager,
// macOS Keychain, or a Secret Service on D-Bus. A call that takes longer than 15
// seconds is given up.
func OSKeyring() Keyring { return osKeyring{keyringPatience} }

func (k osKeyring) Get(ctx context.Context, store string) ([]byte, error) {
	text, err := k.within(ctx, func() (string, error) { return keyring.Get(keyringService, store) })
	if errors.Is(err, keyring.ErrNotFound) {
		return nil, ErrNoSlot
	}
	if err != nil {
		return nil, fmt.Errorf("ask keyring: %w", err)
	}
	secret, err := hex.DecodeString(text)
	if err != nil || len(secret) != Size {
		return nil, fmt.Errorf("ask keyring: %w", errWrongSecret)
	}
	return secret, nil
}

func (k osKeyring) Set(ctx context.Context, store string, secret []byte) error {
	text := hex.EncodeToString(secret)
	if _, err := k.within(ctx, func() (string, error) { return "", keyring.Set(keyringService, store, text) }); err != nil {
		return fmt.Errorf("write keyring: %w", err)
	}
	return nil
}

func (k osKeyring) Delete(ctx context.Context, store string) error {
	_, err := k.within(ctx, func() (string, error) { return "", keyring.Delete(keyringService, store) })
	if err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return fmt.Errorf("delete from keyring: %w", err)
	}
	return nil
}

// within waits for call, but not for ever. A call that hangs keeps its goroutine:
// the library has no way to stop it, and the result of a late one is thrown away.
func (k osKeyring) within(ctx context.Context, call func() (string, error)) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, k.patience)
	defer cancel()
	type answer struct {
		text string
		err  error
	}
	done := make(chan answer, 1)
	go func() {
		text, err := call()
		done <- answer{text, err}
	}()
	select {
	case a := <-done:
		return a.text, a.err
	case <-ctx.Done():
		return "", fmt.Errorf("%w: %w", ErrNoKeyring, ctx.Err())
	}
}

// SetKeyring keeps a new secret in the keyring and wraps the data key under it.
// The machine's key goes: the keyring is the better one. ErrNoKeyring if the
// keyring does not give back what it took.
func (s *Store) SetKeyring(ctx context.Context, k Keyring) error {
	fresh, err := s.keyringSlot(ctx, s.f, k)
	if err != nil {
		return fmt.Errorf("set keyring: %w", err)
	}
	err = s.change(func(f *file) error {
		f.drop(func(x *slot) bool { return x.Kind == KindKeyring || x.Kind == KindMachine })
		f.Slots = append(f.Slots, fresh)
		return nil
	})
	if err != nil {
		return fmt.Errorf("set keyring: %w", err)
	}
	return s.forgetMachine()
}

func (s *Store) keyringSlot(ctx context.Context, f *file, k Keyring) (slot, error) {
	if k == nil {
		return slot{}, ErrNoKeyring
	}
	kek := random(Size)
	defer clear(kek)
	if err := k.Set(ctx, f.Store, kek); err != nil {
		return slot{}, fmt.Errorf("%w: %w", ErrNoKeyring, err)
	}
	back, err := k.Get(ctx, f.Store)
	if err != nil {
		return slot{}, fmt.Errorf("%w: %w", ErrNoKeyring, err)
	}
	defer clear(back)
	if string(back) != string(kek) {
		return slot{}, fmt.Errorf("%w: it gives back something else", ErrNoKeyring)
	}
	return newSlot(f, slot{Kind: KindKeyring}, kek, s.keys, s.now())
}

// UnsetKeyring takes the slot out, then the secret out of the keyring. A keyring
// that does not answer keeps a secret that opens nothing any more.
func (s *Store) UnsetKeyring(ctx context.Context, k Keyring) error {
	if err := s.Remove(KindKeyring); err != nil {
		return err
	}
	if k == nil {
		return nil
	}
	if err := k.Delete(ctx, s.f.Store); err != nil {
		return fmt.Errorf("unset keyring: %w: %w", ErrNoKeyring, err)
	}
	return nil
}
