package keys

import (
	"fmt"
	"time"

	"golang.org/x/crypto/argon2"
)

// argon are the parameters of argon2id (RFC 9106).
type argon struct {
	Time    uint32 `json:"time"`      // passes
	Memory  uint32 `json:"memoryKiB"` // KiB
	Threads uint8  `json:"threads"`
}

// The bounds of what is accepted, and the second choice of RFC 9106 as the floor.
// A hostile file must not take the machine's memory or minutes of its time.
// Tests put a lighter floor in its place.
var (
	lightest = argon{Time: 3, Memory: 64 << 10, Threads: 4}
	heaviest = argon{Time: 40, Memory: 512 << 10, Threads: 16}
)

// maxWork bounds passes × KiB together: about 20 times the floor.
const maxWork = 4 << 20

// Opening with a passphrase should take between these on the machine where it is set.
const (
	soonest = 300 * time.Millisecond
	latest  = 500 * time.Millisecond
)

func (a *argon) valid() error {
	if a.Time < lightest.Time || a.Memory < lightest.Memory || a.Threads < 1 ||
		a.Time > heaviest.Time || a.Memory > heaviest.Memory || a.Threads > heaviest.Threads ||
		uint64(a.Time)*uint64(a.Memory) > maxWork {
		return fmt.Errorf("argon2id %d passes × %d KiB × %d threads are out of bounds", a.Time, a.Memory, a.Threads)
	}
	return nil
}

func (a *argon) key(passphrase, salt []byte) []byte {
	return argon2.IDKey(passphrase, salt, a.Time, a.Memory, a.Threads, Size)
}

// tuned measures one derivation at the floor and adds passes until it should take
// 0.3 to 0.5 seconds here. A machine that is slower, or busy, keeps the floor.
func tuned() argon {
	a := lightest
	start := time.Now()
	clear(a.key([]byte("đo"), make([]byte, saltSize)))
	return a.within(time.Since(start))
}

// within is the floor with as many passes as fit, when the floor took so long.
func (a argon) within(took time.Duration) argon {
	if took <= 0 || took >= soonest {
		return a
	}
	for a.valid() == nil && time.Duration(a.Time)*took/time.Duration(lightest.Time) < (soonest+latest)/2 {
		a.Time++
	}
	a.Time--
	if a.Time < lightest.Time {
		a.Time = lightest.Time
	}
	return a
}
