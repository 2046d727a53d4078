package law

import (
	"fmt"
	"io/fs"
	"strings"
)

// EachLine reads a tab separated table of data that goes with the program, its first
// line naming the columns, and hands over each line as cells by column, without the
// spaces around them. An error names file and line.
func EachLine(files fs.FS, file string, line func(map[string]string) error) error {
	b, err := fs.ReadFile(files, file)
	if err != nil {
		return fmt.Errorf("read table: %w", err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	for i, l := range lines[1:] {
		cells := strings.Split(l, "\t")
		if len(cells) != len(head) {
			return fmt.Errorf("%s:%d: %d cells for %d columns", file, i+2, len(cells), len(head))
		}
		by := make(map[string]string, len(head))
		for k, h := range head {
			by[h] = strings.TrimSpace(cells[k])
		}
		if err := line(by); err != nil {
			return fmt.Errorf("%s:%d: %w", file, i+2, err)
		}
	}
	return nil
}
