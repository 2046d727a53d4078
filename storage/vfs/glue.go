package vfs

import (
	"errors"
	"io"
	"sync"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// head is the beginning of the memory that SQLite gives us for a file; the
// system's own file follows. Both live in C memory.
type head struct {
	methods uintptr // sqlite3_file
	id      uintptr // in files
}

const headSize = unsafe.Sizeof(head{})

// handle is a file as SQLite has it: the top of its stack.
type handle struct {
	File
	sys *bottom
	vfs *VFS
}

// bottom is the bottom of a stack: the operating system's file by way of
// SQLite's own functions.
type bottom struct {
	tls   *libc.TLS // of the call that is running
	file  uintptr   // sqlite3_file of the system
	flags int32     // of the sync that is running
	room  uintptr   // C memory for the bytes of a call, see lend
	size  int       // of room
}

var files = struct {
	sync.RWMutex
	last uintptr
	by   map[uintptr]*handle
}{by: map[uintptr]*handle{}}

// entered finds the file of a call.
func entered(tls *libc.TLS, pFile uintptr) *handle {
	id := (*head)(at(pFile)).id
	files.RLock()
	f := files.by[id]
	files.RUnlock()
	f.sys.tls = tls
	return f
}

// at is a pointer to C memory.
func at(p uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&p)) }

// pointer is a function of Go as SQLite's C has it: the address of what a value
// of type F points to. F must be a function declared at top level, which stays
// where it is.
func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

// function is the way back.
func function[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&p)) }

func (s *bottom) methods() *sqlite3.Tsqlite3_io_methods {
	return (*sqlite3.Tsqlite3_io_methods)(at((*sqlite3.Tsqlite3_file)(at(s.file)).FpMethods))
}

// lend gives C memory of n bytes until the next call. SQLite's functions never get
// an address of Go's memory: a stack may move, and their arithmetic is not Go's.
func (s *bottom) lend(n int) ([]byte, uintptr, error) {
	if s.size < n {
		libc.Xfree(s.tls, s.room)
		if s.room, s.size = libc.Xmalloc(s.tls, libc.Tsize_t(n)), n; s.room == 0 {
			s.size = 0
			return nil, 0, Code(sqlite3.SQLITE_NOMEM)
		}
	}
	return unsafe.Slice((*byte)(at(s.room)), n), s.room, nil
}

// xRead of the system fills what is past the end with zeros and does not say how
// much there was.
func (s *bottom) ReadAt(p []byte, off int64) (int, error) {
	room, c, err := s.lend(len(p))
	if len(p) == 0 || err != nil {
		return 0, err
	}
	rc := function[func(*libc.TLS, uintptr, uintptr, int32, int64) int32](s.methods().FxRead)(s.tls, s.file, c, int32(len(p)), off)
	switch rc {
	case sqlite3.SQLITE_OK:
		return copy(p, room), nil
	case sqlite3.SQLITE_IOERR_SHORT_READ:
		size, err := s.Size()
		if err != nil {
			return 0, err
		}
		return copy(p, room[:min(max(size-off, 0), int64(len(p)))]), io.EOF
	}
	return 0, Code(rc)
}

func (s *bottom) WriteAt(p []byte, off int64) error {
	room, c, err := s.lend(len(p))
	if len(p) == 0 || err != nil {
		return err
	}
	copy(room, p)
	return result(function[func(*libc.TLS, uintptr, uintptr, int32, int64) int32](s.methods().FxWrite)(s.tls, s.file, c, int32(len(p)), off))
}

func (s *bottom) Truncate(size int64) error {
	return result(function[func(*libc.TLS, uintptr, int64) int32](s.methods().FxTruncate)(s.tls, s.file, size))
}

func (s *bottom) Sync() error {
	return result(function[func(*libc.TLS, uintptr, int32) int32](s.methods().FxSync)(s.tls, s.file, s.flags))
}

func (s *bottom) Size() (int64, error) {
	bp := s.tls.Alloc(8)
	defer s.tls.Free(8)
	rc := function[func(*libc.TLS, uintptr, uintptr) int32](s.methods().FxFileSize)(s.tls, s.file, bp)
	return *(*int64)(at(bp)), result(rc)
}

func (s *bottom) Close() error {
	libc.Xfree(s.tls, s.room)
	s.room, s.size = 0, 0
	return result(function[func(*libc.TLS, uintptr) int32](s.methods().FxClose)(s.tls, s.file))
}

func result(rc int32) error {
	if rc == sqlite3.SQLITE_OK {
		return nil
	}
	return Code(rc)
}

