package pkcs11

import (
	"os"
	"os/exec"
	"strconv"
	"syscall"

	"golang.org/x/sys/windows"
)

// lend gives a helper its two pipes, under numbers that it is told, and keeps it from
// flashing a console window.
func lend(cmd *exec.Cmd, in, out *os.File) (numbers [2]string, err error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true}
	for i, f := range []*os.File{in, out} {
		handle := f.Fd()
		if err := windows.SetHandleInformation(windows.Handle(handle), windows.HANDLE_FLAG_INHERIT, windows.HANDLE_FLAG_INHERIT); err != nil {
			return numbers, err
		}
		cmd.SysProcAttr.AdditionalInheritedHandles = append(cmd.SysProcAttr.AdditionalInheritedHandles, syscall.Handle(handle))
		numbers[i] = strconv.FormatUint(uint64(handle), 10)
	}
	return numbers, nil
}

// keep takes a pipe that was lent, and keeps it from what the driver may start.
func keep(number uintptr) *os.File {
	_ = windows.SetHandleInformation(windows.Handle(number), windows.HANDLE_FLAG_INHERIT, 0) // a pipe that is none fails at the first read
	return os.NewFile(number, "pipe")
}
