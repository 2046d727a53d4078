package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ankhai/storage/crashsim"
	"ankhai/storage/vfs"
)

// worn is one disk fault: the n-th call fails, once or from then on.
type worn struct {
	op      crashsim.Op
	n       int
	forever bool
	err     error
}

// failing makes a store, works through the steps while the disk fails, and
// returns the first error with how many steps were acknowledged. What fails is
// not tried again, as the user would: the rest of the day is left.
func failing(f *crashsim.Faults, path string, key []byte, steps []doing) (done int, err error) {
	s, err := openWith(path, Options{Key: key, below: []vfs.Layer{f, lazy{}}})
	if err != nil {
		return 0, err
	}
	if err := smallLog(s, 12); err != nil {
		return 0, outcome(err)
	}
	for _, st := range steps {
		if err = st.do(s); err != nil {
			break
		}
		done++
	}
	if cerr := s.Close(); err == nil && cerr != nil {
		err = outcome(cerr)
	}
	return done, err
}

// TestDiskThatFailsAtAnyCall lets every single read, write, sync and truncate of a
// whole scenario fail, once, for good, and with a full disk.
func TestDiskThatFailsAtAnyCall(t *testing.T) {
	stride := 1
	if testing.Short() {
		stride = 13
	}
	testFaults(t, testKey, stride)
	testFaults(t, nil, 29*stride)
}

// testFaults tries each stride-th call.
func testFaults(t *testing.T, key []byte, stride int) {
	steps := func() []doing { return scenario(3, 1) }
	dir := t.TempDir()
	states := statesOf(t, key, steps())
	f := &crashsim.Faults{}
	f.Arm(crashsim.Read, 0, false, nil)
	if _, err := failing(f, filepath.Join(dir, "whole.db"), key, steps()); err != nil {
		t.Fatal(err)
	}
	runs, seen := 0, 0
	for _, op := range []crashsim.Op{crashsim.Read, crashsim.Write, crashsim.Sync, crashsim.Truncate} {
		f.Arm(op, 0, false, nil)
		path := filepath.Join(dir, "count.db")
		if _, err := failing(f, path, key, steps()); err != nil {
			t.Fatal(err)
		}
		calls := f.Count(op)
		for _, w := range []worn{{op: op, err: vfs.IO}, {op: op, err: vfs.IO, forever: true}, {op: op, err: vfs.Full, forever: true}} {
			if w.err == vfs.Full && (op == crashsim.Read || op == crashsim.Truncate) {
				continue // a disk is full for writing
			}
			for w.n = 1 + runs%stride; w.n <= calls; w.n += stride {
				runs++
				failed, err := tryFault(f, filepath.Join(dir, fmt.Sprint(runs), "ankhai.db"), key, steps(), states, w)
				if err != nil {
					t.Errorf("%s %d of %d, forever %v, %v: %v", op, w.n, calls, w.forever, w.err, err)
				}
				if failed {
					seen++
				}
			}
		}
		must(t, removeAll(path, path+"-wal", path+"-shm"))
	}
	if !t.Failed() {
		crashsim.Tell("%s lỗi đĩa: %s được báo, 0 mất", dotted(runs), dotted(seen))
	}
	if seen < runs/3 {
		t.Errorf("of %d faults only %d were reported", runs, seen)
	}
}

// statesOf is what the store holds after each step when nothing fails. Keys and
// ids must not be random in the steps.
func statesOf(t *testing.T, key []byte, steps []doing) (out []int) {
	t.Helper()
	s, err := openWith(filepath.Join(t.TempDir(), "ankhai.db"), Options{Key: key, below: []vfs.Layer{lazy{}}})
	must(t, err)
	defer s.Close()
	for _, st := range append([]doing{{"open", func(*Store) error { return nil }}}, steps...) {
		must(t, st.do(s))
		n, err := s.VerifyJournal(ctx)
		must(t, err)
		out = append(out, n)
	}
	return out
}

// tryFault works until the disk fails, and looks at the data on a sound disk.
func tryFault(f *crashsim.Faults, path string, key []byte, steps []doing, lines []int, w worn) (failed bool, err error) {
	defer os.RemoveAll(filepath.Dir(path))
	f.Arm(w.op, w.n, w.forever, w.err)
	done, failure := failing(f, path, key, steps)
	if failure != nil && Say(failure) == "" {
		return true, fmt.Errorf("no sentence for %w", failure)
	}
	f.Arm(crashsim.Read, 0, false, nil)
	s, err := openWith(path, Options{Key: key, below: []vfs.Layer{lazy{}}})
	if err != nil {
		return true, fmt.Errorf("afterwards: %w", err)
	}
	defer s.Close()
	if err := s.sound(); err != nil {
		return true, fmt.Errorf("afterwards: %w", err)
	}
	n, err := s.VerifyJournal(ctx)
	if err == nil && n != lines[done] && (done+1 >= len(lines) || n != lines[done+1]) {
		err = fmt.Errorf("%d steps acknowledged, the journal has %d lines, want %d", done, n, lines[done])
	}
	return failure != nil, err
}
