package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"

	"ankhai/signing"
)

// algorithm is how a signature value is made.
type algorithm struct {
	rsa  bool
	pss  bool
	salt int
}

// plain are the algorithms without parameters: RSA or not, and the hash they name
// (0: that of the digest algorithm).
var plain = map[string]struct {
	rsa  bool
	hash crypto.Hash
}{
	oidRSA:                  {true, 0},
	"1.2.840.113549.1.1.5":  {true, crypto.SHA1},
	oidRSASHA256:            {true, crypto.SHA256},
	"1.2.840.113549.1.1.12": {true, crypto.SHA384},
	"1.2.840.113549.1.1.13": {true, crypto.SHA512},
	"1.2.840.10045.2.1":     {false, 0},
	"1.2.840.10045.4.1":     {false, crypto.SHA1},
	oidECDSASHA256:          {false, crypto.SHA256},
	"1.2.840.10045.4.3.3":   {false, crypto.SHA384},
	"1.2.840.10045.4.3.4":   {false, crypto.SHA512},
}

// readAlgorithm accepts what agrees with the digest algorithm: two different
// hashes in one signature are nobody's honest choice.
func readAlgorithm(id pkix.AlgorithmIdentifier, hash crypto.Hash) (algorithm, error) {
	if id.Algorithm.String() == oidPSS {
		return readPSS(id.Parameters.FullBytes, hash)
	}
	known, ok := plain[id.Algorithm.String()]
	if !ok || known.hash != 0 && known.hash != hash {
		return algorithm{}, ErrAlgorithm
	}
	return algorithm{rsa: known.rsa}, nil
}

// readPSS reads RSASSA-PSS-params: the same hash for content and mask.
func readPSS(der []byte, hash crypto.Hash) (algorithm, error) {
	var p struct {
		Hash    pkix.AlgorithmIdentifier `asn1:"explicit,optional,tag:0"`
		Mask    pkix.AlgorithmIdentifier `asn1:"explicit,optional,tag:1"`
		Salt    int                      `asn1:"explicit,optional,tag:2,default:20"`
		Trailer int                      `asn1:"explicit,optional,tag:3,default:1"`
	}
	if rest, err := asn1.Unmarshal(der, &p); err != nil || len(rest) > 0 {
		return algorithm{}, ErrAlgorithm
	}
	named, mask := crypto.SHA1, crypto.SHA1
	if len(p.Hash.Algorithm) > 0 {
		named = digests[p.Hash.Algorithm.String()]
	}
	if len(p.Mask.Algorithm) > 0 {
		var inner pkix.AlgorithmIdentifier
		if _, err := asn1.Unmarshal(p.Mask.Parameters.FullBytes, &inner); err != nil || p.Mask.Algorithm.String() != oidMaskGeneration {
			return algorithm{}, ErrAlgorithm
		}
		mask = digests[inner.Algorithm.String()]
	}
	if named != hash || mask != hash || p.Salt < 0 || p.Salt > 512 || p.Trailer != 1 {
		return algorithm{}, ErrAlgorithm
	}
	return algorithm{rsa: true, pss: true, salt: p.Salt}, nil
}

func (a algorithm) fits(public crypto.PublicKey) bool {
	switch public.(type) {
	case *rsa.PublicKey:
		return a.rsa
	case *ecdsa.PublicKey:
		return !a.rsa
	}
	return false
}

// Check verifies the signature over content whose digest by m.Hash the caller has
// computed: ErrDigest when it speaks of other content, ErrValue when the value
// does not belong to the certificate.
func (m *Message) Check(digest []byte) error {
	if m.Attributes && !bytes.Equal(digest, m.MessageDigest()) {
		return ErrDigest
	}
	return m.CheckValue(digest)
}

// CheckValue verifies only the value. digest is used where there are no signed
// attributes.
func (m *Message) CheckValue(digest []byte) error {
	toSign := m.ToSign()
	if toSign == nil {
		toSign = digest
	}
	var err error
	if public, ok := m.Certificate.PublicKey.(*rsa.PublicKey); ok && m.algorithm.pss {
		err = rsa.VerifyPSS(public, m.Hash, toSign, m.Value, &rsa.PSSOptions{SaltLength: m.algorithm.salt})
		if m.algorithm.salt == 0 { // zero would ask the library to guess
			err = rsa.VerifyPSS(public, m.Hash, toSign, m.Value, &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthAuto})
		}
	} else {
		err = signing.VerifyDigest(m.Certificate, m.Hash, toSign, m.Value)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrValue, err)
	}
	return nil
}

// MessageDigest is the digest of the content that was signed along, nil without.
func (m *Message) MessageDigest() []byte { return m.signed[oidMessageDigest].Bytes }

// ToSign is the digest of the signed attributes, nil where there are none.
func (m *Message) ToSign() []byte {
	if m.signedSet == nil {
		return nil
	}
	h := m.Hash.New()
	h.Write(m.signedSet)
	return h.Sum(nil)
}
