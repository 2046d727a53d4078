package office

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ankhai/forms/print"
)

// viewFolder holds files that another program shows. They lie there in clear, since
// a viewer cannot open anything else, and only while this program runs: they are
// swept when it closes, and when it starts, in case it was killed.
const viewFolder = "xem"

// ForViewing writes files for another program to show, and says where. Names must
// be plain file names.
func (o *Office) ForViewing(files []File) (paths []string, err error) {
	root := filepath.Join(o.dir, viewFolder)
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, fmt.Errorf("make folder for viewing: %w", err)
	}
	dir, err := os.MkdirTemp(root, "")
	if err != nil {
		return nil, fmt.Errorf("make folder for viewing: %w", err)
	}
	for _, f := range files {
		path := filepath.Join(dir, filepath.Base(f.Name))
		if err := os.WriteFile(path, f.Bytes, 0o600); err != nil {
			return paths, fmt.Errorf("write file for viewing: %w", err)
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// sweepViewing removes what was written for viewing. A file that a viewer still
// holds open, as Windows does, is left for the next start.
func (o *Office) sweepViewing() error {
	root := filepath.Join(o.dir, viewFolder)
	if os.RemoveAll(root) == nil {
		return nil
	}
	left, err := os.ReadDir(root)
	if err != nil {
		return fmt.Errorf("sweep files for viewing: %w", err)
	}
	for _, d := range left {
		_ = os.RemoveAll(filepath.Join(root, d.Name())) // held open: the next start tries again
	}
	return nil
}

// ErrNoPages: a file has no pages that this program can show: neither a PDF nor a
// picture.
var ErrNoPages = errors.New("file has no pages to show")

// Pages is a file as a PDF for showing: a PDF as it is, a photograph or scan on A4,
// upright, as it is filed. ErrNoPages for anything else, print.ErrPicture for a
// picture that is broken or too large.
func (o *Office) Pages(f File) ([]byte, error) {
	switch {
	case bytes.Contains(f.Bytes[:min(len(f.Bytes), 1024)], []byte("%PDF-")): // what stands before it is let pass, as readers do
		return f.Bytes, nil
	case bytes.HasPrefix(f.Bytes, []byte("\xff\xd8\xff")), bytes.HasPrefix(f.Bytes, []byte("\x89PNG\r\n\x1a\n")):
		return print.Picture(f.Bytes, print.Options{Made: o.now().In(vietnam), Author: "AnKhai"})
	}
	return nil, ErrNoPages
}
