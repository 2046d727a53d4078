package wincert

import (
	"crypto"
	"errors"
	"fmt"
	"unsafe"

	"ankhai/signing"

	"golang.org/x/sys/windows"
)

// algorithmIDs are the hashes of the CryptoAPI.
var algorithmIDs = map[crypto.Hash]uintptr{crypto.SHA1: 0x8004, crypto.SHA256: 0x800C, crypto.SHA384: 0x800D, crypto.SHA512: 0x800E}

// provRSAAES is the type of provider that knows SHA-2.
const provRSAAES = 24

// signCAPI signs with the older interface. Keys of old drivers are opened as
// PROV_RSA_FULL, which knows no SHA-256; the same container opened as PROV_RSA_AES
// does, under the driver's own name or, for the keys of Windows, under the default one.
func (k *Key) signCAPI(digest []byte, hash crypto.Hash) ([]byte, error) {
	algorithm, ok := algorithmIDs[hash]
	if !ok {
		return nil, fmt.Errorf("%w: %s", signing.ErrKeyUnsupported, hash)
	}
	if k.window != 0 {
		_ = call(cryptSetProvParam, 0, clientWindowParam, uintptr(unsafe.Pointer(&k.window)), 0) // without it the dialog appears all the same
	}
	out, err := signWith(k.handle, k.spec, digest, algorithm)
	if !errors.Is(err, nteBadAlgID) {
		return out, err
	}
	for _, provider := range []string{k.info.provider, ""} {
		var again windows.Handle
		if k.acquire(&again, provider) != nil {
			continue
		}
		out, retry := signWith(again, k.spec, digest, algorithm)
		_ = windows.CryptReleaseContext(again, 0) // it has signed, or not
		if retry == nil {
			return out, nil
		}
		if !errors.Is(retry, nteBadAlgID) {
			return nil, retry
		}
	}
	return nil, err
}

// acquire opens the key's container as PROV_RSA_AES.
func (k *Key) acquire(handle *windows.Handle, provider string) error {
	container, err := windows.UTF16PtrFromString(k.info.container)
	if err != nil {
		return err
	}
	var name *uint16
	if provider != "" {
		if name, err = windows.UTF16PtrFromString(provider); err != nil {
			return err
		}
	}
	return windows.CryptAcquireContext(handle, container, name, provRSAAES, k.info.flags&windows.CRYPT_MACHINE_KEYSET)
}

// signWith makes one signature and turns it into the usual order of bytes.
func signWith(provider windows.Handle, spec uint32, digest []byte, algorithm uintptr) ([]byte, error) {
	var h uintptr
	if err := call(cryptCreateHash, uintptr(provider), algorithm, 0, 0, uintptr(unsafe.Pointer(&h))); err != nil {
		return nil, err
	}
	defer func() { _ = call(cryptDestroyHash, h) }()
	if err := call(cryptSetHashParam, h, hashValueParam, uintptr(unsafe.Pointer(&digest[0])), 0); err != nil {
		return nil, err
	}
	out := make([]byte, signatureRoom)
	n := uint32(len(out))
	if err := call(cryptSignHash, h, uintptr(spec), 0, 0, uintptr(unsafe.Pointer(&out[0])), uintptr(unsafe.Pointer(&n))); err != nil {
		return nil, err
	}
	return reverse(out[:min(n, signatureRoom)]), nil
}
