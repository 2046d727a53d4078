package cms

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"time"
)

// The shapes of RFC 5652.
type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue `asn1:"explicit,tag:0"`
}

type signedData struct {
	Version      int
	Digests      []pkix.AlgorithmIdentifier `asn1:"set"`
	Encapsulated encapsulated
	Certificates asn1.RawValue `asn1:"optional,tag:0"`
	CRLs         asn1.RawValue `asn1:"optional,tag:1"`
	Signers      []signerInfo  `asn1:"set"`
}

type encapsulated struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue `asn1:"explicit,optional,tag:0"`
}

type signerInfo struct {
	Version   int
	ID        asn1.RawValue
	Digest    pkix.AlgorithmIdentifier
	Signed    asn1.RawValue `asn1:"optional,tag:0"`
	Algorithm pkix.AlgorithmIdentifier
	Value     []byte
	Unsigned  asn1.RawValue `asn1:"optional,tag:1"`
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values asn1.RawValue
}

// Message is a CMS signature by one signer, taken apart. Nothing is verified yet
// but that the certificate is the one that was signed along, where one was.
type Message struct {
	Kind    string // what is signed: OIDData, OIDTSTInfo
	Content []byte // the content itself; nil when it lies elsewhere ("detached")

	Certificate *x509.Certificate   // the signer's
	Others      []*x509.Certificate // what else came along
	Hash        crypto.Hash
	Time        time.Time // signing time attribute, zero without
	// Bound says that a signing certificate attribute names the certificate, so
	// that no other can be slipped in; Attributes that there are signed ones.
	Bound, Attributes bool
	Value             []byte // of the signature

	algorithm algorithm
	signed    map[string]asn1.RawValue // the single value of each
	unsigned  map[string]asn1.RawValue
	signedSet []byte // DER of the signed attributes as a SET, nil without
}

// Parse takes a DER or BER message apart. Zeros may follow it, as they do in the
// Contents of a PDF signature.
func Parse(data []byte) (*Message, error) {
	if len(data) > MaxSize {
		return nil, ErrSyntax
	}
	m, err := parse(data)
	if err == ErrSyntax {
		if der, again := normalize(data); again == nil && !bytes.HasPrefix(data, der) {
			return parse(der)
		}
	}
	return m, err
}

func parse(der []byte) (*Message, error) {
	var info contentInfo
	rest, err := asn1.Unmarshal(der, &info)
	if err != nil || len(bytes.Trim(rest, "\x00")) > 0 || info.Type.String() != oidSignedData {
		return nil, ErrSyntax
	}
	var data signedData
	if rest, err := asn1.Unmarshal(info.Content.Bytes, &data); err != nil || len(rest) > 0 || len(data.Signers) != 1 {
		return nil, ErrSyntax
	}
	signer := data.Signers[0]
	m := &Message{Kind: data.Encapsulated.Type.String(), Value: signer.Value}
	if len(data.Encapsulated.Content.FullBytes) > 0 {
		if rest, err := asn1.Unmarshal(data.Encapsulated.Content.Bytes, &m.Content); err != nil || len(rest) > 0 {
			return nil, ErrSyntax
		}
	}
	var ok bool
	if m.Hash, ok = digests[signer.Digest.Algorithm.String()]; !ok {
		return nil, ErrAlgorithm
	}
	if m.algorithm, err = readAlgorithm(signer.Algorithm, m.Hash); err != nil {
		return nil, err
	}
	if err := m.findCertificate(signer.ID, data.Certificates.Bytes); err != nil {
		return nil, err
	}
	if !m.algorithm.fits(m.Certificate.PublicKey) {
		return nil, ErrAlgorithm
	}
	if m.unsigned, err = readAttributes(signer.Unsigned, false); err != nil {
		return nil, err
	}
	if m.signed, err = readAttributes(signer.Signed, true); err != nil {
		return nil, err
	}
	if len(signer.Signed.FullBytes) > 0 {
		m.Attributes = true
		m.signedSet = bytes.Clone(signer.Signed.FullBytes)
		m.signedSet[0] = 0x31 // signed as SET OF, stored as [0]
	}
	return m, m.understand()
}

