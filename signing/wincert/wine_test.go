//go:build !windows

package wincert

import (
	"testing"

	"ankhai/signing/signtest/wine"
)

// The store, CNG and the CryptoAPI, as far as Wine has them.
func TestUnderWine(t *testing.T) { wine.Run(t, ".") }
