package pdfsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"ankhai/signing"
	"ankhai/signing/cms"
	"ankhai/signing/timestamp"
)

// Options say by whom, when and how a PDF is signed.
type Options struct {
	Cert     *x509.Certificate
	Chain    []*x509.Certificate // from the issuer upwards; goes into the file
	Time     time.Time
	TaxCode  string // the certificate must name this tax code; empty: not asked
	Reason   string
	Location string
	// Certify makes the first signature of a file a certification that allows
	// only so much afterwards (DocMDP): 1 nothing, 2 filling in and signing, 3
	// remarks as well. 0 approves like any other signature.
	Certify int
	// TimeStamp asks this authority for a time stamp over the signature; nil: none.
	TimeStamp *timestamp.Client
	Stamp     *Stamp // nil: an invisible signature
}

// Room for the value and a time stamp in the signature's placeholder, in bytes.
// A token with its chain has about 6 kB.
const roomForToken = 24 << 10

// Pending is a PDF that waits for its signature; all else in it is frozen.
type Pending struct {
	doc   []byte
	draft *cms.Draft
	gap   span // of the Contents string, brackets included
}

// Prepare adds a signature without value as an incremental update and computes
// what is to be signed. pdf stays as it is. Errors carry a sentence for
// signing.Say.
func Prepare(pdf []byte, opts Options) (*Pending, error) {
	pending, err := prepare(pdf, opts)
	if err != nil {
		return nil, fmt.Errorf("prepare pdf signature: %w", err)
	}
	return pending, nil
}

func prepare(data []byte, opts Options) (*Pending, error) {
	if err := admit(data, opts); err != nil {
		return nil, err
	}
	if err := inspect(data); err != nil {
		return nil, explain(err)
	}
	before, err := open(data)
	if err != nil {
		return nil, explain(err)
	}
	if err := before.unlocked(opts.Certify); err != nil {
		return nil, err
	}
	if len(before.signed()) > 0 {
		report, err := Verify(data, Policy{})
		if err != nil {
			return nil, err
		}
		if !report.Valid() {
			return nil, unsignable(errors.New("earlier signature is not valid"), "Chưa ký được: tệp PDF đã có chữ ký không còn đúng. "+report.Say())
		}
	}
	out, err := addSignature(data, before, opts)
	if err != nil {
		return nil, err
	}
	if out, err = before.amend(out, opts); err != nil {
		return nil, err
	}
	if err := kept(before, out); err != nil {
		return nil, err
	}
	return freeze(out, opts)
}

// admit asks what can be asked without reading the file.
func admit(data []byte, opts Options) error {
	if opts.Cert == nil {
		return signing.ErrKeyMissing
	}
	if err := signing.CheckFor(opts.Cert, opts.TaxCode, opts.Time); err != nil {
		return err
	}
	if public, ok := opts.Cert.PublicKey.(*rsa.PublicKey); ok && public.N.BitLen() < 2048 {
		return signing.ErrKeyUnsupported
	}
	if opts.Certify < 0 || opts.Certify > 3 {
		return unsignable(fmt.Errorf("certification level %d", opts.Certify), "Chưa ký được: mức chứng thực phải từ 1 đến 3. Chọn lại mức rồi ký.")
	}
	if opts.Certify > 0 && opts.Stamp != nil {
		return unsignable(errors.New("visible certification"), "Chưa ký được: chữ ký chứng thực không kèm con dấu trên trang. Bỏ con dấu, hoặc ký thường.")
	}
	if len(data) > maxFile {
		return unsignable(errBroken, fmt.Sprintf("Chưa ký được: tệp PDF lớn hơn %d MB. Chia thành nhiều tệp rồi ký.", maxFile>>20))
	}
	return nil
}

// unlocked says whether earlier signatures let another one be added.
func (b *book) unlocked(certify int) error {
	if b.certified() == 1 {
		return explain(errLocked)
	}
	if certify > 0 && (len(b.signed()) > 0 || b.get(b.root["Perms"]) != nil) {
		return unsignable(errors.New("certification is not the first signature"), "Chưa ký được: tệp PDF đã có chữ ký nên không chứng thực được nữa. Ký thường, hoặc lấy bản chưa ký.")
	}
	if b.form != nil && b.get(b.form["XFA"]) != nil {
		return explain(errForm)
	}
	return nil
}

// kept says that the library and what we mended did nothing to the file but add
// a signature, as the verifier will judge it.
func kept(before *book, out []byte) error {
	if !bytes.HasPrefix(out, before.data) {
		return spoilt(errors.New("earlier bytes changed"))
	}
	after, err := open(out)
	if err != nil {
		return spoilt(err)
	}
	s := compare(before, after)
	if s.far > changeSignature || len(after.signed()) != len(before.signed())+1 {
		return spoilt(fmt.Errorf("change of kind %d", s.far))
	}
	if !accounted(before, after, len(before.data)) || !sounds(out) {
		return spoilt(errors.New("added objects are not those of the table"))
	}
	return nil
}

