package pkcs11

import "unsafe"

var native = layout{ulong: 4, pointer: int(unsafe.Sizeof(uintptr(0))), packed: true}
