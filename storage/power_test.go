package storage

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ankhai/storage/crashsim"
	"ankhai/storage/vfs"
)

// recording is a scenario as the disk saw it.
type recording struct {
	path   string
	key    []byte
	events []crashsim.Event
	ready  int                     // events when the store was open
	acked  []int                   // events when step i was acknowledged
	states []map[string]tablePrint // what the store held before step 0, after step 0 …
}

// record works through steps with synchronous=level and further settings.
func record(t testing.TB, key []byte, level string, steps []doing, settings ...string) *recording {
	t.Helper()
	rec := &crashsim.Recorder{}
	r := &recording{path: filepath.Join(t.TempDir(), "ankhai.db"), key: key}
	s, err := openWith(r.path, Options{Key: key, below: []vfs.Layer{rec}})
	must(t, err)
	_, err = s.w.Exec("PRAGMA synchronous = " + level)
	must(t, err)
	for _, q := range settings {
		_, err = s.w.Exec("PRAGMA " + q)
		must(t, err)
	}
	must(t, smallLog(s, 60))
	r.ready = rec.Len()
	state, err := s.contents()
	must(t, err)
	r.states = append(r.states, state)
	for _, st := range steps {
		if err := st.do(s); err != nil {
			t.Fatalf("%s: %v", st.name, err)
		}
		r.acked = append(r.acked, rec.Len())
		state, err := s.contents()
		must(t, err)
		r.states = append(r.states, state)
	}
	must(t, s.Close())
	r.events = rec.Events()
	return r
}

// outcomes of cuts.
type cuts struct {
	n      int
	broken int // does not open, or is not sound
	lost   int // an acknowledged step is missing
	half   int // a state between two steps
	first  string
}

func (c *cuts) note(n *int, format string, args ...any) {
	*n++
	if c.first == "" {
		c.first = fmt.Sprintf(format, args...)
	}
}

// cut cuts the power n times at random points and looks at what is there. The
// points are walked in order, so that the disk needs not begin anew.
func (r *recording) cut(t testing.TB, n int, seed uint64) (c cuts) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(seed, 42))
	points := make([]int, n)
	for i := range points {
		points[i] = rnd.IntN(len(r.events) + 1)
	}
	slices.Sort(points)
	disk := crashsim.NewDisk(r.events, map[string][]byte{r.path: nil})
	dir := t.TempDir()
	for i, at := range points {
		disk.Advance(at)
		keep := crashsim.Keeps()[rnd.IntN(len(crashsim.Keeps()))]
		path := filepath.Join(dir, fmt.Sprint(i), "ankhai.db")
		must(t, os.Mkdir(filepath.Dir(path), 0o700))
		for name, data := range disk.Cut(keep, rnd) {
			must(t, os.WriteFile(path+name[len(r.path):], data, 0o600))
		}
		r.look(&c, path, at, keep)
		must(t, os.RemoveAll(filepath.Dir(path)))
	}
	return c
}

// look opens what a cut left and compares it with what was acknowledged by then.
func (r *recording) look(c *cuts, path string, at int, keep crashsim.Keep) {
	c.n++
	done, _ := slices.BinarySearch(r.acked, at+1) // steps acknowledged at or before the cut
	s, err := openWith(path, Options{Key: r.key, below: []vfs.Layer{lazy{}}})
	if err != nil {
		c.note(&c.broken, "cut at %d of %d, %d: %v", at, len(r.events), keep, err)
		return
	}
	defer s.Close()
	if err := s.sound(); err != nil {
		c.note(&c.broken, "cut at %d of %d, %d: %v", at, len(r.events), keep, err)
		return
	}
	state, err := s.contents()
	is := slices.IndexFunc(r.states, func(p map[string]tablePrint) bool { return same(p, state) })
	switch {
	case err != nil:
		c.note(&c.broken, "cut at %d: %v", at, err)
	case at < r.ready && is == 0: // it was made anew, or had been made
	case is < 0:
		c.note(&c.half, "cut at %d, %d: after %d steps a state between two: %v", at, keep, done, slices.Sorted(maps.Keys(state)))
	case is < done:
		c.note(&c.lost, "cut at %d, %d: %d steps acknowledged, %d there", at, keep, done, is)
	case is > done+1:
		c.note(&c.half, "cut at %d: %d steps acknowledged, %d there", at, done, is)
	}
}

// TestPowerCuts is the gate for every change of this package: nothing that was
// acknowledged is lost, nothing is half there, wherever the power goes.
func TestPowerCuts(t *testing.T) {
	var all cuts
	for _, c := range []struct {
		key []byte
		n   int
	}{{testKey, count(2000, 20000)}, {nil, count(100, 1000)}} {
		got := record(t, c.key, "FULL", scenario(30, 6)).cut(t, c.n, rand.Uint64())
		if c.key != nil {
			all = got
		}
		if got.broken+got.half+got.lost > 0 {
			t.Errorf("encrypted %v: %d broken, %d half, %d lost; the first: %s", c.key != nil, got.broken, got.half, got.lost, got.first)
		}
	}
	crashsim.Tell("%s lần mất điện: %s hỏng, %s mất", dotted(all.n), dotted(all.broken+all.half), dotted(all.lost))
}

// The simulator must be able to find what it looks for: a store that does not
// wait for the disk loses steps, or is damaged.
func TestPowerCutsFindWhatIsNotDurable(t *testing.T) {
	steps := scenario(30, 3)
	c := record(t, nil, "NORMAL", steps).cut(t, 300, 7)
	if c.lost == 0 || c.broken+c.half > 0 {
		t.Errorf("synchronous=NORMAL: %d lost, %d broken, %d half; want some lost and none broken: %s", c.lost, c.broken, c.half, c.first)
	}
	d := record(t, nil, "OFF", steps).cut(t, 300, 7)
	if d.broken == 0 {
		t.Errorf("synchronous=OFF: %d broken of %d; want some", d.broken, d.n)
	}
	t.Logf("NORMAL: %d of %d lost; OFF: %d broken, %d lost", c.lost, c.n, d.broken, d.lost)
}
