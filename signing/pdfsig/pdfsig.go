// Package pdfsig signs PDF files and verifies signed ones (ISO 32000-1, 12.8;
// CMS of RFC 5652, SHA-256 with RSA).
//
// Signing is done by github.com/digitorus/pdfsign inside a guard: what it is
// known to spoil is refused beforehand, a panic becomes an error, nothing is
// written to a file, and every result is read by the verifier of this package
// before it leaves. Verifying is all our own and reads raw bytes: it says what a
// signature covers, because a valid signature over an earlier revision says
// nothing about what was added later.
//
// It knows no form and no window. It may be imported by app/office; of ours it
// imports only package signing. Time stamps, long-term validation data and a
// close look at what later revisions changed are not judged here yet.
package pdfsig

import "ankhai/signing"

// Limits on hostile input.
const (
	maxFile       = 100 << 20
	maxSignatures = 64
	maxNesting    = 50_000 // of arrays and dictionaries, before recursion hurts
	maxPages      = 100_000
)

// The sub-filters this package verifies; it writes the first.
const (
	filterDetached = "adbe.pkcs7.detached"
	filterCAdES    = "ETSI.CAdES.detached"
)

func unsignable(cause error, say string) error {
	return &signing.Error{Kind: signing.ErrDocument, Cause: cause, Sentence: say}
}
