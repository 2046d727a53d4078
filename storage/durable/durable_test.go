package durable

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestReplaceAndCreate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	for _, want := range []string{"một", "hai"} {
		if err := Replace(path, []byte(want)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("read %q, %v, want %q", got, err, want)
		}
	}
	write := func(w io.Writer) error { _, err := io.WriteString(w, "ba"); return err }
	if err := Create(path, write); !errors.Is(err, fs.ErrExist) {
		t.Errorf("create over a file: %v, want fs.ErrExist", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "hai" {
		t.Errorf("a refused create left %q", got)
	}
	broken := errors.New("broken")
	if err := Create(filepath.Join(dir, "b"), func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("create with a failing writer: %v", err)
	}
	if err := Create(filepath.Join(dir, "b"), write); err != nil {
		t.Error(err)
	}
	left, err := filepath.Glob(filepath.Join(dir, TempPattern))
	if err != nil || len(left) != 0 {
		t.Errorf("temporary files are left: %v %v", left, err)
	}
	if st, err := os.Stat(path); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v, want 0600", st.Mode(), err)
	}
}

func TestMkdir(t *testing.T) {
	parent := t.TempDir()
	for range 2 {
		dir, err := Mkdir(parent, "tep")
		if err != nil || dir != filepath.Join(parent, "tep") {
			t.Fatalf("%q, %v", dir, err)
		}
	}
	if _, err := Mkdir(filepath.Join(parent, "không", "có"), "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder in no folder: %v", err)
	}
}
