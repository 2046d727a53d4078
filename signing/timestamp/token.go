package timestamp

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"time"

	"ankhai/signing/cms"
)

// Token is a time stamp whose own signature holds. Whether its authority is
// trusted is asked with Trusted, what it speaks of with Covers.
type Token struct {
	Raw         []byte // the CMS message, as it goes into a document
	Time        time.Time
	Policy      asn1.ObjectIdentifier
	Serial      *big.Int
	Nonce       *big.Int // nil without
	Hash        crypto.Hash
	Digest      []byte
	Certificate *x509.Certificate
	Others      []*x509.Certificate
}

// info is TSTInfo of RFC 3161, 2.4.2.
type info struct {
	Version    int
	Policy     asn1.ObjectIdentifier
	Imprint    messageImprint
	Serial     *big.Int
	Time       asn1.RawValue
	Accuracy   accuracy         `asn1:"optional"`
	Ordering   bool             `asn1:"optional"`
	Nonce      *big.Int         `asn1:"optional"`
	TSA        asn1.RawValue    `asn1:"explicit,optional,tag:0"`
	Extensions []pkix.Extension `asn1:"optional,tag:1"`
}

// accuracy is read to be passed over: seconds matter to nobody here.
type accuracy struct {
	Seconds int `asn1:"optional"`
	Millis  int `asn1:"optional,tag:0"`
	Micros  int `asn1:"optional,tag:1"`
}

// Parse reads a token and checks its signature, that its certificate is bound to
// it and made for time stamping alone.
func Parse(der []byte) (*Token, error) {
	m, err := cms.Parse(der)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSyntax, err)
	}
	if m.Kind != cms.OIDTSTInfo || m.Content == nil {
		return nil, ErrSyntax
	}
	var i info
	rest, err := asn1.Unmarshal(m.Content, &i)
	if err != nil || len(rest) > 0 || i.Version != 1 || i.Serial == nil {
		return nil, ErrSyntax
	}
	var whole asn1.RawValue
	if rest, err := asn1.Unmarshal(der, &whole); err == nil {
		der = der[:len(der)-len(rest)] // zeros may follow
	}
	t := &Token{
		Raw: der, Policy: i.Policy, Serial: i.Serial, Nonce: i.Nonce, Digest: i.Imprint.Digest,
		Certificate: m.Certificate, Others: m.Others,
	}
	if t.Time, err = generalizedTime(i.Time); err != nil {
		return nil, err
	}
	var ok bool
	if t.Hash, ok = cms.HashOf(i.Imprint.Algorithm.Algorithm.String()); !ok || len(t.Digest) != t.Hash.Size() {
		return nil, ErrSyntax
	}
	content := m.Hash.New()
	content.Write(m.Content)
	if err := m.Check(content.Sum(nil)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSyntax, err)
	}
	if !m.Bound || !forStamping(m.Certificate) {
		return nil, ErrCertificate
	}
	return t, nil
}

// generalizedTime reads UTC with an optional fraction of a second.
func generalizedTime(v asn1.RawValue) (time.Time, error) {
	at, err := time.Parse("20060102150405Z", string(v.Bytes)) // takes a fraction as well
	if err != nil || v.Tag != asn1.TagGeneralizedTime {
		return time.Time{}, ErrSyntax
	}
	return at.UTC(), nil
}

// oidExtKeyUsage is the extension that must be critical in the certificate of an
// authority (RFC 3161, 2.3).
var oidExtKeyUsage = asn1.ObjectIdentifier{2, 5, 29, 37}

func forStamping(cert *x509.Certificate) bool {
	if len(cert.ExtKeyUsage) != 1 || cert.ExtKeyUsage[0] != x509.ExtKeyUsageTimeStamping || len(cert.UnknownExtKeyUsage) > 0 {
		return false
	}
	const may = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if cert.KeyUsage != 0 && cert.KeyUsage&may == 0 {
		return false
	}
	for _, e := range cert.Extensions {
		if e.Id.Equal(oidExtKeyUsage) {
			return e.Critical
		}
	}
	return false
}

// Covers says whether the stamp speaks of some content; digest computes its
// digest by the function that the stamp names.
func (t *Token) Covers(digest func(crypto.Hash) []byte) bool {
	return bytes.Equal(t.Digest, digest(t.Hash))
}

// Trusted builds the chain of the authority's certificate at the stamp's moment.
func (t *Token) Trusted(roots, intermediates *x509.CertPool) error {
	pool := x509.NewCertPool()
	if intermediates != nil {
		pool = intermediates.Clone()
	}
	for _, other := range t.Others {
		pool.AddCert(other)
	}
	_, err := t.Certificate.Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: pool, CurrentTime: t.Time,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping},
	})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrChain, err)
	}
	return nil
}
