package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

// held keeps the lock files of this process open. A lock file that only a local
// variable knows is closed by the garbage collector, and the lock with it.
var held = struct {
	sync.Mutex
	files map[*os.File]bool
}{files: map[*os.File]bool{}}

// Lock makes this process the only one that works in the data folder dir, until
// release is called or the process ends, however it ends. ErrLocked means that
// another one is there. The folder is made if there is none.
func Lock(dir string) (release func(), err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("lock data folder: %w", outcome(err))
	}
	f, err := os.OpenFile(filepath.Join(dir, "ankhai.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock data folder: %w", outcome(err))
	}
	if err := lockFile(f); err != nil {
		f.Close()
		if errors.Is(err, ErrLocked) {
			err = &LockedError{holderOf(dir)}
		}
		return nil, fmt.Errorf("lock data folder: %w", outcome(err))
	}
	signHolder(dir)
	held.Lock()
	held.files[f] = true
	held.Unlock()
	var once sync.Once
	return func() {
		once.Do(func() {
			held.Lock()
			delete(held.files, f)
			held.Unlock()
			unsignHolder(dir)
			f.Close() // gives the lock free; nothing was written
			runtime.KeepAlive(f)
		})
	}, nil
}
