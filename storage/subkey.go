package storage

import (
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
)

// Subkey is a key of 32 bytes for what lies beside the data file and must be as
// unreadable. It is nil where the data file itself is plain.
func (s *Store) Subkey(label string) ([]byte, error) { return Subkey(s.opt.Key, label) }

// Subkey is HKDF-SHA256 of a data key, with a label for each use; nil of nil.
func Subkey(key []byte, label string) ([]byte, error) {
	if key == nil {
		return nil, nil
	}
	sub, err := hkdf.Key(sha256.New, key, nil, label, 32)
	if err != nil {
		return nil, fmt.Errorf("derive key for %s: %w", quiet(label), err)
	}
	return sub, nil
}
