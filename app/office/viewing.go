package office

import (
	"fmt"
	"os"
	"path/filepath"
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
