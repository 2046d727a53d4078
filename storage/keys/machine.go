package keys

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"ankhai/storage/durable"
)

// machinePath is where the machine's key of a store lies: outside the data folder,
// in the user's profile.
func machinePath(config func() (string, error), store string) (string, error) {
	if config == nil {
		return "", ErrNoPlace
	}
	base, err := config()
	if err != nil {
		return "", fmt.Errorf("find the user's settings: %w", err)
	}
	return filepath.Join(base, "AnKhai", "khoa-may-"+store), nil
}

func readMachine(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err == nil && len(b) != Size {
		err = errWrongSecret
	}
	return b, err
}

// machineSlot makes the machine's key and wraps the data key under it.
func (s *Store) machineSlot(f *file) (slot, error) {
	path, err := machinePath(s.src.ConfigDir, f.Store)
	if err != nil {
		return slot{}, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return slot{}, fmt.Errorf("keep the machine's key: %w", err)
	}
	kek := random(Size)
	defer clear(kek)
	if err := durable.Replace(path, kek); err != nil {
		return slot{}, fmt.Errorf("keep the machine's key: %w", err)
	}
	back, err := readMachine(path)
	if err != nil {
		return slot{}, fmt.Errorf("try the machine's key: %w", err)
	}
	defer clear(back)
	return newSlot(f, slot{Kind: KindMachine}, back, s.keys, s.now())
}

// forgetMachine removes the machine's key once no slot needs it.
func (s *Store) forgetMachine() error {
	if len(s.f.find(KindMachine)) > 0 || s.src.ConfigDir == nil {
		return nil
	}
	path, err := machinePath(s.src.ConfigDir, s.f.Store)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the machine's key: %w", err)
	}
	return nil
}
