package storage

import (
	"bytes"
	"encoding/hex"
	"testing"
)

// Each use has a key of its own, always the same one; a plain file has none.
func TestSubkeys(t *testing.T) {
	key := bytes.Repeat([]byte{1}, 32)
	s := &Store{opt: Options{Key: key}}
	a, b := must1(s.Subkey("cong-thuc-hanh")), must1(s.Subkey("tep"))
	if len(a) != 32 || bytes.Equal(a, b) || bytes.Equal(a, key) {
		t.Errorf("keys %x and %x", a, b)
	}
	// HKDF-SHA256, no salt, info "cong-thuc-hanh": computed apart with openssl kdf
	want(t, "the practice gateway's key", hex.EncodeToString(a), "0c033fd88165ba3012a07b66b056af0286790469cd1419f76874ca5661430a05")
	want(t, "a plain file's key", must1((&Store{}).Subkey("tep")) == nil, true)
}
