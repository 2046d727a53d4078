//go:build !windows

package start

import (
	"testing"

	"ankhai/signing/signtest/wine"
)

// The probe on a display, with Mesa behind Wine's OpenGL.
func TestUnderWine(t *testing.T) {
	wine.Asked(t)
	wine.Run(t, ".", "DISPLAY="+wine.Display(t))
}
