package vfs

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// VFS is a registered virtual file system. Its name goes into the parameter vfs
// of a data file's URI.
type VFS struct {
	name   string
	layers []Layer // the first is nearest to SQLite
	base   uintptr // the system's own sqlite3_vfs
	self   uintptr // ours; C memory
	cname  uintptr // C memory
	tls    *libc.TLS
	open   atomic.Int64 // files

	mu    sync.Mutex
	gone  bool // nobody opens a file any more
	freed bool
}

// systems are the registered ones by the number that SQLite carries around for
// us, in pAppData: it must not carry a pointer into Go's memory.
var systems = struct {
	sync.RWMutex
	last uintptr
	by   map[uintptr]*VFS
}{by: map[uintptr]*VFS{}}

// Register makes a virtual file system of layers over the system's own files,
// the first layer nearest to SQLite. Unregister ends it.
func Register(layers ...Layer) (*VFS, error) {
	v := &VFS{layers: layers, tls: libc.NewTLS()}
	if v.base = sqlite3.Xsqlite3_vfs_find(v.tls, 0); v.base == 0 {
		v.tls.Close()
		return nil, errors.New("register vfs: sqlite has none of its own")
	}
	systems.Lock()
	systems.last++
	id := systems.last
	systems.by[id] = v
	systems.Unlock()
	v.name = fmt.Sprintf("ankhai-%d", id)
	if err := v.register(id); err != nil {
		systems.Lock()
		delete(systems.by, id)
		systems.Unlock()
		v.free()
		return nil, fmt.Errorf("register vfs: %w", err)
	}
	return v, nil
}

func (v *VFS) register(id uintptr) (err error) {
	if v.cname, err = libc.CString(v.name); err != nil {
		return err
	}
	if v.self = libc.Xmalloc(v.tls, libc.Tsize_t(unsafe.Sizeof(sqlite3.Tsqlite3_vfs{}))); v.self == 0 {
		return errors.New("out of memory")
	}
	b := (*sqlite3.Tsqlite3_vfs)(at(v.base)) // its FpNext is SQLite's own to read
	*(*sqlite3.Tsqlite3_vfs)(at(v.self)) = sqlite3.Tsqlite3_vfs{
		FiVersion: b.FiVersion, FszOsFile: b.FszOsFile + int32(headSize), FmxPathname: b.FmxPathname,
		FzName: v.cname, FpAppData: id,
		FxOpen: pointer(xOpen), FxDelete: pointer(xDelete), FxAccess: b.FxAccess, FxFullPathname: b.FxFullPathname,
		FxDlOpen: b.FxDlOpen, FxDlError: b.FxDlError, FxDlSym: b.FxDlSym, FxDlClose: b.FxDlClose,
		FxRandomness: b.FxRandomness, FxSleep: b.FxSleep, FxCurrentTime: b.FxCurrentTime, FxGetLastError: b.FxGetLastError,
		FxCurrentTimeInt64: b.FxCurrentTimeInt64,
		FxSetSystemCall:    b.FxSetSystemCall, FxGetSystemCall: b.FxGetSystemCall, FxNextSystemCall: b.FxNextSystemCall,
	}
	if rc := sqlite3.Xsqlite3_vfs_register(v.tls, v.self, 0); rc != sqlite3.SQLITE_OK {
		return Code(rc)
	}
	return nil
}

// Name is what the parameter vfs of a URI says.
func (v *VFS) Name() string { return v.name }

// Unregister gives the name and the memory free, when the last file that is open
// by way of it is closed. Nobody may be opening one meanwhile or later.
func (v *VFS) Unregister() error {
	v.mu.Lock()
	v.gone = true
	v.mu.Unlock()
	return v.release()
}

// release ends a VFS that is gone and has no open file any more.
func (v *VFS) release() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.gone || v.freed || v.open.Load() > 0 {
		return nil
	}
	v.freed = true
	rc := sqlite3.Xsqlite3_vfs_unregister(v.tls, v.self)
	systems.Lock()
	delete(systems.by, (*sqlite3.Tsqlite3_vfs)(at(v.self)).FpAppData)
	systems.Unlock()
	v.free()
	if rc != sqlite3.SQLITE_OK {
		return fmt.Errorf("unregister vfs: %w", Code(rc))
	}
	return nil
}

func (v *VFS) free() {
	libc.Xfree(v.tls, v.self)
	libc.Xfree(v.tls, v.cname)
	v.tls.Close()
}

// system finds the VFS that SQLite calls.
func system(pVfs uintptr) *VFS {
	systems.RLock()
	defer systems.RUnlock()
	return systems.by[(*sqlite3.Tsqlite3_vfs)(at(pVfs)).FpAppData]
}

// openFile opens through the layers from n on.
func (v *VFS) openFile(n int, o Opening, last func(Opening) (File, error)) (File, error) {
	if n == len(v.layers) {
		return last(o)
	}
	return v.layers[n].Open(o, func(o Opening) (File, error) { return v.openFile(n+1, o, last) })
}

func (v *VFS) deleteFile(n int, path string, dirSync bool, last func(string, bool) error) error {
	if n == len(v.layers) {
		return last(path, dirSync)
	}
	return v.layers[n].Delete(path, dirSync, func(path string, dirSync bool) error { return v.deleteFile(n+1, path, dirSync, last) })
}
