package pdfsig

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	_ "crypto/sha1" // old signatures are read, never made
	_ "crypto/sha256"
	_ "crypto/sha512"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"math/big"
	"time"

	"ankhai/signing"
)

// The shapes of RFC 5652.
type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue `asn1:"explicit,tag:0"`
}

type signedData struct {
	Version      int
	Digests      []pkix.AlgorithmIdentifier `asn1:"set"`
	Encapsulated struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue `asn1:"explicit,optional,tag:0"`
	}
	Certificates asn1.RawValue `asn1:"optional,tag:0"`
	CRLs         asn1.RawValue `asn1:"optional,tag:1"`
	Signers      []signerInfo  `asn1:"set"`
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

const (
	oidData          = "1.2.840.113549.1.7.1"
	oidSignedData    = "1.2.840.113549.1.7.2"
	oidContentType   = "1.2.840.113549.1.9.3"
	oidMessageDigest = "1.2.840.113549.1.9.4"
	oidSigningTime   = "1.2.840.113549.1.9.5"
	oidSigningCert2  = "1.2.840.113549.1.9.16.2.47"
)

var digests = map[string]crypto.Hash{
	"1.3.14.3.2.26":          crypto.SHA1,
	"2.16.840.1.101.3.4.2.1": crypto.SHA256,
	"2.16.840.1.101.3.4.2.2": crypto.SHA384,
	"2.16.840.1.101.3.4.2.3": crypto.SHA512,
}

// algorithms are the signature algorithms: RSA or not, and the hash they name (0:
// the one of the digest algorithm).
var algorithms = map[string]struct {
	rsa  bool
	hash crypto.Hash
}{
	"1.2.840.113549.1.1.1":  {true, 0},
	"1.2.840.113549.1.1.5":  {true, crypto.SHA1},
	"1.2.840.113549.1.1.11": {true, crypto.SHA256},
	"1.2.840.113549.1.1.12": {true, crypto.SHA384},
	"1.2.840.113549.1.1.13": {true, crypto.SHA512},
	"1.2.840.10045.4.3.2":   {false, crypto.SHA256},
	"1.2.840.10045.4.3.3":   {false, crypto.SHA384},
	"1.2.840.10045.4.3.4":   {false, crypto.SHA512},
}

// cms is a detached CMS signature by one signer.
type cms struct {
	signer   signerInfo
	cert     *x509.Certificate
	others   []*x509.Certificate
	hash     crypto.Hash
	attrs    map[string]asn1.RawValue // signed attributes: the single value of each
	time     time.Time
	timeAt   []byte // where the signing time stands in the DER, for setting it
	stamped  bool   // there is an unsigned attribute, a time stamp as a rule
	signedBy []byte // DER of the signed attributes as a SET, nil without
}

var (
	errCMS       = errors.New("cms is not sound")
	errAlgorithm = errors.New("cms algorithm is not supported")
	errNoCert    = errors.New("cms has no certificate of its signer")
)

// parseCMS reads the DER, which zeros may follow.
func parseCMS(der []byte) (*cms, error) {
	var info contentInfo
	rest, err := asn1.Unmarshal(der, &info)
	if err != nil || len(bytes.Trim(rest, "\x00")) > 0 || info.Type.String() != oidSignedData {
		return nil, errCMS
	}
	var data signedData
	if rest, err := asn1.Unmarshal(info.Content.Bytes, &data); err != nil || len(rest) > 0 {
		return nil, errCMS
	}
	if data.Encapsulated.Type.String() != oidData || len(data.Encapsulated.Content.FullBytes) > 0 || len(data.Signers) != 1 {
		return nil, errCMS
	}
	c := &cms{signer: data.Signers[0], attrs: map[string]asn1.RawValue{}}
	c.stamped = len(c.signer.Unsigned.FullBytes) > 0
	var ok bool
	if c.hash, ok = digests[c.signer.Digest.Algorithm.String()]; !ok {
		return nil, errAlgorithm
	}
	algorithm, ok := algorithms[c.signer.Algorithm.Algorithm.String()]
	if !ok || algorithm.hash != 0 && algorithm.hash != c.hash {
		return nil, errAlgorithm
	}
	if err := c.findCertificate(data.Certificates.Bytes); err != nil {
		return nil, err
	}
	if _, isRSA := c.cert.PublicKey.(*rsa.PublicKey); isRSA != algorithm.rsa {
		return nil, errAlgorithm
	}
	return c, c.readAttributes()
}

