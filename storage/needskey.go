package storage

import (
	"fmt"

	"ankhai/storage/pagecipher"
)

// NeedsKey looks at the data file at path without opening it: true if it is
// encrypted, false if there is none, if it is empty, or plain as 0.1.0 left it.
// ErrNewer if a later program encrypted it, ErrForeign if it is none of ours.
func NeedsKey(path string) (bool, error) {
	is, err := pagecipher.Look(path)
	switch {
	case err != nil:
		return false, fmt.Errorf("look at data file: %w", outcome(err))
	case is == pagecipher.Newer:
		return false, fmt.Errorf("look at data file: %w: of its encryption", ErrNewer)
	case is == pagecipher.Other:
		return false, fmt.Errorf("look at data file: %w", ErrForeign)
	}
	return is == pagecipher.Encrypted, nil
}