// freeze puts an unfinished message into the open signature and keeps what is to
// be signed.
func freeze(doc []byte, opts Options) (*Pending, error) {
	f, err := openSignature(doc)
	if err != nil {
		return nil, err
	}
	digest := judgement{pdf: doc, found: f}.digest(crypto.SHA256)
	draft, err := cms.NewDraft(opts.Cert, opts.Chain, digest)
	if err != nil {
		return nil, err
	}
	p := &Pending{doc: doc, draft: draft, gap: f.gap}
	der, err := draft.Finish(nil, nil)
	if err != nil {
		return nil, err
	}
	if !p.put(doc, der) {
		return nil, signing.ErrSelfCheck
	}
	return p, nil
}

// openSignature finds the signature that reaches to the end of the file.
func openSignature(doc []byte) (found, error) {
	for _, f := range locate(doc) {
		if f.wrong == "" && f.byteRange[2]+f.byteRange[3] == len(doc) {
			return f, nil
		}
	}
	return found{}, signing.ErrSelfCheck
}

// put writes a message into the placeholder and fills it up with zeros.
func (p *Pending) put(doc, der []byte) bool {
	room := doc[p.gap.start+1 : p.gap.end-1]
	if hex.EncodedLen(len(der)) > len(room) {
		return false
	}
	n := hex.Encode(room, der)
	for i := range room[n:] {
		room[n+i] = '0'
	}
	return true
}

// Resume takes up a frozen PDF again, after a restart for instance.
func Resume(frozen []byte) (*Pending, error) {
	p, err := resume(bytes.Clone(frozen))
	if err != nil {
		return nil, fmt.Errorf("resume pdf signature: %w", err)
	}
	return p, nil
}

func resume(doc []byte) (*Pending, error) {
	f, err := openSignature(doc)
	if err != nil {
		return nil, err
	}
	der, err := f.contents(doc)
	if err != nil {
		return nil, signing.ErrSelfCheck
	}
	draft, err := cms.Resume(der)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", signing.ErrSelfCheck, err)
	}
	m, err := cms.Parse(der)
	if err != nil || !bytes.Equal(m.MessageDigest(), judgement{pdf: doc, found: f}.digest(crypto.SHA256)) {
		return nil, signing.ErrSelfCheck
	}
	return &Pending{doc: doc, draft: draft, gap: f.gap}, nil
}

// Frozen is the PDF with everything but the signature's value.
func (p *Pending) Frozen() []byte { return bytes.Clone(p.doc) }

// Digest is the SHA-256 of the signed attributes: what a token or remote service
// signs, with RSA PKCS #1 v1.5 or ECDSA.
func (p *Pending) Digest() []byte { return p.draft.Digest() }

// Certificate is the certificate the PDF was prepared for.
func (p *Pending) Certificate() *x509.Certificate { return p.draft.Certificate() }

// Finish puts the signature in and verifies the whole before handing it out. A
// signature that does not fit the certificate gives ErrKeyMismatch.
func (p *Pending) Finish(signature []byte) ([]byte, error) {
	return p.FinishStamped(context.Background(), signature, nil)
}

// FinishStamped is Finish with a time stamp of an authority over the signature;
// nil asks for none.
func (p *Pending) FinishStamped(ctx context.Context, signature []byte, authority *timestamp.Client) ([]byte, error) {
	done, err := p.finish(ctx, signature, authority)
	if err != nil {
		return nil, fmt.Errorf("finish pdf signature: %w", err)
	}
	return done, nil
}

func (p *Pending) finish(ctx context.Context, signature []byte, authority *timestamp.Client) ([]byte, error) {
	if err := signing.VerifyDigest(p.Certificate(), crypto.SHA256, p.Digest(), signature); err != nil {
		return nil, fmt.Errorf("%w: %w", signing.ErrKeyMismatch, err)
	}
	var token []byte
	if authority != nil {
		hash := crypto.SHA256.New()
		hash.Write(signature)
		stamp, err := authority.Stamp(ctx, crypto.SHA256, hash.Sum(nil))
		if err != nil {
			return nil, err
		}
		token = stamp.Raw
	}
	der, err := p.draft.Finish(signature, token)
	if err != nil {
		return nil, err
	}
	done := bytes.Clone(p.doc)
	if !p.put(done, der) {
		return nil, signing.Refuse(signing.ErrTimeStamp, errors.New("token is larger than its place"), "Chưa ký được: dấu thời gian lớn hơn chỗ dành cho nó. Đổi máy chủ dấu thời gian, hoặc ký không kèm dấu thời gian.")
	}
	report, err := Verify(done, Policy{})
	if err != nil {
		return nil, err
	}
	if !report.Valid() {
		return nil, signing.Refuse(signing.ErrSelfCheck, errors.New("own verifier refused"), "Chưa ký được: bản đã ký không qua được bước tự kiểm tra. %s", report.Say())
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
	return pending.FinishStamped(ctx, signature, opts.TimeStamp)
}
