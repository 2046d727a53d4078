package pkcs11

import (
	"os/exec"
	"syscall"
)

// hide keeps the helper from flashing a console window.
func hide(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
