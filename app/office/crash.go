package office

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

// Crash is a fault of the program itself, caught at the edge of a task. It tells
// where, never with which values: what a panic carries may be a person's name.
type Crash struct {
	Where []string // functions of ours with file and line, innermost first
}

// Error names the places.
func (c *Crash) Error() string {
	if len(c.Where) == 0 {
		return "internal fault"
	}
	return "internal fault at " + strings.Join(c.Where, ", ")
}

// maxFrames is how many places a report names: enough to find the fault.
const maxFrames = 8

// Recovered makes an error of what a panic left behind, nil if there was none. It
// is called in the deferred function itself, with the answer of recover.
func Recovered(caught any) error {
	if caught == nil {
		return nil
	}
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	c := &Crash{}
	for len(c.Where) < maxFrames {
		f, more := frames.Next()
		if name, ok := strings.CutPrefix(f.Function, "ankhai/"); ok {
			c.Where = append(c.Where, fmt.Sprintf("%s %s:%d", name, path.Base(f.File), f.Line))
		}
		if !more {
			break
		}
	}
	return c
}

// Guard runs f and turns a panic in it into a Crash.
func Guard(f func() error) (err error) {
	defer func() {
		if caught := Recovered(recover()); caught != nil {
			err = caught
		}
	}()
	return f()
}
