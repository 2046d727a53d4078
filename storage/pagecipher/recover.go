package pagecipher

import (
	"encoding/binary"
	"io"

	"ankhai/storage/vfs"
)

// sums are the two running words of SQLite's checksum of a log.
type sums struct {
	order  binary.ByteOrder
	s0, s1 uint32
}

func (s *sums) add(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		s.s0 += s.order.Uint32(b) + s.s1
		s.s1 += s.order.Uint32(b[4:]) + s.s0
	}
}

func (s *sums) are(b []byte) bool {
	return s.s0 == binary.BigEndian.Uint32(b) && s.s1 == binary.BigEndian.Uint32(b[4:])
}

// checkHead is called when SQLite reads the log's head after a crash. A head that
// is not sound makes SQLite drop the log. It is synced before any frame is
// written, and lies in one sector: with a whole frame behind it, it was damaged.
func (f *logFile) checkHead(h []byte) error {
	if soundHead(h) {
		return nil
	}
	whole, err := f.wholeFrame(logHead)
	if err == nil && whole {
		err = vfs.Corrupt
	}
	return err
}

// wholeFrame reads the frame at begin into f.frame and says whether it
// authenticates.
func (f *logFile) wholeFrame(begin int64) (bool, error) {
	n, err := f.File.ReadAt(f.disk, begin)
	if err != nil && err != io.EOF {
		return false, err
	}
	if n < frameSize {
		return false, nil
	}
	f.openHead(begin)
	return f.openPage(begin), nil
}

// provenLost says whether the frame at begin, which does not authenticate or is
// of another log, was once complete: then it is damaged, else its writing was never finished.
//
// SQLite syncs a commit before it writes the next transaction. So a frame was
// complete if behind it, or with it, a transaction is committed and a further
// frame follows that was written after it: one that authenticates and whose
// checksum goes on from that of the commit. A leftover of an older transaction at
// that place does not.
//
// What this cannot see is damage in the last transaction of a log, and in a
// commit just before it: nothing in the file tells it from a power cut.
func (f *logFile) provenLost(begin int64) (bool, error) {
	var h [logHead]byte
	if n, err := f.File.ReadAt(h[:], 0); n < logHead {
		return false, noEOF(err)
	}
	if !soundHead(h[:]) {
		return false, nil
	}
	for at := begin; ; at += frameSize {
		n, err := f.File.ReadAt(f.disk[:frameHead], at)
		if n < frameHead {
			return false, noEOF(err)
		}
		f.openHead(at)
		head := [frameHead]byte(f.frame)
		if string(head[8:16]) != string(h[16:24]) || binary.BigEndian.Uint32(head[4:]) == 0 {
			continue // of an older log, or no commit
		}
		if at != begin {
			whole, err := f.wholeFrame(at)
			if err != nil {
				return false, err
			}
			if !whole {
				continue
			}
		}
		follows, err := f.follows(at+frameSize, head[:], h[:])
		if follows || err != nil {
			return follows, err
		}
	}
}

// follows says whether the frame at begin was written after the one with this head.
func (f *logFile) follows(begin int64, before, log []byte) (bool, error) {
	whole, err := f.wholeFrame(begin)
	if !whole || err != nil {
		return false, err
	}
	if string(f.frame[8:16]) != string(log[16:24]) {
		return false, nil
	}
	s := sums{binary.LittleEndian, binary.BigEndian.Uint32(before[16:]), binary.BigEndian.Uint32(before[20:])}
	if log[3]&1 == 1 {
		s.order = binary.BigEndian
	}
	s.add(f.frame[:8])
	s.add(f.frame[frameHead:])
	return s.are(f.frame[16:]), nil
}

func noEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
