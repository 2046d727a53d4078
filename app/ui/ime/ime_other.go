//go:build !windows

package ime

import "fyne.io/fyne/v2"

// Repair does nothing here: only GLFW on Windows needs it.
func Repair(fyne.Window) {}
