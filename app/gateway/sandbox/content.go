package sandbox

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
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
	if err != nil {
		return nil, err
	}
	b, _, err = s.seals.openContent(sha, b)
	return b, err
}

// putContent keeps bytes, sealed, under their hash: temporary file, flush,
// rename, flush of the folder.
func (s *store) putContent(sha string, b []byte) error {
	path := s.contentPath(sha)
	if old, err := os.ReadFile(path); err == nil {
		if _, stale, err := s.seals.openContent(sha, old); err == nil && !stale {
			return nil
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := writeDurably(path, s.seals.now.seal(contentLabel(sha), b), 0o600); err != nil {
		return err
	}
	return syncDir(filepath.Join(s.dir, "tep"))
}

// reseal seals anew what was written plain, or with the folder's own key before
// another was given. It may stop anywhere: each file is whole before or after.
func (s *store) reseal() error {
	var lines []byte
	if _, err := s.journal.Seek(0, io.SeekStart); err != nil {
		return err
	}
	for r := bufio.NewReader(s.journal); ; {
		line, err := r.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		plain, _, err := s.seals.openLine(line)
		if err != nil {
			return err
		}
		lines = append(lines, s.seals.sealLine(bytes.TrimRight(plain, "\r\n"))...)
	}
	for _, sub := range s.order {
		b, err := s.content(sub.SHA256)
		if err != nil {
			return err
		}
		if err := s.putContent(sub.SHA256, b); err != nil {
			return err
		}
	}
	if err := s.journal.Close(); err != nil {
		return err
	}
	path := filepath.Join(s.dir, journalName)
	if err := writeDurably(path, lines, 0o600); err != nil {
		return err
	}
	var err error
	s.journal, err = os.OpenFile(path, os.O_RDWR, 0o600)
	s.size = int64(len(lines))
	return err
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
