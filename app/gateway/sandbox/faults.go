package sandbox

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// faultKinds names every fault on demand and when it strikes: before a dossier
// is stored, after it, or at a question.
var faultKinds = map[string]struct {
	phase phase
	what  string // of the argument: n times, duration, bytes, days
}{
	"delay":         {always, "duration"}, // waits before dealing with a dossier
	"500":           {before, "times"},
	"503":           {before, "times"}, // with Retry-After: 2
	"429":           {before, "times"}, // with Retry-After: 2
	"html":          {before, "times"}, // 200 with somebody's web page
	"redirect":      {before, "times"},
	"reset":         {before, "times"}, // TCP reset
	"500-after":     {after, "times"},
	"html-after":    {after, "times"},
	"reset-after":   {after, "times"},
	"drop-answer":   {after, "times"}, // closes without a word
	"half":          {after, "times"}, // half the answer
	"cut":           {after, "bytes"}, // the answer up to that byte, once
	"drip":          {after, "duration"},
	"wrong-receipt": {after, "times"}, // the receipt of another dossier
	"huge":          {after, "times"}, // a receipt that does not end
	"double":        {after, "times"}, // deals with the dossier twice, answers twice
	"return":        {taken, "times"}, // accepts, and returns it at step 3
	"return-days":   {taken, "days"},  // accepts, and returns it after so many working days, once
	"slow-upload":   {uploading, "duration"},
	"part-cut":      {parting, "times"}, // keeps half a part and closes without a word
	"wrong-cert":    {shaking, "times"}, // another name and authority at the handshake
	"get-500":       {asked, "times"},
	"get-html404":   {asked, "times"}, // a web page that says 404
	"get-delay":     {asking, "duration"},
}

type phase int

const (
	always phase = iota
	before
	taken
	after
	asking
	asked
	uploading
	parting
	shaking
)

type fault struct {
	name  string
	left  int // times still to strike; -1 without end
	wait  time.Duration
	bytes int // or working days
}

type faults struct {
	mu   sync.Mutex
	list []fault
}

// ParseFaults checks a specification such as
// "drop-answer:1,delay:200ms,500:2,double,half:1,503:1,html:1,reset:1":
// names of faults with, after a colon, how many dossiers they strike (without
// it, all), a duration or a number of bytes. Each fault is used up in its
// order; a dossier meets at most one before and one after it is stored.
func ParseFaults(spec string) error {
	_, err := parseFaults(spec)
	return err
}

func parseFaults(spec string) (*faults, error) {
	f := &faults{}
	for _, part := range strings.Split(spec, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		name, arg, has := strings.Cut(part, ":")
		kind, ok := faultKinds[name]
		if !ok {
			return nil, fmt.Errorf("sandbox: fault %q is not known", name)
		}
		x := fault{name: name, left: -1}
		var err error
		switch kind.what {
		case "times":
			if has {
				x.left, err = strconv.Atoi(arg)
			}
		case "bytes":
			x.left = 1
			x.bytes, err = strconv.Atoi(arg)
		case "days":
			x.left = 1
			if x.bytes, err = strconv.Atoi(arg); err == nil && (x.bytes < 1 || x.bytes > 3) {
				err = errors.New("from 1 to 3")
			}
		case "duration":
			x.wait, err = time.ParseDuration(arg)
		}
		if err != nil || has && x.left < -1 || x.wait < 0 || x.bytes < 0 {
			return nil, fmt.Errorf("sandbox: fault %q: argument must be %s", part, kind.what)
		}
		f.list = append(f.list, x)
	}
	return f, nil
}

// take uses up the first fault of the phase.
func (f *faults) take(p phase) (fault, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := range f.list {
		x := &f.list[i]
		if faultKinds[x.name].phase != p || x.left == 0 {
			continue
		}
		if x.left > 0 {
			x.left--
		}
		return *x, true
	}
	return fault{}, false
}

// left says, as ParseFaults reads it, which faults are still to strike.
func (f *faults) left() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var parts []string
	for _, x := range f.list {
		switch kind := faultKinds[x.name].what; {
		case x.left == 0:
		case kind == "duration":
			parts = append(parts, x.name+":"+x.wait.String())
		case kind == "bytes" || kind == "days":
			parts = append(parts, fmt.Sprint(x.name, ":", x.bytes))
		case x.left > 0:
			parts = append(parts, fmt.Sprint(x.name, ":", x.left))
		default:
			parts = append(parts, x.name)
		}
	}
	return strings.Join(parts, ",")
}

func (f *faults) replace(by *faults) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = by.list
}
