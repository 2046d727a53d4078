// Package pagecipher is a layer that keeps the pages of a SQLite file encrypted and
// authenticated with AES-256-GCM: in the data file and in its write-ahead log.
// SQLite above sees the pages it wrote, the disk below sees none of them; a bit
// that is not what was written is an error, never a row.
//
// It refuses to know where the data key comes from and what the pages say. It
// does not hide how large the file is, which pages change when, and cannot tell
// that the whole file was put back to an older state of itself.
//
// storage may import it. The format is written down in
// docs/dinh-dang/ma-hoa-trang.md, why it is so in docs/decisions/0007.
package pagecipher

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"

	"ankhai/storage/vfs"
)

// KeySize is the length of a data key in bytes.
const KeySize = 32

// CopyParam is the parameter of a URI, with the value 1, by which VACUUM INTO
// names its target. An empty file is empty then; otherwise it reads as a data
// file without tables, already in WAL mode and with room for tags.
const CopyParam = "ankhai_copy"

const (
	pageSize = 4096
	reserve  = 32 // at the end of each page: tag, nonce, epoch
	bodySize = pageSize - reserve
)

// What the layer answers when a file is not to be opened with its key.
const (
	WrongKey = vfs.Auth   // not one page authenticates
	Foreign  = vfs.NotADB // not encrypted by this layer, or by a later one
)

// Head is the beginning of an encrypted data file: what kind of file it is, and
// which. It stands where SQLite has its sixteen letters.
type head [16]byte

const (
	magic   = "ANKHAI"
	version = 1
)

func newHead() (h head) {
	copy(h[:], magic)
	h[7] = version
	rand.Read(h[8:]) // never fails
	return h
}

// Is says what a file is, by its first 16 bytes: Encrypted by this layer, Newer
// (encrypted by a later one), Plain SQLite, Empty or Other.
type Is int

// The kinds of files.
const (
	Other Is = iota
	Empty
	Plain
	Encrypted
	Newer
)

// Look reads the beginning of the file at path. A file that is not there is Empty.
func Look(path string) (Is, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Empty, nil
	}
	if err != nil {
		return Other, err
	}
	defer f.Close()
	var h head
	switch n, err := io.ReadFull(f, h[:]); {
	case n == 0 && err == io.EOF:
		return Empty, nil
	case err != nil && err != io.ErrUnexpectedEOF:
		return Other, err
	}
	return h.is(), nil
}

func (h head) is() Is {
	switch {
	case string(h[:]) == sqliteMagic:
		return Plain
	case !bytes.HasPrefix(h[:], []byte(magic)):
		return Other
	case h[6] != 0 || h[7] > version:
		return Newer
	case h[7] == version:
		return Encrypted
	}
	return Other
}

// Layer encrypts what lies below it.
type Layer struct{ keys *keys }

var _ vfs.Layer = (*Layer)(nil)

// New makes a layer with a data key of KeySize bytes, which it copies.
func New(key []byte) (*Layer, error) {
	k, err := newKeys(key)
	if err != nil {
		return nil, err
	}
	return &Layer{k}, nil
}

// Open implements vfs.Layer. A data file that has pages, none of which
// authenticates, is refused with WrongKey before SQLite touches its log; one that
// is not ours with Foreign. There are no rollback journals: a data file is in WAL
// mode from its first page on. Only the target of VACUUM INTO has one, without pages.
func (l *Layer) Open(o vfs.Opening, next func(vfs.Opening) (vfs.File, error)) (vfs.File, error) {
	copying := o.Param(CopyParam) == "1"
	if o.Kind == vfs.Journal && !copying {
		return nil, vfs.CantOpen
	}
	f, err := next(o)
	if err != nil {
		return nil, err
	}
	switch o.Kind {
	case vfs.WAL:
		return newLog(f, l.keys), nil
	case vfs.Journal:
		return headOnly{f}, nil
	}
	m := newMain(f, l.keys, copying)
	if err := m.check(o.Path); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return m, nil
}

// headOnly is the rollback journal of a file that VACUUM INTO makes. There was no
// page before, so that none is kept in it: it has heads, which name numbers, a further
// one for each time that the copy outgrows the cache. A page is longer than a head, and a
// head is blank behind its numbers.
type headOnly struct{ vfs.File }

func (f headOnly) WriteAt(p []byte, off int64) error {
	const head, numbers = 512, 28
	if len(p) > head || len(p) > numbers && !blank(p[numbers:]) {
		return vfs.Write
	}
	return f.File.WriteAt(p, off)
}

// Delete implements vfs.Layer.
func (l *Layer) Delete(path string, dirSync bool, next func(string, bool) error) error {
	return next(path, dirSync)
}
