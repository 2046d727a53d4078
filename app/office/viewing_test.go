package office

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"ankhai/forms/print"
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

// A picture is shown as the page as which it is filed, upright; a PDF as it is; what
// has no pages says so.
func TestPagesOfFiles(t *testing.T) {
	o := openDesk(t, t.TempDir())
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	if pdf, err := o.Pages(File{Name: "anh.png", Bytes: b.Bytes()}); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("a picture: %.10q, %v", pdf, err)
	}
	if pdf, err := o.Pages(File{Name: "a.pdf", Bytes: []byte("rác %PDF-1.7")}); err != nil || string(pdf) != "rác %PDF-1.7" {
		t.Errorf("a PDF: %q, %v", pdf, err)
	}
	for name, want := range map[string]error{"PK\x03\x04": ErrNoPages, "": ErrNoPages, "\xff\xd8\xffcut": print.ErrPicture, "\x89PNG\r\n\x1a\ncut": print.ErrPicture} {
		if _, err := o.Pages(File{Bytes: []byte(name)}); !errors.Is(err, want) {
			t.Errorf("%q: %v", name, err)
		}
	}
}
