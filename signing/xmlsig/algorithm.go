package xmlsig

import "crypto"

// Canonicalization is one way of writing XML down before it is hashed.
type Canonicalization int

// The canonicalisations of XML Signature. All are read; Inclusive, Exclusive and
// Inclusive11 are written.
const (
	Inclusive   Canonicalization = iota // Canonical XML 1.0
	Inclusive11                         // Canonical XML 1.1
	Exclusive                           // Exclusive XML Canonicalization 1.0
)

// canonicalizations are the algorithm names. A name with "#WithComments" keeps
// the comments of what it is given; a reference inside the document never gives
// it any.
var canonicalizations = map[string]method{
	"http://www.w3.org/TR/2001/REC-xml-c14n-20010315":              {kind: Inclusive},
	"http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments": {kind: Inclusive, comments: true},
	"http://www.w3.org/2006/12/xml-c14n11":                         {kind: Inclusive11},
	"http://www.w3.org/2006/12/xml-c14n11#WithComments":            {kind: Inclusive11, comments: true},
	"http://www.w3.org/2001/10/xml-exc-c14n#":                      {kind: Exclusive},
	"http://www.w3.org/2001/10/xml-exc-c14n#WithComments":          {kind: Exclusive, comments: true},
}

// uri is the name of the canonicalisation without comments.
func (c Canonicalization) uri() string {
	switch c {
	case Inclusive11:
		return "http://www.w3.org/2006/12/xml-c14n11"
	case Exclusive:
		return nsExclusive
	}
	return "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
}

// digests are the hash functions of DigestMethod.
var digests = map[string]crypto.Hash{
	nsDsig + "sha1": crypto.SHA1,
	"http://www.w3.org/2001/04/xmlenc#sha256":       crypto.SHA256,
	"http://www.w3.org/2001/04/xmldsig-more#sha384": crypto.SHA384,
	"http://www.w3.org/2001/04/xmlenc#sha512":       crypto.SHA512,
}

// signatureMethod is a SignatureMethod: which kind of key over which hash.
type signatureMethod struct {
	hash  crypto.Hash
	ecdsa bool
}

// signatureMethods are the names of SignatureMethod: RSA PKCS #1 v1.5, and ECDSA
// with the raw r‖s that XML Signature asks for.
var signatureMethods = map[string]signatureMethod{
	nsDsig + "rsa-sha1": {crypto.SHA1, false},
	"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256":   {crypto.SHA256, false},
	"http://www.w3.org/2001/04/xmldsig-more#rsa-sha384":   {crypto.SHA384, false},
	"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512":   {crypto.SHA512, false},
	"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256": {crypto.SHA256, true},
	"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384": {crypto.SHA384, true},
	"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512": {crypto.SHA512, true},
}

// uri is the name of a signature method that is in the table.
func (m signatureMethod) uri() string {
	for name, known := range signatureMethods {
		if known == m {
			return name
		}
	}
	return ""
}
