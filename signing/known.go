package signing

import "errors"

// Known reports whether Say has a sentence of its own for the error.
func Known(err error) bool {
	for _, s := range sentences {
		if errors.Is(err, s.kind) {
			return true
		}
	}
	return false
}