func kindOf(flags int32) (Kind, bool) {
	switch {
	case flags&sqlite3.SQLITE_OPEN_DELETEONCLOSE != 0:
		return 0, false
	case flags&sqlite3.SQLITE_OPEN_MAIN_DB != 0:
		return Main, true
	case flags&sqlite3.SQLITE_OPEN_WAL != 0:
		return WAL, true
	case flags&sqlite3.SQLITE_OPEN_MAIN_JOURNAL != 0:
		return Journal, true
	}
	return 0, false
}

func xOpen(tls *libc.TLS, pVfs, zName, pFile uintptr, flags int32, pOutFlags uintptr) int32 {
	h := (*head)(at(pFile))
	*h = head{}
	v := system(pVfs)
	kind, known := kindOf(flags)
	if v == nil || !known || zName == 0 {
		return sqlite3.SQLITE_CANTOPEN
	}
	sys := &bottom{tls: tls, file: pFile + headSize}
	o := Opening{Path: libc.GoString(zName), Kind: kind, Create: flags&sqlite3.SQLITE_OPEN_CREATE != 0, Param: func(name string) string {
		return parameter(tls, kind, zName, name)
	}}
	f, err := v.openFile(0, o, func(Opening) (File, error) {
		rc := function[func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32]((*sqlite3.Tsqlite3_vfs)(at(v.base)).FxOpen)(
			tls, v.base, zName, sys.file, flags, pOutFlags)
		if rc != sqlite3.SQLITE_OK {
			return nil, Code(rc)
		}
		return sys, nil
	})
	if err != nil {
		return code(err, sqlite3.SQLITE_CANTOPEN)
	}
	v.open.Add(1)
	files.Lock()
	files.last++
	h.id = files.last
	files.by[h.id] = &handle{File: f, sys: sys, vfs: v}
	files.Unlock()
	h.methods = uintptr(unsafe.Pointer(&ioMethods))
	return sqlite3.SQLITE_OK
}

// parameter asks the URI of a data file. A log or a journal has that of its data
// file.
func parameter(tls *libc.TLS, kind Kind, zName uintptr, name string) string {
	if kind != Main {
		zName = sqlite3.Xsqlite3_filename_database(tls, zName)
	}
	c, err := libc.CString(name)
	if err != nil {
		return ""
	}
	defer libc.Xfree(tls, c)
	if p := sqlite3.Xsqlite3_uri_parameter(tls, zName, c); p != 0 {
		return libc.GoString(p)
	}
	return ""
}

func xDelete(tls *libc.TLS, pVfs, zName uintptr, dirSync int32) int32 {
	v := system(pVfs)
	if v == nil {
		return sqlite3.SQLITE_IOERR_DELETE
	}
	return code(v.deleteFile(0, libc.GoString(zName), dirSync != 0, func(string, bool) error {
		return result(function[func(*libc.TLS, uintptr, uintptr, int32) int32]((*sqlite3.Tsqlite3_vfs)(at(v.base)).FxDelete)(tls, v.base, zName, dirSync))
	}), sqlite3.SQLITE_IOERR_DELETE)
}

func xClose(tls *libc.TLS, pFile uintptr) int32 {
	f := entered(tls, pFile)
	err := f.Close()
	h := (*head)(at(pFile))
	files.Lock()
	delete(files.by, h.id)
	files.Unlock()
	*h = head{}
	if f.vfs.open.Add(-1) == 0 {
		err = errors.Join(err, f.vfs.release())
	}
	return code(err, sqlite3.SQLITE_IOERR_CLOSE)
}

func xRead(tls *libc.TLS, pFile, zBuf uintptr, amount int32, off int64) int32 {
	f := entered(tls, pFile)
	p := unsafe.Slice((*byte)(at(zBuf)), amount)
	n, err := f.ReadAt(p, off)
	if err == io.EOF || err == nil && n < len(p) {
		clear(p[n:])
		return sqlite3.SQLITE_IOERR_SHORT_READ
	}
	return code(err, sqlite3.SQLITE_IOERR_READ)
}

func xWrite(tls *libc.TLS, pFile, zBuf uintptr, amount int32, off int64) int32 {
	return code(entered(tls, pFile).WriteAt(unsafe.Slice((*byte)(at(zBuf)), amount), off), sqlite3.SQLITE_IOERR_WRITE)
}

func xTruncate(tls *libc.TLS, pFile uintptr, size int64) int32 {
	return code(entered(tls, pFile).Truncate(size), sqlite3.SQLITE_IOERR_TRUNCATE)
}

func xSync(tls *libc.TLS, pFile uintptr, flags int32) int32 {
	f := entered(tls, pFile)
	f.sys.flags = flags
	return code(f.Sync(), sqlite3.SQLITE_IOERR_FSYNC)
}

func xFileSize(tls *libc.TLS, pFile, pSize uintptr) int32 {
	n, err := entered(tls, pFile).Size()
	if err == nil {
		*(*int64)(at(pSize)) = n
	}
	return code(err, sqlite3.SQLITE_IOERR_FSTAT)
}
