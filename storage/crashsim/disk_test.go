package crashsim

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"ankhai/storage/vfs"
)

func filledWith(b byte, n int) []byte { return bytes.Repeat([]byte{b}, n) }

// seen cuts many times in one way and lists the different outcomes.
func seen(events []Event, before map[string][]byte, at int, keep Keep) (out []string) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		d := NewDisk(events, before)
		d.Advance(at)
		var s string
		files := d.Cut(keep, r)
		for _, name := range []string{"a", "b"} {
			if data, ok := files[name]; ok {
				s += name + ":"
				for i := 0; i < len(data); i += Sector {
					s += string('0' + rune(data[i]))
				}
				s += " "
			}
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

func TestWhatACutLeaves(t *testing.T) {
	before := map[string][]byte{"a": filledWith(1, 2*Sector)}
	write := Event{Op: Write, Path: "a", Off: Sector, Data: filledWith(2, 2*Sector)} // half over what is there, half behind it
	sync := Event{Op: Sync, Path: "a"}
	for _, c := range []struct {
		name   string
		events []Event
		keep   Keep
		want   []string
	}{
		{"nothing of a write", []Event{write}, None, []string{"a:11 "}},
		{"all of it", []Event{write}, All, []string{"a:122 "}},
		{"any of its sectors", []Event{write}, Some, []string{"a:11 ", "a:12 ", "a:112 ", "a:122 "}},
		{"a part of the last write", []Event{write}, LastPart, []string{"a:11 ", "a:12 "}},
		{"what was synced stays", []Event{write, sync}, None, []string{"a:122 "}},
		{"a truncate", []Event{{Op: Truncate, Path: "a", Off: Sector}}, Some, []string{"a:1 ", "a:11 "}},
		{"a new file", []Event{{Op: Create, Path: "b", Dir: true}, {Op: Write, Path: "b", Data: filledWith(3, Sector)}}, None, []string{"a:11 "}},
		{"a new file, its name perhaps", []Event{{Op: Create, Path: "b", Dir: true}}, Some, []string{"a:11 ", "a:11 b: "}},
		{"a new log that was synced", []Event{{Op: Create, Path: "b", Dir: true}, {Op: Write, Path: "b", Data: filledWith(3, Sector)}, {Op: Sync, Path: "b"}}, None, []string{"a:11 b:3 "}},
		{"a new data file that was synced, its name not", []Event{{Op: Create, Path: "b"}, {Op: Sync, Path: "b"}}, None, []string{"a:11 "}},
		{"a delete", []Event{{Op: Delete, Path: "a"}}, Some, []string{"", "a:11 "}},
		{"a delete with its folder", []Event{{Op: Delete, Path: "a", Dir: true}}, None, []string{""}},
	} {
		want := slices.Clone(c.want)
		slices.Sort(want)
		if got := seen(c.events, before, len(c.events), c.keep); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
	}
}

// file is a disk that does what it is told.
type file struct{ vfs.File }

func (file) ReadAt([]byte, int64) (int, error) { return 0, nil }
func (file) WriteAt([]byte, int64) error       { return nil }
func (file) Truncate(int64) error              { return nil }
func (file) Sync() error                       { return nil }

func TestFaultsHitTheCallTheyAreArmedFor(t *testing.T) {
	f := &Faults{}
	x, err := f.Open(vfs.Opening{}, func(vfs.Opening) (vfs.File, error) { return file{}, nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		n       int
		forever bool
		want    string
	}{{0, false, "....."}, {3, false, "..x.."}, {3, true, "..xxx"}} {
		f.Arm(Write, c.n, c.forever, vfs.Full)
		got := ""
		for range 5 {
			if err := x.Sync(); err != nil {
				t.Errorf("a sync failed: %v", err)
			}
			if err := x.WriteAt(nil, 0); err == vfs.Full {
				got += "x"
			} else {
				got += "."
			}
		}
		if got != c.want {
			t.Errorf("armed for %d, forever %v: got %s, want %s", c.n, c.forever, got, c.want)
		}
		if s := fmt.Sprint(f.Count(Write), f.Count(Sync)); s != "5 5" {
			t.Errorf("counted %s", s)
		}
	}
}
