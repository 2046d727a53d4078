// Package vfs lets Go code stand between SQLite and the files of the operating
// system: a stack of layers sees every open, read, write, truncate, sync, size
// and delete, and may change it. Locks, shared memory and whatever else SQLite
// asks of a file go straight to the system's own way.
//
// It refuses to know what the layers do: encrypting and power cuts are packages
// of their own. It opens data files, write-ahead logs and rollback journals;
// anything else, a temporary file above all, is refused, so that nothing of the
// data is ever written where no layer looks.
//
// storage and the layers below it may import it. It speaks the interface that
// SQLite documents for a virtual file system (sqlite3_vfs version 3,
// sqlite3_io_methods version 2: shared memory, no memory-mapped pages).
package vfs

import (
	"errors"
	"fmt"

	sqlite3 "modernc.org/sqlite/lib"
)

// Kind is what a file is to SQLite.
type Kind int

// The kinds of files that are opened at all.
const (
	Main    Kind = iota + 1 // the data file
	WAL                     // its write-ahead log
	Journal                 // its rollback journal
)

func (k Kind) String() string {
	switch k {
	case Main:
		return "data file"
	case WAL:
		return "write-ahead log"
	case Journal:
		return "rollback journal"
	}
	return fmt.Sprintf("kind %d", int(k))
}

// File is an open file. Offsets and sizes are bytes from its beginning. An
// implementation is called by one goroutine at a time.
//
// An error that is a Code reaches SQLite as it is; any other becomes the I/O
// error of the call.
type File interface {
	// ReadAt fills p from off on. Past the end of the file it returns how much
	// there was and io.EOF, as io.ReaderAt does. p must not be kept.
	ReadAt(p []byte, off int64) (n int, err error)
	// WriteAt writes all of p at off. p must be neither kept nor changed.
	WriteAt(p []byte, off int64) error
	Truncate(size int64) error
	// Sync returns when what was written is on the disk.
	Sync() error
	Size() (int64, error)
	Close() error
}

// Opening says how SQLite wants a file.
type Opening struct {
	Path   string // absolute
	Kind   Kind
	Create bool                     // it is made if there is none
	Param  func(name string) string // a parameter of the data file's URI, "" if it has none such
}

// Layer is one sheet of the stack.
type Layer interface {
	// Open opens the file by way of next, and returns it as the layers above
	// shall see it. If it fails after next gave a file, it closes that.
	Open(o Opening, next func(Opening) (File, error)) (File, error)
	// Delete deletes the file at path by way of next; dirSync asks that its name
	// is gone from the disk when next returns.
	Delete(path string, dirSync bool, next func(path string, dirSync bool) error) error
}

// Code is a result code of SQLite as an error.
type Code int32

// The codes that layers answer with.
const (
	CantOpen Code = sqlite3.SQLITE_CANTOPEN
	Full     Code = sqlite3.SQLITE_FULL        // the disk is full
	IO       Code = sqlite3.SQLITE_IOERR       // the disk does not do what it should
	Data     Code = sqlite3.SQLITE_IOERR_DATA  // the bytes are not what was written
	Corrupt  Code = sqlite3.SQLITE_CORRUPT     // likewise, where SQLite would go on after an I/O error
	Write    Code = sqlite3.SQLITE_IOERR_WRITE // a write that must not be
	Auth     Code = sqlite3.SQLITE_AUTH        // the key does not open the file
	NotADB   Code = sqlite3.SQLITE_NOTADB      // no data file
)

func (c Code) Error() string { return fmt.Sprintf("sqlite result %d", int32(c)) }

// code is what SQLite is told about err; other is for errors that are no Code.
func code(err error, other int32) int32 {
	var c Code
	switch {
	case err == nil:
		return sqlite3.SQLITE_OK
	case errors.As(err, &c):
		return int32(c)
	}
	return other
}
