package storage

import (
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
