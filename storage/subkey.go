package storage

import (
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
)

// Subkey is a key of 32 bytes for what lies beside the data file and must be as
// unreadable: HKDF-SHA256 of the data key, with a label for each use. It is nil
// where the data file itself is plain.
func (s *Store) Subkey(label string) ([]byte, error) {
	if s.opt.Key == nil {
		return nil, nil
	}
	key, err := hkdf.Key(sha256.New, s.opt.Key, nil, label, 32)
	if err != nil {
		return nil, fmt.Errorf("derive key for %s: %w", quiet(label), err)
	}
	return key, nil
}
