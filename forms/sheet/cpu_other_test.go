//go:build !unix

package sheet

import "time"

var begun = time.Now()

// cpu is the clock on the wall: processors are not asked here.
func cpu() time.Duration { return time.Since(begun) }
