package start

import (
	"bytes"
	"io"
	"sync"
)

// failed is the line of Fyne's log with which it ends a program that gets no window.
var failed = []byte("window creation error")

// Net is the last net under Ready: a machine that seemed to draw, and did not. Fyne
// writes why to the log and ends the program right after; tell is called in between.
func Net(log io.Writer, tell func(why error)) io.Writer { return &catcher{log: log, tell: tell} }

// catcher hands lines on and waits for the one.
type catcher struct {
	log  io.Writer
	tell func(error)
	mu   sync.Mutex
	next bool // the line after this one says why
	told bool
}

// Write hands everything on.
func (n *catcher) Write(line []byte) (int, error) {
	size, err := n.log.Write(line)
	n.mu.Lock()
	why := n.next && !n.told
	n.next = bytes.Contains(line, failed)
	n.told = n.told || why
	n.mu.Unlock()
	if why {
		_, detail, _ := bytes.Cut(line, []byte("Cause:"))
		n.tell(noOpenGL(string(bytes.TrimSpace(detail))))
	}
	return size, err
}

// Caught tells a person why Fyne got no window.
func Caught(m Machine) func(error) { return func(err error) { offer(m, err) } }
