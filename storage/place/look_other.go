//go:build !linux && !windows

package place

import (
	"path/filepath"
	"runtime"
)

// Look gathers the facts of a folder. What the system does not say stays empty.
func Look(dir string) (Facts, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Facts{}, err
	}
	return Facts{OS: runtime.GOOS, Path: dir, FSType: fsType(nearest(dir))}, nil
}
