package xmlsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"

	"ankhai/signing"
)

// Pending is a document that waits for its signature: everything in it is
// frozen but the value of the signature itself.
type Pending struct {
	doc        []byte
	signedInfo []byte
	hash       crypto.Hash
	place      place
	parts      *structure
	path       string
}

// freeze reads a document with a Signature in it as the verifier would, lets fill
// complete it, and keeps what is to be signed.
func freeze(doc []byte, path string, fill func(*document, place, *structure) error) (*Pending, error) {
	d, err := scan(doc, path)
	if err != nil {
		return nil, unsignable(err)
	}
	p, s, err := d.findPending()
	if err != nil {
		return nil, unsignable(err)
	}
	if err := fill(d, p, s); err != nil {
		return nil, unsignable(err)
	}
	canonical, err := d.signedInfo(p, s)
	if err != nil {
		return nil, unsignable(err)
	}
	return &Pending{doc: doc, signedInfo: canonical, hash: s.method.hash, place: p, parts: s, path: path}, nil
}

// findPending is the one Signature that has no value yet.
func (d *document) findPending() (place, *structure, error) {
	var found *structure
	var where place
	for i := range d.signatures {
		p, s, err := d.parts(i)
		if err != nil {
			return where, nil, err
		}
		if !s.pending() {
			continue
		}
		if found != nil {
			return where, nil, &signing.Error{Kind: signing.ErrDocument}
		}
		found, where = s, p
	}
	if found == nil {
		return where, nil, &signing.Error{Kind: signing.ErrDocument}
	}
	return where, found, nil
}

// fillDigests writes the digest of each Reference over its placeholder.
func (d *document) fillDigests(p place, s *structure) error {
	for _, ref := range s.references {
		target, _, err := d.resolve(p, s, ref)
		if err != nil {
			return err
		}
		digest, err := d.digest(target, ref.c14n, ref.hash)
		if err != nil {
			return err
		}
		base64.StdEncoding.Encode(d.src[ref.digest.textAt.start:ref.digest.textAt.end], digest)
	}
	return nil
}

// unsignable turns a fault of the document into an outcome.
func unsignable(err error) error {
	if say := saying(err); say != "" {
		return signing.Refuse(signing.ErrDocument, err, "Chưa ký được. %s", say)
	}
	return err
}

// Resume takes up a frozen document again, after a restart for instance.
func Resume(frozen []byte, at string) (*Pending, error) {
	pending, err := freeze(bytes.Clone(frozen), at, func(d *document, p place, s *structure) error {
		if err := d.wellPlaced(p, Policy{Path: at}); err != nil {
			return err
		}
		return d.checkReferences(p, s, Policy{Path: at, AllowPart: true}, &signing.Signature{})
	})
	if err != nil {
		return nil, fmt.Errorf("resume signature: %w", err)
	}
	return pending, nil
}

// Frozen is the document with everything but the signature's value, to be kept
// while a remote service waits for its user.
func (p *Pending) Frozen() []byte { return bytes.Clone(p.doc) }

// ToBeSigned is the canonical SignedInfo.
func (p *Pending) ToBeSigned() []byte { return bytes.Clone(p.signedInfo) }

// Hash is the hash that the signature is made over: SHA-256, or SHA-384 for keys
// of P-384.
func (p *Pending) Hash() crypto.Hash { return p.hash }

// Digest is the Hash of ToBeSigned: what a token or remote service signs with
// RSA PKCS #1 v1.5 or ECDSA.
func (p *Pending) Digest() []byte {
	h := p.hash.New()
	h.Write(p.signedInfo)
	return h.Sum(nil)
}

// Certificate is the certificate the document was prepared for.
func (p *Pending) Certificate() *x509.Certificate { return p.parts.cert }

// Finish puts the signature in (RSA, or ECDSA in ASN.1 form), asks stamp for a
// time stamp where the profile has one, and verifies the whole before handing it
// out. A signature that does not fit the certificate gives ErrKeyMismatch and
// leaves the Pending as it was. stamp may be nil where none is due.
func (p *Pending) Finish(ctx context.Context, signature []byte, stamp Stamper) ([]byte, error) {
	done, err := p.finish(ctx, signature, stamp)
	if err != nil {
		return nil, fmt.Errorf("finish signature: %w", err)
	}
	return done, nil
}

func (p *Pending) finish(ctx context.Context, signature []byte, stamp Stamper) ([]byte, error) {
	cert := p.Certificate()
	if err := signing.VerifyDigest(cert, p.hash, p.Digest(), signature); err != nil {
		return nil, fmt.Errorf("%w: %w", signing.ErrKeyMismatch, err)
	}
	if public, ok := cert.PublicKey.(*ecdsa.PublicKey); ok {
		var err error
		if signature, err = parted(public, signature); err != nil {
			return nil, err
		}
	}
	encoded, at := base64.StdEncoding.EncodeToString(signature), p.parts.value.textAt
	if len(encoded) != at.end-at.start {
		return nil, signing.ErrKeyMismatch
	}
	done := bytes.Clone(p.doc)
	copy(done[at.start:], encoded)
	done, err := p.stamp(ctx, done, stamp)
	if err != nil {
		return nil, err
	}
	report, err := Verify(done, Policy{Path: p.path, Several: true, AllowPart: true})
	if err != nil {
		return nil, err
	}
	say := report.Reason
	own := slices.IndexFunc(report.Signatures, func(s signing.Signature) bool { return s.GapStart == int64(p.place.start) })
	if own >= 0 {
		say += report.Signatures[own].Reason
	}
	if own < 0 || say != "" {
		return nil, signing.Refuse(signing.ErrSelfCheck, errors.New("own verifier refused"), "Chưa ký được: bản đã ký không qua được bước tự kiểm tra. %s", say)
	}
	return done, nil
}
