package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// openCopy opens a private copy of a data file that cannot be opened where it lies
// without writing: a write-ahead log waits beside it, or it is of an older
// version. The copy goes with Close; nothing is written where the data lies.
func (s *Store) openCopy(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "ankhai-xem-*") // mode 0700
	if err != nil {
		return err
	}
	s.copied = dir
	err = func() error {
		to := filepath.Join(dir, filepath.Base(s.path))
		if err := copyFile(s.path, to); err != nil {
			return err
		}
		if _, err := os.Stat(s.path + "-wal"); err == nil {
			if err := copyFile(s.path+"-wal", to+"-wal"); err != nil {
				return err
			}
		}
		o := s.opt
		o.ReadOnly = false
		c, err := open(ctx, to, o)
		if err != nil {
			return err
		}
		if !exists(filepath.Join(filepath.Dir(s.path), SealedDir)) { // those of version 1 were in the file
			s.papers = c.papers
		}
		s.r, s.path, s.door = c.r, to, c.door
		return c.w.Close()
	}()
	if err != nil {
		return errors.Join(err, s.dropCopy())
	}
	return nil
}

// dropCopy removes the private copy, if there is one.
func (s *Store) dropCopy() error {
	if s.copied == "" {
		return nil
	}
	dir := s.copied
	s.copied = ""
	return os.RemoveAll(dir)
}
