package pagecipher

import (
	"crypto/cipher"
	"encoding/binary"
	"io"

	"ankhai/storage/vfs"
)

const sqliteMagic = "SQLite format 3\x00"

// mainFile is an open data file.
type mainFile struct {
	vfs.File
	keys    *keys
	copying bool // the target of VACUUM INTO
	head    head // zero until it is known
	sealing sealing
	reading pageKey // of the page read last
	aead    cipher.AEAD
	disk    []byte // a page as it lies there
	page    []byte // a page as SQLite sees it
	where   place
}

func newMain(f vfs.File, k *keys, copying bool) *mainFile {
	return &mainFile{File: f, keys: k, copying: copying, sealing: newSealing(k, vfs.Main),
		disk: make([]byte, pageSize), page: make([]byte, pageSize)}
}

// Size of an empty file is that of the page it begins with.
func (f *mainFile) Size() (int64, error) {
	n, err := f.File.Size()
	if n == 0 && err == nil && !f.copying {
		n = pageSize
	}
	return n, err
}

// ReadAt reads whole pages. Of a page that does not authenticate nothing is given:
// an error; but zeros where SQLite looks at a piece of the first page before it
// has looked into the log, which may have that page whole.
func (f *mainFile) ReadAt(p []byte, off int64) (n int, err error) {
	for n < len(p) {
		at := off + int64(n)
		begin := at - at%pageSize
		if at == begin && len(p)-n >= pageSize {
			if err := f.readPage(p[n:n+pageSize], begin); err != nil {
				return n, err
			}
			n += pageSize
			continue
		}
		switch err := f.readPage(f.page, begin); {
		case err == vfs.Data && begin == 0:
			clear(f.page)
		case err != nil:
			return n, err
		}
		n += copy(p[n:], f.page[at-begin:])
	}
	return n, nil
}

// readPage reads the page at begin into out, whole or not at all.
func (f *mainFile) readPage(out []byte, begin int64) error {
	if begin > 0 && f.head == (head{}) {
		if err := f.readHead(); err != nil {
			return err
		}
	}
	n, err := f.File.ReadAt(f.disk, begin)
	switch {
	case n == 0 && err == io.EOF:
		if begin == 0 && !f.copying {
			copy(out, template())
			return nil
		}
		return io.EOF
	case err == io.EOF:
		return vfs.Data // a torn end
	case err != nil:
		return err
	}
	skip := 0
	if begin == 0 {
		skip = len(head{})
		f.head = head(f.disk)
	}
	key := pageKey{vfs.Main, f.head, epochOf(f.disk)}
	if f.aead == nil || key != f.reading {
		f.aead, f.reading = f.keys.page(key), key
	}
	f.where = placeOf(vfs.Main, begin, nil)
	if !unseal(out, f.disk, skip, f.aead, &f.where) {
		return vfs.Data
	}
	if skip > 0 {
		copy(out, sqliteMagic)
	}
	return nil
}

// readHead learns which file it is. It stays zero where there is none yet.
func (f *mainFile) readHead() error {
	n, err := f.File.ReadAt(f.disk[:len(f.head)], 0)
	if err != nil && err != io.EOF {
		return err
	}
	f.head = head{}
	copy(f.head[:], f.disk[:n])
	return nil
}

// WriteAt writes one whole page. The first one says that the file is in WAL mode,
// whatever SQLite says: VACUUM INTO writes its target as if it were not.
func (f *mainFile) WriteAt(p []byte, off int64) error {
	if len(p) != pageSize || off%pageSize != 0 || !blank(p[bodySize:]) {
		return vfs.Write
	}
	if f.head == (head{}) {
		if err := f.readHead(); err != nil {
			return err
		}
		if f.head.is() != Encrypted {
			f.head = newHead()
		}
	}
	if f.sealing.key.file != f.head {
		f.sealing.key.file, f.sealing.left = f.head, 0
	}
	f.where = placeOf(vfs.Main, off, nil)
	if off > 0 {
		seal(f.disk, p, 0, &f.sealing, &f.where)
		return f.File.WriteAt(f.disk, off)
	}
	copy(f.page, p)
	if string(f.page[:16]) != sqliteMagic || binary.BigEndian.Uint16(f.page[16:]) != pageSize || f.page[20] != reserve {
		return vfs.Write
	}
	f.page[18], f.page[19] = 2, 2
	copy(f.disk, f.head[:])
	seal(f.disk, f.page, len(f.head), &f.sealing, &f.where)
	return f.File.WriteAt(f.disk, 0)
}

// template is the first page of a data file without tables: pages of 4096 bytes
// of which 32 are kept free, in WAL mode, one page long.
func template() []byte {
	p := make([]byte, pageSize)
	copy(p, sqliteMagic)
	binary.BigEndian.PutUint16(p[16:], pageSize)
	p[18], p[19], p[20] = 2, 2, reserve // written and read in WAL mode; reserve
	p[21], p[22], p[23] = 64, 32, 32    // fixed by SQLite's format
	p[31] = 1                           // pages
	p[100] = 13                         // a leaf of a table, without cells
	binary.BigEndian.PutUint16(p[105:], bodySize)
	return p
}
