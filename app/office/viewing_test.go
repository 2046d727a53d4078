package office

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// What was written for a viewer does not outlive the program, nor a killed one.
func TestViewedFilesAreSwept(t *testing.T) {
	dir := t.TempDir()
	o := openDesk(t, dir)
	paths, err := o.ForViewing([]File{{Name: "D02-LT.pdf", Bytes: []byte("%PDF")}, {Name: "../ra-ngoai.pdf", Bytes: []byte("%PDF")}})
	if err != nil || len(paths) != 2 {
		t.Fatalf("%v, %v", paths, err)
	}
	for _, p := range paths {
		if b, err := os.ReadFile(p); err != nil || string(b) != "%PDF" || filepath.Dir(p) != filepath.Dir(paths[0]) {
			t.Errorf("%s: %q, %v", p, b, err)
		}
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	gone := func(when string) {
		t.Helper()
		if _, err := os.Stat(filepath.Join(dir, viewFolder)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s the folder for viewing is still there: %v", when, err)
		}
	}
	gone("after closing")
	left := filepath.Join(dir, viewFolder, "17")
	if err := os.MkdirAll(left, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(left, "x.pdf"), []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	openDesk(t, dir)
	gone("after the start that follows a kill")
}
