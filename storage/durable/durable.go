// Package durable puts whole files on the disk: a reader, or a crash at any
// moment, sees the old bytes or the new ones, never half of them, and what it
// reported as done survives a power cut.
//
// It refuses to know what the bytes are. The packages below storage may import
// it, and nothing else. Every write goes to a temporary name in the same folder,
// is synced, renamed, and the folder is synced.
package durable

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// TempPattern is the shape of the temporary names, for os.CreateTemp and
// filepath.Match: what a killed program may leave behind.
const TempPattern = ".ankhai-*.tmp"

// Replace puts data at path with mode 0600, in place of what was there.
func Replace(path string, data []byte) error {
	return put(path, true, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// Create lets write fill a new file at path, mode 0600. fs.ErrExist if path is
// taken; nothing is overwritten. One process at a time works in the folder.
func Create(path string, write func(io.Writer) error) error { return put(path, false, write) }

func put(path string, replace bool, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, TempPattern) // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			if e := os.Remove(f.Name()); !errors.Is(e, fs.ErrNotExist) {
				err = errors.Join(err, e)
			}
		}
	}()
	if err = errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if !replace {
		if _, e := os.Lstat(path); !errors.Is(e, fs.ErrNotExist) {
			return errors.Join(fmt.Errorf("%s: %w", filepath.Base(path), fs.ErrExist), e)
		}
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	return SyncDir(dir)
}

// Mkdir makes a folder with mode 0700, if it is not there, and makes its name
// last: a file in a folder that a power cut takes away is lost as well. A folder
// that is there may be a killed program's, so its name is synced all the same.
func Mkdir(parent, name string) (dir string, err error) {
	dir = filepath.Join(parent, name)
	if err = os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return dir, err
	}
	return dir, SyncDir(parent)
}
