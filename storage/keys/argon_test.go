package keys

import (
	"testing"
	"time"
)

// The real floor, as measured on machines from fast to slow.
func TestTuning(t *testing.T) {
	floor := argon{Time: 3, Memory: 64 << 10, Threads: 4}
	was := lightest
	lightest = floor
	defer func() { lightest = was }()
	for took, want := range map[time.Duration]uint32{
		0: 3, 10 * time.Millisecond: 40, 30 * time.Millisecond: 39, 85 * time.Millisecond: 14, 200 * time.Millisecond: 5,
		290 * time.Millisecond: 4, 300 * time.Millisecond: 3, 700 * time.Millisecond: 3,
	} {
		got := floor.within(took)
		if err := got.valid(); err != nil || got.Time != want || got.Memory != floor.Memory || got.Threads != floor.Threads {
			t.Errorf("floor took %v: %+v (%v), want %d passes", took, got, err, want)
		}
	}
}
