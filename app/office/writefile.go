package office

import (
	"errors"
	"os"
	"path/filepath"
)

// WriteFile writes a file of the user's for reading by others, making its folder.
func WriteFile(path string, data []byte) error { return writeFile(path, data, 0o644) }

// writeFile writes a file so that a reader, or a crash, sees either the old
// bytes or the new ones: a temporary file beside it, synced, then renamed.
func writeFile(path string, data []byte, mode os.FileMode) (err error) {
	dir := filepath.Dir(path)
	folder := os.FileMode(0o700)
	if mode&0o044 != 0 {
		folder = 0o755
	}
	if err := os.MkdirAll(dir, folder); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".tam-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	if e := f.Chmod(mode); err == nil {
		err = e
	}
	if e := f.Sync(); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// WriteNew writes a file of personal data that only its owner reads, and never over
// another.
func WriteNew(path string, data []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return os.ErrExist
	}
	return writeFile(path, data, 0o600)
}
