// Package pdfsig signs PDF files and verifies signed ones (ISO 32000-1, 12.8;
// PAdES baseline B-B and B-T of ETSI EN 319 142-1; CMS of RFC 5652).
//
// Signing lays the file out with github.com/digitorus/pdfsign inside a guard: what
// it is known to spoil is refused beforehand, a panic becomes an error, work
// without end is given up, what it writes wrongly is put right, and every result
// is read by the verifier of this package before it leaves. Verifying is all our
// own, over the reader of github.com/pdfcpu/pdfcpu: it says what each signature
// covers, what later revisions changed and whether that was allowed, because a
// valid signature over an earlier revision says nothing about what came later.
//
// It knows no form, no window and no trust store. It may be imported by
// app/office; of ours it imports the other packages of signing. Whether
// certificates were revoked is not asked here. See docs/decisions/0009.
package pdfsig

import "ankhai/signing"

// Limits on hostile input.
const (
	maxFile       = 100 << 20
	maxSignatures = 64
	maxNesting    = 50_000 // of arrays and dictionaries, before recursion hurts
	maxPages      = 100_000
)

// The sub-filters this package verifies. The library writes the first and we make
// it the second, which is as long.
const (
	filterDetached  = "adbe.pkcs7.detached"
	filterCAdES     = "ETSI.CAdES.detached"
	filterTimeStamp = "ETSI.RFC3161"
)

func unsignable(cause error, say string) error {
	return &signing.Error{Kind: signing.ErrDocument, Cause: cause, Sentence: say}
}
