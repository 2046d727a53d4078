package vfs

import (
	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// ioMethods is what SQLite calls on our files. Version 2 has shared memory, which
// the write-ahead log needs, and no memory-mapped pages, which no layer would see.
var ioMethods = sqlite3.Tsqlite3_io_methods{
	FiVersion:               2,
	FxClose:                 pointer(xClose),
	FxRead:                  pointer(xRead),
	FxWrite:                 pointer(xWrite),
	FxTruncate:              pointer(xTruncate),
	FxSync:                  pointer(xSync),
	FxFileSize:              pointer(xFileSize),
	FxLock:                  pointer(xLock),
	FxUnlock:                pointer(xUnlock),
	FxCheckReservedLock:     pointer(xCheckReservedLock),
	FxFileControl:           pointer(xFileControl),
	FxSectorSize:            pointer(xSectorSize),
	FxDeviceCharacteristics: pointer(xDeviceCharacteristics),
	FxShmMap:                pointer(xShmMap),
	FxShmLock:               pointer(xShmLock),
	FxShmBarrier:            pointer(xShmBarrier),
	FxShmUnmap:              pointer(xShmUnmap),
}

// below is the system's own file behind ours, with its methods.
func below(pFile uintptr) (uintptr, *sqlite3.Tsqlite3_io_methods) {
	b := bottom{file: pFile + headSize}
	return b.file, b.methods()
}

func xLock(tls *libc.TLS, pFile uintptr, level int32) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, int32) int32](m.FxLock)(tls, f, level)
}

func xUnlock(tls *libc.TLS, pFile uintptr, level int32) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, int32) int32](m.FxUnlock)(tls, f, level)
}

func xCheckReservedLock(tls *libc.TLS, pFile, pOut uintptr) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, uintptr) int32](m.FxCheckReservedLock)(tls, f, pOut)
}

// xFileControl passes on everything but what would let the system write or map
// the file behind the layers' backs.
func xFileControl(tls *libc.TLS, pFile uintptr, op int32, pArg uintptr) int32 {
	switch op {
	case sqlite3.SQLITE_FCNTL_SIZE_HINT, sqlite3.SQLITE_FCNTL_CHUNK_SIZE, sqlite3.SQLITE_FCNTL_MMAP_SIZE,
		sqlite3.SQLITE_FCNTL_BEGIN_ATOMIC_WRITE, sqlite3.SQLITE_FCNTL_COMMIT_ATOMIC_WRITE, sqlite3.SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE:
		return sqlite3.SQLITE_NOTFOUND
	}
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, int32, uintptr) int32](m.FxFileControl)(tls, f, op, pArg)
}

func xSectorSize(tls *libc.TLS, pFile uintptr) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr) int32](m.FxSectorSize)(tls, f)
}

// xDeviceCharacteristics promises only what holds whatever the layers do: that a
// write does not touch its neighbours, that an open file cannot be deleted, that
// nobody changes it.
func xDeviceCharacteristics(tls *libc.TLS, pFile uintptr) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr) int32](m.FxDeviceCharacteristics)(tls, f) &
		(sqlite3.SQLITE_IOCAP_POWERSAFE_OVERWRITE | sqlite3.SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | sqlite3.SQLITE_IOCAP_IMMUTABLE)
}

func xShmMap(tls *libc.TLS, pFile uintptr, region, size, extend int32, pp uintptr) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, int32, int32, int32, uintptr) int32](m.FxShmMap)(tls, f, region, size, extend, pp)
}

func xShmLock(tls *libc.TLS, pFile uintptr, off, n, flags int32) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, int32, int32, int32) int32](m.FxShmLock)(tls, f, off, n, flags)
}

func xShmBarrier(tls *libc.TLS, pFile uintptr) {
	f, m := below(pFile)
	function[func(*libc.TLS, uintptr)](m.FxShmBarrier)(tls, f)
}

func xShmUnmap(tls *libc.TLS, pFile uintptr, deleteFlag int32) int32 {
	f, m := below(pFile)
	return function[func(*libc.TLS, uintptr, int32) int32](m.FxShmUnmap)(tls, f, deleteFlag)
}
