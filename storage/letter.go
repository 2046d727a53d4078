package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"ankhai/storage/sealed"
)

// A letter is a small sealed file that travels with its own wrapped key:
//
//	0–5    "AKGIAO"
//	6      version, 01
//	7–10   length of the key file, big-endian
//	11–    the key file, then a sealed file (see package sealed)
//
// The id of the sealed file is made of all that stands before it, so that neither a key
// file nor a length can be changed unseen.
const (
	letterMagic   = "AKGIAO"
	letterVersion = 1
	letterHead    = len(letterMagic) + 1 + 4
	maxLetterKey  = 64 << 10
	// MaxLetter bounds what a letter holds, in bytes.
	MaxLetter = 128 << 20
)

// The outcomes of opening a letter.
var (
	ErrNoLetter    = errors.New("file is no letter of this program")
	ErrLetterNewer = errors.New("letter is of a newer version")
	ErrLetterBad   = errors.New("letter is damaged, cut or changed")
)

// SealLetter seals a text under a key of 32 bytes, beside the key file that gives it.
func SealLetter(text, keyFile, key []byte) ([]byte, error) {
	if len(keyFile) == 0 || len(keyFile) > maxLetterKey || len(text) > MaxLetter {
		return nil, fmt.Errorf("seal letter: %w", ErrTooBig)
	}
	head := append([]byte(letterMagic), letterVersion)
	head = binary.BigEndian.AppendUint32(head, uint32(len(keyFile)))
	var out bytes.Buffer
	out.Write(head)
	out.Write(keyFile)
	w, err := sealed.NewWriter(&out, key, letterID(out.Bytes()))
	if err != nil {
		return nil, fmt.Errorf("seal letter: %w", err)
	}
	if _, err := w.Write(text); err != nil {
		return nil, fmt.Errorf("seal letter: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal letter: %w", err)
	}
	return out.Bytes(), nil
}

func letterID(before []byte) []byte {
	sum := sha256.Sum256(before)
	return sum[:16]
}

// IsLetter reports whether a file begins like a letter.
func IsLetter(data []byte) bool { return bytes.HasPrefix(data, []byte(letterMagic)) }

// LetterKey is the key file of a letter, which is to be opened first.
func LetterKey(data []byte) ([]byte, error) {
	switch {
	case !IsLetter(data):
		return nil, fmt.Errorf("open letter: %w", ErrNoLetter)
	case len(data) < letterHead:
		return nil, fmt.Errorf("open letter: %w", ErrLetterBad)
	case data[len(letterMagic)] != letterVersion:
		return nil, fmt.Errorf("open letter: %w", ErrLetterNewer)
	}
	n := int64(binary.BigEndian.Uint32(data[letterHead-4:]))
	if n == 0 || n > maxLetterKey || n > int64(len(data)-letterHead) {
		return nil, fmt.Errorf("open letter: %w", ErrLetterBad)
	}
	return data[letterHead : int64(letterHead)+n], nil
}

// OpenLetter opens a letter with the key that its key file gave.
func OpenLetter(data, key []byte) ([]byte, error) {
	keyFile, err := LetterKey(data)
	if err != nil {
		return nil, err
	}
	end := letterHead + len(keyFile)
	r, err := sealed.NewReader(bytes.NewReader(data[end:]), key, letterID(data[:end]))
	if err != nil {
		return nil, fmt.Errorf("open letter: %w: %w", ErrLetterBad, err)
	}
	text, err := io.ReadAll(io.LimitReader(r, MaxLetter+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("open letter: %w: %w", ErrLetterBad, err)
	case len(text) > MaxLetter:
		return nil, fmt.Errorf("open letter: %w", ErrTooBig)
	}
	return text, nil
}
