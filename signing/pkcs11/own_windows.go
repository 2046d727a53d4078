package pkcs11

import (
	"os"

	"golang.org/x/sys/windows"
)

// ownOutput keeps the pipe to the parent for the protocol and gives the driver
// the error output instead: drivers print.
func ownOutput() (*os.File, error) {
	out := os.Stdout
	return out, windows.SetStdHandle(windows.STD_OUTPUT_HANDLE, windows.Handle(os.Stderr.Fd()))
}

// leave ends the helper without the farewell of its libraries, which is where
// drivers deadlock.
func leave(code int) {
	_ = windows.TerminateProcess(windows.CurrentProcess(), uint32(code)) // does not return
	os.Exit(code)
}
