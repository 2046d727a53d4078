package secretclip

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// rig is a clipboard whose time a test moves by hand.
func rig() (*Clip, fyne.Clipboard, func()) {
	board := test.NewClipboard()
	c := New(board, func(f func()) { f() })
	var due []func()
	c.after = func(d time.Duration, f func()) func() bool {
		live := true
		due = append(due, func() {
			if live {
				f()
			}
		})
		return func() bool { was := live; live = false; return was }
	}
	return c, board, func() {
		for _, f := range due {
			f()
		}
		due = nil
	}
}

func TestSecretLeavesTheClipboard(t *testing.T) {
	c, board, later := rig()
	told := 0
	c.Copy("KHOI-PHUC-1234", func() { told++ })
	if got := board.Content(); got != "KHOI-PHUC-1234" {
		t.Fatalf("clipboard holds %q", got)
	}
	later()
	if got := board.Content(); got != "" || told != 1 {
		t.Errorf("after the time: clipboard %q, told %d times", got, told)
	}
}

func TestWhatWasCopiedMeanwhileStays(t *testing.T) {
	c, board, later := rig()
	c.Copy("bi-mat", nil)
	board.SetContent("số hồ sơ 00001")
	later()
	if got := board.Content(); got != "số hồ sơ 00001" {
		t.Errorf("clipboard %q, want what the person copied since", got)
	}
}

func TestSecondSecretHasItsOwnTime(t *testing.T) {
	c, board, later := rig()
	first := 0
	c.Copy("mot", func() { first++ })
	stale := c.turn
	c.Copy("hai", nil)
	if c.take(stale); board.Content() != "hai" {
		t.Errorf("the first secret's end cleared the second: %q", board.Content())
	}
	later()
	if board.Content() != "" || first != 0 {
		t.Errorf("clipboard %q, first told %d times", board.Content(), first)
	}
}

func TestClearBeforeClosing(t *testing.T) {
	c, board, later := rig()
	told := 0
	c.Clear() // nothing lent: nothing happens
	c.Copy("bi-mat", func() { told++ })
	c.Clear()
	if board.Content() != "" {
		t.Errorf("clipboard %q after Clear", board.Content())
	}
	later()
	if told != 0 {
		t.Errorf("told %d times that a secret went that was already gone", told)
	}
}
