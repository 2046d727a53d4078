// Package crashsim cuts the power. A Recorder lies below SQLite and writes down
// every file that is made, every write, truncate, sync and delete; a Disk builds
// the files as they could lie after a cut at any point of that record, where of
// what was not synced nothing, anything in sectors of 512 bytes, or everything
// has arrived. Faults make the n-th call fail instead.
//
// It refuses to know what is in the files: whoever cuts opens them and checks.
// Tests of storage may import it; a program that runs has no use for it.
//
// The model is that of SQLite's own crash tests: sectors are whole or not there,
// in any order between two syncs; a sync of a new log or journal also syncs its
// folder; names come and go in order. Not modelled: a disk that lies about syncs.
package crashsim

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"

	"ankhai/storage/vfs"
)

// Op is what happened to a file.
type Op int

// The operations that are recorded, and Read, which only Faults count.
const (
	Read Op = iota + 1
	Write
	Sync
	Truncate
	Delete
	Create
)

func (o Op) String() string {
	return [...]string{"", "read", "write", "sync", "truncate", "delete", "create"}[o]
}

// Event is one operation.
type Event struct {
	Op   Op
	Path string
	Off  int64  // of a write; the new size of a truncate
	Data []byte // of a write
	Dir  bool   // a delete that syncs the folder
}

// Recorder is the lowest layer. It does not pass syncs on: what counts as being
// on the disk is its record.
type Recorder struct {
	mu     sync.Mutex
	events []Event
}

var _ vfs.Layer = (*Recorder)(nil)

// Len is how many events there are by now.
func (r *Recorder) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.events)
}

// Events is the record; nobody may be writing any more.
func (r *Recorder) Events() []Event { return r.events }

// do records an event and carries it out, in one order for all connections. What
// failed did not happen.
func (r *Recorder) do(e Event, f func() error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := f(); err != nil {
		return err
	}
	r.events = append(r.events, e)
	return nil
}

// Open implements vfs.Layer. Whether the file was there is asked under the same
// lock as it is made: two connections make one file.
func (r *Recorder) Open(o vfs.Opening, next func(vfs.Opening) (vfs.File, error)) (vfs.File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, was := os.Stat(o.Path)
	f, err := next(o)
	if err != nil {
		return nil, err
	}
	if errors.Is(was, fs.ErrNotExist) {
		r.events = append(r.events, Event{Op: Create, Path: o.Path, Dir: o.Kind != vfs.Main})
	}
	return &recorded{f, r, o.Path}, nil
}

// Delete implements vfs.Layer.
func (r *Recorder) Delete(path string, dirSync bool, next func(string, bool) error) error {
	return r.do(Event{Op: Delete, Path: path, Dir: dirSync}, func() error { return next(path, dirSync) })
}

// recorded is an open file. Reads and its size go straight to the file below.
type recorded struct {
	vfs.File
	r    *Recorder
	path string
}

func (f *recorded) WriteAt(p []byte, off int64) error {
	return f.r.do(Event{Op: Write, Path: f.path, Off: off, Data: slices.Clone(p)}, func() error { return f.File.WriteAt(p, off) })
}

func (f *recorded) Truncate(size int64) error {
	return f.r.do(Event{Op: Truncate, Path: f.path, Off: size}, func() error { return f.File.Truncate(size) })
}

func (f *recorded) Sync() error {
	return f.r.do(Event{Op: Sync, Path: f.path}, func() error { return nil })
}
