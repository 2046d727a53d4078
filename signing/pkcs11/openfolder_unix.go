//go:build !windows

package pkcs11

import (
	"io/fs"
	"os"
	"path/filepath"
)

// openToAll says whether just anybody may replace a file: it or its folder is
// writable by all, or a folder above is and does not keep others' files safe.
func openToAll(path string) (bool, error) {
	for at := path; ; {
		info, err := os.Stat(at)
		if err != nil {
			return false, err
		}
		mode := info.Mode()
		beside := at == path || at == filepath.Dir(path)
		if mode.Perm()&0o002 != 0 && (beside || mode&fs.ModeSticky == 0) {
			return true, nil
		}
		up := filepath.Dir(at)
		if up == at {
			return false, nil
		}
		at = up
	}
}
