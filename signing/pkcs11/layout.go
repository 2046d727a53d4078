package pkcs11

import (
	"encoding/binary"
	"strings"
)

// layout is how a C compiler lays out Cryptoki's structures on a system. Windows
// drivers pack them to one byte and have a CK_ULONG of 32 bits even in 64-bit
// programs (PKCS #11 v2.40, 2.1); elsewhere CK_ULONG is as wide as a pointer and
// members are aligned to their size.
type layout struct {
	ulong, pointer int // bytes
	packed         bool
}

func (l layout) align(at, size int) int {
	if l.packed {
		return at
	}
	return (at + size - 1) / size * size
}

// attributeSize is the size of CK_ATTRIBUTE and of CK_MECHANISM: a CK_ULONG, a
// pointer, a CK_ULONG.
func (l layout) attributeSize() int {
	end := l.align(l.align(l.ulong, l.pointer)+l.pointer, l.ulong) + l.ulong
	return l.align(end, max(l.ulong, l.pointer))
}

// functionAt is where CK_FUNCTION_LIST keeps its n-th pointer, after CK_VERSION.
func (l layout) functionAt(n int) int { return l.align(2, l.pointer) + n*l.pointer }

// unavailable is what a driver writes as the length of a value it does not have:
// the largest CK_ULONG.
func (l layout) unavailable() uint64 { return 1<<(8*l.ulong-1)<<1 - 1 }

// record walks over one structure, member after member.
type record struct {
	layout
	b  []byte
	at int
}

func (r *record) take(size int, aligned int) []byte {
	r.at = r.align(r.at, aligned)
	part := r.b[r.at : r.at+size]
	r.at += size
	return part
}

// text is a blank-padded field; drivers pad with zeros too.
func (r *record) text(size int) string {
	return strings.ToValidUTF8(strings.TrimRight(string(r.take(size, 1)), " \x00"), "\uFFFD")
}

func (r *record) number(size int) uint64 {
	part := r.take(size, size)
	if size == 4 {
		return uint64(binary.NativeEndian.Uint32(part))
	}
	return binary.NativeEndian.Uint64(part)
}

func (r *record) put(size int, v uint64) {
	part := r.take(size, size)
	if size == 4 {
		binary.NativeEndian.PutUint32(part, uint32(v))
		return
	}
	binary.NativeEndian.PutUint64(part, v)
}

func (r *record) long() uint64        { return r.number(r.ulong) }
func (r *record) putLong(v uint64)    { r.put(r.ulong, v) }
func (r *record) putPointer(p uint64) { r.put(r.pointer, p) }
