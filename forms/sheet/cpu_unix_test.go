//go:build unix

package sheet

import (
	"syscall"
	"time"
)

// cpu is the time of processors that this process has used. Where other programs run
// beside, it says more than the clock on the wall.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
