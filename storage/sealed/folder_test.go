package sealed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
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
	if n, err := f.Sweep(func(string) bool { return false }, time.Now()); n != 0 || err != nil {
		t.Errorf("no folder: %d, %v", n, err)
	}
	known, orphan, fresh := NewID(), NewID(), NewID()
	day := time.Now().Add(-24 * time.Hour)
	for _, id := range []string{known, orphan, fresh} {
		if err := f.Put(id, bytes.NewReader([]byte(id))); err != nil {
			t.Fatal(err)
		}
		path, err := f.Path(id)
		if err != nil {
			t.Fatal(err)
		}
		if id != fresh {
			if err := os.Chtimes(path, day, day); err != nil {
				t.Fatal(err)
			}
		}
	}
	half := filepath.Join(dir, orphan[:2], ".ankhai-1234.tmp")
	stranger := filepath.Join(dir, "doc-toi.txt")
	for _, path := range []string{half, stranger} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, day, day); err != nil {
			t.Fatal(err)
		}
	}
	n, err := f.Sweep(func(id string) bool { return id == known }, time.Now().Add(-time.Hour))
	if err != nil || n != 2 {
		t.Errorf("%d removed, %v, want the orphan and the half file", n, err)
	}
	var left []string
	if err := f.IDs(func(id string, changed time.Time) error {
		left = append(left, id)
		if changed.IsZero() {
			return fmt.Errorf("%s has no time", id)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(left) != 2 || (left[0] != known && left[1] != known) || (left[0] != fresh && left[1] != fresh) {
		t.Errorf("left are %v, want %s and %s", left, known, fresh)
	}
	if _, err := os.Stat(stranger); err != nil {
		t.Errorf("a file that is not ours: %v", err)
	}
}