// findCertificate finds the signer's certificate by issuer and serial number, or
// by key identifier.
func (c *cms) findCertificate(der []byte) error {
	var id struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	byKey := c.signer.ID.Class == asn1.ClassContextSpecific && c.signer.ID.Tag == 0
	if !byKey {
		if rest, err := asn1.Unmarshal(c.signer.ID.FullBytes, &id); err != nil || len(rest) > 0 {
			return errCMS
		}
	}
	for n := 0; len(der) > 0 && n < 64; n++ {
		var raw asn1.RawValue
		rest, err := asn1.Unmarshal(der, &raw)
		if err != nil {
			return errCMS
		}
		der = rest
		cert, err := x509.ParseCertificate(raw.FullBytes)
		if err != nil {
			continue // other kinds of certificates may stand there
		}
		mine := !byKey && bytes.Equal(cert.RawIssuer, id.Issuer.FullBytes) && cert.SerialNumber.Cmp(id.Serial) == 0 ||
			byKey && len(cert.SubjectKeyId) > 0 && bytes.Equal(cert.SubjectKeyId, c.signer.ID.Bytes)
		if mine && c.cert == nil {
			c.cert = cert
		} else {
			c.others = append(c.others, cert)
		}
	}
	if c.cert == nil {
		return errNoCert
	}
	return nil
}

// readAttributes reads the signed attributes; each must stand once with one
// value.
func (c *cms) readAttributes() error {
	if len(c.signer.Signed.FullBytes) == 0 {
		return nil
	}
	c.signedBy = bytes.Clone(c.signer.Signed.FullBytes)
	c.signedBy[0] = 0x31 // signed as SET OF, stored as [0]
	for rest := c.signer.Signed.Bytes; len(rest) > 0; {
		var a attribute
		var err error
		if rest, err = asn1.Unmarshal(rest, &a); err != nil || a.Values.Tag != asn1.TagSet {
			return errCMS
		}
		var single asn1.RawValue
		if more, err := asn1.Unmarshal(a.Values.Bytes, &single); err != nil || len(more) > 0 {
			return errCMS
		}
		key := a.Type.String()
		if _, twice := c.attrs[key]; twice {
			return errCMS
		}
		c.attrs[key] = single
	}
	var kind asn1.ObjectIdentifier
	if _, err := asn1.Unmarshal(c.attrs[oidContentType].FullBytes, &kind); err != nil || kind.String() != oidData {
		return errCMS
	}
	if at, ok := c.attrs[oidSigningTime]; ok {
		if _, err := asn1.Unmarshal(at.FullBytes, &c.time); err != nil {
			return errCMS
		}
		c.timeAt = at.Bytes
	}
	if second, ok := c.attrs[oidSigningCert2]; ok {
		return c.checkSigningCertificate(second.FullBytes)
	}
	return nil
}

// checkSigningCertificate compares the certificate with the one that was signed
// along (RFC 5035), so that no other can be slipped in.
func (c *cms) checkSigningCertificate(der []byte) error {
	var list struct {
		Certs    []asn1.RawValue
		Policies asn1.RawValue `asn1:"optional"`
	}
	if _, err := asn1.Unmarshal(der, &list); err != nil || len(list.Certs) == 0 {
		return errCMS
	}
	hash := crypto.SHA256
	rest := list.Certs[0].Bytes
	var field asn1.RawValue
	rest, err := asn1.Unmarshal(rest, &field)
	if err == nil && field.Tag == asn1.TagSequence {
		var algorithm pkix.AlgorithmIdentifier
		if _, err := asn1.Unmarshal(field.FullBytes, &algorithm); err != nil {
			return errCMS
		}
		var ok bool
		if hash, ok = digests[algorithm.Algorithm.String()]; !ok {
			return errAlgorithm
		}
		_, err = asn1.Unmarshal(rest, &field)
	}
	if err != nil || field.Tag != asn1.TagOctetString {
		return errCMS
	}
	h := hash.New()
	h.Write(c.cert.Raw)
	if !bytes.Equal(h.Sum(nil), field.Bytes) {
		return errNoCert
	}
	return nil
}

// digest is what the signature's value was made over: the signed attributes, or
// the content itself where there are none.
func (c *cms) digest(content []byte) []byte {
	if c.signedBy == nil {
		return content
	}
	h := c.hash.New()
	h.Write(c.signedBy)
	return h.Sum(nil)
}

// messageDigest is the digest of the content that was signed along, nil without.
func (c *cms) messageDigest() []byte { return c.attrs[oidMessageDigest].Bytes }

// check verifies the value.
func (c *cms) check(content []byte) error {
	return signing.VerifyDigest(c.cert, c.hash, c.digest(content), c.signer.Value)
}
