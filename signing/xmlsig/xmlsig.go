// Package xmlsig signs and verifies XML documents with enveloped XML digital
// signatures: W3C XML Signature over inclusive Canonical XML 1.0, in the profile
// that BHXH dossiers carry (one Reference to the whole document, RSA-SHA256, the
// signature in an empty node set aside for it).
//
// It works on bytes, with a tokenizer of its own and a canonicaliser that
// streams; it never builds a tree of the document and never rewrites a byte
// outside the signature. It knows no form and no gateway. A signature is made by
// verifying: the finished document goes through the verifier before it leaves.
//
// It refuses what has no place in a dossier and has been used to deceive
// verifiers: DTDs and entities, encodings other than UTF-8, XSLT, XPath and
// external references, several Signatures where one is expected, a Signature
// that stands elsewhere, Ids that are not unique.
//
// It may be imported by app/office and app/gateway's callers; it imports only
// package signing.
package xmlsig

import "fmt"

// Names and algorithms of XML Signature and the algorithms this package knows.
const (
	nsDsig = "http://www.w3.org/2000/09/xmldsig#"
	nsXML  = "http://www.w3.org/XML/1998/namespace"
	nsDecl = "http://www.w3.org/2000/xmlns/"

	algC14N         = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
	algC14NComments = algC14N + "#WithComments"
	algEnveloped    = nsDsig + "enveloped-signature"

	algSHA1   = nsDsig + "sha1"
	algSHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
	algSHA384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
	algSHA512 = "http://www.w3.org/2001/04/xmlenc#sha512"

	algRSASHA1     = nsDsig + "rsa-sha1"
	algRSASHA256   = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
	algRSASHA384   = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"
	algRSASHA512   = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
	algECDSASHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
	algECDSASHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"
)

// Limits on hostile input. A dossier stays far below each of them.
const (
	maxDocument   = 256 << 20 // bytes
	maxSignature  = 1 << 20   // bytes of one Signature element
	maxNodes      = 4096      // elements inside one Signature
	maxDepth      = 256
	maxAttributes = 256
	maxBindings   = 256 // namespace declarations in scope
	maxReferences = 16
	maxSignatures = 32
)

// fault is why a document is refused: a sentence for the reader, and where.
type fault struct {
	say string
	at  int // byte offset, -1 where there is none
}

func (f *fault) Error() string {
	if f.at < 0 {
		return "xml refused"
	}
	return fmt.Sprintf("xml refused at byte %d", f.at)
}

func refuse(at int, format string, args ...any) error {
	return &fault{say: fmt.Sprintf(format, args...), at: at}
}

// span is a half-open range of bytes.
type span struct{ start, end int }

func (s span) contains(o span) bool { return s.start <= o.start && o.end <= s.end }
