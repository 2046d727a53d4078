package sandbox

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// KeySize is how long Options.Key is.
const KeySize = 32

// ErrSealed means that the folder's journal does not open: it was sealed with
// another key, or changed on disk.
var ErrSealed = errors.New("sandbox: sealed with another key, or changed")

// ownKeyName is the key of a sandbox that was given none. It keeps the folder
// from being read by a search or an index, not from somebody who has the folder.
const ownKeyName = "khoa-rieng"

// sealer makes bytes unreadable and notices a change: AES-256-GCM, a random
// nonce in front, the label authenticated with it. The label says what and where
// a thing is, so that one cannot stand in another's place.
type sealer struct{ aead cipher.AEAD }

func newSealer(key []byte) (*sealer, error) {
	if len(key) != KeySize {
		return nil, fmt.Errorf("sandbox: key of %d bytes, want %d", len(key), KeySize)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	return &sealer{aead}, nil
}

// overhead is by how much sealed bytes are longer.
func (s *sealer) overhead() int { return s.aead.NonceSize() + s.aead.Overhead() }

func (s *sealer) seal(label string, b []byte) []byte {
	nonce := make([]byte, s.aead.NonceSize(), s.overhead()+len(b))
	rand.Read(nonce) // never fails since Go 1.24
	return s.aead.Seal(nonce, nonce, b, []byte(label))
}

func (s *sealer) open(label string, sealed []byte) ([]byte, error) {
	n := s.aead.NonceSize()
	if len(sealed) < n {
		return nil, ErrSealed
	}
	b, err := s.aead.Open(nil, sealed[:n], sealed[n:], []byte(label))
	if err != nil {
		return nil, ErrSealed
	}
	return b, nil
}

// seals are the keys by which a folder opens: the one that is written with, and
// those that it may have been written with before.
type seals struct {
	now    *sealer
	before []*sealer
}

// openSeals takes the key given, or the folder's own, which is made if need be.
// A folder that had its own key and is given another one opens by both.
func openSeals(dir string, key []byte) (s seals, err error) {
	own, err := os.ReadFile(filepath.Join(dir, ownKeyName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return s, fmt.Errorf("sandbox: read key: %w", err)
	}
	if key == nil {
		if own == nil {
			own = make([]byte, KeySize)
			rand.Read(own)
			if err := writeDurably(filepath.Join(dir, ownKeyName), own, 0o600); err != nil {
				return s, fmt.Errorf("sandbox: keep key: %w", err)
			}
		}
		key, own = own, nil
	}
	if s.now, err = newSealer(key); err != nil || own == nil {
		return s, err
	}
	old, err := newSealer(own)
	s.before = append(s.before, old)
	return s, err
}

// open opens sealed bytes; stale says that they should be sealed anew.
func (s seals) open(label string, sealed []byte) (b []byte, stale bool, err error) {
	if b, err = s.now.open(label, sealed); err == nil {
		return b, false, nil
	}
	for _, old := range s.before {
		if b, err = old.open(label, sealed); err == nil {
			return b, true, nil
		}
	}
	return nil, false, err
}

// A line of the journal is base64 of its sealed JSON. Programs before 0.2 wrote
// the JSON as it is: such a line begins with a brace, which base64 has not.
const lineLabel = "dong"

func (s seals) openLine(line []byte) (json []byte, stale bool, err error) {
	if len(line) > 0 && line[0] == '{' {
		return line, true, nil
	}
	for len(line) > 0 && (line[len(line)-1] == '\n' || line[len(line)-1] == '\r') {
		line = line[:len(line)-1]
	}
	sealed := make([]byte, base64.StdEncoding.DecodedLen(len(line)))
	n, err := base64.StdEncoding.Decode(sealed, line)
	if err != nil {
		return nil, false, ErrSealed
	}
	return s.open(lineLabel, sealed[:n])
}

// openContent opens an accepted envelope. One that lies under its own hash was
// written as it is, by a program before 0.2.
func (s seals) openContent(sha string, b []byte) (plain []byte, stale bool, err error) {
	if hashOf(b) == sha {
		return b, true, nil
	}
	plain, stale, err = s.open(contentLabel(sha), b)
	if err == nil && hashOf(plain) != sha {
		err = errors.New("content was changed on disk")
	}
	return plain, stale, err
}

func contentLabel(sha string) string { return "tep " + sha }
