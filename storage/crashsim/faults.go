package crashsim

import (
	"sync"

	"ankhai/storage/vfs"
)

// Faults is a layer that lets the n-th call of one kind fail.
type Faults struct {
	mu      sync.Mutex
	op      Op
	n       int // 0 = nothing fails
	forever bool
	err     error
	counts  [Create + 1]int
	failed  int
}

var _ vfs.Layer = (*Faults)(nil)

// Arm lets the n-th op from now on fail with err, vfs.IO or vfs.Full; forever
// lets all that follow fail as well. The counts begin again. n = 0 disarms.
func (f *Faults) Arm(op Op, n int, forever bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.op, f.n, f.forever, f.err = op, n, forever, err
	clear(f.counts[:])
	f.failed = 0
}

// Count says how many calls of a kind there were since Arm.
func (f *Faults) Count(op Op) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.counts[op]
}

// Failed says how many calls were let fail since Arm.
func (f *Faults) Failed() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.failed
}

func (f *Faults) hit(op Op) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.counts[op]++
	if n := f.counts[op]; op == f.op && f.n > 0 && (n == f.n || f.forever && n > f.n) {
		f.failed++
		return f.err
	}
	return nil
}

// Open implements vfs.Layer.
func (f *Faults) Open(o vfs.Opening, next func(vfs.Opening) (vfs.File, error)) (vfs.File, error) {
	file, err := next(o)
	if err != nil {
		return nil, err
	}
	return &faulty{file, f}, nil
}

// Delete implements vfs.Layer.
func (f *Faults) Delete(path string, dirSync bool, next func(string, bool) error) error {
	if err := f.hit(Delete); err != nil {
		return err
	}
	return next(path, dirSync)
}

type faulty struct {
	vfs.File
	f *Faults
}

func (x *faulty) ReadAt(p []byte, off int64) (int, error) {
	if err := x.f.hit(Read); err != nil {
		return 0, err
	}
	return x.File.ReadAt(p, off)
}

func (x *faulty) WriteAt(p []byte, off int64) error {
	if err := x.f.hit(Write); err != nil {
		return err
	}
	return x.File.WriteAt(p, off)
}

func (x *faulty) Truncate(size int64) error {
	if err := x.f.hit(Truncate); err != nil {
		return err
	}
	return x.File.Truncate(size)
}

func (x *faulty) Sync() error {
	if err := x.f.hit(Sync); err != nil {
		return err
	}
	return x.File.Sync()
}
