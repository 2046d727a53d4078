package office

import (
	"math/rand/v2"
	"time"

	"ankhai/app/gateway"
)

// rest is how long something is left alone after it failed: first·2ⁿ, at most
// most, each time a little more or less, so that many programs that failed
// together do not come back together.
type rest struct{ first, most time.Duration }

// after is the pause after failures in a row, the last of which was err. What the
// gateway asks for is never cut short.
func (r rest) after(failures int, err error) time.Duration {
	const doublings = 30 // beyond any pause
	d := min(r.first<<min(max(failures-1, 0), doublings), r.most)
	if d <= 0 {
		d = r.most
	}
	d = min(d*3/4+rand.N(d/2+1), r.most)
	return max(d, gateway.RetryAfter(err))
}
