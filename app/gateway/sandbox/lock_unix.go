//go:build !windows

package sandbox

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lockFile takes the folder for this process until the file is closed or the
// process ends.
func lockFile(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("sandbox: lock folder: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, ErrLocked
		}
		return nil, fmt.Errorf("sandbox: lock folder: %w", err)
	}
	return f, nil
}
