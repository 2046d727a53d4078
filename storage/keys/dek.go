package keys

import (
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
)

// Size is the length of the data key and of every key below it, in bytes.
const Size = 32

// DEK is the data key of a folder. It prints as «khoá» however it is printed, and
// refuses to be marshalled. It lives as long as the Store that gave it.
type DEK struct{ b *[Size]byte }

// Bytes are the 32 bytes, for storage.Options.Key. They belong to the Store:
// its Close overwrites them. After that, asking for them is a mistake of the
// program and stops it, because a key of zeros would open nothing and hide
// nothing.
func (d DEK) Bytes() []byte {
	if d.b == nil || *d.b == [Size]byte{} {
		panic("keys: the data key is used after Close")
	}
	return d.b[:]
}

// Derive makes a key of 32 bytes for one use, named by label: HKDF-SHA256.
func (d DEK) Derive(label string) []byte { return derive(d.Bytes(), nil, label) }

// Format prints «khoá» for every verb.
func (DEK) Format(f fmt.State, _ rune) { fmt.Fprint(f, "khoá") }

var errNoMarshal = errors.New("keys: the data key is never written")

// MarshalJSON refuses.
func (DEK) MarshalJSON() ([]byte, error) { return nil, errNoMarshal }

// MarshalText refuses.
func (DEK) MarshalText() ([]byte, error) { return nil, errNoMarshal }

// MarshalBinary refuses; gob asks it as well.
func (DEK) MarshalBinary() ([]byte, error) { return nil, errNoMarshal }

func (d DEK) wipe() {
	if d.b != nil {
		clear(d.b[:])
	}
}

// derive is HKDF-SHA256 for one key of 32 bytes.
func derive(secret, salt []byte, info string) []byte {
	k, err := hkdf.Key(sha256.New, secret, salt, info, Size)
	if err != nil {
		panic("keys: " + err.Error()) // the length is wrong, which is ours
	}
	return k
}
