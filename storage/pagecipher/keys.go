package pagecipher

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"

	"ankhai/storage/vfs"
)

// epoch numbers a page key. It is drawn anew at every opening of a file and before
// a key has sealed maxSealed pages, so that nothing needs to be counted on disk.
type epoch [4]byte

// maxSealed bounds what one opening seals with one page key. Two openings may draw
// the same epoch: together they stay below the 2^32 messages that random nonces of
// 96 bits allow.
const maxSealed = 1 << 31

// maxKept bounds the derived keys that are kept; the rest is derived again.
const maxKept = 256

// keys derives and keeps the keys of one data key.
type keys struct {
	data [KeySize]byte
	log  *tweaked // frame heads of logs

	mu   sync.Mutex
	kept map[pageKey]cipher.AEAD
}

// pageKey names a page key: of which kind of file, of which file, of which epoch.
type pageKey struct {
	kind  vfs.Kind
	file  head // of a data file; zero for a log, which has salts
	epoch epoch
}

func newKeys(key []byte) (*keys, error) {
	if len(key) != KeySize {
		return nil, fmt.Errorf("data key has %d bytes, want %d", len(key), KeySize)
	}
	k := &keys{kept: map[pageKey]cipher.AEAD{}}
	copy(k.data[:], key)
	heads := k.derive("ankhai/pages/1/heads", 2*KeySize)
	var err error
	k.log, err = newTweaked(heads)
	return k, err
}

// derive is HKDF-SHA256 without salt: the data key is uniformly random.
func (k *keys) derive(info string, n int) []byte {
	out, err := hkdf.Key(sha256.New, k.data[:], nil, info, n)
	if err != nil {
		panic("pagecipher: " + err.Error()) // only for lengths beyond HKDF's limit
	}
	return out
}

// info is what a page key is derived from, beside the data key.
func (p pageKey) info() string {
	return "ankhai/pages/1/page" + string([]byte{byte(p.kind)}) + string(p.file[:]) + string(p.epoch[:])
}

// page returns the cipher of a page key.
func (k *keys) page(p pageKey) cipher.AEAD {
	k.mu.Lock()
	defer k.mu.Unlock()
	if a, ok := k.kept[p]; ok {
		return a
	}
	a := newGCM(k.derive(p.info(), KeySize))
	if len(k.kept) >= maxKept {
		for old := range k.kept { // any one
			delete(k.kept, old)
			break
		}
	}
	k.kept[p] = a
	return a
}

func newGCM(key []byte) cipher.AEAD {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic("pagecipher: " + err.Error()) // the length is right
	}
	a, err := cipher.NewGCM(block)
	if err != nil {
		panic("pagecipher: " + err.Error()) // AES has the block size of GCM
	}
	return a
}

// tweaked encrypts single blocks of 16 bytes, each place in its own way: one block
// of XTS, with the place as the tweak (IEEE 1619). It needs no room.
type tweaked struct{ data, tweak cipher.Block }

func newTweaked(key []byte) (*tweaked, error) {
	data, err := aes.NewCipher(key[:KeySize])
	if err != nil {
		return nil, err
	}
	tweak, err := aes.NewCipher(key[KeySize:])
	return &tweaked{data, tweak}, err
}

// crypt encrypts or decrypts the 16 bytes of b, which lie at place, in b itself.
// scratch has 16 bytes.
func (t *tweaked) crypt(b, scratch []byte, place int64, way func(cipher.Block, []byte)) {
	clear(scratch[:16])
	binary.LittleEndian.PutUint64(scratch, uint64(place))
	t.tweak.Encrypt(scratch[:16], scratch[:16])
	xor16(b, scratch)
	way(t.data, b[:16])
	xor16(b, scratch)
}

func encrypt(c cipher.Block, b []byte) { c.Encrypt(b, b) }
func decrypt(c cipher.Block, b []byte) { c.Decrypt(b, b) }

func xor16(b, x []byte) {
	for i := range 16 {
		b[i] ^= x[i]
	}
}

// sealing is the page key of one opening, and the nonces that go with it.
type sealing struct {
	keys    *keys
	key     pageKey
	aead    cipher.AEAD
	left    int64 // pages until the next epoch
	limit   int64
	nonces  [64 * nonceSize]byte // random
	unused  int                  // of nonces
	entropy func([]byte)         // tests give their own
}

func newSealing(k *keys, kind vfs.Kind) sealing {
	return sealing{keys: k, key: pageKey{kind: kind}, limit: maxSealed, entropy: func(b []byte) { rand.Read(b) }}
}

// next gives what one page is sealed with.
func (s *sealing) next() (a cipher.AEAD, e epoch, nonce []byte) {
	if s.left == 0 {
		s.entropy(s.key.epoch[:])
		s.aead, s.left = s.keys.page(s.key), s.limit
	}
	s.left--
	if s.unused == 0 {
		s.entropy(s.nonces[:])
		s.unused = len(s.nonces)
	}
	s.unused -= nonceSize
	return s.aead, s.key.epoch, s.nonces[s.unused : s.unused+nonceSize]
}
