//go:build !windows

package office

import (
	"fmt"

	"ankhai/signing"
)

// windowsKeys: there is no such store here.
func (o *Office) windowsKeys(string) ([]KeyInfo, error) { return nil, nil }

func openWindowsKey(string) (signing.Key, error) {
	return nil, fmt.Errorf("%w: no Windows store on this system", ErrKeyKind)
}
