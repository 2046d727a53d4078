package keys

import (
	"context"
	"crypto/hmac"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Sources are where the secrets of the slots come from.
type Sources struct {
	Keyring    Keyring                // nil: there is none
	ConfigDir  func() (string, error) // the user's settings, for the machine's key; nil: there are none
	Passphrase []byte                 // nil: nobody typed one; the caller wipes it
	Recovery   []byte                 // the same
}

// Store is the open key file of one data folder. Its methods may be called from
// one goroutine at a time.
type Store struct {
	paths   []string // the copies
	fixed   bool     // only read: the key file of a backup
	src     Sources  // without what was typed
	now     func() time.Time
	f       *file
	keys    []DEK // in the order of f.Keys
	opener  Kind
	trouble error
	once    sync.Once
}

// Create makes the keys of a data folder that has none: a keyring slot if the
// keyring answers, a passphrase slot if one was typed, and the machine's key if
// neither. ErrExists if there is a key file, ErrNoPlace if nothing could keep the
// key, ErrWeak or ErrTooLong for the passphrase. The folder is there already.
func Create(ctx context.Context, dir string, src Sources, now func() time.Time) (*Store, error) {
	s, err := create(ctx, dir, src, now)
	if err != nil {
		return nil, fmt.Errorf("make keys: %w", err)
	}
	return s, nil
}

func create(ctx context.Context, dir string, src Sources, now func() time.Time) (_ *Store, err error) {
	there, err := Exists(dir)
	if err != nil || there {
		return nil, errors.Join(err, ErrExists)
	}
	made := now().UTC().Truncate(time.Second)
	f := &file{Note: note, Version: fileVersion, Store: newID(), Keys: []dataKey{{newID(), made}}}
	s := &Store{paths: copies(dir), src: src.ambient(), now: now, f: f, keys: []DEK{newDEK()}}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	if src.Keyring != nil {
		if k, err := s.keyringSlot(ctx, f, src.Keyring); err == nil {
			f.Slots = append(f.Slots, k)
		} else if !errors.Is(err, ErrNoKeyring) {
			return nil, err
		}
	}
	if len(src.Passphrase) > 0 {
		p, err := s.passphraseSlot(f, src.Passphrase)
		if err != nil {
			return nil, err
		}
		f.Slots = append(f.Slots, p)
	}
	if len(f.Slots) == 0 {
		m, err := s.machineSlot(f)
		if err != nil {
			return nil, err
		}
		f.Slots = append(f.Slots, m)
	}
	s.opener = f.Slots[0].Kind
	return s, s.change(func(*file) error { return nil })
}

func newDEK() DEK { return DEK{(*[Size]byte)(random(Size))} }

func copies(dir string) []string {
	return []string{filepath.Join(dir, Files[0]), filepath.Join(dir, Files[1])}
}

func (s Sources) ambient() Sources { return Sources{Keyring: s.Keyring, ConfigDir: s.ConfigDir} }

// Open opens the keys of a data folder: by the keyring, by the machine's key, or
// by what was typed. path may also be one key file, a backup's: then nothing is
// written and nothing about it can be changed.
//
// A copy that is damaged is mended from the other. A keyring slot whose secret is
// gone from the keyring is made anew.
//
// It fails with ErrMissing, ErrDamaged, ErrMixed or ErrNewer for the file; with a
// *NeedError where something has to be typed; with ErrPassphrase, ErrRecovery or
// a *Typo for what was typed.
func Open(ctx context.Context, path string, src Sources, now func() time.Time) (*Store, error) {
	s := &Store{paths: []string{path}, fixed: true, src: src.ambient(), now: now}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		s.paths, s.fixed = copies(path), false
	}
	if err := s.open(ctx, src); err != nil {
		return nil, fmt.Errorf("open keys: %w", err)
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, src Sources) (err error) {
	f, lacks, err := read(s.paths)
	if err != nil {
		return err
	}
	s.f = f
	lost, err := s.unlock(ctx, src)
	if err != nil {
		return err
	}
	if !hmac.Equal(f.MAC, f.mac(s.keys[0])) {
		s.Close()
		return fmt.Errorf("%w: its slots were changed by somebody without the key", ErrDamaged)
	}
	if s.fixed {
		return nil
	}
	s.trouble = mend(s.paths, f, lacks)
	if lost {
		// Without it the next opening asks again, which is no reason to fail now.
		s.trouble = errors.Join(s.trouble, s.SetKeyring(ctx, src.Keyring))
	}
	return nil
}

// unlock goes through the slots in the order of least trouble. lost reports that
// the keyring answered without the secret that the file expects of it.
func (s *Store) unlock(ctx context.Context, src Sources) (lost bool, err error) {
	need := &NeedError{}
	for i := range s.f.Slots {
		if k := s.f.Slots[i].Kind; !need.Takes(k) {
			need.Have = append(need.Have, k)
		}
	}
	try := func(k Kind, secret func(*slot) ([]byte, error)) (done bool, err error) {
		for _, sl := range s.f.find(k) {
			kek, e := secret(sl)
			if e == nil {
				s.keys, e = sl.open(s.f, kek)
				clear(kek)
			}
			if e == nil {
				s.opener = k
				return true, nil
			}
			err = errors.Join(err, e)
		}
		return false, err
	}
	done, err := try(KindKeyring, func(*slot) ([]byte, error) {
		if src.Keyring == nil {
			return nil, ErrNoKeyring
		}
		return src.Keyring.Get(ctx, s.f.Store)
	})
	if done {
		return false, nil
	}
	lost = errors.Is(err, ErrNoSlot) || errors.Is(err, errWrongSecret)
	need.Tried = err
	done, err = try(KindMachine, func(*slot) ([]byte, error) {
		path, err := machinePath(src.ConfigDir, s.f.Store)
		if err != nil {
			return nil, err
		}
		return readMachine(path)
	})
	if done {
		return lost, nil
	}
	need.Tried = errors.Join(need.Tried, err)
	if errors.Is(need.Tried, ErrDamaged) && len(src.Passphrase)+len(src.Recovery) == 0 && !need.Takes(KindPassphrase) && !need.Takes(KindRecovery) {
		return false, need.Tried
	}
	var typed error
	if len(src.Passphrase) > 0 && need.Takes(KindPassphrase) {
		done, err = try(KindPassphrase, func(sl *slot) ([]byte, error) { return sl.fromPassphrase(src.Passphrase) })
		if done {
			return lost, nil
		}
		typed = instead(err, ErrPassphrase)
	}
	if len(src.Recovery) > 0 && need.Takes(KindRecovery) {
		key, err := ParseRecoveryKey(src.Recovery)
		if err == nil {
			defer key.Wipe()
			done, err = try(KindRecovery, func(sl *slot) ([]byte, error) { return sl.fromRecovery(key), nil })
		}
		if done {
			return lost, nil
		}
		typed = errors.Join(typed, instead(err, ErrRecovery))
	}
	if typed != nil {
		return false, typed
	}
	return false, need
}

// instead gives a wrong secret the name of its kind; damage and typing mistakes
// keep theirs.
func instead(err, kind error) error {
	if errors.Is(err, errWrongSecret) && !errors.Is(err, ErrDamaged) {
		return kind
	}
	return err
}

// DEK is the data key. It is the Store's: Close wipes it.
func (s *Store) DEK() DEK { return s.keys[0] }

// ID names the data that the keys open: 32 hexadecimal digits, no secret.
func (s *Store) ID() string { return s.f.Store }

// OpenedBy is the kind of the slot that opened the data, or of the first one made.
func (s *Store) OpenedBy() Kind { return s.opener }

// Trouble is what is wrong with the key file although it opened: a copy that could
// not be written, a keyring slot that could not be made anew. nil if nothing is.
func (s *Store) Trouble() error { return s.trouble }

// Slots lists the slots in the order in which they were made.
func (s *Store) Slots() []Slot {
	out := make([]Slot, len(s.f.Slots))
	for i, x := range s.f.Slots {
		out[i] = Slot{x.ID, x.Kind, x.Made, x.Tried}
	}
	return out
}

// Has reports whether there is a slot of a kind.
func (s *Store) Has(k Kind) bool { return len(s.f.find(k)) > 0 }

// Remove takes the slots of a kind out. ErrLastSlot if only recovery keys, or
// nothing, would be left; ErrNoSlot if there is none.
func (s *Store) Remove(k Kind) error {
	err := s.change(func(f *file) error {
		if f.drop(func(x *slot) bool { return x.Kind == k }) == 0 {
			return ErrNoSlot
		}
		if len(f.find(KindRecovery)) == len(f.Slots) {
			return ErrLastSlot
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove slots of kind %s: %w", k, err)
	}
	return s.forgetMachine()
}

// Close wipes the keys.
func (s *Store) Close() error {
	s.once.Do(func() { wipeAll(s.keys) })
	return nil
}
