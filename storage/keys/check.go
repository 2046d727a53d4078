package keys

import (
	"crypto/subtle"
	"fmt"
)

// Check is what a person's own passphrase is held against. It opens nothing: it tells
// whether it is the person, and cannot be turned back.
type Check struct {
	Argon argon  `json:"argon2id"`
	Salt  []byte `json:"muoi"`
	Sum   []byte `json:"tomTat"`
}

// NewCheck makes the check of a passphrase; ErrTooLong if it is no text. The caller
// wipes typed, and says how short it may be.
func NewCheck(typed []byte) (*Check, error) {
	p, err := phrase(typed)
	if err != nil {
		return nil, fmt.Errorf("set a person's passphrase: %w", err)
	}
	defer clear(p)
	c := &Check{Argon: lightest, Salt: random(saltSize)}
	c.Sum = c.Argon.key(p, c.Salt)
	return c, nil
}

// Fits reports whether what was typed is the passphrase. A check that is damaged, or asks
// for more than a machine should give, fits nothing. The caller wipes typed.
func (c *Check) Fits(typed []byte) bool {
	p, err := phrase(typed)
	if err != nil || c.Argon.valid() != nil || len(c.Salt) != saltSize || len(c.Sum) != Size {
		return false
	}
	defer clear(p)
	sum := c.Argon.key(p, c.Salt)
	defer clear(sum)
	return subtle.ConstantTimeCompare(sum, c.Sum) == 1
}
