package storage

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func dirOf(path string) string { return filepath.Dir(path) }

// syncFile makes sure that the bytes of a finished file are on the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// fresh lets f make a file under a temporary name beside to, and gives it its name
// when it is whole and on the disk. ErrExists if to is taken. Nothing is at the
// temporary name when f begins.
func (d door) fresh(to string, f func(tmp string) error) error {
	if _, err := os.Lstat(to); err == nil {
		return ErrExists
	}
	dir, err := os.MkdirTemp(dirOf(to), TempFiles)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tmp := filepath.Join(dir, filepath.Base(to))
	if err := f(tmp); err != nil {
		return err
	}
	if err := syncFile(tmp); err != nil {
		return err
	}
	if err := os.Rename(tmp, to); err != nil {
		return fmt.Errorf("name a finished file: %w", err)
	}
	return syncDir(dirOf(to))
}

// TempFiles is how unfinished files and folders are called; whoever finds one in
// a folder that nobody works in may remove it.
const TempFiles = ".ankhai-*.tmp"

// sameBytes reports whether two files hold the same; one that is not there holds
// something else.
func sameBytes(a, b string) (bool, error) {
	var sums [2]string
	for i, p := range []string{a, b} {
		f, err := os.Open(p)
		if errors.Is(err, os.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		f.Close() // only read
		if err != nil {
			return false, err
		}
		sums[i] = string(h.Sum(nil))
	}
	return sums[0] == sums[1], nil
}
