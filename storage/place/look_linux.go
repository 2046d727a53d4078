package place

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Look gathers the facts of a folder, or of the nearest folder above it that is
// there. What the system does not say stays empty.
func Look(dir string) (Facts, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Facts{}, err
	}
	f := Facts{OS: runtime.GOOS, Path: dir}
	if real, err := filepath.EvalSymlinks(nearest(dir)); err == nil {
		mounts, err := os.ReadFile("/proc/self/mounts")
		if err == nil { // a system without it says nothing
			f.FSType = mountOf(string(mounts), real)
		}
	}
	return f, nil
}

// mountOf is the type of the mount that holds a folder: the longest mount point
// above it, the last of two at the same place.
func mountOf(mounts, dir string) string {
	best, kind := "", ""
	for line := range strings.Lines(mounts) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		at := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(f[1])
		if within(dir, at, "linux") && len(at) >= len(best) {
			best, kind = at, f[2]
		}
	}
	return kind
}
