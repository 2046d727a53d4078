package cms

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"sort"

	"ankhai/signing"
)

// Draft is a detached signature with SHA-256 that lacks its value: exactly the
// signed attributes that the baseline profiles ask for (ETSI EN 319 142-1, 6.3),
// content type, message digest and signing certificate, and no signing time.
type Draft struct {
	cert   *x509.Certificate
	chain  []*x509.Certificate
	signed []byte // DER, as SET
}

// NewDraft prepares a signature of content with the given SHA-256 digest. chain
// goes into the message as far as each certificate has signed the one before.
func NewDraft(cert *x509.Certificate, chain []*x509.Certificate, digest []byte) (*Draft, error) {
	switch cert.PublicKey.(type) {
	case *rsa.PublicKey, *ecdsa.PublicKey:
	default:
		return nil, fmt.Errorf("draft cms: %w", signing.ErrKeyUnsupported)
	}
	hash := sha256.Sum256(cert.Raw)
	var list [][]byte
	for _, a := range []struct {
		oid   asn1.ObjectIdentifier
		value any
	}{
		{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}},
		{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}, digest},
		{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}, signingCertificate{[]certID{{hash[:]}}}},
	} {
		der, err := marshalAttribute(a.oid, a.value)
		if err != nil {
			return nil, fmt.Errorf("draft cms: %w", err)
		}
		list = append(list, der)
	}
	sort.Slice(list, func(i, j int) bool { return string(list[i]) < string(list[j]) })
	var body []byte
	for _, der := range list {
		body = append(body, der...)
	}
	d := &Draft{cert: cert, signed: join([]byte{0x31}, body)}
	for last := cert; len(chain) > 0 && len(d.chain) < maxItems/2 && last.CheckSignatureFrom(chain[0]) == nil; chain = chain[1:] {
		last = chain[0]
		d.chain = append(d.chain, last)
	}
	return d, nil
}

type signingCertificate struct{ Certs []certID }

type certID struct{ Hash []byte } // SHA-256 is the default and left out

func marshalAttribute(oid asn1.ObjectIdentifier, value any) ([]byte, error) {
	der, err := asn1.Marshal(value)
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(attribute{oid, asn1.RawValue{Class: asn1.ClassUniversal, Tag: asn1.TagSet, IsCompound: true, Bytes: der}})
}

// Digest is what the key signs: the SHA-256 of the signed attributes.
func (d *Draft) Digest() []byte {
	sum := sha256.Sum256(d.signed)
	return sum[:]
}

// Finish writes the message with its value and, where token is not nil, a time
// stamp token over that value as unsigned attribute. An empty value makes a
// message that Resume takes up again.
func (d *Draft) Finish(value, token []byte) ([]byte, error) {
	algorithm := pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 11}, Parameters: asn1.NullRawValue}
	if _, ok := d.cert.PublicKey.(*ecdsa.PublicKey); ok {
		algorithm = pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}}
	}
	digest := pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}
	id, err := asn1.Marshal(struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}{asn1.RawValue{FullBytes: d.cert.RawIssuer}, d.cert.SerialNumber})
	if err != nil {
		return nil, fmt.Errorf("write cms: %w", err)
	}
	signed := append([]byte{0xa0}, d.signed[1:]...)
	signer := signerInfo{
		Version: 1, ID: asn1.RawValue{FullBytes: id}, Digest: digest,
		Signed: asn1.RawValue{FullBytes: signed}, Algorithm: algorithm, Value: value,
	}
	if token != nil {
		der, err := marshalAttribute(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}, asn1.RawValue{FullBytes: token})
		if err != nil {
			return nil, fmt.Errorf("write cms: %w", err)
		}
		signer.Unsigned = asn1.RawValue{FullBytes: join([]byte{0xa1}, der)}
	}
	certificates := append([]byte{}, d.cert.Raw...)
	for _, above := range d.chain {
		certificates = append(certificates, above.Raw...)
	}
	inner, err := asn1.Marshal(signedData{
		Version: 1, Digests: []pkix.AlgorithmIdentifier{digest},
		Encapsulated: encapsulated{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}},
		Certificates: asn1.RawValue{FullBytes: join([]byte{0xa0}, certificates)},
		Signers:      []signerInfo{signer},
	})
	if err != nil {
		return nil, fmt.Errorf("write cms: %w", err)
	}
	return asn1.Marshal(contentInfo{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}, asn1.RawValue{FullBytes: join([]byte{0xa0}, inner)}})
}

// Resume makes a draft again of a message that Finish wrote.
func Resume(der []byte) (*Draft, error) {
	m, err := Parse(der)
	if err != nil {
		return nil, fmt.Errorf("resume cms: %w", err)
	}
	if m.Hash != crypto.SHA256 || !m.Bound || m.Content != nil {
		return nil, fmt.Errorf("resume cms: %w", ErrSyntax)
	}
	return &Draft{cert: m.Certificate, chain: m.Others, signed: m.signedSet}, nil
}

// Certificate is whose signature the draft waits for.
func (d *Draft) Certificate() *x509.Certificate { return d.cert }
