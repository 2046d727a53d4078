package pdfsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"ankhai/signing"
	"github.com/digitorus/pdf"
	"github.com/digitorus/pdfsign/sign"
)

// Options say by whom, when and how a PDF is signed.
type Options struct {
	Cert     *x509.Certificate
	Chain    []*x509.Certificate // from the issuer upwards; goes into the file
	Time     time.Time
	TaxCode  string // the certificate must name this tax code; empty: not asked
	Reason   string
	Location string
	Stamp    *Stamp // nil: an invisible signature
}

// Pending is a PDF that waits for its signature; all else in it is frozen.
type Pending struct {
	doc    []byte
	digest []byte
	value  int // offset of the hex of the signature's value
	cert   *x509.Certificate
}

// Prepare adds an approval signature without value as an incremental update and
// computes what is to be signed. pdf stays as it is. Errors carry a sentence for
// signing.Say.
func Prepare(pdf []byte, opts Options) (*Pending, error) {
	pending, err := prepare(pdf, opts)
	if err != nil {
		return nil, fmt.Errorf("prepare pdf signature: %w", err)
	}
	return pending, nil
}

func prepare(data []byte, opts Options) (*Pending, error) {
	if opts.Cert == nil {
		return nil, signing.ErrKeyMissing
	}
	if err := signing.CheckFor(opts.Cert, opts.TaxCode, opts.Time); err != nil {
		return nil, err
	}
	if public, ok := opts.Cert.PublicKey.(*rsa.PublicKey); !ok || public.N.BitLen() < 2048 {
		return nil, signing.ErrKeyUnsupported
	}
	if len(data) > maxFile {
		return nil, unsignable(errBroken, fmt.Sprintf("Chưa ký được: tệp PDF lớn hơn %d MB. Chia thành nhiều tệp rồi ký.", maxFile>>20))
	}
	page := 1
	if opts.Stamp != nil {
		page = max(1, opts.Stamp.Page)
	}
	before, err := inspect(data, page)
	if err != nil {
		return nil, explain(err)
	}
	if earlier := locate(data); len(earlier) > 0 {
		report, err := Verify(data, Policy{})
		if err != nil {
			return nil, err
		}
		if !report.Valid() {
			return nil, unsignable(errors.New("earlier signature is not valid"), "Chưa ký được: tệp PDF đã có chữ ký không còn đúng. "+report.Say())
		}
	}
	out, err := addSignature(data, opts)
	if err != nil {
		return nil, err
	}
	tidy(out[min(len(data), len(out)):])
	after, err := inspect(out, page)
	if err != nil {
		return nil, spoilt(err)
	}
	if err := changed(before, after, opts.Stamp != nil); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(out, data) {
		return nil, spoilt(errors.New("earlier bytes changed"))
	}
	return freeze(out, opts.Time)
}

// addSignature runs the library with a signer that answers with noise; the real
// value is put in by Finish.
func addSignature(data []byte, opts Options) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, explain(fmt.Errorf("%w: signing library gave up: %v", errBroken, r))
		}
	}()
	appearance, err := opts.Stamp.appearance()
	if err != nil {
		return nil, err
	}
	chain := []*x509.Certificate{opts.Cert}
	for _, above := range opts.Chain {
		if chain[len(chain)-1].CheckSignatureFrom(above) != nil {
			break
		}
		chain = append(chain, above)
	}
	input := bytes.NewReader(data)
	reader, err := pdf.NewReader(input, int64(len(data)))
	if err != nil {
		return nil, explain(err)
	}
	var buffer bytes.Buffer
	err = sign.Sign(input, &buffer, reader, int64(len(data)), sign.SignData{
		Signature: sign.SignDataSignature{
			CertType: sign.ApprovalSignature,
			Info: sign.SignDataSignatureInfo{
				Name: pdfText(signing.CommonName(opts.Cert)), Reason: pdfText(opts.Reason), Location: pdfText(opts.Location),
				Date: opts.Time.In(vietnam),
			},
		},
		Signer:            noise{opts.Cert.PublicKey},
		DigestAlgorithm:   crypto.SHA256,
		Certificate:       opts.Cert,
		CertificateChains: [][]*x509.Certificate{chain},
		Appearance:        appearance,
	})
	if err != nil {
		return nil, explain(fmt.Errorf("%w: %w", errBroken, err))
	}
	return buffer.Bytes(), nil
}

var vietnam = time.FixedZone("ICT", 7*60*60)

// noise stands in for the key while the file is laid out.
type noise struct{ public crypto.PublicKey }

func (n noise) Public() crypto.PublicKey { return n.public }

func (n noise) Sign(io.Reader, []byte, crypto.SignerOpts) ([]byte, error) {
	value := make([]byte, n.public.(*rsa.PublicKey).Size())
	_, err := rand.Read(value)
	return value, err
}

