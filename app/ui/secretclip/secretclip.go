// Package secretclip lends a secret to the clipboard for a short while: a
// recovery key, a password. When the time is over, or the window closes, the
// clipboard is emptied, unless something else was copied meanwhile.
//
// It knows no screen and no secret's meaning. Everything under app/ui may import
// it. It cannot reach a clipboard manager that keeps copies of its own; the
// screen says so where a secret is copied. It follows threat T19 of the security
// findings: nothing secret outlives its use.
package secretclip

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Stay is how long a secret stays on the clipboard.
const Stay = 45 * time.Second

// Clip is the clipboard as secrets use it. It holds at most one secret.
type Clip struct {
	board fyne.Clipboard
	stay  time.Duration
	after func(time.Duration, func()) (stop func() bool)
	do    func(func())

	mu     sync.Mutex
	secret string
	turn   int // which secret it is: an old timer must not clear a new one
	stop   func() bool
}

// New lends secrets to the application's clipboard for Stay. do brings a
// function to the window's goroutine, as fyne.Do does; nil = fyne.Do.
func New(board fyne.Clipboard, do func(func())) *Clip {
	if do == nil {
		do = fyne.Do
	}
	return &Clip{board: board, stay: Stay, do: do, after: func(d time.Duration, f func()) func() bool {
		return time.AfterFunc(d, f).Stop
	}}
}

// Copy puts a secret on the clipboard; cleared, which may be nil, is called on
// the window's goroutine when it was taken off again. A second secret takes the
// place of the first.
func (c *Clip) Copy(secret string, cleared func()) {
	c.mu.Lock()
	if c.stop != nil {
		c.stop()
	}
	c.turn++
	turn := c.turn
	c.secret = secret
	c.stop = c.after(c.stay, func() {
		c.do(func() {
			if c.take(turn) && cleared != nil {
				cleared()
			}
		})
	})
	c.mu.Unlock()
	c.board.SetContent(secret)
}

// Clear takes the secret off now, if it is still there: before the window closes.
func (c *Clip) Clear() {
	c.mu.Lock()
	turn := c.turn
	c.mu.Unlock()
	c.take(turn)
}

// take ends the loan of a turn and reports whether it was still running.
func (c *Clip) take(turn int) bool {
	c.mu.Lock()
	if turn != c.turn || c.secret == "" {
		c.mu.Unlock()
		return false
	}
	secret := c.secret
	c.secret = ""
	c.stop()
	c.mu.Unlock()
	if c.board.Content() == secret {
		c.board.SetContent("")
	}
	return true
}
