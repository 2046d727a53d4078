// Package p12 opens PKCS#12 files (.p12, .pfx; RFC 7292) as signing keys.
//
// It knows no document and no window: it gets bytes and a password, and gives
// keys. It may be imported by app/office; it imports only package signing. The
// password is wiped when Open returns; what the decoder copied of it is left to
// the garbage collector.
package p12

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"ankhai/signing"
	"software.sslmate.com/src/go-pkcs12"
)

const (
	maxFile   = 1 << 20   // bytes; real files have a few thousand
	maxRounds = 4_000_000 // of all derivations of a file together; about two seconds
)

// Key is a private key out of a file, with its certificate.
type Key struct {
	mu      sync.Mutex
	private crypto.Signer
	cert    *x509.Certificate
	chain   []*x509.Certificate
}

var _ signing.Key = (*Key)(nil)

// OpenFile reads a file and opens it; see Open.
func OpenFile(path string, password []byte) (*Key, error) {
	defer clear(password)
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open key file: %w", signing.Refuse(signing.ErrKeyFile, err, "Chưa mở được tệp chứng thư số: không đọc được tệp. Kiểm tra tệp còn ở chỗ cũ rồi chọn lại."))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("open key file: %w: %w", signing.ErrKeyFile, err)
	}
	return Open(data, password)
}

// Open gives the one key of a file; ErrSeveralKeys if there are more.
func Open(data, password []byte) (*Key, error) {
	keys, err := OpenAll(data, password)
	if err != nil {
		return nil, err
	}
	if len(keys) > 1 {
		var names []string
		for _, k := range keys {
			names = append(names, signing.CommonName(k.cert))
			_ = k.Close() // forgets the key, cannot fail
		}
		return nil, fmt.Errorf("open key file: %w", signing.Refuse(signing.ErrSeveralKeys, nil, "Tệp có %d chứng thư số: %s. Chọn một chứng thư rồi ký lại.", len(keys), strings.Join(names, "; ")))
	}
	return keys[0], nil
}

// OpenAll gives every key of a file that has a certificate. A wrong password is
// ErrPINWrong; a file of another kind is ErrKeyFile with what to do. The password
// is wiped.
func OpenAll(data, password []byte) (keys []*Key, err error) {
	defer clear(password)
	defer func() {
		if r := recover(); r != nil {
			keys, err = nil, fmt.Errorf("open key file: %w: decoder gave up", signing.ErrKeyFile)
		}
	}()
	if err := check(data); err != nil {
		return nil, fmt.Errorf("open key file: %w", err)
	}
	private, leaf, others, err := pkcs12.DecodeChain(data, string(password))
	if err == nil {
		keys = pair([]any{private}, append([]*x509.Certificate{leaf}, others...))
	} else if strings.Contains(err.Error(), "exactly one key bag") {
		keys, err = several(data, string(password))
	}
	if err != nil {
		return nil, fmt.Errorf("open key file: %w", outcome(err))
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("open key file: %w", &signing.Error{Kind: signing.ErrKeyMissing})
	}
	return keys, nil
}

// check refuses what the decoder would misread or spend hours on.
func check(data []byte) error {
	if len(data) > maxFile {
		return &signing.Error{Kind: signing.ErrKeyFile, Cause: errors.New("too large")}
	}
	if len(data) > 1 && data[0] == 0x30 && data[1] == 0x80 {
		return signing.Refuse(signing.ErrKeyFile, errors.New("BER"), "Chưa mở được tệp chứng thư số: tệp ở dạng BER cũ. Nhập tệp vào kho chứng thư của máy rồi xuất lại dạng .pfx (PKCS #12).")
	}
	if bytes.Contains(data, []byte("-----BEGIN ")) {
		return signing.Refuse(signing.ErrKeyFile, errors.New("PEM"), "Chưa mở được tệp chứng thư số: tệp ở dạng PEM. Chọn tệp .p12 hoặc .pfx.")
	}
	return bounded(data)
}

// bounded walks over the DER and refuses a file whose key derivations have so many
// rounds together that nobody waits for them: every INTEGER right after a salt.
func bounded(data []byte) error {
	if n := roundsOf(data, 0); n > maxRounds {
		return &signing.Error{Kind: signing.ErrKeyFile, Cause: errors.New("too many rounds")}
	}
	return nil
}

// roundsOf adds up; past maxRounds the sum no longer matters.
func roundsOf(data []byte, depth int) (sum int64) {
	salt := false
	for len(data) > 0 && depth < 24 && sum <= maxRounds {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(data, &v)
		if err != nil {
			return sum // an octet string that holds no DER; the decoder judges
		}
		data = rest
		if salt && v.Class == asn1.ClassUniversal && v.Tag == asn1.TagInteger && len(v.Bytes) <= 8 {
			var n int64
			for _, b := range v.Bytes {
				n = n<<8 | int64(b)
			}
			sum += min(max(n, 0), maxRounds+1)
		}
		salt = v.Class == asn1.ClassUniversal && v.Tag == asn1.TagOctetString
		if v.IsCompound || v.Tag == asn1.TagOctetString {
			sum += roundsOf(v.Bytes, depth+1)
		}
	}
	return sum
}

