//go:build !windows

package start

import (
	"fmt"
	"os"
	"os/exec"
)

// Tell writes to the terminal, and to the screen where a program that shows words
// is at hand. It offers nothing: whoever sees the words has a terminal.
func (here) Tell(title, words, _ string) bool {
	fmt.Fprintln(os.Stderr, title+"\n\n"+words)
	if drawsHere() != nil {
		return false
	}
	for _, say := range [][]string{
		{"zenity", "--warning", "--no-markup", "--width=520", "--title", title, "--text", words},
		{"kdialog", "--title", title, "--sorry", words},
		{"xmessage", "-center", title + "\n\n" + words},
	} {
		if path, err := exec.LookPath(say[0]); err == nil {
			if exec.Command(path, say[1:]...).Run() == nil {
				return false
			}
		}
	}
	return false
}

// openConsole is never asked for here: Tell agrees to nothing.
func openConsole(Machine, string) error { return nil }
