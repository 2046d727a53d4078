package xmlsig

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"fmt"
	"slices"
	"time"

	"ankhai/signing"
)

// Options say where, by whom and when a document is signed.
type Options struct {
	At      string // path of the empty element that takes the signature: "D02-TS/Cky"
	Target  string // Id of the element to be signed, or of a SignatureValue to be countersigned from outside; "": the whole document
	Counter string // Id of an XAdES signature to be countersigned; the new one goes into it, and At and Target are not asked
	Append  bool   // the element at At may hold other things, earlier Signatures too; the new one comes last in it
	Cert    *x509.Certificate
	Chain   []*x509.Certificate // from the issuer upwards, for profiles that carry it
	Time    time.Time
	Profile Profile // zero: BHXH
	TaxCode string  // the certificate must name this tax code; empty: not asked
	Stamp   Stamper // asked for the time stamp of a profile of level T
}

// Sign does the whole with a key at hand: prepare, sign, finish, verify.
// opts.Cert and opts.Chain may be left out; the key's own are used.
func Sign(ctx context.Context, doc []byte, key signing.Key, opts Options) ([]byte, error) {
	if opts.Cert == nil {
		opts.Cert = key.Certificate()
	}
	if opts.Chain == nil {
		opts.Chain = key.Chain()
	}
	if opts.Profile.XAdES == T && opts.Stamp == nil { // known before anybody is asked for a PIN
		return nil, fmt.Errorf("sign: %w", &signing.Error{Kind: signing.ErrTimeStamp})
	}
	pending, err := Prepare(doc, opts)
	if err != nil {
		return nil, err
	}
	signature, err := signing.SignDigest(ctx, key, pending.Digest(), pending.Hash())
	if err != nil {
		return nil, err
	}
	return pending.Finish(ctx, signature, opts.Stamp)
}

// Prepare puts a Signature without value into the empty element at opts.At and
// computes what is to be signed. No byte outside that element's content changes;
// doc itself stays as it is. Errors carry a sentence for signing.Say.
func Prepare(doc []byte, opts Options) (*Pending, error) {
	pending, err := prepare(doc, opts)
	if err != nil {
		return nil, fmt.Errorf("prepare signature: %w", err)
	}
	return pending, nil
}

func prepare(doc []byte, opts Options) (*Pending, error) {
	if opts.Cert == nil {
		return nil, signing.ErrKeyMissing
	}
	if err := signing.CheckFor(opts.Cert, opts.TaxCode, opts.Time); err != nil {
		return nil, err
	}
	if err := checkKey(opts.Cert); err != nil {
		return nil, err
	}
	if opts.Profile == (Profile{}) {
		opts.Profile = BHXH
	}
	if err := opts.Profile.check(); err != nil {
		return nil, err
	}
	spliced, err := splice(doc, opts)
	if err != nil {
		return nil, err
	}
	return freeze(spliced, opts.At, func(d *document, p place, s *structure) error {
		return d.fillDigests(p, s)
	})
}

// checkKey refuses keys that nobody should sign with any more, and those that
// XML Signature has no name for.
func checkKey(cert *x509.Certificate) error {
	switch public := cert.PublicKey.(type) {
	case *rsa.PublicKey:
		if public.N.BitLen() >= 2048 {
			return nil
		}
	case *ecdsa.PublicKey:
		if public.Curve == elliptic.P256() || public.Curve == elliptic.P384() {
			return nil
		}
	}
	return &signing.Error{Kind: signing.ErrKeyUnsupported}
}

// splice copies the document with the template in its place.
func splice(doc []byte, opts Options) ([]byte, error) {
	d, err := scan(doc, opts.At)
	if err != nil {
		return nil, unsignable(err)
	}
	if opts.Counter != "" {
		return d.spliceCounter(opts)
	}
	slots := d.slots[opts.At]
	switch {
	case len(slots) == 0:
		return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp không có phần tử %s để đặt chữ ký. Chọn đúng tệp tờ khai hoặc lập lại tệp.", opts.At)
	case len(slots) > 1:
		return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp có %d phần tử %s nên không rõ đặt chữ ký vào đâu. Lập lại tệp.", len(slots), opts.At)
	case !opts.Append && (!slots[0].blank || len(d.signatures) > 0):
		return nil, &signing.Error{Kind: signing.ErrAlreadySigned}
	}
	slot := slots[0]
	at := slot.tagEnd
	if opts.Append {
		at = slot.endTag
	}
	if err := d.checkOthers(at); err != nil {
		return nil, err
	}
	o := order{profile: opts.Profile, cert: opts.Cert, chain: opts.Chain, at: opts.Time}
	if o.profile, err = d.freeIDs(opts); err != nil {
		return nil, err
	}
	if err := d.aim(&o, opts.Target, slot); err != nil {
		return nil, err
	}
	before, after := doc[:at], doc[at:]
	var open, closing []byte
	if slot.empty { // <Cky /> becomes <Cky>…</Cky>
		tag := bytes.TrimRight(doc[slot.start:slot.tagEnd-len("/>")], " \t\r\n")
		element, _ := readName(tag[1:])
		before, open = doc[:slot.start], append(slices.Clone(tag), '>')
		closing = fmt.Appendf(nil, "</%s>", element.full)
	}
	return slices.Concat(before, open, o.template(), closing, after), nil
}

// aim says what the Reference of the new signature names.
func (d *document) aim(o *order, target string, slot slot) error {
	if target == "" {
		o.enveloped = true
		return nil
	}
	found, ok := d.ids[target]
	if !ok {
		return signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp không có phần tử mang Id “%s” cần ký. Lập lại tệp.", target)
	}
	o.uri, o.enveloped = "#"+target, found.contains(slot.span)
	for i, p := range d.signatures {
		if !p.contains(found) {
			continue
		}
		if _, s, err := d.parts(i); err != nil {
			return unsignable(err)
		} else if s.value.span == found {
			o.kind = typeCountersigned
		}
	}
	return nil
}

// freeIDs gives the profile Ids that the document does not use yet. Only a
// signature that comes after others may take other Ids than the profile's own.
func (d *document) freeIDs(opts Options) (Profile, error) {
	for n := 1; ; n++ {
		p := opts.Profile
		if n > 1 {
			p.SignatureID = fmt.Sprintf("%s-%d", p.SignatureID, n)
			if p.PropertiesID != "" {
				p.PropertiesID = fmt.Sprintf("%s-%d", p.PropertiesID, n)
			}
		}
		taken := slices.IndexFunc(p.ids(), func(id string) bool { _, is := d.ids[id]; return is })
		if taken < 0 {
			return p, nil
		}
		if !opts.Append && opts.Counter == "" || n > maxSignatures {
			return p, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp đã dùng mã nhận dạng “%s” mà chữ ký cần. Lập lại tệp.", p.ids()[taken])
		}
	}
}

// checkOthers refuses to add a signature at a place that an earlier signature
// covers: it would break that one.
func (d *document) checkOthers(at int) error {
	for i := range d.signatures {
		p, s, err := d.parts(i)
		if err != nil {
			return unsignable(err)
		}
		for _, ref := range s.references {
			target, _, err := d.resolve(p, s, ref)
			if err != nil {
				return unsignable(err)
			}
			if target.start < at && at < target.end && !(target.without.start < at && at < target.without.end) {
				return signing.Refuse(signing.ErrAlreadySigned, nil, "Chưa ký được: chữ ký đã có ở %s bao cả nơi đặt chữ ký mới nên sẽ mất hiệu lực. Lập lại tài liệu từ bản nháp rồi ký.", p.parentPath)
			}
		}
	}
	return nil
}
