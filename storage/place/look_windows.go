package place

import (
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sys/windows"
)

// Look gathers the facts of a folder, or of the nearest folder above it that is
// there. What the system does not say stays empty.
func Look(dir string) (Facts, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Facts{}, err
	}
	f := Facts{OS: runtime.GOOS, Path: dir}
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		f.Synced = append(f.Synced, os.Getenv(name))
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(dir) + `\`)
	if err != nil {
		return f, err
	}
	f.Remote = windows.GetDriveType(root) == windows.DRIVE_REMOTE
	return f, nil
}
