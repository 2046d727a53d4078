package sandbox

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

const (
	caName    = "ca-thuc-hanh.pem"
	caKeyName = "ca-thuc-hanh.key"
)

// The certificates are good for any day a practice clock may show.
var (
	validFrom  = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	validUntil = time.Date(2069, 12, 31, 0, 0, 0, 0, time.UTC)
)

// CAPath is where the authority's certificate of a sandbox folder lies, for a
// client in another process.
func CAPath(dir string) string { return filepath.Join(dir, caName) }

// certificates keeps one authority in dir, bound to the loopback, and signs a
// fresh server certificate with it. Without a dir the authority is fresh too.
func certificates(dir string) (tls.Certificate, []byte, error) {
	ca, key, caPEM, err := loadCA(dir)
	if errors.Is(err, fs.ErrNotExist) {
		ca, key, caPEM, err = makeCA(dir)
	}
	if err != nil {
		return tls.Certificate{}, nil, fmt.Errorf("sandbox: certificate authority: %w", err)
	}
	serverKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, nil, fmt.Errorf("sandbox: server key: %w", err)
	}
	der, err := x509.CreateCertificate(rand.Reader, &x509.Certificate{
		SerialNumber: serial(), Subject: pkix.Name{CommonName: "Cổng thực hành AnKhai"},
		NotBefore: validFrom, NotAfter: validUntil,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
	}, ca, &serverKey.PublicKey, key)
	if err != nil {
		return tls.Certificate{}, nil, fmt.Errorf("sandbox: server certificate: %w", err)
	}
	return tls.Certificate{Certificate: [][]byte{der, ca.Raw}, PrivateKey: serverKey}, caPEM, nil
}

func loadCA(dir string) (*x509.Certificate, *ecdsa.PrivateKey, []byte, error) {
	if dir == "" {
		return nil, nil, nil, fs.ErrNotExist
	}
	caPEM, err := os.ReadFile(filepath.Join(dir, caName))
	if err != nil {
		return nil, nil, nil, err
	}
	keyPEM, err := os.ReadFile(filepath.Join(dir, caKeyName))
	if err != nil {
		return nil, nil, nil, err
	}
	c, _ := pem.Decode(caPEM)
	k, _ := pem.Decode(keyPEM)
	if c == nil || k == nil {
		return nil, nil, nil, fmt.Errorf("%s or %s is not PEM; delete both to make new ones", caName, caKeyName)
	}
	cert, err := x509.ParseCertificate(c.Bytes)
	if err != nil {
		return nil, nil, nil, err
	}
	key, err := x509.ParseECPrivateKey(k.Bytes)
	return cert, key, caPEM, err
}

func makeCA(dir string) (*x509.Certificate, *ecdsa.PrivateKey, []byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, nil, err
	}
	tmpl := &x509.Certificate{
		SerialNumber: serial(), Subject: pkix.Name{CommonName: "AnKhai: thực hành trên máy này, không có giá trị"},
		NotBefore: validFrom, NotAfter: validUntil, IsCA: true, BasicConstraintsValid: true, MaxPathLenZero: true,
		KeyUsage:                    x509.KeyUsageCertSign,
		PermittedDNSDomainsCritical: true, PermittedDNSDomains: []string{"localhost"},
		PermittedIPRanges: []*net.IPNet{
			{IP: net.IPv4(127, 0, 0, 0).To4(), Mask: net.CIDRMask(8, 32)},
			{IP: net.IPv6loopback, Mask: net.CIDRMask(128, 128)},
		},
	}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, tmpl, &key.PublicKey, key)
	if err != nil {
		return nil, nil, nil, err
	}
	keyDER, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, nil, nil, err
	}
	caPEM := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	if dir != "" { // the key first: a certificate without its key would never be replaced
		if err := writeDurably(filepath.Join(dir, caKeyName), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: keyDER}), 0o600); err != nil {
			return nil, nil, nil, err
		}
		if err := writeDurably(filepath.Join(dir, caName), caPEM, 0o644); err != nil {
			return nil, nil, nil, err
		}
	}
	cert, err := x509.ParseCertificate(der)
	return cert, key, caPEM, err
}

func serial() *big.Int {
	b := make([]byte, 16)
	rand.Read(b) // never fails since Go 1.24
	b[0] &= 0x7f
	return new(big.Int).SetBytes(b)
}
