package pagecipher

import (
	"crypto/cipher"
	"encoding/binary"

	"ankhai/storage/vfs"
)

// A page on the disk is
//
//	encrypted bytes   4064 (of page 1 of a data file: head 16, encrypted 4048)
//	tag               16
//	nonce             12
//	epoch             4
//
// The tag covers the encrypted bytes and the place; nonce and epoch go into it by
// themselves, since another nonce or another key gives another tag.
const (
	tagSize   = 16
	nonceSize = 12
	tagAt     = bodySize
	nonceAt   = tagAt + tagSize
	epochAt   = nonceAt + nonceSize
)

// place is what ties a page to where it lies: kind and offset, and in a log the
// first 16 bytes of the frame's head (page number, size after commit, salts).
type place [1 + 8 + 16]byte

func placeOf(kind vfs.Kind, off int64, frame []byte) (p place) {
	p[0] = byte(kind)
	binary.BigEndian.PutUint64(p[1:], uint64(off))
	copy(p[9:], frame)
	return p
}

// seal encrypts the body of a page, from byte skip on, into out, which has a whole
// page and does not overlap it.
func seal(out, page []byte, skip int, s *sealing, p *place) {
	aead, e, nonce := s.next()
	aead.Seal(out[skip:skip], nonce, page[skip:bodySize], p[:]) // ends with the tag
	copy(out[nonceAt:], nonce)
	copy(out[epochAt:], e[:])
}

// unseal decrypts a page from in to out, from byte skip on; they do not overlap.
// The reserve of out becomes zeros, as it was when the page was written. ok is
// false if one bit is not what it was.
func unseal(out, in []byte, skip int, aead cipher.AEAD, p *place) (ok bool) {
	if _, err := aead.Open(out[skip:skip], in[nonceAt:epochAt], in[skip:nonceAt], p[:]); err != nil {
		clear(out)
		return false
	}
	clear(out[bodySize:])
	return true
}

func epochOf(page []byte) epoch { return epoch(page[epochAt:]) }

// blank says that the reserve of a page is zeros. SQLite never uses it; a page
// whose reserve is in use would not come back as it was, and its log frame would
// not survive a crash.
func blank(reserve []byte) bool {
	for _, b := range reserve {
		if b != 0 {
			return false
		}
	}
	return true
}