// tidy blanks the first of two equal Version entries that the library writes
// into the catalogue when it signs an old file for the second time.
func tidy(added []byte) {
	entry := []byte("  /Version /1.5\n")
	first := bytes.Index(added, entry)
	if first < 0 || bytes.Count(added, entry) != 2 {
		return
	}
	copy(added[first:], bytes.Repeat([]byte{' '}, len(entry)-1))
}

// freeze finds the open signature as the verifier would, sets the signing time
// if one is given (the library takes the machine's clock) and the digest of the
// tidied file, and keeps what is to be signed.
func freeze(doc []byte, at time.Time) (*Pending, error) {
	list := locate(doc)
	if len(list) == 0 {
		return nil, signing.ErrSelfCheck
	}
	var f found
	for _, other := range list {
		if other.wrong == "" && other.byteRange[2]+other.byteRange[3] == len(doc) {
			f = other
		}
	}
	if f.gap.end == 0 {
		return nil, signing.ErrSelfCheck
	}
	der, err := f.contents(doc)
	if err != nil {
		return nil, signing.ErrSelfCheck
	}
	c, err := parseCMS(der)
	if err != nil || c.hash != crypto.SHA256 || c.signedBy == nil {
		return nil, signing.ErrSelfCheck
	}
	content := sha256.New()
	content.Write(doc[:f.byteRange[1]])
	content.Write(doc[f.byteRange[2]:])
	if !at.IsZero() {
		const form = "060102150405Z"
		if len(c.timeAt) != len(form) || len(c.messageDigest()) != sha256.Size {
			return nil, signing.ErrSelfCheck
		}
		copy(c.timeAt, at.UTC().Format(form)) // both lie in der
		copy(c.messageDigest(), content.Sum(nil))
		hex.Encode(doc[f.gap.start+1:], der)
		if c, err = parseCMS(der); err != nil {
			return nil, signing.ErrSelfCheck
		}
	}
	offset := bytes.Index(der, c.signer.Value)
	if !bytes.Equal(content.Sum(nil), c.messageDigest()) || offset < 0 {
		return nil, signing.ErrSelfCheck
	}
	return &Pending{doc: doc, digest: c.digest(nil), value: f.gap.start + 1 + 2*offset, cert: c.cert}, nil
}

// Resume takes up a frozen PDF again, after a restart for instance.
func Resume(frozen []byte) (*Pending, error) {
	pending, err := freeze(bytes.Clone(frozen), time.Time{})
	if err != nil {
		return nil, fmt.Errorf("resume pdf signature: %w", err)
	}
	return pending, nil
}

// Frozen is the PDF with everything but the signature's value.
func (p *Pending) Frozen() []byte { return bytes.Clone(p.doc) }

// Digest is the SHA-256 of the signed attributes: what a token or remote service
// signs with RSA PKCS #1 v1.5.
func (p *Pending) Digest() []byte { return bytes.Clone(p.digest) }

// Certificate is the certificate the PDF was prepared for.
func (p *Pending) Certificate() *x509.Certificate { return p.cert }

// Finish puts the signature in and verifies the whole before handing it out. A
// signature that does not fit the certificate gives ErrKeyMismatch.
func (p *Pending) Finish(signature []byte) ([]byte, error) {
	if err := signing.VerifyDigest(p.cert, crypto.SHA256, p.digest, signature); err != nil {
		return nil, fmt.Errorf("finish pdf signature: %w: %w", signing.ErrKeyMismatch, err)
	}
	done := bytes.Clone(p.doc)
	hex.Encode(done[p.value:], signature)
	report, err := Verify(done, Policy{})
	if err != nil {
		return nil, fmt.Errorf("finish pdf signature: %w", err)
	}
	if !report.Valid() {
		return nil, fmt.Errorf("finish pdf signature: %w", signing.Refuse(signing.ErrSelfCheck, errors.New("own verifier refused"), "Chưa ký được: bản đã ký không qua được bước tự kiểm tra. %s", report.Say()))
	}
	return done, nil
}

// Sign does the whole with a key at hand: prepare, sign, finish, verify.
// opts.Cert and opts.Chain may be left out; the key's own are used.
func Sign(ctx context.Context, pdf []byte, key signing.Key, opts Options) ([]byte, error) {
	if opts.Cert == nil {
		opts.Cert, opts.Chain = key.Certificate(), key.Chain()
	}
	pending, err := Prepare(pdf, opts)
	if err != nil {
		return nil, err
	}
	signature, err := signing.SignDigest(ctx, key, pending.Digest(), crypto.SHA256)
	if err != nil {
		return nil, err
	}
	return pending.Finish(signature)
}
