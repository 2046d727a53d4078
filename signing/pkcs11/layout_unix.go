//go:build !windows

package pkcs11

import "unsafe"

var native = layout{ulong: int(unsafe.Sizeof(uintptr(0))), pointer: int(unsafe.Sizeof(uintptr(0)))}
