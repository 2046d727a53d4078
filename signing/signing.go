// Package signing is the vocabulary of digital signatures: a key with its
// certificate, the outcomes a caller has to tell apart, what a certificate says
// about its holder, and the report a verifier hands back.
//
// It knows no form, no database, no window and no gateway: it signs and judges
// bytes. It may be imported by app/office and by its own sub-packages (xmlsig,
// pdfsig, p12, signtest); it imports nothing else of ours.
//
// Every signature goes the same road, whoever holds the key: prepare, sign,
// finish, verify. A remote service that answers after minutes is then no
// different from a token. The holder's tax code stands in the subject's UID as
// "MST:…", as Vietnamese public certification authorities issue it (Nghị định
// 130/2018/NĐ-CP and the practice since).
package signing

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"
)

// Key is a private key that can sign, wherever it lives, and the certificate
// that belongs to it. Sign takes a digest; its errors wrap the sentinels of this
// package (ErrPINWrong, ErrCancelled …) so that a screen can choose.
type Key interface {
	crypto.Signer
	// Certificate is the holder's own certificate, never nil.
	Certificate() *x509.Certificate
	// Chain is what else the source holds, from the issuer upwards; may be empty.
	Chain() []*x509.Certificate
	// Close lets go of the key; signing afterwards gives ErrKeyMissing.
	Close() error
}

// ContextKey is a Key whose signing can be given up, such as a remote service
// that waits for the holder's telephone.
type ContextKey interface {
	Key
	SignContext(ctx context.Context, digest []byte, opts crypto.SignerOpts) ([]byte, error)
}

// SignDigest asks the key for one signature over a digest and checks the answer
// against the key's own certificate before anybody uses it: drivers have been
// seen to sign with another key than the one asked for.
func SignDigest(ctx context.Context, key Key, digest []byte, hash crypto.Hash) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("sign digest: %w", errors.Join(ErrCancelled, err))
	}
	var signature []byte
	var err error
	if remote, ok := key.(ContextKey); ok {
		signature, err = remote.SignContext(ctx, digest, hash)
	} else {
		signature, err = key.Sign(rand.Reader, digest, hash)
	}
	if err != nil {
		if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
			err = errors.Join(ErrCancelled, err)
		}
		return nil, fmt.Errorf("sign digest: %w", err)
	}
	if err := VerifyDigest(key.Certificate(), hash, digest, signature); err != nil {
		return nil, fmt.Errorf("sign digest: %w: %w", ErrKeyMismatch, err)
	}
	return signature, nil
}

// VerifyDigest checks a signature over a digest with the certificate's public
// key: RSA PKCS #1 v1.5, or ECDSA in ASN.1 form.
func VerifyDigest(cert *x509.Certificate, hash crypto.Hash, digest, signature []byte) error {
	switch public := cert.PublicKey.(type) {
	case *rsa.PublicKey:
		return rsa.VerifyPKCS1v15(public, hash, digest, signature)
	case *ecdsa.PublicKey:
		if !ecdsa.VerifyASN1(public, digest, signature) {
			return errors.New("ecdsa signature does not verify")
		}
		return nil
	default:
		return fmt.Errorf("%w: %T", ErrKeyUnsupported, cert.PublicKey)
	}
}
