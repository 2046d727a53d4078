package keys

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MinPassphrase is the least length of a passphrase in characters.
const MinPassphrase = 12

const maxPassphrase = 1024

// phrase is a passphrase in the one way in which it is hashed: NFC, so that every
// Vietnamese keyboard gives the same bytes. The caller wipes it.
func phrase(typed []byte) ([]byte, error) {
	if !utf8.Valid(typed) || len(typed) > maxPassphrase {
		return nil, ErrTooLong
	}
	out := make([]byte, 0, 4*maxPassphrase) // never grows, so that no copy of it stays behind
	return norm.NFC.Append(out, typed...), nil
}

// CheckPassphrase says whether a passphrase is good enough to be set: ErrWeak or
// ErrTooLong if not.
func CheckPassphrase(typed []byte) error {
	p, err := phrase(typed)
	if err != nil {
		return err
	}
	defer clear(p)
	if n := utf8.RuneCount(p); n < MinPassphrase {
		return fmt.Errorf("%w: %d characters", ErrWeak, n)
	}
	return nil
}

// SetPassphrase adds a passphrase, or puts a new one in the place of the old. The
// machine's key goes: it would open the data without the passphrase. ErrWeak or
// ErrTooLong if it does not do. The caller wipes typed.
func (s *Store) SetPassphrase(typed []byte) error {
	fresh, err := s.passphraseSlot(s.f, typed)
	if err != nil {
		return fmt.Errorf("set passphrase: %w", err)
	}
	err = s.change(func(f *file) error {
		f.drop(func(x *slot) bool { return x.Kind == KindPassphrase || x.Kind == KindMachine })
		f.Slots = append(f.Slots, fresh)
		return nil
	})
	if err != nil {
		return fmt.Errorf("set passphrase: %w", err)
	}
	return s.forgetMachine()
}

func (s *Store) passphraseSlot(f *file, typed []byte) (slot, error) {
	if err := CheckPassphrase(typed); err != nil {
		return slot{}, err
	}
	a := tuned()
	fresh := slot{Kind: KindPassphrase, KDF: &a, Salt: random(saltSize)}
	kek, err := fresh.fromPassphrase(typed)
	if err != nil {
		return slot{}, err
	}
	defer clear(kek)
	return newSlot(f, fresh, kek, s.keys, s.now())
}

// fromPassphrase is the secret of a passphrase slot.
func (s *slot) fromPassphrase(typed []byte) ([]byte, error) {
	p, err := phrase(typed)
	if err != nil {
		return nil, err
	}
	defer clear(p)
	return s.KDF.key(p, s.Salt), nil
}
