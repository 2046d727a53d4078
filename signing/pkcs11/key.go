package pkcs11

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
	"time"

	"ankhai/signing"
)

// Key is a private key on a token, logged in until Close. A key that the token
// guards with a PIN at each signature keeps its PIN in the helper until then.
type Key struct {
	drivers *Drivers
	driver  *driver
	life    int
	handle  uint64
	limit   time.Duration
	token   *Token
	cert    *x509.Certificate

	mu     sync.Mutex
	closed bool
}

var _ signing.ContextKey = (*Key)(nil)

// Certificate is the certificate on the token.
func (k *Key) Certificate() *x509.Certificate { return k.cert }

// Chain is empty: what a token holds above the certificate is not read.
func (k *Key) Chain() []*x509.Certificate { return nil }

// Public is the public key.
func (k *Key) Public() crypto.PublicKey { return k.cert.PublicKey }

// Token names the token.
func (k *Key) Token() string { return k.token.Label }

// Sign signs a digest; see SignContext.
func (k *Key) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return k.SignContext(context.Background(), digest, opts)
}

// SignContext signs a digest: RSA PKCS #1 v1.5, or ECDSA in ASN.1 form. A token
// that is no longer there gives ErrTokenMissing, and so does every later call:
// after it was put back the key has to be opened again.
func (k *Key) SignContext(ctx context.Context, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	data, err := k.input(digest, opts)
	if err != nil {
		return nil, fmt.Errorf("sign with token: %w", err)
	}
	k.mu.Lock()
	closed, handle := k.closed, k.handle
	k.mu.Unlock()
	if closed {
		return nil, fmt.Errorf("sign with token: %w", signing.ErrKeyMissing)
	}
	if err := k.driver.take(ctx); err != nil {
		return nil, fmt.Errorf("sign with token: %w", err)
	}
	defer k.driver.done()
	if k.driver.life != k.life || k.driver.cmd == nil {
		return nil, fmt.Errorf("sign with token: helper was started again: %w", signing.ErrTokenMissing)
	}
	a, err := k.driver.ask(ctx, k.limit, request{Op: "sign", Handle: handle, Data: data}, nil)
	if errors.Is(err, signing.ErrPINWrong) { // of a key that asks at each signature: never again
		k.mu.Lock()
		k.closed = true
		k.mu.Unlock()
	}
	if err != nil {
		return nil, fmt.Errorf("sign with token: %w", err)
	}
	if _, elliptic := k.cert.PublicKey.(*ecdsa.PublicKey); elliptic {
		return ecdsaASN1(a.Signature)
	}
	return a.Signature, nil
}

// input is what the mechanism signs.
func (k *Key) input(digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	hash := opts.HashFunc()
	if len(digest) != hash.Size() {
		return nil, fmt.Errorf("digest has %d bytes, %s has %d", len(digest), hash, hash.Size())
	}
	switch k.cert.PublicKey.(type) {
	case *ecdsa.PublicKey:
		return digest, nil
	case *rsa.PublicKey:
		if _, pss := opts.(*rsa.PSSOptions); pss {
			return nil, fmt.Errorf("%w: PSS", signing.ErrKeyUnsupported)
		}
		prefix, ok := digestInfo[hash]
		if !ok {
			return nil, fmt.Errorf("%w: %s", signing.ErrKeyUnsupported, hash)
		}
		return append(append([]byte{}, prefix...), digest...), nil
	}
	return nil, fmt.Errorf("%w: %T", signing.ErrKeyUnsupported, k.cert.PublicKey)
}

// digestInfo is the DER of a DigestInfo up to the digest (RFC 8017, 9.2, note 1).
var digestInfo = map[crypto.Hash][]byte{
	crypto.SHA1:   {0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14},
	crypto.SHA256: {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20},
	crypto.SHA384: {0x30, 0x41, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02, 0x05, 0x00, 0x04, 0x30},
	crypto.SHA512: {0x30, 0x51, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05, 0x00, 0x04, 0x40},
}

// ecdsaASN1 turns the two halves that CKM_ECDSA gives into the form of crypto/ecdsa.
func ecdsaASN1(raw []byte) ([]byte, error) {
	if len(raw) == 0 || len(raw)%2 != 0 {
		return nil, fmt.Errorf("sign with token: %w: ECDSA value of %d bytes", signing.ErrKeyMismatch, len(raw))
	}
	half := len(raw) / 2
	return asn1.Marshal(struct{ R, S *big.Int }{new(big.Int).SetBytes(raw[:half]), new(big.Int).SetBytes(raw[half:])})
}

// Close logs out of the key; signing afterwards gives ErrKeyMissing.
func (k *Key) Close() error {
	k.mu.Lock()
	gone := k.handle == 0
	handle := k.handle
	k.closed, k.handle = true, 0
	k.mu.Unlock()
	if gone {
		return nil
	}
	if err := k.driver.take(context.Background()); err != nil {
		return err
	}
	defer k.driver.done()
	if k.driver.life != k.life || k.driver.cmd == nil || k.drivers.closed() {
		return nil // the helper that held it has ended, or will
	}
	k.driver.open--
	_, err := k.driver.ask(context.Background(), k.driver.limit, request{Op: "close", Handle: handle}, nil)
	return err
}
