package keys

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// One copy cut or spoiled anywhere is mended from the other; whichever it is.
func TestOneCopyIsDamaged(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	want, whole := copyOf(s), p.read(0)
	if !bytes.Equal(whole, p.read(1)) {
		t.Fatal("the copies differ")
	}
	cases := 0
	try := func(n int, bad []byte) {
		t.Helper()
		cases++
		p.write(n, bad)
		p.opens(p.sources("", ""), KindKeyring, want)
		if !bytes.Equal(p.read(n), whole) {
			t.Fatalf("copy %d is not mended", n+1)
		}
	}
	for n := range Files {
		for cut := 0; cut < len(whole); cut += 7 {
			try(n, whole[:cut])
		}
		for i := 0; i < len(whole); i += 5 {
			bad := bytes.Clone(whole)
			bad[i] ^= 1 << (i % 8)
			try(n, bad)
		}
		if err := os.Remove(filepath.Join(p.dir, Files[n])); err != nil {
			t.Fatal(err)
		}
		p.opens(p.sources("", ""), KindKeyring, want)
	}
	t.Logf("%d damaged copies, all mended", cases)
}

func TestBothCopiesAreDamaged(t *testing.T) {
	p := newPlace(t)
	p.create(p.sources(secret, ""))
	whole := p.read(0)
	p.write(0, whole[:len(whole)/2])
	p.write(1, bytes.Replace(whole, []byte(`"box": "`), []byte(`"box": "x`), 1))
	_, err := p.open(p.sources(secret, ""))
	if !errors.Is(err, ErrDamaged) || !strings.Contains(Say(err), "cả hai tệp khoá") {
		t.Errorf("both copies damaged: %v", err)
	}
	for _, name := range Files {
		if err := os.Remove(filepath.Join(p.dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := p.open(p.sources(secret, "")); !errors.Is(err, ErrMissing) {
		t.Errorf("no copy: %v, want ErrMissing", err)
	}
}

// The program was killed between the two copies: the newer one holds, wherever it
// lies, and a slot that was taken out does not come back.
func TestKilledBetweenTheCopies(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	want, old := copyOf(s), p.read(0)
	if err := s.SetPassphrase([]byte("mật khẩu mới hẳn")); err != nil {
		t.Fatal(err)
	}
	fresh := p.read(0)
	for n := range Files {
		p.write(n, old)
		p.write(1-n, fresh)
		p.opens(p.sources("", ""), KindKeyring, want)
		if !bytes.Equal(p.read(n), fresh) {
			t.Errorf("copy %d keeps the old passphrase", n+1)
		}
	}
}

func TestCopiesOfTwoFolders(t *testing.T) {
	p, q := newPlace(t), newPlace(t)
	p.create(p.sources(secret, ""))
	q.create(q.sources(secret, ""))
	p.write(1, q.read(0))
	if _, err := p.open(p.sources(secret, "")); !errors.Is(err, ErrMixed) {
		t.Errorf("copies of two folders: %v, want ErrMixed", err)
	}
	if !bytes.Equal(p.read(1), q.read(0)) {
		t.Error("the other folder's key file was overwritten")
	}
}

// A later program's file is left alone, even beside a whole one of ours.
func TestNewerKeyFile(t *testing.T) {
	p := newPlace(t)
	p.create(p.sources(secret, ""))
	newer := bytes.Replace(p.read(0), []byte(`"version": 1`), []byte(`"version": 2`), 1)
	p.write(1, newer)
	if _, err := p.open(p.sources(secret, "")); !errors.Is(err, ErrNewer) {
		t.Errorf("newer copy: %v, want ErrNewer", err)
	}
	if !bytes.Equal(p.read(1), newer) {
		t.Error("the newer copy was overwritten")
	}
}

// Somebody without the key who takes a slot out, or changes parameters, and puts
// the checksum right is noticed.
func TestForgedKeyFile(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	key, err := s.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	p.ring.locked = errors.New("locked")
	for name, forge := range map[string]func(f *file){
		"slot taken out":  func(f *file) { f.drop(func(x *slot) bool { return x.Kind == KindRecovery }) },
		"never printed":   func(f *file) { f.find(KindRecovery)[0].Tried = now() },
		"wrap of another": func(f *file) { f.find(KindPassphrase)[0].Wraps = f.find(KindRecovery)[0].Wraps },
		"wrap cut": func(f *file) {
			w := bytes.Clone(f.find(KindPassphrase)[0].Wraps[0].Box)
			w[20] ^= 1
			f.find(KindPassphrase)[0].Wraps[0].Box = w
		},
	} {
		f := s.f.clone()
		forge(f)
		f.Sum = f.sum()
		if _, err := parse(f.encode()); err != nil {
			t.Fatalf("%s: the forgery does not parse: %v", name, err)
		}
		p.write(0, f.encode())
		p.write(1, f.encode())
		if _, err := p.open(p.sources(secret, "")); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", name, err)
		}
	}
	key.Wipe()
}

// A hostile file may not take the machine's memory or its day.
func TestHostileParameters(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	for _, a := range []argon{
		{Time: 3, Memory: 100 << 20, Threads: 4}, {Time: 1 << 30, Memory: 64 << 10, Threads: 4}, {Time: 3, Memory: 64 << 10, Threads: 255},
		{Time: 0, Memory: 64 << 10, Threads: 4}, {Time: 3, Memory: 0, Threads: 4}, {Time: 40, Memory: 512 << 10, Threads: 4}, {Time: 3, Memory: 64 << 10},
	} {
		f := s.f.clone()
		f.find(KindPassphrase)[0].KDF = &a
		f.Sum = f.sum()
		if _, err := parse(f.encode()); !errors.Is(err, ErrDamaged) {
			t.Errorf("%+v: %v, want ErrDamaged", a, err)
		}
	}
	if _, err := parse(bytes.Repeat([]byte(" "), maxFile+1)); !errors.Is(err, ErrDamaged) {
		t.Errorf("a file of %d bytes: %v", maxFile+1, err)
	}
}

// A folder that cannot be written opens all the same, and says what it lacks.
func TestCopyThatCannotBeMended(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root writes everywhere")
	}
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	want := copyOf(s)
	p.write(1, []byte("hỏng"))
	if err := os.Chmod(p.dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(p.dir, 0o700)
	if s := p.opens(p.sources("", ""), KindKeyring, want); s.Trouble() == nil {
		t.Error("a copy that stays damaged is not spoken of")
	}
}

func FuzzKeyFile(f *testing.F) {
	p := &place{ring: newRing()}
	p.dir, p.cfg = f.TempDir(), f.TempDir()
	for _, passphrase := range []string{"", secret} {
		s, err := create(f.Context(), f.TempDir(), p.sources(passphrase, ""), now)
		if err != nil {
			f.Fatal(err)
		}
		if _, err := s.NewRecovery(); err != nil {
			f.Fatal(err)
		}
		f.Add(s.f.encode())
	}
	f.Add([]byte(`{"version": 2}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := parse(data)
		switch {
		case err == nil:
			if !bytes.Equal(got.encode(), data) {
				t.Error("a byte of the file was not read")
			}
		case !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer):
			t.Errorf("error is none of ours: %v", err)
		}
	})
}
