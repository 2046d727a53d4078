package task_test

import (
	"testing"

	"ankhai/app/ui/task"
)

// A work is stopped from the window while it runs, and where it was stopped before it
// began it does not run on.
func TestBrake(t *testing.T) {
	var b task.Brake
	ctx, end := b.On(t.Context())
	defer end()
	if ctx.Err() != nil {
		t.Error("nobody pulled it")
	}
	b.Pull()
	if ctx.Err() == nil {
		t.Error("the work that runs is not stopped")
	}
	late, end := b.On(t.Context())
	defer end()
	if late.Err() == nil {
		t.Error("a work that begins after it is not stopped")
	}
}
