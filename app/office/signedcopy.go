package office

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// signedMark is what the name of a signed copy has more than that of the file.
const signedMark = "-daky"

// mostCopies bounds the signed copies of one file in a folder.
const mostCopies = 100

// SignedName is how the signed copy of a file is called.
func SignedName(name string) string { return copyName(name, 1) }

func copyName(name string, n int) string {
	ext := filepath.Ext(name)
	mark := signedMark
	if n > 1 {
		mark += fmt.Sprintf("-%d", n)
	}
	return strings.TrimSuffix(name, ext) + mark + ext
}

// KeepSignedCopy writes a signed file beside the one that it was made of, and says where
// it lies. Nothing that is there already is written over.
func (o *Office) KeepSignedCopy(path string, signed []byte) (string, error) {
	for n := 1; n <= mostCopies; n++ {
		at := copyName(path, n)
		_, err := os.Lstat(at)
		switch {
		case err == nil:
			continue
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("keep signed copy: %w", err)
		}
		if err := WriteFile(at, signed); err != nil {
			return "", fmt.Errorf("keep signed copy: %w", err)
		}
		return at, nil
	}
	return "", fmt.Errorf("keep signed copy: %w", fs.ErrExist)
}
