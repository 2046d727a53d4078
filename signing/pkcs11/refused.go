package pkcs11

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"sync"
)

// refusedPINs remembers, for the life of the program, which PINs a token has
// refused: sending one again can only bring the token nearer to its lock. It keeps
// keyed hashes; the key was made at start and is nowhere else.
type refusedPINs struct {
	mu   sync.Mutex
	key  [32]byte
	seen map[[sha256.Size]byte]bool
}

func newRefusedPINs() *refusedPINs {
	r := &refusedPINs{seen: map[[sha256.Size]byte]bool{}}
	_, _ = rand.Read(r.key[:]) // never fails, see crypto/rand
	return r
}

func (r *refusedPINs) mark(t *Token, pin []byte) (sum [sha256.Size]byte) {
	h := hmac.New(sha256.New, r.key[:])
	for _, part := range [][]byte{[]byte(t.Maker), []byte(t.Serial), []byte(t.Label), pin} {
		_, _ = h.Write(part) // a hash takes everything
		_, _ = h.Write([]byte{0})
	}
	h.Sum(sum[:0])
	return sum
}

func (r *refusedPINs) add(t *Token, pin []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen[r.mark(t, pin)] = true
}

func (r *refusedPINs) has(t *Token, pin []byte) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen[r.mark(t, pin)]
}
