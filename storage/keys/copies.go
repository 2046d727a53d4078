package keys

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"ankhai/storage/durable"
)

// Files are the names of the two copies in a data folder. Either alone is enough.
var Files = [2]string{"kho.khoa", "kho.khoa.2"}

// Exists reports whether a folder has a key file, whole or not.
func Exists(dir string) (bool, error) {
	for _, name := range Files {
		_, err := os.Lstat(filepath.Join(dir, name))
		if err == nil {
			return true, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return false, fmt.Errorf("look for the key file: %w", err)
		}
	}
	return false, nil
}

// CopyTo writes the key file into another data folder, both copies of it: for a
// backup that is restored. ErrExists if the folder has keys of other data.
func (s *Store) CopyTo(dir string) error {
	f, _, err := read(copies(dir))
	switch {
	case errors.Is(err, ErrMissing):
	case err != nil:
		return fmt.Errorf("copy key file: %w", err)
	case f.Store != s.f.Store:
		return fmt.Errorf("copy key file: %w", ErrExists)
	default:
		return nil // it has them already, perhaps newer ones
	}
	for _, path := range copies(dir) {
		if err := durable.Replace(path, s.f.encode()); err != nil {
			return fmt.Errorf("copy key file: %w", err)
		}
	}
	return nil
}

// read reads the copies at paths and says what each lacks: nil where it is whole
// and the newest. ErrMissing if there is none, ErrDamaged if none is whole,
// ErrNewer as soon as one is of a later program, ErrMixed if they do not belong
// together.
func read(paths []string) (best *file, lacks []error, err error) {
	lacks = make([]error, len(paths))
	found := make([]*file, len(paths))
	missing := 0
	for i, path := range paths {
		f, err := readOne(path)
		switch {
		case errors.Is(err, ErrNewer):
			return nil, nil, err
		case errors.Is(err, fs.ErrNotExist):
			missing++
			lacks[i] = err
		case errors.Is(err, ErrDamaged):
			lacks[i] = err
		case err != nil: // a folder that cannot be read is not damage
			return nil, nil, err
		default:
			found[i] = f
			if best == nil || f.Serial > best.Serial {
				best = f
			}
		}
	}
	if missing == len(paths) {
		return nil, nil, ErrMissing
	}
	if best == nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrDamaged, errors.Join(lacks...))
	}
	for i, f := range found {
		switch {
		case f == nil:
		case f.Store != best.Store, f.Serial == best.Serial && !bytes.Equal(f.encode(), best.encode()):
			return nil, nil, ErrMixed
		case f.Serial < best.Serial:
			lacks[i] = fmt.Errorf("it is older: %d of %d", f.Serial, best.Serial)
		}
	}
	return best, lacks, nil
}

func readOne(path string) (*file, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	got, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return got, nil
}

// mend writes the newest copy over those that lack something. What cannot be
// mended is left for the next time: the data opens all the same.
func mend(paths []string, best *file, lacks []error) (left error) {
	for i, path := range paths {
		if lacks[i] == nil {
			continue
		}
		if err := durable.Replace(path, best.encode()); err != nil {
			left = errors.Join(left, fmt.Errorf("mend %s: %w", filepath.Base(path), err))
		}
	}
	return left
}

// change makes a change last. Once the first copy is on the disk the change holds,
// and what keeps the second from it stands in Trouble: it is mended at the next
// opening. The change works on a copy, so that a failed one leaves s as it was.
func (s *Store) change(how func(*file) error) error {
	if s.fixed {
		return ErrReadOnly
	}
	f := s.f.clone()
	if err := how(f); err != nil {
		return err
	}
	f.Serial++
	s.sign(f)
	if err := f.valid(); err != nil {
		return fmt.Errorf("a change that would not read back: %w", err)
	}
	if err := durable.Replace(s.paths[0], f.encode()); err != nil {
		return err
	}
	s.f = f
	s.trouble = durable.Replace(s.paths[1], f.encode())
	return nil
}

func (s *Store) sign(f *file) {
	f.MAC = f.mac(s.keys[0])
	f.Sum = f.sum()
}
