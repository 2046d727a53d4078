package keys

import (
	"errors"
	"fmt"
	"time"
)

// NewRecovery makes a recovery key and tries it: what is printed is read back,
// unwrapped and compared. An older key that was tried stays until the new one is
// typed back to TryRecovery, so that there is never a time with none. The caller
// shows the key once and wipes it.
func (s *Store) NewRecovery() (RecoveryKey, error) {
	key := newRecoveryKey()
	if err := s.addRecovery(key); err != nil {
		key.Wipe()
		return RecoveryKey{}, fmt.Errorf("make recovery key: %w", err)
	}
	return key, nil
}

func (s *Store) addRecovery(key RecoveryKey) error {
	text := key.Text()
	defer clear(text)
	back, err := ParseRecoveryKey(text)
	if err != nil {
		return err
	}
	defer back.Wipe()
	sl := slot{Kind: KindRecovery, Salt: random(saltSize)}
	kek := sl.fromRecovery(back)
	defer clear(kek)
	if sl, err = newSlot(s.f, sl, kek, s.keys, s.now()); err != nil {
		return err
	}
	return s.change(func(f *file) error {
		f.drop(func(x *slot) bool { return x.Kind == KindRecovery && x.Tried.IsZero() })
		f.Slots = append(f.Slots, sl)
		return nil
	})
}

// TryRecovery takes a recovery key that the user typed back from paper and writes
// down that it opens the data; older recovery keys go. A *Typo names the group
// that is mistyped, ErrRecovery means another key, ErrNoSlot that there is none.
func (s *Store) TryRecovery(typed []byte) error {
	if err := s.tryRecovery(typed); err != nil {
		return fmt.Errorf("try recovery key: %w", err)
	}
	return nil
}

func (s *Store) tryRecovery(typed []byte) error {
	if !s.Has(KindRecovery) {
		return ErrNoSlot
	}
	key, err := ParseRecoveryKey(typed)
	if err != nil {
		return err
	}
	defer key.Wipe()
	for _, sl := range s.f.find(KindRecovery) {
		kek := sl.fromRecovery(key)
		got, err := sl.open(s.f, kek)
		clear(kek)
		wipeAll(got)
		if errors.Is(err, errWrongSecret) {
			continue
		}
		if err != nil {
			return err
		}
		return s.change(func(f *file) error {
			f.drop(func(x *slot) bool { return x.Kind == KindRecovery && x.ID != sl.ID && x.Made.Compare(sl.Made) <= 0 })
			for _, x := range f.find(KindRecovery) {
				if x.ID == sl.ID {
					x.Tried = s.now().UTC().Truncate(time.Second)
				}
			}
			return nil
		})
	}
	return ErrRecovery
}

// RecoveryTried reports whether there is a recovery key that was typed back.
func (s *Store) RecoveryTried() bool {
	for _, x := range s.f.find(KindRecovery) {
		if !x.Tried.IsZero() {
			return true
		}
	}
	return false
}

// fromRecovery is the secret of a recovery slot. The key has 140 random bits, so
// nothing slow is needed.
func (s *slot) fromRecovery(key RecoveryKey) []byte {
	return derive(key.b[:], s.Salt, "AnKhai kho.khoa 1 recovery")
}
