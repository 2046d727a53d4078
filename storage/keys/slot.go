package keys

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Kind is what a slot's secret is.
type Kind string

// The kinds of slots.
const (
	KindKeyring    Kind = "keyring"    // the operating system's keyring, bound to the user's account
	KindPassphrase Kind = "passphrase" // what the user remembers
	KindRecovery   Kind = "recovery"   // what was printed
	KindMachine    Kind = "machine"    // a file in the user's profile: protects a copy of the data folder, nothing more
)

// Say is the kind in words, small, as in a list.
func (k Kind) Say() string {
	switch k {
	case KindKeyring:
		return "kho khoá của hệ điều hành"
	case KindPassphrase:
		return "mật khẩu dữ liệu"
	case KindRecovery:
		return "khoá khôi phục đã in"
	case KindMachine:
		return "khoá theo máy (tạm)"
	}
	return string(k)
}

// most is how many slots of a kind a file may have: a new recovery key stands
// beside the old one until it was tried.
func (k Kind) most() int {
	switch k {
	case KindKeyring, KindPassphrase, KindMachine:
		return 1
	case KindRecovery:
		return 2
	}
	return 0
}

// Slot is what may be told about a slot.
type Slot struct {
	ID    string
	Kind  Kind
	Made  time.Time
	Tried time.Time // when a recovery key was typed back; zero for never, and for the other kinds
}

const (
	saltSize  = 16
	checkSize = 16
	boxSize   = 12 + Size + 16
)

var errWrongSecret = errors.New("the secret is not this slot's")

// context binds what is sealed to its place: store, kind, slot, parameters and
// the data key, each with its length before it.
func (s *slot) context(store, key string) []byte {
	kdf, err := json.Marshal(s.KDF)
	if err != nil {
		panic("keys: " + err.Error()) // three numbers
	}
	var out []byte
	for _, part := range [][]byte{[]byte("AnKhai kho.khoa 1"), []byte(store), []byte(s.Kind), []byte(s.ID), kdf, s.Salt, []byte(key)} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// newSlot wraps the data keys under a secret of 32 bytes, and opens what it made.
func newSlot(f *file, s slot, secret []byte, keys []DEK, now time.Time) (slot, error) {
	s.ID, s.Made = newID(), now.UTC().Truncate(time.Second)
	s.seal(f, secret, keys)
	got, err := s.open(f, secret)
	if err != nil {
		return slot{}, fmt.Errorf("try the new %s slot: %w", s.Kind, err)
	}
	defer wipeAll(got)
	for i := range keys {
		if !hmac.Equal(got[i].Bytes(), keys[i].Bytes()) {
			return slot{}, fmt.Errorf("try the new %s slot: another key came out", s.Kind)
		}
	}
	return s, nil
}

// seal writes check and wraps anew; f.Keys and keys are of one order.
func (s *slot) seal(f *file, secret []byte, keys []DEK) {
	s.Check = s.check(f.Store, secret)
	s.Wraps = s.Wraps[:0:0]
	for i, k := range keys {
		aad := s.context(f.Store, f.Keys[i].ID)
		s.Wraps = append(s.Wraps, wrap{Key: f.Keys[i].ID, Box: s.aead(secret).Seal(nil, nil, k.Bytes(), aad)})
	}
}

// open unwraps the data keys. errWrongSecret if secret is another one's; ErrDamaged
// if it is the right one and the wrap still does not open.
func (s *slot) open(f *file, secret []byte) ([]DEK, error) {
	if !hmac.Equal(s.Check, s.check(f.Store, secret)) {
		return nil, errWrongSecret
	}
	var out []DEK
	for _, w := range s.Wraps {
		b, err := s.aead(secret).Open(nil, nil, w.Box, s.context(f.Store, w.Key))
		if err != nil || len(b) != Size {
			wipeAll(out)
			return nil, fmt.Errorf("%w: slot %s: %w", ErrDamaged, s.ID, err)
		}
		out = append(out, DEK{(*[Size]byte)(b)})
	}
	return out, nil
}

func (s *slot) check(store string, secret []byte) []byte {
	return derive(secret, s.context(store, ""), "AnKhai kho.khoa 1 check")[:checkSize]
}

// aead is AES-256-GCM with a random nonce before the ciphertext.
func (s *slot) aead(secret []byte) cipher.AEAD {
	k := derive(secret, nil, "AnKhai kho.khoa 1 wrap")
	defer clear(k)
	b, err := aes.NewCipher(k)
	if err != nil {
		panic("keys: " + err.Error()) // the length is wrong, which is ours
	}
	a, err := cipher.NewGCMWithRandomNonce(b)
	if err != nil {
		panic("keys: " + err.Error())
	}
	return a
}

func wipeAll(keys []DEK) {
	for _, k := range keys {
		k.wipe()
	}
}
