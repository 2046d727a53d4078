package place

import "golang.org/x/sys/unix"

// fsType is the type of the mount that holds a folder, "" if the system does not say.
func fsType(dir string) string {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return ""
	}
	return unix.ByteSliceToString(s.Fstypename[:])
}
