package signtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"ankhai/signing"
	"software.sslmate.com/src/go-pkcs12"
)

// Subject is who a certificate is for.
type Subject struct {
	Name     string // CN: the company's name
	TaxCode  string // goes into UID as "MST:…"; "" leaves the UID out
	Org      string // O; "" takes Name
	Unit     string // OU
	Locality string // L
	Province string // ST
	Person   string // a second UID, such as "CCCD:…"
}

// PracticeSubject is a company in practice mode: the subject says that the
// signature binds nobody.
func PracticeSubject(name, taxCode string) Subject {
	return Subject{Name: name + " (THỰC HÀNH)", Org: name, Unit: PracticeMark, TaxCode: taxCode}
}

// Option changes what Issue makes.
type Option func(*order)

type order struct {
	usage x509.KeyUsage
	bits  int
	key   crypto.Signer
	ecdsa bool
	stamp bool
}

// WithKeyUsage sets the key usage; the default is digitalSignature and
// nonRepudiation.
func WithKeyUsage(usage x509.KeyUsage) Option { return func(o *order) { o.usage = usage } }

// WithBits sets the length of the RSA key; the default is 2048.
func WithBits(bits int) Option { return func(o *order) { o.bits = bits } }

// WithECDSA makes a P-256 key instead of an RSA one.
func WithECDSA() Option { return func(o *order) { o.ecdsa = true } }

// WithTimeStamping makes the certificate of a time stamping authority: extended
// key usage timeStamping, alone and critical (RFC 3161, 2.3).
func WithTimeStamping() Option { return func(o *order) { o.stamp = true } }

// WithKey certifies a key that is there already: a renewal, or a test that need
// not wait for a new one.
func WithKey(key crypto.Signer) Option { return func(o *order) { o.key = key } }

// Key is a private key in memory with its certificate and chain.
type Key struct {
	private crypto.Signer
	cert    *x509.Certificate
	chain   []*x509.Certificate
	closed  atomic.Bool
}

var _ signing.Key = (*Key)(nil)

// Issue makes a key and a certificate for it, valid from from until to. An
// expired or not yet valid certificate is a matter of the two dates.
func (ca *CA) Issue(subject Subject, from, to time.Time, options ...Option) (*Key, error) {
	o := order{usage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, bits: 2048}
	for _, option := range options {
		option(&o)
	}
	var err error
	switch {
	case o.key != nil:
	case o.ecdsa:
		o.key, err = ecdsa.GenerateKey(elliptic.P256(), ca.random)
	default:
		o.key, err = rsa.GenerateKey(ca.random, o.bits)
	}
	if err != nil {
		return nil, fmt.Errorf("issue practice certificate: %w", err)
	}
	serial, err := newSerial(ca.random)
	if err != nil {
		return nil, fmt.Errorf("issue practice certificate: %w", err)
	}
	org, uid := subject.Org, ""
	if org == "" {
		org = subject.Name
	}
	if subject.TaxCode != "" {
		uid = "MST:" + subject.TaxCode
	}
	template := &x509.Certificate{
		SerialNumber: serial, NotBefore: from.UTC().Truncate(time.Second), NotAfter: to.UTC().Truncate(time.Second),
		Subject: name(attribute{oidC, "VN"}, attribute{oidST, subject.Province}, attribute{oidL, subject.Locality},
			attribute{oidO, org}, attribute{oidOU, subject.Unit}, attribute{oidCN, subject.Name},
			attribute{oidUID, uid}, attribute{oidUID, subject.Person}),
		KeyUsage: o.usage, BasicConstraintsValid: true,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageEmailProtection},
	}
	if o.stamp {
		usage, err := asn1.Marshal([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
		if err != nil {
			return nil, fmt.Errorf("issue practice certificate: %w", err)
		}
		template.ExtKeyUsage = nil
		template.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: usage}}
	}
	cert, err := issue(ca.random, template, ca.issuing, o.key.Public(), ca.issuingKey)
	if err != nil {
		return nil, fmt.Errorf("issue practice certificate: %w", err)
	}
	return &Key{private: o.key, cert: cert, chain: []*x509.Certificate{ca.issuing, ca.root}}, nil
}

// P12 packs a key of Issue into a .p12 file with the modern algorithms.
func (ca *CA) P12(key *Key, password []byte) ([]byte, error) {
	data, err := pkcs12.Modern.WithRand(ca.random).Encode(key.private, key.cert, key.chain, string(password))
	if err != nil {
		return nil, fmt.Errorf("pack practice key: %w", err)
	}
	return data, nil
}

// Public is the public key.
func (k *Key) Public() crypto.PublicKey { return k.cert.PublicKey }

// Sign signs a digest; after Close it gives ErrKeyMissing.
func (k *Key) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	if k.closed.Load() {
		return nil, fmt.Errorf("sign with practice key: %w", signing.ErrKeyMissing)
	}
	return k.private.Sign(random, digest, opts)
}

// Certificate is the leaf.
func (k *Key) Certificate() *x509.Certificate { return k.cert }

// Chain is the issuing CA and the root.
func (k *Key) Chain() []*x509.Certificate { return k.chain }

// Private is the bare key, for issuing another certificate over it.
func (k *Key) Private() crypto.Signer { return k.private }

// Close ends the use of the key.
func (k *Key) Close() error {
	k.closed.Store(true)
	return nil
}
