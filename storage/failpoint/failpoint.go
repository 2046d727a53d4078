// Package failpoint names the moments between two durable steps, so that a test
// can end the process at any of them and look at what is left.
//
// The convention: a durable step (a transaction, a rename, a file written and
// synced, a word sent over the wire) has a point before it and one after it,
// each a call of Hit with a literal name "room.step.moment", and a line in
// Points that says what has happened when the process ends there and at which
// state the dossier at work is then found. The name of a point is given once; a
// step that several roads share has its point in the shared place. Whoever adds
// a step adds its points, and runs the tests of this package with -update: they
// compare Points with the calls in the source and keep testdata/points.md, the
// table that people read.
//
// It refuses to know what a step does. Any package of ours that writes durably
// may import it, through storage; it imports nothing of ours. In a shipped
// program it costs one look at a variable: nothing is armed unless the
// environment says so.
//
//	ANKHAI_CRASH_AT=outbox.intent.kept:3   ends the process at the third pass
//	ANKHAI_CRASH_LOG=FILE                  writes a line for each point at each pass
package failpoint

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

// armed is written before main begins and never again.
var armed = arm(os.Getenv("ANKHAI_CRASH_AT"), os.Getenv("ANKHAI_CRASH_LOG"))

var at struct {
	sync.Mutex
	name string // the process ends here
	left int    // passes still to go
	log  *os.File
}

// Hit is the point of this name. It does nothing unless the environment of the
// process asks for it.
func Hit(name string) {
	if armed {
		hit(name)
	}
}

func hit(name string) {
	at.Lock()
	defer at.Unlock()
	if at.log != nil {
		fmt.Fprintln(at.log, name)
	}
	if name != at.name {
		return
	}
	if at.left--; at.left == 0 {
		end()
	}
}

// end ends this process as a power cut would: no deferred call runs, nothing is
// flushed. SIGKILL, and TerminateProcess on Windows.
func end() {
	p, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = p.Kill()
	}
	if err != nil {
		panic("failpoint: cannot end the process: " + err.Error())
	}
	select {} // the signal is on its way
}

// arm reads what the environment asks for. What it cannot understand stops the
// program: a test that crashes nowhere would prove nothing.
func arm(crash, log string) bool {
	if crash != "" {
		name, n, ok := strings.Cut(crash, ":")
		left, err := strconv.Atoi(n)
		if !ok || err != nil || left < 1 || !declared(name) {
			panic(fmt.Sprintf("failpoint: ANKHAI_CRASH_AT=%q is not NAME:N with a point that exists", crash))
		}
		at.name, at.left = name, left
	}
	if log != "" {
		f, err := os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			panic("failpoint: " + err.Error())
		}
		at.log = f
	}
	return crash != "" || log != ""
}