// findCertificate finds the signer's certificate by issuer and serial number, or
// by key identifier.
func (m *Message) findCertificate(signer asn1.RawValue, der []byte) error {
	var id struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	byKey := signer.Class == asn1.ClassContextSpecific && signer.Tag == 0
	if !byKey {
		if rest, err := asn1.Unmarshal(signer.FullBytes, &id); err != nil || len(rest) > 0 {
			return ErrSyntax
		}
	}
	for n := 0; len(der) > 0; n++ {
		var raw asn1.RawValue
		rest, err := asn1.Unmarshal(der, &raw)
		if err != nil || n == maxItems {
			return ErrSyntax
		}
		der = rest
		cert, err := x509.ParseCertificate(raw.FullBytes)
		if err != nil {
			continue // other kinds of certificates may stand there
		}
		mine := !byKey && bytes.Equal(cert.RawIssuer, id.Issuer.FullBytes) && cert.SerialNumber.Cmp(id.Serial) == 0 ||
			byKey && len(cert.SubjectKeyId) > 0 && bytes.Equal(cert.SubjectKeyId, signer.Bytes)
		if mine && m.Certificate == nil {
			m.Certificate = cert
		} else {
			m.Others = append(m.Others, cert)
		}
	}
	if m.Certificate == nil {
		return ErrCertificate
	}
	return nil
}

// readAttributes reads a set of attributes. Each kind must stand once; single
// asks for exactly one value.
func readAttributes(set asn1.RawValue, single bool) (map[string]asn1.RawValue, error) {
	list := map[string]asn1.RawValue{}
	for rest := set.Bytes; len(rest) > 0; {
		var a attribute
		var err error
		if rest, err = asn1.Unmarshal(rest, &a); err != nil || a.Values.Tag != asn1.TagSet || len(list) == maxItems {
			return nil, ErrSyntax
		}
		var value asn1.RawValue
		more, err := asn1.Unmarshal(a.Values.Bytes, &value)
		if err != nil || single && len(more) > 0 {
			return nil, ErrSyntax
		}
		key := a.Type.String()
		if _, twice := list[key]; twice && single {
			return nil, ErrSyntax
		} else if !twice {
			list[key] = value
		}
	}
	return list, nil
}

// understand reads the signed attributes that say something about the signature.
func (m *Message) understand() error {
	if !m.Attributes {
		if m.Kind != OIDData {
			return ErrSyntax
		}
		return nil
	}
	var kind asn1.ObjectIdentifier
	if _, err := asn1.Unmarshal(m.signed[oidContentType].FullBytes, &kind); err != nil || kind.String() != m.Kind {
		return ErrSyntax
	}
	if at, ok := m.signed[oidSigningTime]; ok {
		if _, err := asn1.Unmarshal(at.FullBytes, &m.Time); err != nil {
			return ErrSyntax
		}
	}
	for _, oid := range []string{oidSigningCert2, oidSigningCert} {
		if value, ok := m.signed[oid]; ok {
			if err := m.checkSigningCertificate(value.FullBytes, oid == oidSigningCert2); err != nil {
				return err
			}
			m.Bound = true
		}
	}
	return nil
}

// checkSigningCertificate compares the certificate with the one that was signed
// along: its hash, and issuer and serial number where they stand.
func (m *Message) checkSigningCertificate(der []byte, second bool) error {
	var list struct {
		Certs    []asn1.RawValue
		Policies asn1.RawValue `asn1:"optional"`
	}
	if _, err := asn1.Unmarshal(der, &list); err != nil || len(list.Certs) == 0 {
		return ErrSyntax
	}
	hash := crypto.SHA1
	var field asn1.RawValue
	rest, err := asn1.Unmarshal(list.Certs[0].Bytes, &field)
	if second {
		hash = crypto.SHA256
		if err == nil && field.Tag == asn1.TagSequence {
			var named pkix.AlgorithmIdentifier
			if _, err := asn1.Unmarshal(field.FullBytes, &named); err != nil {
				return ErrSyntax
			}
			var ok bool
			if hash, ok = digests[named.Algorithm.String()]; !ok {
				return ErrAlgorithm
			}
			rest, err = asn1.Unmarshal(rest, &field)
		}
	}
	if err != nil || field.Tag != asn1.TagOctetString {
		return ErrSyntax
	}
	h := hash.New()
	h.Write(m.Certificate.Raw)
	if !bytes.Equal(h.Sum(nil), field.Bytes) {
		return ErrCertificate
	}
	if len(rest) == 0 {
		return nil
	}
	var issuer struct {
		Names  asn1.RawValue
		Serial *big.Int
	}
	if _, err := asn1.Unmarshal(rest, &issuer); err != nil {
		return ErrSyntax
	}
	if issuer.Serial.Cmp(m.Certificate.SerialNumber) != 0 {
		return ErrCertificate
	}
	return nil
}

// Unsigned gives the first value of an unsigned attribute.
func (m *Message) Unsigned(oid string) ([]byte, bool) {
	value, ok := m.unsigned[oid]
	return value.FullBytes, ok
}

// HasUnsigned says whether there are unsigned attributes at all.
func (m *Message) HasUnsigned() bool { return len(m.unsigned) > 0 }
