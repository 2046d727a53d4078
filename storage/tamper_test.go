package storage

import (
	"ankhai/storage/crashsim"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

const (
	page  = 4096
	frame = 24 + page
)

// victim is a store as it lies on the disk, with a log that a killed program left.
type victim struct {
	main, log []byte
	settled   int // bytes of the log that are older than its last two transactions
}

// victims makes two stores of one key. Neither has a page that nobody reads.
func victims(t *testing.T) (out [2]victim) {
	t.Helper()
	for i := range out {
		path := filepath.Join(t.TempDir(), "ankhai.db")
		first := start(t)
		must(t, first.PutPeople(ctx, mst, invented(400+i, 202611), "thử"))
		must(t, first.Backup(ctx, path))
		s := openAt(t, path)
		for n, st := range scenario(20, 2) {
			if n == 25 {
				log, err := os.Stat(path + "-wal")
				must(t, err)
				out[i].settled = int(log.Size())
			}
			must(t, st.do(s))
		}
		var err error
		out[i].log, err = os.ReadFile(path + "-wal")
		must(t, err)
		out[i].main, err = os.ReadFile(path) // drops SQLite's locks in this process; nobody writes any more
		must(t, err)
		must(t, s.Close())
	}
	return out
}

// tamper changes a victim in one way and says how.
type tamper func(v *victim, other victim, r *rand.Rand) string

func flip(b []byte, r *rand.Rand) int {
	bit := r.IntN(8 * len(b))
	b[bit/8] ^= 1 << (bit % 8)
	return bit
}

// two are places of two different units.
func two(n int, r *rand.Rand) (int, int) {
	i := r.IntN(n)
	return i, (i + 1 + r.IntN(n-1)) % n
}

var tampers = []struct {
	share int
	do    tamper
}{
	{250, func(v *victim, _ victim, r *rand.Rand) string { return fmt.Sprint("bit of the file ", flip(v.main, r)) }},
	{150, func(v *victim, _ victim, r *rand.Rand) string {
		return fmt.Sprint("bit of the log ", flip(v.log[:v.settled], r))
	}},
	{50, func(v *victim, _ victim, r *rand.Rand) string {
		i, j := two(len(v.main)/page, r)
		swapBytes(v.main[i*page:(i+1)*page], v.main[j*page:])
		return fmt.Sprintf("pages %d and %d", i, j)
	}},
	{50, func(v *victim, other victim, r *rand.Rand) string {
		i := r.IntN(min(len(v.main), len(other.main)) / page)
		copy(v.main[i*page:(i+1)*page], other.main[i*page:])
		return fmt.Sprintf("page %d of another file", i)
	}},
	{50, func(v *victim, _ victim, r *rand.Rand) string {
		i, j := two((v.settled-32)/frame, r)
		swapBytes(v.log[32+i*frame:32+(i+1)*frame], v.log[32+j*frame:])
		return fmt.Sprintf("frames %d and %d", i, j)
	}},
	{25, func(v *victim, _ victim, r *rand.Rand) string {
		i, j := two((v.settled-32)/frame, r)
		swapBytes(v.log[56+i*frame:32+(i+1)*frame], v.log[56+j*frame:])
		return fmt.Sprintf("pages of frames %d and %d", i, j)
	}},
	{25, func(v *victim, other victim, r *rand.Rand) string {
		i := r.IntN((min(v.settled, other.settled) - 32) / frame)
		copy(v.log[32+i*frame:32+(i+1)*frame], other.log[32+i*frame:])
		return fmt.Sprintf("frame %d of another log", i)
	}},
}

func swapBytes(a, b []byte) {
	for i := range a {
		a[i], b[i] = b[i], a[i]
	}
}

// noticed opens a file and reads all of it.
func noticed(path string) error {
	s, err := openWith(path, Options{Key: testKey})
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.sound(); err != nil {
		return outcome(err)
	}
	_, err = s.contents()
	return err
}

func TestTampering(t *testing.T) {
	v := victims(t)
	dir, n, seen := t.TempDir(), 0, 0
	try := func(v victim) error {
		n++
		path := filepath.Join(dir, fmt.Sprint(n), "ankhai.db")
		must(t, os.Mkdir(filepath.Dir(path), 0o700))
		defer os.RemoveAll(filepath.Dir(path))
		must(t, os.WriteFile(path, v.main, 0o600))
		must(t, os.WriteFile(path+"-wal", v.log, 0o600))
		return noticed(path)
	}
	if err := try(v[0]); err != nil {
		t.Fatalf("untouched: %v", err)
	}
	n = 0
	r := rand.New(rand.NewPCG(rand.Uint64(), 1))
	for _, how := range tampers {
		for range count(how.share, how.share*10) {
			c := victim{bytes.Clone(v[0].main), bytes.Clone(v[0].log), v[0].settled}
			what := how.do(&c, v[1], r)
			if !bytes.Equal(c.main, v[0].main) {
				c.log = nil // it would hide pages of the file, and mend them
			}
			err := try(c)
			switch {
			case err == nil:
				t.Errorf("not noticed: %s", what)
			case Say(err) == "":
				t.Errorf("%s: no sentence for %v", what, err)
			default:
				seen++
			}
		}
	}
	crashsim.Tell("%s lần lật bit và tráo trang: %s bị phát hiện", dotted(n), dotted(seen))
}

// While the program runs it notices as well, in the pages that it reads.
func TestTamperingUnderARunningProgram(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(2000, 202611), "thử"))
	f, err := os.OpenFile(s.Path()+"-wal", os.O_RDWR, 0)
	must(t, err)
	defer f.Close()
	st, err := f.Stat()
	must(t, err)
	b := make([]byte, 1)
	for off := int64(32 + 24); off < st.Size(); off += frame {
		_, err = f.ReadAt(b, off+100)
		must(t, err)
		b[0] ^= 1
		_, err = f.WriteAt(b, off+100)
		must(t, err)
	}
	_, err = s.contents()
	wantErr(t, "read", err, ErrDamaged)
	if errors.Is(err, ErrWrongKey) {
		t.Error("damage is called a wrong key")
	}
}
