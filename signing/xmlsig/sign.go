package xmlsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"time"

	"ankhai/signing"
)

// Options say where, by whom and when a document is signed.
type Options struct {
	At      string // path of the empty element that takes the signature: "D02-TS/Cky"
	Cert    *x509.Certificate
	Time    time.Time
	Profile Profile // zero: BHXH
	TaxCode string  // the certificate must name this tax code; empty: not asked
}

// Pending is a document that waits for its signature: everything in it is
// frozen but the value of the signature itself.
type Pending struct {
	doc        []byte
	signedInfo []byte
	value      span // of the text of SignatureValue
	path       string
	cert       *x509.Certificate
}

// Prepare puts a Signature without value into the empty element at opts.At and
// computes what is to be signed. No byte outside that element's content changes;
// doc itself stays as it is. Errors carry a sentence for signing.Say.
func Prepare(doc []byte, opts Options) (*Pending, error) {
	if opts.Cert == nil {
		return nil, fmt.Errorf("prepare signature: %w", signing.ErrKeyMissing)
	}
	if err := signing.CheckFor(opts.Cert, opts.TaxCode, opts.Time); err != nil {
		return nil, fmt.Errorf("prepare signature: %w", err)
	}
	if public, ok := opts.Cert.PublicKey.(*rsa.PublicKey); !ok || public.N.BitLen() < 2048 {
		return nil, fmt.Errorf("prepare signature: %w", &signing.Error{Kind: signing.ErrKeyUnsupported})
	}
	if opts.Profile == (Profile{}) {
		opts.Profile = BHXH
	}
	spliced, err := splice(doc, opts)
	if err != nil {
		return nil, fmt.Errorf("prepare signature: %w", err)
	}
	pending, err := freeze(spliced, opts.At, func(d *document, p place, s *structure) error {
		target, err := d.resolve(p, s, s.references[0])
		if err != nil {
			return err
		}
		digest, err := d.digest(target, crypto.SHA256)
		if err != nil {
			return err
		}
		base64.StdEncoding.Encode(spliced[s.references[0].digest.textAt.start:], digest)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("prepare signature: %w", err)
	}
	return pending, nil
}

// splice copies the document with the template in its place.
func splice(doc []byte, opts Options) ([]byte, error) {
	d, err := scan(doc, opts.At)
	if err != nil {
		return nil, unsignable(err)
	}
	slots := d.slots[opts.At]
	switch {
	case len(slots) == 0:
		return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp không có phần tử %s để đặt chữ ký. Chọn đúng tệp tờ khai hoặc lập lại tệp.", opts.At)
	case len(slots) > 1:
		return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp có %d phần tử %s nên không rõ đặt chữ ký vào đâu. Lập lại tệp.", len(slots), opts.At)
	case len(d.signatures) > 0 || !slots[0].blank:
		return nil, &signing.Error{Kind: signing.ErrAlreadySigned}
	}
	for _, id := range []string{opts.Profile.SignatureID, opts.Profile.PropertiesID} {
		if _, taken := d.ids[id]; taken {
			return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp đã dùng mã nhận dạng “%s” mà chữ ký cần. Lập lại tệp.", id)
		}
	}
	slot, template := slots[0], opts.Profile.template(opts.Cert, opts.Time)
	before, after := doc[:slot.tagEnd], doc[slot.tagEnd:]
	var open, closing []byte
	if slot.empty { // <Cky /> becomes <Cky>…</Cky>
		tag := bytes.TrimRight(doc[slot.start:slot.tagEnd-len("/>")], " \t\r\n")
		element, _ := readName(tag[1:])
		before, open = doc[:slot.start], append(slices.Clone(tag), '>')
		closing = fmt.Appendf(nil, "</%s>", element.full)
	}
	return slices.Concat(before, open, template, closing, after), nil
}

// freeze reads a document with a Signature in it as the verifier would, lets fill
// complete it, and keeps what is to be signed.
func freeze(doc []byte, path string, fill func(*document, place, *structure) error) (*Pending, error) {
	d, err := scan(doc, path)
	if err != nil {
		return nil, unsignable(err)
	}
	if len(d.signatures) != 1 {
		return nil, &signing.Error{Kind: signing.ErrDocument}
	}
	p := d.signatures[0]
	element, err := parseSignature(doc, p)
	if err != nil {
		return nil, unsignable(err)
	}
	s, err := takeApart(element)
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
	return &Pending{doc: doc, signedInfo: canonical, value: s.value.textAt, path: path, cert: s.cert}, nil
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
		return d.checkReferences(p, s, Policy{Path: at}, &signing.Signature{})
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

// Digest is the SHA-256 of ToBeSigned: what a token or remote service signs with
// RSA PKCS #1 v1.5.
func (p *Pending) Digest() []byte {
	sum := sha256.Sum256(p.signedInfo)
	return sum[:]
}

// Certificate is the certificate the document was prepared for.
func (p *Pending) Certificate() *x509.Certificate { return p.cert }

// Finish puts the signature in and verifies the whole before handing it out. A
// signature that does not fit the certificate gives ErrKeyMismatch and leaves
// the Pending as it was.
func (p *Pending) Finish(signature []byte) ([]byte, error) {
	if err := signing.VerifyDigest(p.cert, crypto.SHA256, p.Digest(), signature); err != nil {
		return nil, fmt.Errorf("finish signature: %w: %w", signing.ErrKeyMismatch, err)
	}
	encoded := base64.StdEncoding.EncodeToString(signature)
	if len(encoded) != p.value.end-p.value.start {
		return nil, fmt.Errorf("finish signature: %w", signing.ErrKeyMismatch)
	}
	done := bytes.Clone(p.doc)
	copy(done[p.value.start:], encoded)
	report, err := Verify(done, Policy{Path: p.path})
	if err != nil {
		return nil, fmt.Errorf("finish signature: %w", err)
	}
	if !report.Valid() {
		return nil, fmt.Errorf("finish signature: %w", signing.Refuse(signing.ErrSelfCheck, errors.New("own verifier refused"), "Chưa ký được: bản đã ký không qua được bước tự kiểm tra. %s", report.Say()))
	}
	return done, nil
}

// Sign does the whole with a key at hand: prepare, sign, finish, verify.
// opts.Cert may be left out; the key's own is used.
func Sign(ctx context.Context, doc []byte, key signing.Key, opts Options) ([]byte, error) {
	if opts.Cert == nil {
		opts.Cert = key.Certificate()
	}
	pending, err := Prepare(doc, opts)
	if err != nil {
		return nil, err
	}
	signature, err := signing.SignDigest(ctx, key, pending.Digest(), crypto.SHA256)
	if err != nil {
		return nil, err
	}
	return pending.Finish(signature)
}
