package cms

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/asn1"
	"testing"
)

// No message may crash the reader; what is taken can be checked without a crash,
// and BER that was rewritten stays as it is when rewritten again.
func FuzzParse(f *testing.F) {
	key := newKey(f)
	digest := sha256.Sum256([]byte("x"))
	draft, err := NewDraft(key.Certificate(), key.Chain(), digest[:])
	if err != nil {
		f.Fatal(err)
	}
	value, err := key.Sign(rand.Reader, draft.Digest(), asHash)
	if err != nil {
		f.Fatal(err)
	}
	der, err := draft.Finish(value, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(der)
	f.Add(der[:len(der)/2])
	f.Add([]byte{0x30, 0x80, 0x24, 0x80, 0x04, 0x01, 0x41, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Parse(data); err == nil {
			h := m.Hash.New()
			_ = m.Check(h.Sum(nil))
			if _, ok := m.Unsigned(OIDTimeStampToken); ok && !m.HasUnsigned() {
				t.Fatal("an attribute that is not there")
			}
		}
		first, err := normalize(data)
		if err != nil {
			return
		}
		var v asn1.RawValue
		if second, err := normalize(first); err != nil || !bytes.Equal(first, second) {
			t.Fatalf("rewritten twice: %x, then %x, %v", first, second, err)
		}
		_, _ = asn1.Unmarshal(first, &v)
	})
}
