package task_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// What is kept is kept in the order in which it was asked for, and told in it; whatever
// else is asked for begins when what was asked for before it is kept.
func TestKeptInOrder(t *testing.T) {
	w := make(window, 100)
	r := &task.Runner{Async: true, Patience: time.Hour, Do: w.do}
	gate := make(chan bool)
	var kept, told []int // kept is touched by one work at a time
	for i := range 20 {
		r.Keep(func(context.Context) error {
			<-gate
			kept = append(kept, i)
			return nil
		}, func(error) { told = append(told, i) })
	}
	var quiet, long int
	ended := 0
	r.Quiet(func(context.Context) error { quiet = len(kept); return nil }, func(error) { ended++ })
	r.Run("Đang đọc", func(context.Context, task.Report) error { long = len(kept); return nil }, func(error) { ended++ })
	if len(told) > 0 {
		t.Fatal("told before it is kept")
	}
	close(gate)
	w.until(t, func() bool { return ended == 2 })
	if quiet != 20 || long != 20 {
		t.Errorf("of 20, %d and %d were kept for what came after them", quiet, long)
	}
	if !slices.IsSorted(kept) || !slices.Equal(kept, told) {
		t.Errorf("kept %v, told %v", kept, told)
	}
}

// A work that is given up while it waits for what is being kept ends at once, and never
// begins.
func TestGivenUpWhileItWaits(t *testing.T) {
	win := uitest.Window(t, 600, 300, xwidget.NewText("x"))
	w := make(window, 10)
	r := &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: w.do}
	gate := make(chan bool)
	r.Keep(func(context.Context) error { <-gate; return nil }, func(error) {})
	var ended error
	begun := false
	r.Run("Đang đọc", func(context.Context, task.Report) error { begun = true; return nil }, func(err error) { ended = err })
	w.until(t, func() bool { return win.Canvas().Overlays().Top() != nil })
	uitest.Press(t, win.Canvas().Overlays().Top(), "Huỷ")
	w.until(t, func() bool { return ended != nil })
	if !task.Cancelled(ended) || begun {
		t.Errorf("ended with %v, begun %v", ended, begun)
	}
	close(gate)
	if err := r.Settle(); err != nil {
		t.Error(err)
	}
}

// When the window has gone its end waits for what is being kept, and has what failed
// of it: nobody else can tell.
func TestSettle(t *testing.T) {
	full := errors.New("disk full")
	gate := make(chan bool)
	r := &task.Runner{Async: true, Do: func(func()) {}} // a window that hears nothing any more
	if err := r.Settle(); err != nil {
		t.Errorf("nothing was kept, and %v", err)
	}
	kept := 0
	keep := func(err error) {
		r.Keep(func(context.Context) error { <-gate; kept++; return err }, func(error) {})
	}
	keep(nil)
	keep(full)
	keep(nil)
	go close(gate)
	if err := r.Settle(); !errors.Is(err, full) || kept != 3 {
		t.Errorf("%d kept at the end, %v", kept, err)
	}
}
