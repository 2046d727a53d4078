package sealed

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ankhai/storage/durable"
)

// Folder keeps sealed files: <folder>/<2 hex>/<32 hex>, mode 0600 in folders of
// 0700. It is made when the first file is. One process at a time works in it.
type Folder struct {
	dir string
	key []byte
}

// NewFolder names a folder of sealed files under a key of 32 bytes, which stays
// the caller's.
func NewFolder(dir string, key []byte) *Folder { return &Folder{dir, key} }

// NewID makes the name of a file: 32 hexadecimal digits.
func NewID() string {
	b := make([]byte, idSize)
	rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// Path is where the file with an id lies, whether it is there or not. An id that
// is none is an error: it may come from a damaged data file.
func (f *Folder) Path(id string) (string, error) {
	b, err := hex.DecodeString(id)
	if err != nil || len(b) != idSize || hex.EncodeToString(b) != id {
		return "", fmt.Errorf("%w: no file is called %q", ErrDamaged, id)
	}
	return filepath.Join(f.dir, id[:2], id), nil
}

// Put seals what r gives under the id. When it returns nil the file survives a
// power cut; when it fails there is no such file. fs.ErrExist if there is one:
// nothing is overwritten.
func (f *Folder) Put(id string, r io.Reader) error {
	if err := f.put(id, r); err != nil {
		return fmt.Errorf("seal file: %w", err)
	}
	return nil
}

func (f *Folder) put(id string, r io.Reader) error {
	path, err := f.Path(id)
	if err != nil {
		return err
	}
	if _, err := durable.Mkdir(filepath.Dir(f.dir), filepath.Base(f.dir)); err != nil {
		return err
	}
	if _, err := durable.Mkdir(f.dir, id[:2]); err != nil {
		return err
	}
	raw, err := hex.DecodeString(id)
	if err != nil {
		return err
	}
	return durable.Create(path, func(w io.Writer) error {
		s, err := NewWriter(w, f.key, raw)
		if err != nil {
			return err
		}
		if _, err := io.Copy(s, r); err != nil {
			return err
		}
		return s.Close()
	})
}

// Open opens a file for reading. fs.ErrNotExist if it is not there.
func (f *Folder) Open(id string) (io.ReadCloser, error) {
	path, err := f.Path(id)
	if err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open sealed file: %w", err)
	}
	raw, err := hex.DecodeString(id)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	r, err := NewReader(file, f.key, raw)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open sealed file: %w", err), file.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{r, file}, nil
}

// Verify reads a file through and says what is in it: its length and its SHA-256
// as hexadecimal.
func (f *Folder) Verify(id string) (size int64, sum string, err error) {
	r, err := f.Open(id)
	if err != nil {
		return 0, "", err
	}
	h := sha256.New()
	size, err = io.Copy(h, r)
	if err = errors.Join(err, r.Close()); err != nil {
		return 0, "", fmt.Errorf("verify sealed file: %w", err)
	}
	return size, hex.EncodeToString(h.Sum(nil)), nil
}

// Remove takes a file away; one that is not there is well.
func (f *Folder) Remove(id string) error {
	path, err := f.Path(id)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove sealed file: %w", err)
	}
	return nil
}

// IDs walks the files of the folder with the time of their last change. What is
// not called like one of ours is passed by.
func (f *Folder) IDs(each func(id string, changed time.Time) error) error {
	return f.walk(func(path string, e fs.DirEntry) error {
		if want, err := f.Path(e.Name()); err != nil || want != path {
			return nil
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		return each(e.Name(), info.ModTime())
	})
}

// walk walks the regular files of the folder's folders; none is well.
func (f *Folder) walk(each func(path string, e fs.DirEntry) error) error {
	return filepath.WalkDir(f.dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !e.Type().IsRegular():
			return nil
		}
		return each(path, e)
	})
}
