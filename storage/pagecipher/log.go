package pagecipher

import (
	"crypto/cipher"
	"encoding/binary"
	"io"

	"ankhai/storage/vfs"
)

// A log begins with a head of 32 bytes, which stays clear, and goes on in frames:
// a head of 24 bytes (page number, size after commit, two salts, a checksum of two
// words) and a page. The page number and size stay clear; salts and checksum are
// one encrypted block, because the checksum of known bytes would tell the rest.
const (
	logHead   = 32
	saltsAt   = 16 // in the log's head
	frameHead = 24
	frameSize = frameHead + pageSize
)

// logFile is an open write-ahead log.
type logFile struct {
	vfs.File
	keys    *keys
	sealing sealing
	reading pageKey
	aead    cipher.AEAD
	disk    []byte // a frame as it lies there
	frame   []byte // a frame as SQLite sees it
	scratch [16]byte
	where   place

	last   [frameHead]byte // head of the frame written last, clear
	lastAt int64           // where that frame begins, 0 = nowhere

	recovering bool    // the log's head was read, nothing was written since
	salts      [8]byte // in that head
}

func newLog(f vfs.File, k *keys) *logFile {
	return &logFile{File: f, keys: k, sealing: newSealing(k, vfs.WAL), disk: make([]byte, frameSize), frame: make([]byte, frameSize)}
}

// frameOf is where the frame begins that the byte at off lies in.
func frameOf(off int64) int64 { return off - (off-logHead)%frameSize }

// ReadAt reads any piece. A page that does not authenticate is an error; but where
// a frame is read together with its head, which is how SQLite finds out after a
// crash how far the log goes, after it has read the log's head, such a frame and one
// of another log are given as zeros, which ends the log, unless what follows proves
// that it was once complete.
func (f *logFile) ReadAt(p []byte, off int64) (n int, err error) {
	if off < logHead {
		n, err = f.File.ReadAt(p[:min(int64(len(p)), logHead-off)], off)
		if err != nil {
			return n, err
		}
		if off == 0 && n == logHead {
			if err := f.checkHead(p[:n]); err != nil {
				return 0, err
			}
			f.recovering = true
			copy(f.salts[:], p[16:24])
		}
	}
	for n < len(p) {
		at := off + int64(n)
		begin := frameOf(at)
		in := at - begin
		need := int64(frameHead)
		if in+int64(len(p)-n) > frameHead {
			need = frameSize
		}
		got, err := f.File.ReadAt(f.disk[:need], begin)
		if err != nil && err != io.EOF {
			return n, err
		}
		if int64(got) < need { // a torn end: as far as it goes, SQLite does not read on
			return n, io.EOF
		}
		f.openHead(begin)
		whole := need < frameSize || f.openPage(begin)
		if !whole && (in >= frameHead || !f.recovering) {
			return n, vfs.Data
		}
		if in == 0 && need == frameSize && f.recovering && (!whole || string(f.frame[8:16]) != string(f.salts[:])) {
			lost, err := f.provenLost(begin)
			if err != nil {
				return n, err
			}
			if lost {
				return n, vfs.Corrupt
			}
			clear(f.frame)
		}
		n += copy(p[n:], f.frame[in:need])
	}
	return n, nil
}

// openHead decrypts the head of the frame in f.disk into f.frame.
func (f *logFile) openHead(begin int64) {
	copy(f.frame[:frameHead], f.disk)
	f.keys.log.crypt(f.frame[8:frameHead], f.scratch[:], begin, decrypt)
}

// place is the place of the page of the frame at begin, of which head has the first
// 16 bytes. In a transaction that outgrows the cache SQLite writes frames without
// salts and checksum, and writes their heads anew, with both, before it commits: the
// page belongs to the salts that its head will have, those of the log.
func (f *logFile) place(begin int64, head []byte) (place, error) {
	if string(head[8:16]) != noSalts {
		return placeOf(vfs.WAL, begin, head), nil
	}
	var full [16]byte
	copy(full[:], head[:8])
	if n, err := f.File.ReadAt(full[8:], saltsAt); n < len(full[8:]) {
		return place{}, err
	}
	return placeOf(vfs.WAL, begin, full[:]), nil
}

const noSalts = "\x00\x00\x00\x00\x00\x00\x00\x00"

// openPage decrypts the page of the frame in f.disk, whose head is in f.frame.
func (f *logFile) openPage(begin int64) bool {
	var err error
	key := pageKey{kind: vfs.WAL, epoch: epochOf(f.disk[frameHead:])}
	if f.aead == nil || key != f.reading {
		f.aead, f.reading = f.keys.page(key), key
	}
	if f.where, err = f.place(begin, f.frame[:16]); err != nil {
		return false
	}
	return unseal(f.frame[frameHead:], f.disk[frameHead:], 0, f.aead, &f.where)
}

// WriteAt writes the log's head, a frame's head, or a frame's page, each as a
// whole, which is how SQLite does it.
func (f *logFile) WriteAt(p []byte, off int64) error {
	f.recovering = false
	if off == 0 && len(p) == logHead {
		f.lastAt = 0
		return f.File.WriteAt(p, 0)
	}
	if off < logHead {
		return vfs.Write
	}
	begin := frameOf(off)
	switch {
	case off == begin && len(p) == frameHead:
		copy(f.disk, p)
		f.keys.log.crypt(f.disk[8:frameHead], f.scratch[:], begin, encrypt)
		if err := f.File.WriteAt(f.disk[:frameHead], begin); err != nil {
			f.lastAt = 0
			return err
		}
		copy(f.last[:], p)
		f.lastAt = begin
		return nil
	case off == begin+frameHead && len(p) == pageSize && blank(p[bodySize:]):
		if f.lastAt != begin { // the page alone is written anew
			if n, err := f.File.ReadAt(f.disk[:frameHead], begin); n < frameHead {
				return err
			}
			f.openHead(begin)
			copy(f.last[:], f.frame)
			f.lastAt = begin
		}
		var err error
		if f.where, err = f.place(begin, f.last[:16]); err != nil {
			return err
		}
		seal(f.disk[:pageSize], p, 0, &f.sealing, &f.where)
		return f.File.WriteAt(f.disk[:pageSize], off)
	}
	return vfs.Write
}

// Truncate forgets the frame written last.
func (f *logFile) Truncate(size int64) error {
	f.lastAt = 0
	return f.File.Truncate(size)
}

// soundHead says that the log's head has its own checksum.
func soundHead(h []byte) bool {
	s := sums{order: binary.LittleEndian}
	switch binary.BigEndian.Uint32(h) {
	case 0x377f0682:
	case 0x377f0683:
		s.order = binary.BigEndian
	default:
		return false
	}
	s.add(h[:24])
	return s.are(h[24:])
}
