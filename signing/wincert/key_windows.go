package wincert

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"math/big"
	"sync"
	"unsafe"

	"ankhai/signing"

	"golang.org/x/sys/windows"
)

// Key is a key that Windows reaches. The vendor's dialog asks for its PIN at the
// first signature, or at each, as the vendor decides.
type Key struct {
	cert   *x509.Certificate
	window uintptr

	mu     sync.Mutex // one signature at a time
	handle windows.Handle
	spec   uint32
	ours   bool // the handle has to be freed
	info   keyInfo
}

var _ signing.Key = (*Key)(nil)

// ncryptSpec marks a handle as CNG's.
const ncryptSpec = 0xFFFFFFFF

// Open opens the key of a certificate in the user's store by its thumbprint. window
// is the handle over which the vendor's dialog appears, 0 for none.
func Open(thumbprint string, window uintptr) (*Key, error) {
	found, cert, err := find(thumbprint)
	if err != nil {
		return nil, fmt.Errorf("open key of the Windows store: %w", err)
	}
	defer func() { _ = windows.CertFreeCertificateContext(found) }() // our copy; the key does not need it
	info, err := keyProvInfo(found)
	if err != nil {
		return nil, fmt.Errorf("open key of the Windows store: %w", outcome(err))
	}
	k := &Key{cert: cert, window: window, info: info}
	flags := uint32(windows.CRYPT_ACQUIRE_PREFER_NCRYPT_KEY_FLAG)
	var parameters unsafe.Pointer
	if window != 0 {
		flags, parameters = flags|windows.CRYPT_ACQUIRE_WINDOW_HANDLE_FLAG, unsafe.Pointer(&window)
	}
	if err := windows.CryptAcquireCertificatePrivateKey(found, flags, parameters, &k.handle, &k.spec, &k.ours); err != nil {
		return nil, fmt.Errorf("open key of the Windows store: %w", outcome(statusOf(err)))
	}
	return k, nil
}

// Certificate is the certificate in the store.
func (k *Key) Certificate() *x509.Certificate { return k.cert }

// Chain is empty: the store's chain is not read.
func (k *Key) Chain() []*x509.Certificate { return nil }

// Public is the public key.
func (k *Key) Public() crypto.PublicKey { return k.cert.PublicKey }

// Sign signs a digest: RSA PKCS #1 v1.5, or ECDSA in ASN.1 form. It waits for the
// person at the vendor's dialog.
func (k *Key) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	hash := opts.HashFunc()
	if len(digest) != hash.Size() {
		return nil, fmt.Errorf("sign with the Windows store: digest has %d bytes, %s has %d", len(digest), hash, hash.Size())
	}
	if _, pss := opts.(*rsa.PSSOptions); pss {
		return nil, fmt.Errorf("sign with the Windows store: %w: PSS", signing.ErrKeyUnsupported)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.handle == 0 {
		return nil, fmt.Errorf("sign with the Windows store: %w", signing.ErrKeyMissing)
	}
	var signature []byte
	var err error
	if k.spec == ncryptSpec {
		signature, err = k.signCNG(digest, hash)
	} else {
		signature, err = k.signCAPI(digest, hash)
	}
	if err != nil {
		if !errors.Is(err, signing.ErrKeyUnsupported) {
			err = outcome(err)
		}
		return nil, fmt.Errorf("sign with the Windows store: %w", err)
	}
	return signature, nil
}

// Close lets go of the key; signing afterwards gives ErrKeyMissing.
func (k *Key) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	handle := k.handle
	k.handle = 0
	if handle == 0 || !k.ours {
		return nil
	}
	if k.spec == ncryptSpec {
		return callStatus(ncryptFreeObject, uintptr(handle))
	}
	return windows.CryptReleaseContext(handle, 0)
}

const signatureRoom = 1024

// hashNames are the names that CNG gives to hashes.
var hashNames = map[crypto.Hash]string{crypto.SHA1: "SHA1", crypto.SHA256: "SHA256", crypto.SHA384: "SHA384", crypto.SHA512: "SHA512"}

// signCNG signs with NCryptSignHash, the dialog over our window.
func (k *Key) signCNG(digest []byte, hash crypto.Hash) ([]byte, error) {
	if k.window != 0 {
		name, err := windows.UTF16PtrFromString("HWND Handle")
		if err != nil {
			return nil, err
		}
		// some providers have no windows of their own and refuse the property
		_ = callStatus(ncryptSetProperty, uintptr(k.handle), uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&k.window)), unsafe.Sizeof(k.window), 0)
	}
	out := make([]byte, signatureRoom)
	var n uint32
	if _, elliptic := k.cert.PublicKey.(*ecdsa.PublicKey); elliptic {
		if err := callStatus(ncryptSignHash, uintptr(k.handle), 0, uintptr(unsafe.Pointer(&digest[0])), uintptr(len(digest)),
			uintptr(unsafe.Pointer(&out[0])), uintptr(len(out)), uintptr(unsafe.Pointer(&n)), 0); err != nil {
			return nil, err
		}
		half := min(n, signatureRoom) / 2
		return asn1.Marshal(struct{ R, S *big.Int }{new(big.Int).SetBytes(out[:half]), new(big.Int).SetBytes(out[half : 2*half])})
	}
	name, ok := hashNames[hash]
	if !ok {
		return nil, fmt.Errorf("%w: %s", signing.ErrKeyUnsupported, hash)
	}
	algorithm, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	padding := struct{ Algorithm *uint16 }{algorithm} // BCRYPT_PKCS1_PADDING_INFO
	const padPKCS1 = 2
	if err := callStatus(ncryptSignHash, uintptr(k.handle), uintptr(unsafe.Pointer(&padding)), uintptr(unsafe.Pointer(&digest[0])), uintptr(len(digest)),
		uintptr(unsafe.Pointer(&out[0])), uintptr(len(out)), uintptr(unsafe.Pointer(&n)), padPKCS1); err != nil {
		return nil, err
	}
	return out[:min(n, signatureRoom)], nil
}

// SignContext gives up before it begins; a dialog that is open is the person's to close.
func (k *Key) SignContext(ctx context.Context, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, errors.Join(signing.ErrCancelled, err)
	}
	return k.Sign(nil, digest, opts)
}
