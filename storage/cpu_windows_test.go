package storage

import (
	"syscall"
	"time"
)

// cpu is what this process has used of the processor.
func cpu() time.Duration {
	var made, ended, kernel, user syscall.Filetime
	h, err := syscall.GetCurrentProcess()
	if err == nil {
		err = syscall.GetProcessTimes(h, &made, &ended, &kernel, &user)
	}
	if err != nil {
		panic(err)
	}
	of := func(t syscall.Filetime) int64 { return int64(t.HighDateTime)<<32 | int64(t.LowDateTime) }
	return time.Duration(100 * (of(kernel) + of(user)))
}
