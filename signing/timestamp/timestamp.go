// Package timestamp asks a time stamping authority for a time stamp and reads the
// stamps in documents (RFC 3161, RFC 5816): a third party's word that some digest
// existed at some moment.
//
// It knows no PDF, no XML and no form. It may be imported by the other packages
// of signing and by app/office; of ours it imports signing and signing/cms. The
// answer is signed and bound to the question by digest and nonce, so plain http,
// which authorities use as a rule, is as good as TLS; redirects are refused, and
// an answer has a limit in size and time.
package timestamp

import (
	"crypto"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
)

// Why a time stamp is not accepted. From Client they arrive wrapped in an outcome
// with a sentence, signing.ErrTimeStamp.
var (
	ErrSyntax      = errors.New("time stamp is not sound")
	ErrImprint     = errors.New("time stamp speaks of another digest")
	ErrNonce       = errors.New("time stamp answers another question")
	ErrPolicy      = errors.New("time stamp was made under another policy")
	ErrCertificate = errors.New("time stamp certificate is not meant for time stamping")
	ErrChain       = errors.New("time stamp certificate does not lead to a trusted root")
	ErrRefused     = errors.New("time stamping authority refused")
	ErrTransport   = errors.New("time stamping authority cannot be reached")
)

var hashOIDs = map[crypto.Hash]asn1.ObjectIdentifier{
	crypto.SHA256: {2, 16, 840, 1, 101, 3, 4, 2, 1},
	crypto.SHA384: {2, 16, 840, 1, 101, 3, 4, 2, 2},
	crypto.SHA512: {2, 16, 840, 1, 101, 3, 4, 2, 3},
}

// messageImprint is the digest a stamp speaks of.
type messageImprint struct {
	Algorithm pkix.AlgorithmIdentifier
	Digest    []byte
}
