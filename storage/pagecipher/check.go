package pagecipher

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"ankhai/storage/vfs"
)

// sampled is how many pages are looked at before a key is called wrong.
const sampled = 16

// check refuses a file whose pages are not of this key, before SQLite sees it:
// SQLite would take its log for one that was never finished, and throw it away.
// The first page suffices; where it is torn, any page or frame of the log will do.
func (f *mainFile) check(path string) error {
	size, err := f.File.Size()
	if err != nil {
		return err
	}
	if size == 0 {
		return f.keys.checkLog(path+"-wal", true)
	}
	if err := f.readHead(); err != nil {
		return err
	}
	if f.head != (head{}) && f.head.is() != Encrypted {
		return Foreign
	}
	first := f.readPage(f.page, 0)
	if first != vfs.Data {
		return first
	}
	pages := size / pageSize
	for i := range min(sampled, pages) {
		switch err := f.readPage(f.page, i*pages/min(sampled, pages)*pageSize); {
		case err == nil:
			return nil
		case err != vfs.Data && err != io.EOF:
			return err
		}
	}
	err = f.keys.checkLog(path+"-wal", false)
	switch {
	case !errors.Is(err, errNoLog):
		return err
	case f.head == (head{}): // its beginning is gone: SQLite will find it damaged
		return nil
	}
	return WrongKey
}

// errNoLog means that a log has nothing to say about the key.
var errNoLog = errors.New("no frame in the log")

// checkLog reads the log beside a data file by itself: SQLite has not opened it
// yet. A frame is of this key if its salts are those of the log's head. alone
// says that the data file is empty; a log without a frame is no hindrance then.
func (k *keys) checkLog(path string, alone bool) error {
	none := errNoLog
	if alone {
		none = nil
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return none
	}
	if err != nil {
		return err
	}
	defer f.Close()
	var h [logHead]byte
	if _, err := io.ReadFull(f, h[:]); err != nil || !soundHead(h[:]) {
		if err == io.EOF || err == io.ErrUnexpectedEOF || err == nil {
			return none
		}
		return err
	}
	var frame, scratch [frameHead]byte
	seen := false
	for off := int64(logHead); ; off += frameSize {
		switch _, err := f.ReadAt(frame[:], off); {
		case err == io.EOF && seen:
			return WrongKey
		case err == io.EOF:
			return none
		case err != nil:
			return err
		}
		if blank(frame[:]) {
			continue
		}
		k.log.crypt(frame[8:], scratch[:], off, decrypt)
		if string(frame[8:16]) == string(h[16:24]) {
			return nil
		}
		seen = true
	}
}
