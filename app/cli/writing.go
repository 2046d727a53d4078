package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"ankhai/app/office"
)

// write puts files into a folder and says which.
func (c *call) write(dir string, files []office.File) error {
	paths := []string{}
	for _, f := range files {
		path := filepath.Join(dir, filepath.Base(f.Name))
		if err := office.WriteFile(path, f.Bytes); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
		paths = append(paths, path)
	}
	return c.answer(map[string]any{"files": paths}, func(w io.Writer) {
		for _, p := range paths {
			fmt.Fprintln(w, "Đã ghi", p)
		}
		if len(paths) == 0 {
			fmt.Fprintln(w, "Không có tệp nào.")
		}
	})
}
