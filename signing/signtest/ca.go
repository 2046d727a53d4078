// Package signtest is a certification authority that lives in memory: a root, an
// issuing CA, and certificates for companies with "UID=MST:…" as Vietnamese
// public CAs issue them. Tests use it, and so does the program's practice mode;
// what it issues for practice says so in the subject.
//
// It knows no form, no database and no window, and never touches the trust store
// of the machine. It may be imported by tests, by signing's other packages' tests
// and by app/office for practice mode. Certificates follow RFC 5280.
package signtest

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"time"
)

// PracticeMark stands in the subject of everything that practice mode issues.
const PracticeMark = "THỰC HÀNH – không có giá trị pháp lý"

// authorityYears is how long root and issuing CA are valid; a practice CA is
// made once per data folder.
const authorityYears = 20

// CA is a virtual certification authority.
type CA struct {
	random     io.Reader
	rootKey    crypto.Signer
	root       *x509.Certificate
	issuingKey crypto.Signer
	issuing    *x509.Certificate
}

// NewCA makes a root and an issuing CA, valid from a day before now.
func NewCA(random io.Reader, now time.Time) (*CA, error) {
	ca := &CA{random: random}
	from, to := now.UTC().AddDate(0, 0, -1).Truncate(time.Second), now.UTC().AddDate(authorityYears, 0, 0).Truncate(time.Second)
	var err error
	if ca.rootKey, err = rsa.GenerateKey(random, 2048); err != nil {
		return nil, fmt.Errorf("make practice CA: %w", err)
	}
	if ca.issuingKey, err = rsa.GenerateKey(random, 2048); err != nil {
		return nil, fmt.Errorf("make practice CA: %w", err)
	}
	authority := func(cn string, pathLength int) (*x509.Certificate, error) {
		serial, err := newSerial(random)
		if err != nil {
			return nil, err
		}
		return &x509.Certificate{
			SerialNumber: serial, NotBefore: from, NotAfter: to,
			Subject:               name(attribute{oidC, "VN"}, attribute{oidO, "AnKhai"}, attribute{oidOU, PracticeMark}, attribute{oidCN, cn}),
			KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
			BasicConstraintsValid: true, IsCA: true, MaxPathLen: pathLength, MaxPathLenZero: pathLength == 0,
		}, nil
	}
	root, err := authority("AnKhai Gốc thực hành", 1)
	if err != nil {
		return nil, fmt.Errorf("make practice CA: %w", err)
	}
	if ca.root, err = issue(random, root, root, ca.rootKey.Public(), ca.rootKey); err != nil {
		return nil, fmt.Errorf("make practice CA: %w", err)
	}
	issuing, err := authority("AnKhai CA thực hành", 0)
	if err != nil {
		return nil, fmt.Errorf("make practice CA: %w", err)
	}
	if ca.issuing, err = issue(random, issuing, ca.root, ca.issuingKey.Public(), ca.rootKey); err != nil {
		return nil, fmt.Errorf("make practice CA: %w", err)
	}
	return ca, nil
}

func issue(random io.Reader, template, parent *x509.Certificate, public crypto.PublicKey, key crypto.Signer) (*x509.Certificate, error) {
	der, err := x509.CreateCertificate(random, template, parent, public, key)
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

// newSerial is a positive number of 127 bits.
func newSerial(random io.Reader) (*big.Int, error) {
	raw := make([]byte, 16)
	if _, err := io.ReadFull(random, raw); err != nil {
		return nil, err
	}
	raw[0] &= 0x7f
	raw[0] |= 0x40
	return new(big.Int).SetBytes(raw), nil
}

// Root is the root certificate; Issuing the one below it.
func (ca *CA) Root() *x509.Certificate    { return ca.root }
func (ca *CA) Issuing() *x509.Certificate { return ca.issuing }

// Random is where the CA takes its random numbers from.
func (ca *CA) Random() io.Reader { return ca.random }

// RootPEM is the root certificate as PEM.
func (ca *CA) RootPEM() []byte { return certificatePEM(ca.root) }

// IssuingPEM is the issuing certificate as PEM.
func (ca *CA) IssuingPEM() []byte { return certificatePEM(ca.issuing) }

// ChainPEM is the root and the issuing certificate as PEM. XML signatures carry
// the leaf only, so a verifier needs both.
func (ca *CA) ChainPEM() []byte { return append(ca.RootPEM(), ca.IssuingPEM()...) }

func certificatePEM(cert *x509.Certificate) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert.Raw})
}

// Save writes the CA with its private keys as PEM, unencrypted: it can vouch for
// practice only. The caller keeps the bytes in the data folder.
func (ca *CA) Save() ([]byte, error) {
	var out bytes.Buffer
	for _, part := range []struct {
		cert *x509.Certificate
		key  crypto.Signer
	}{{ca.root, ca.rootKey}, {ca.issuing, ca.issuingKey}} {
		der, err := x509.MarshalPKCS8PrivateKey(part.key)
		if err != nil {
			return nil, fmt.Errorf("save practice CA: %w", err)
		}
		out.Write(certificatePEM(part.cert))
		out.Write(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
	}
	return out.Bytes(), nil
}

// Load reads what Save wrote and checks that keys and certificates belong
// together.
func Load(random io.Reader, saved []byte) (*CA, error) {
	ca := &CA{random: random}
	for i, rest := 0, saved; i < 4; i++ {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return nil, errors.New("load practice CA: cut short")
		}
		var err error
		switch i {
		case 0:
			ca.root, err = x509.ParseCertificate(block.Bytes)
		case 2:
			ca.issuing, err = x509.ParseCertificate(block.Bytes)
		case 1:
			ca.rootKey, err = privateKey(block.Bytes, ca.root)
		case 3:
			ca.issuingKey, err = privateKey(block.Bytes, ca.issuing)
		}
		if err != nil {
			return nil, fmt.Errorf("load practice CA: %w", err)
		}
	}
	if err := ca.issuing.CheckSignatureFrom(ca.root); err != nil {
		return nil, fmt.Errorf("load practice CA: %w", err)
	}
	return ca, nil
}

func privateKey(der []byte, cert *x509.Certificate) (crypto.Signer, error) {
	parsed, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return nil, err
	}
	key, ok := parsed.(crypto.Signer)
	if !ok {
		return nil, errors.New("not a signing key")
	}
	public, ok := key.Public().(interface{ Equal(crypto.PublicKey) bool })
	if !ok || !public.Equal(cert.PublicKey) {
		return nil, errors.New("key does not belong to the certificate")
	}
	return key, nil
}

// The attribute types of subjects, in the order certificates carry them.
var (
	oidC   = asn1.ObjectIdentifier{2, 5, 4, 6}
	oidST  = asn1.ObjectIdentifier{2, 5, 4, 8}
	oidL   = asn1.ObjectIdentifier{2, 5, 4, 7}
	oidO   = asn1.ObjectIdentifier{2, 5, 4, 10}
	oidOU  = asn1.ObjectIdentifier{2, 5, 4, 11}
	oidCN  = asn1.ObjectIdentifier{2, 5, 4, 3}
	oidUID = asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 1}
)

type attribute struct {
	oid   asn1.ObjectIdentifier
	value string
}

// name makes a subject in the order given, without the empty ones.
func name(attributes ...attribute) pkix.Name {
	var n pkix.Name
	for _, a := range attributes {
		if a.value != "" {
			n.ExtraNames = append(n.ExtraNames, pkix.AttributeTypeAndValue{Type: a.oid, Value: a.value})
		}
	}
	return n
}
