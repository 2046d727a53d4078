// Package ime repairs a way of typing Vietnamese on Windows that would not reach the
// program.
//
// An input method takes back the letters that it has let through with a Backspace,
// and types the right ones. Most press the key. Some send the character U+0008
// instead, as a key of Unicode or as a message, and GLFW, which draws Fyne's windows,
// throws control characters away: "tiếng" would become "tieêếng". Repair makes a
// Backspace key of such a character before GLFW sees it. Elsewhere it does nothing.
//
// It knows no text and no widget. app/ui imports it.
package ime

import "fyne.io/fyne/v2"

// RepairAll repairs every window of an app that is shown by now; one that is repaired
// already stays so.
func RepairAll(a fyne.App) {
	for _, w := range a.Driver().AllWindows() {
		Repair(w)
	}
}

// What Windows calls the messages and keys that count.
const (
	keyDown   = 0x0100 // WM_KEYDOWN
	keyUp     = 0x0101 // WM_KEYUP
	character = 0x0102 // WM_CHAR
	sentAway  = 0x0082 // WM_NCDESTROY
	backspace = 0x08   // VK_BACK, and the character
	letterH   = 0x48
	backDown  = 0x000E0001 // the state of a Backspace that is pressed once: its scan code
	backUp    = 0xC00E0001
)

// watch follows the messages of one window.
type watch struct {
	// owed is how many characters U+0008 the keys that were pressed will still bring:
	// Windows makes one of each Backspace, and of Ctrl+H.
	owed int
}

// sees takes a message and reports whether it is a Backspace that no key brought.
func (w *watch) sees(message uint32, value uintptr, control bool) bool {
	switch message {
	case keyDown:
		if value == backspace || (value == letterH && control) {
			w.owed++
		} else {
			w.owed = 0 // what a key brings comes before the next key
		}
	case character:
		if value != backspace {
			w.owed = 0
			return false
		}
		if w.owed == 0 {
			return true
		}
		w.owed--
	}
	return false
}
