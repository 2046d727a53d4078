package storage

import "crypto/sha256"

// openChain is the hash of an event in an open export and of all before it: SHA-256 of
// the hash before (of the first: nothing) and of the event's row as it is written,
// without this hash.
func openChain(before, row []byte) []byte {
	h := sha256.New()
	h.Write(before)
	h.Write(row)
	return h.Sum(nil)
}
