//go:build !windows && !linux

package pkcs11

import (
	"os"

	"golang.org/x/sys/unix"
)

// ownOutput keeps the pipe to the parent for the protocol and gives the driver
// the error output instead: drivers print.
func ownOutput() (*os.File, error) {
	fd, err := unix.Dup(1)
	if err != nil {
		return nil, err
	}
	if err := unix.Dup2(2, 1); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), "protocol"), nil
}
