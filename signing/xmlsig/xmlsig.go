// Package xmlsig signs and verifies XML documents with W3C XML Signature, over
// Canonical XML 1.0 and 1.1 and Exclusive XML Canonicalization, plain or with the
// qualifying properties of XAdES (ETSI EN 319 132-1). How a signature is written
// is a Profile; what a document must look like to be accepted is a Policy. The
// default profile is the one that BHXH dossiers carry: one Reference to the whole
// document, RSA-SHA256, the signature in an empty node set aside for it.
//
// It works on bytes, with a tokenizer of its own and a canonicaliser that
// streams; it never builds a tree of the document and never rewrites a byte
// outside the signature. It knows no form and no gateway, and asks no server: a
// time stamp comes from a function that is handed in. A signature is made by
// verifying: the finished document goes through the verifier before it leaves.
//
// It refuses what has no place in a dossier and has been used to deceive
// verifiers: DTDs and entities, encodings other than UTF-8, XSLT, XPath and
// external references, several Signatures where one is expected, a Signature
// that stands elsewhere, comments inside a Signature, Ids that are not unique.
//
// It may be imported by app/office and app/gateway's callers; it imports only
// package signing.
package xmlsig

import "fmt"

// Namespaces.
const (
	nsDsig      = "http://www.w3.org/2000/09/xmldsig#"
	nsDsig11    = "http://www.w3.org/2009/xmldsig11#"
	nsExclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
	nsXAdES     = "http://uri.etsi.org/01903/v1.3.2#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsDecl      = "http://www.w3.org/2000/xmlns/"
)

// algEnveloped is the transform that leaves the signature itself out.
const algEnveloped = nsDsig + "enveloped-signature"

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
	maxToken      = 64 << 10 // bytes of a time stamp token
	maxWork       = 64       // how many times the document all references together may be read
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