// several reads a file with more than one key.
func several(data []byte, password string) ([]*Key, error) {
	//lint:ignore SA1019 the only reader of the library that answers more than one key
	blocks, err := pkcs12.ToPEM(data, password)
	if err != nil {
		return nil, err
	}
	var privates []any
	var certs []*x509.Certificate
	for _, block := range blocks {
		if block.Type == "CERTIFICATE" {
			cert, err := x509.ParseCertificate(block.Bytes)
			if err != nil {
				return nil, err
			}
			certs = append(certs, cert)
			continue
		}
		if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
			privates = append(privates, key)
		} else if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
			privates = append(privates, key)
		}
	}
	return pair(privates, certs), nil
}

// pair finds the certificate of each key by its public key, not by its place in
// the file, and the chain above it.
func pair(privates []any, certs []*x509.Certificate) (keys []*Key) {
	for _, p := range privates {
		private, ok := p.(crypto.Signer)
		if !ok {
			continue
		}
		for _, cert := range certs {
			if !sameKey(private.Public(), cert.PublicKey) {
				continue
			}
			keys = append(keys, &Key{private: private, cert: cert, chain: chain(cert, certs)})
			break
		}
	}
	return keys
}

func sameKey(a, b crypto.PublicKey) bool {
	switch a := a.(type) {
	case *rsa.PublicKey:
		return a.Equal(b)
	case *ecdsa.PublicKey:
		return a.Equal(b)
	}
	return false
}

func chain(leaf *x509.Certificate, certs []*x509.Certificate) (up []*x509.Certificate) {
	for at := leaf; len(up) < len(certs) && !bytes.Equal(at.RawSubject, at.RawIssuer); {
		var next *x509.Certificate
		for _, c := range certs {
			if bytes.Equal(c.RawSubject, at.RawIssuer) && at.CheckSignatureFrom(c) == nil {
				next = c
				break
			}
		}
		if next == nil {
			break
		}
		up = append(up, next)
		at = next
	}
	return up
}

// outcome names what the decoder found wrong.
func outcome(err error) error {
	switch text := err.Error(); {
	case errors.Is(err, pkcs12.ErrIncorrectPassword), errors.Is(err, pkcs12.ErrDecryption):
		return signing.Refuse(signing.ErrPINWrong, nil, "Chưa mở được tệp chứng thư số: mật khẩu không đúng. Kiểm tra bàn phím, bộ gõ rồi nhập lại.")
	case strings.Contains(text, "no MAC"):
		return signing.Refuse(signing.ErrKeyFile, err, "Chưa mở được tệp chứng thư số: tệp không có mã kiểm tra toàn vẹn nên không tin được. Xuất lại tệp .pfx có đặt mật khẩu.")
	case strings.Contains(text, "private key missing"):
		return signing.Refuse(signing.ErrKeyMissing, err, "Chưa mở được tệp chứng thư số: tệp chỉ có chứng thư, không có khoá bí mật. Xuất lại tệp kèm khoá bí mật.")
	case strings.Contains(text, "certificate missing"):
		return signing.Refuse(signing.ErrKeyMissing, err, "Chưa mở được tệp chứng thư số: tệp có khoá nhưng không có chứng thư. Xuất lại tệp kèm chứng thư.")
	case strings.Contains(text, "not supported"), strings.Contains(text, "implemented"), strings.Contains(text, "unknown attribute"):
		return signing.Refuse(signing.ErrKeyFile, err, "Chưa mở được tệp chứng thư số: tệp dùng cách mã hoá chưa được hỗ trợ. Xuất lại tệp .pfx với AES-256, mỗi tệp một chứng thư.")
	}
	return &signing.Error{Kind: signing.ErrKeyFile, Cause: err}
}

// Public is the public key.
func (k *Key) Public() crypto.PublicKey { return k.cert.PublicKey }

// Sign signs a digest; after Close it gives ErrKeyMissing.
func (k *Key) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.private == nil {
		return nil, fmt.Errorf("sign with key file: %w", signing.ErrKeyMissing)
	}
	return k.private.Sign(random, digest, opts)
}

// Certificate is the certificate of the key.
func (k *Key) Certificate() *x509.Certificate { return k.cert }

// Chain is what the file holds above the certificate.
func (k *Key) Chain() []*x509.Certificate { return k.chain }

// Close forgets the private key.
func (k *Key) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.private = nil
	return nil
}
