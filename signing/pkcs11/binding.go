package pkcs11

import (
	"errors"
	"fmt"
	"runtime"
	"unsafe"

	"github.com/ebitengine/purego"
)

// A callError is what a driver answered to a call when it was not CKR_OK.
type callError struct {
	Call string
	Code Code
}

func (e *callError) Error() string { return e.Call + ": " + e.Code.String() }

func codeOf(err error) Code {
	var call *callError
	if errors.As(err, &call) {
		return call.Code
	}
	return ckOK
}

// binding is a loaded driver. It lives in the helper only, on one thread.
type binding struct {
	layout
	list []byte // CK_FUNCTION_LIST, copied
}

// load loads a driver and initializes it.
func load(path string) (*binding, error) {
	symbol, err := openLibrary(path)
	if err != nil {
		return nil, fmt.Errorf("load driver: %w", err)
	}
	entry, err := symbol(entryName)
	if err != nil || entry == 0 {
		return nil, fmt.Errorf("load driver: no C_GetFunctionList: %w", err)
	}
	b := &binding{layout: native}
	m := new(memory)
	defer m.free()
	var list unsafe.Pointer
	at := m.pin(unsafe.Pointer(&list))
	if code := b.code(purego.SyscallN(entry, at)); code != ckOK {
		return nil, &callError{entryName, code}
	}
	if list == nil {
		return nil, &callError{entryName, ckGeneralError}
	}
	b.list = append(b.list, unsafe.Slice((*byte)(list), b.functionAt(functionCount))...)
	return b, b.initialize()
}

// initialize asks for locking by the system first; drivers that know none take
// no arguments at all.
func (b *binding) initialize() error {
	m := new(memory)
	defer m.free()
	args := record{layout: b.layout, b: make([]byte, 64)}
	for range 4 {
		args.putPointer(0)
	}
	args.putLong(flagOSLocking)
	err := b.call(fnInitialize, m.bytes(args.b))
	switch codeOf(err) {
	case ckArgumentsBad, ckCantLock, ckNeedToCreateThreads:
		err = b.call(fnInitialize, 0)
	}
	if codeOf(err) == ckAlreadyInitialized {
		return nil
	}
	return err
}

// code is the CK_RV in a register, whose upper half means nothing where CK_ULONG has 32 bits.
func (b *binding) code(r1, _, _ uintptr) Code { return Code(uint32(r1)) }

// call calls the n-th function of the driver. Memory among args is pinned by the caller.
func (b *binding) call(n int, args ...uintptr) error {
	at := record{layout: b.layout, b: b.list, at: b.functionAt(n)}
	fn := uintptr(at.number(b.pointer))
	if fn == 0 {
		return &callError{callNames[n], 0x54} // CKR_FUNCTION_NOT_SUPPORTED
	}
	if code := b.code(purego.SyscallN(fn, args...)); code != ckOK {
		return &callError{callNames[n], code}
	}
	return nil
}

// memory is what a driver may read and write during one call.
type memory struct{ pinner runtime.Pinner }

func (m *memory) pin(p unsafe.Pointer) uintptr {
	m.pinner.Pin(p)
	return uintptr(p)
}

// bytes is the address of a buffer, 0 for an empty one.
func (m *memory) bytes(b []byte) uintptr {
	if len(b) == 0 {
		return 0
	}
	return m.pin(unsafe.Pointer(unsafe.SliceData(b)))
}

func (m *memory) free() { m.pinner.Unpin() }

// long is a CK_ULONG that a driver writes to.
func (b *binding) long(v uint64) *record {
	r := &record{layout: b.layout, b: make([]byte, b.ulong)}
	r.putLong(v)
	return r
}

func (r *record) value() uint64 {
	r.at = 0
	return r.long()
}

// longs reads what a driver wrote to an array of CK_ULONG, at most n of them.
func (b *binding) longs(buf []byte, n uint64) []uint64 {
	r := record{layout: b.layout, b: buf}
	var out []uint64
	for range min(n, uint64(len(buf)/b.ulong)) {
		out = append(out, r.long())
	}
	return out
}
