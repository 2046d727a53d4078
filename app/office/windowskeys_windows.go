package office

import (
	"ankhai/signing"
	"ankhai/signing/wincert"

	"golang.org/x/sys/windows"
)

// windowsKeys lists what the user's store can sign with.
func (o *Office) windowsKeys(taxCode string) ([]KeyInfo, error) {
	certs, err := wincert.Certificates()
	var out []KeyInfo
	for _, cert := range certs {
		out = append(out, o.certInfo(windowsKey+wincert.Thumbprint(cert), cert, taxCode))
	}
	return out, err
}

// openWindowsKey opens a key; the vendor's dialog appears over the window in front,
// which is the one where the person has just asked for a signature.
func openWindowsKey(thumbprint string) (signing.Key, error) {
	key, err := wincert.Open(thumbprint, uintptr(windows.GetForegroundWindow()))
	if err != nil {
		return nil, err
	}
	return key, nil
}
