//go:build !windows

package pkcs11

import (
	"os"
	"os/exec"
	"syscall"
)

// lend gives a helper its two pipes, under numbers that it is told.
func lend(cmd *exec.Cmd, in, out *os.File) (numbers [2]string, err error) {
	cmd.ExtraFiles = []*os.File{in, out} // which begin at 3
	return [2]string{"3", "4"}, nil
}

// keep takes a pipe that was lent, and keeps it from what the driver may start.
func keep(number uintptr) *os.File {
	syscall.CloseOnExec(int(number))
	return os.NewFile(number, "pipe")
}
