package sealed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/iotest"
	"time"
)

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tep")
	f := NewFolder(dir, testKey)
	id, plain := NewID(), some(100_000)
	if _, err := f.Open(id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := f.Put(id, bytes.NewReader(plain)); err != nil {
		t.Fatal(err)
	}
	if err := f.Put(id, bytes.NewReader(nil)); !errors.Is(err, fs.ErrExist) {
		t.Errorf("put over a file: %v", err)
	}
	r, err := f.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err = errors.Join(err, r.Close()); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("read back: %v", err)
	}
	h := sha256.Sum256(plain)
	if size, sum, err := f.Verify(id); err != nil || size != 100_000 || sum != hex.EncodeToString(h[:]) {
		t.Errorf("verify: %d %s %v", size, sum, err)
	}
	path, err := f.Path(id)
	if err != nil {
		t.Fatal(err)
	}
	if st, err := os.Stat(path); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", st.Mode(), err)
	}
	data, err := os.ReadFile(path)
	if err != nil || bytes.Contains(data, plain[:16]) {
		t.Errorf("the file holds its plaintext: %v", err)
	}
	// the file of one id under the name of another
	other := NewID()
	if err := f.Put(other, bytes.NewReader([]byte("x"))); err != nil {
		t.Fatal(err)
	}
	otherPath, err := f.Path(other)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(otherPath, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Verify(other); !errors.Is(err, ErrDamaged) {
		t.Errorf("a file under another's name: %v", err)
	}
	for range 2 {
		if err := f.Remove(id); err != nil {
			t.Error(err)
		}
	}
	// a source that breaks leaves nothing
	broken := errors.New("broken")
	if err := f.Put(id, iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("put from a broken source: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a broken source left a file: %v", err)
	}
	for _, bad := range []string{"", "..", "../../../../etc/passwd", "ABCDEF0123456789ABCDEF0123456789", id[:31], id + "0", "zz" + id[2:]} {
		if _, err := f.Path(bad); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q is taken for an id: %v", bad, err)
		}
	}
}

func TestSweep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tep")
	f := NewFolder(dir, testKey)
	const keep = 30 * 24 * time.Hour
	now := time.Now()
	known := map[string]bool{}
	sweep := func(want Swept) {
		t.Helper()
		got, err := f.Sweep(func(id string) bool { return known[id] }, now, keep)
		if err != nil || got != want {
			t.Errorf("swept %+v, %v, want %+v", got, err, want)
		}
	}
	lies := func(id string) bool {
		_, _, err := f.Verify(id)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
		return err == nil
	}
	sweep(Swept{}) // no folder
	a, b := NewID(), NewID()
	for _, id := range []string{a, b} {
		if err := f.Put(id, bytes.NewReader([]byte(id))); err != nil {
			t.Fatal(err)
		}
	}
	half := filepath.Join(dir, a[:2], ".ankhai-1234.tmp")
	fresh := filepath.Join(dir, a[:2], ".ankhai-5678.tmp")
	stranger := filepath.Join(dir, "doc-toi.txt")
	for path, age := range map[string]time.Duration{half: 2 * abandoned, fresh: 0, stranger: 2 * keep} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	known[a] = true
	sweep(Swept{Aside: 1, Gone: 1})
	if !lies(a) || lies(b) {
		t.Errorf("known file there: %v, unknown one: %v", lies(a), lies(b))
	}
	sweep(Swept{})
	known[b] = true // an older data file was put back
	sweep(Swept{Back: 1})
	if !lies(b) {
		t.Error("a file that is known again does not come back")
	}
	delete(known, b)
	sweep(Swept{Aside: 1})
	now = now.Add(keep + time.Minute)
	sweep(Swept{Gone: 2}) // it, and the other half-written file
	known[b] = true
	sweep(Swept{})
	if lies(b) {
		t.Error("a removed file comes back")
	}
	var left []string
	if err := f.IDs(func(id string, changed time.Time) error {
		left = append(left, id)
		return nil
	}); err != nil || len(left) != 1 || left[0] != a {
		t.Errorf("left are %v, %v, want %s", left, err, a)
	}
	if _, err := os.Stat(stranger); err != nil {
		t.Errorf("a file that is not ours: %v", err)
	}
}
