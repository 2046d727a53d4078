//go:build !windows

package pkcs11_test

import (
	"crypto"
	"crypto/sha256"
	"os"
	"testing"

	"ankhai/signing/signtest/fakedriver"
	"ankhai/signing/signtest/wine"
)

// The Windows build of this package with a driver of a Windows C compiler.
func TestUnderWine(t *testing.T) {
	wine.Asked(t)
	key := issue(t, authority(t), "CÔNG TY")
	digest := sha256.Sum256([]byte("hồ sơ"))
	signature, err := key.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	dll := fakedriver.BuildWindows(t)
	for suffix, data := range map[string][]byte{".der": key.Certificate().Raw, ".sig": signature} {
		if err := os.WriteFile(dll+suffix, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	wine.Run(t, "^TestWindowsDriver$", "ANKHAI_TOKEN_DLL="+wine.Path(dll))
}
