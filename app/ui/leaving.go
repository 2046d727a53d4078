package ui

import (
	"context"
	"time"
)

// longestLeave is how long closing waits for what is being kept: a disk that hangs must
// not keep the window open.
const longestLeave = 10 * time.Second

// quit closes the window, and with it the program.
func (s *Shell) quit() { s.leave(s.window.Close) }

// leave ends the window once all that was typed is kept, into cells and into dialogs.
// Where that failed it stays, and tells; whoever closes it again means it.
func (s *Shell) leave(end func()) {
	before, left := s.fails, false
	out := func() {
		if !left && s.fails == before {
			left = true
			end()
		}
	}
	s.typed.Flush(func() {
		s.Quiet(func(context.Context) error { return nil }, func(error) { out() })
	})
	if !left {
		s.After(longestLeave, out)
	}
}
