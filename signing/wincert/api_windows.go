package wincert

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// The calls that golang.org/x/sys/windows does not have.
var (
	ncrypt            = windows.NewLazySystemDLL("ncrypt.dll")
	ncryptSignHash    = ncrypt.NewProc("NCryptSignHash")
	ncryptSetProperty = ncrypt.NewProc("NCryptSetProperty")
	ncryptFreeObject  = ncrypt.NewProc("NCryptFreeObject")

	advapi            = windows.NewLazySystemDLL("advapi32.dll")
	cryptCreateHash   = advapi.NewProc("CryptCreateHash")
	cryptSetHashParam = advapi.NewProc("CryptSetHashParam")
	cryptSignHash     = advapi.NewProc("CryptSignHashW")
	cryptDestroyHash  = advapi.NewProc("CryptDestroyHash")
	cryptSetProvParam = advapi.NewProc("CryptSetProvParam")

	crypt             = windows.NewLazySystemDLL("crypt32.dll")
	certGetProperty   = crypt.NewProc("CertGetCertificateContextProperty")
	keyProvInfoProp   = uintptr(2)
	clientWindowParam = uintptr(1) // PP_CLIENT_HWND
	hashValueParam    = uintptr(2) // HP_HASHVAL
)

// keyInfo is CRYPT_KEY_PROV_INFO: where a certificate's key lives.
type keyInfo struct {
	container, provider string
	providerType        uint32
	flags               uint32
	spec                uint32
}

type rawKeyInfo struct {
	Container, Provider *uint16
	ProviderType        uint32
	Flags               uint32
	Params              uint32
	ParamList           uintptr
	Spec                uint32
}

// keyProvInfo reads it; without it there is no private key.
func keyProvInfo(context *windows.CertContext) (keyInfo, error) {
	var size uint32
	if ok, _, err := certGetProperty.Call(uintptr(unsafe.Pointer(context)), keyProvInfoProp, 0, uintptr(unsafe.Pointer(&size))); ok == 0 {
		return keyInfo{}, statusOf(err)
	}
	const largest = 64 << 10
	if size < uint32(unsafe.Sizeof(rawKeyInfo{})) || size > largest {
		return keyInfo{}, cryptNoKeyProv
	}
	buf := make([]uint64, (size+7)/8) // aligned for the pointers in it
	if ok, _, err := certGetProperty.Call(uintptr(unsafe.Pointer(context)), keyProvInfoProp, uintptr(unsafe.Pointer(&buf[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return keyInfo{}, statusOf(err)
	}
	raw := (*rawKeyInfo)(unsafe.Pointer(&buf[0]))
	return keyInfo{
		container: windows.UTF16PtrToString(raw.Container), provider: windows.UTF16PtrToString(raw.Provider),
		providerType: raw.ProviderType, flags: raw.Flags, spec: raw.Spec,
	}, nil
}

// call turns the answer of a function that is true when it is well. What args point
// to stays where it is during the call.
//
//go:uintptrescapes
func call(p *windows.LazyProc, args ...uintptr) error {
	if err := p.Find(); err != nil {
		return err
	}
	if ok, _, err := p.Call(args...); ok == 0 {
		return statusOf(err)
	}
	return nil
}

// callStatus turns the answer of a function that gives its status.
//
//go:uintptrescapes
func callStatus(p *windows.LazyProc, args ...uintptr) error {
	if err := p.Find(); err != nil {
		return err
	}
	if s, _, _ := p.Call(args...); uint32(s) != 0 {
		return status(uint32(s))
	}
	return nil
}
