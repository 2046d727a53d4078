// Package cms reads, checks and writes CMS signatures with one signer (RFC 5652;
// signing certificate attributes of RFC 5035; RSA PKCS #1 v1.5, RSA-PSS of RFC
// 4056 and ECDSA). PDF signatures and RFC 3161 time stamps are both of this kind.
//
// It knows no PDF, no network and no trust: whom to believe is the caller's
// question. It may be imported by the other packages of signing; of ours it
// imports only package signing. It writes DER and reads BER as well, which Java
// programs write as a rule.
package cms

import (
	"crypto"
	_ "crypto/sha1" // old signatures are read, never made
	_ "crypto/sha256"
	_ "crypto/sha512"
	"errors"
)

// MaxSize bounds a CMS: revocation lists inside may be some megabytes.
const MaxSize = 16 << 20

// maxItems bounds certificates and attributes.
const maxItems = 64

// Why a CMS is not accepted.
var (
	ErrSyntax      = errors.New("cms is not sound")
	ErrAlgorithm   = errors.New("cms algorithm is not supported")
	ErrCertificate = errors.New("cms has no certificate of its signer")
	ErrDigest      = errors.New("cms speaks of other content")
	ErrValue       = errors.New("cms signature value does not verify")
)

// The object identifiers that callers name.
const (
	OIDData           = "1.2.840.113549.1.7.1"
	OIDTSTInfo        = "1.2.840.113549.1.9.16.1.4"
	OIDTimeStampToken = "1.2.840.113549.1.9.16.2.14" // unsigned attribute
)

const (
	oidSignedData     = "1.2.840.113549.1.7.2"
	oidContentType    = "1.2.840.113549.1.9.3"
	oidMessageDigest  = "1.2.840.113549.1.9.4"
	oidSigningTime    = "1.2.840.113549.1.9.5"
	oidSigningCert    = "1.2.840.113549.1.9.16.2.12"
	oidSigningCert2   = "1.2.840.113549.1.9.16.2.47"
	oidPSS            = "1.2.840.113549.1.1.10"
	oidRSA            = "1.2.840.113549.1.1.1"
	oidRSASHA256      = "1.2.840.113549.1.1.11"
	oidECDSASHA256    = "1.2.840.10045.4.3.2"
	oidSHA256         = "2.16.840.1.101.3.4.2.1"
	oidMaskGeneration = "1.2.840.113549.1.1.8"
)

var digests = map[string]crypto.Hash{
	"1.3.14.3.2.26":          crypto.SHA1,
	oidSHA256:                crypto.SHA256,
	"2.16.840.1.101.3.4.2.2": crypto.SHA384,
	"2.16.840.1.101.3.4.2.3": crypto.SHA512,
}

// HashOf gives the hash function of a digest algorithm's identifier.
func HashOf(oid string) (crypto.Hash, bool) {
	hash, ok := digests[oid]
	return hash, ok
}
