package pdfview

import (
	"errors"
	"os"
	"testing"
)

// Files that are locked for readers are told from broken ones; those that only forbid
// changes are shown.
func TestFilesOfOthers(t *testing.T) {
	for name, want := range map[string]error{"xref-stream.pdf": nil, "encrypted-aes.pdf": nil, "encrypted-rc4.pdf": nil} {
		pdf, err := os.ReadFile("../../signing/pdfsig/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := viewer.Open(t.Context(), pdf)
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
		if err != nil {
			continue
		}
		if _, err := d.Draw(t.Context(), 0, 300); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		d.Close()
	}
}
