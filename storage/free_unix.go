//go:build unix

package storage

import "syscall"

// FreeBytes is how much this user may still write on the disk of a folder, in bytes.
func FreeBytes(dir string) (int64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return int64(s.Bavail) * int64(s.Bsize), nil
}
