package sandbox

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

func (s *store) contentPath(sha string) string {
	return filepath.Join(s.dir, "tep", sha[:2], sha)
}

// content reads an accepted envelope back and proves that it is unchanged.
func (s *store) content(sha string) ([]byte, error) {
	b, err := os.ReadFile(s.contentPath(sha))
	if err == nil && hashOf(b) != sha {
		err = errors.New("content was changed on disk")
	}
	return b, err
}

// putContent keeps bytes under their hash: temporary file, flush, rename,
// flush of the folder.
func (s *store) putContent(sha string, b []byte) error {
	path := s.contentPath(sha)
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, b) {
		return nil
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := writeDurably(path, b, 0o600); err != nil {
		return err
	}
	return syncDir(filepath.Join(s.dir, "tep"))
}

func writeDurably(path string, b []byte, mode fs.FileMode) error {
	t, err := os.CreateTemp(filepath.Dir(path), ".dang-ghi-*")
	if err != nil {
		return err
	}
	_, err = t.Write(b)
	err = errors.Join(err, t.Chmod(mode), t.Sync(), t.Close())
	if err == nil {
		err = os.Rename(t.Name(), path)
	}
	if err != nil {
		os.Remove(t.Name())
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncDir flushes the names of a folder; Windows has no such call.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
