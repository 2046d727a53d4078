package keys

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Changing the data key takes two steps, because the data file has to be
// rewritten between them: BeginRotation puts the next key beside the old one under
// every slot, FinishRotation takes the old one out. A program that is killed in
// between finds both, and Next says that there is work left.

// Next is the key to which the data is being rewritten; ok is false if none is.
func (s *Store) Next() (next DEK, ok bool) {
	if len(s.keys) < 2 {
		return DEK{}, false
	}
	return s.keys[1], true
}

// BeginRotation makes the next data key. It needs the secret of every slot, so
// what is only remembered or printed has to be in src: a *NeedError names the
// kinds that are lacking, and such slots may be removed first. ErrTurning if the
// key is being changed already.
func (s *Store) BeginRotation(ctx context.Context, src Sources) error {
	if len(s.keys) > 1 {
		return fmt.Errorf("begin to change the data key: %w", ErrTurning)
	}
	next := newDEK()
	err := s.change(func(f *file) error {
		f.Keys = append(f.Keys, dataKey{newID(), s.now().UTC().Truncate(time.Second)})
		return s.rewrap(ctx, f, src, []DEK{s.keys[0], next})
	})
	if err != nil {
		next.wipe()
		return fmt.Errorf("begin to change the data key: %w", err)
	}
	s.keys = append(s.keys, next)
	return nil
}

// rewrap seals keys into every slot of f.
func (s *Store) rewrap(ctx context.Context, f *file, src Sources, keys []DEK) error {
	need := &NeedError{}
	for i := range f.Slots {
		sl := &f.Slots[i]
		kek, err := s.secret(ctx, sl, src)
		if err == nil {
			var old []DEK
			old, err = sl.open(s.f, kek)
			wipeAll(old)
		}
		if err != nil {
			clear(kek)
			if errors.Is(err, ErrDamaged) || errors.Is(err, ErrTypo) {
				return err
			}
			if need.Tried = errors.Join(need.Tried, err); !need.Takes(sl.Kind) {
				need.Have = append(need.Have, sl.Kind)
			}
			continue
		}
		sl.seal(f, kek, keys)
		clear(kek)
	}
	if len(need.Have) > 0 {
		return need
	}
	return nil
}

// secret is the secret of a slot, from where its kind is kept.
func (s *Store) secret(ctx context.Context, sl *slot, src Sources) ([]byte, error) {
	switch {
	case sl.Kind == KindKeyring && src.Keyring != nil:
		return src.Keyring.Get(ctx, s.f.Store)
	case sl.Kind == KindMachine:
		path, err := machinePath(src.ConfigDir, s.f.Store)
		if err != nil {
			return nil, err
		}
		return readMachine(path)
	case sl.Kind == KindPassphrase && len(src.Passphrase) > 0:
		return sl.fromPassphrase(src.Passphrase)
	case sl.Kind == KindRecovery && len(src.Recovery) > 0:
		key, err := ParseRecoveryKey(src.Recovery)
		if err != nil {
			return nil, err
		}
		defer key.Wipe()
		return sl.fromRecovery(key), nil
	}
	return nil, ErrNeedSecret
}

// FinishRotation takes the old data key out: every file is under the next one.
func (s *Store) FinishRotation() error { return s.keep(1, "finish changing the data key") }

// AbandonRotation takes the next data key out: no file is under it.
func (s *Store) AbandonRotation() error { return s.keep(0, "give up changing the data key") }

// keep keeps one of two keys.
func (s *Store) keep(n int, what string) error {
	if len(s.keys) < 2 {
		return fmt.Errorf("%s: %w", what, ErrNoSlot)
	}
	kept, gone := s.keys[n], s.keys[1-n]
	old := s.keys
	s.keys = []DEK{kept} // the file is signed under the key that stays
	err := s.change(func(f *file) error {
		f.Keys = f.Keys[n : n+1]
		for i := range f.Slots {
			f.Slots[i].Wraps = f.Slots[i].Wraps[n : n+1]
		}
		return nil
	})
	if err != nil {
		s.keys = old
		return fmt.Errorf("%s: %w", what, err)
	}
	gone.wipe()
	return nil
}
