package crashsim

import (
	"fmt"
	"os"
)

// Tell prints what a run came to, and adds it to the file that ANKHAI_COUNTS names:
// `go test` shows nothing of a package that passes, and whoever runs the gate wants
// the figures.
func Tell(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	fmt.Println(line)
	path := os.Getenv("ANKHAI_COUNTS")
	if path == "" {
		return
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	if _, err := fmt.Fprintln(f, line); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	f.Close()
}
