package xmlsig

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	"ankhai/signing"
)

const sayStamp = "Dấu thời gian của chữ ký không hợp lệ. Lấy lại tệp gốc, hoặc ký lại khi máy chủ cấp dấu thời gian hoạt động."

// Stamper asks a time stamp authority for a token (RFC 3161, DER ContentInfo)
// over a message. It hashes the message itself, with the hash it likes.
type Stamper func(ctx context.Context, message []byte) (token []byte, err error)

// StampJudge checks a token that should be over a message: its imprint, its
// signature, its authority. It answers the time the token attests.
type StampJudge func(token, message []byte) (time.Time, error)

// stamped is what a time stamp is made over: the canonical SignatureValue.
func (d *document) stamped(p place, s *structure, m method) ([]byte, error) {
	context, _, err := contextAt(d.src, region{span: p.span, context: p.context}, s.value.start)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = canonicalize(&out, d.src, region{span: s.value.span, context: context}, m)
	return out.Bytes(), err
}

// stamp fills the place that the template has left for a time stamp, in a
// document that carries its signature's value already.
func (p *Pending) stamp(ctx context.Context, doc []byte, stamp Stamper) ([]byte, error) {
	q := p.parts.qualifying
	if q == nil || q.unsigned == nil || len(q.unsigned.children) > 0 {
		return doc, nil
	}
	if stamp == nil {
		return nil, &signing.Error{Kind: signing.ErrTimeStamp}
	}
	m := method{kind: p.parts.c14n.kind}
	message, err := (&document{src: doc}).stamped(p.place, p.parts, m)
	if err != nil {
		return nil, unsignable(err)
	}
	token, err := stamp(ctx, message)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", signing.ErrTimeStamp, err)
	}
	if len(token) == 0 || len(token) > maxToken {
		return nil, &signing.Error{Kind: signing.ErrTimeStamp}
	}
	return slices.Concat(doc[:q.unsigned.start], stampElement(q.unsigned.name, p.parts.element.prefix(), m, token), doc[q.unsigned.end:]), nil
}

// judgeStamps asks about every time stamp; the earliest one is when the
// signature is known to have been there.
func (d *document) judgeStamps(p place, s *structure, policy Policy, out *signing.Signature) error {
	if s.qualifying == nil || len(s.qualifying.stamps) == 0 {
		return nil
	}
	if policy.Stamps == nil {
		out.Notes = append(out.Notes, "Chữ ký có dấu thời gian nhưng chưa ai xét dấu đó.")
		return nil
	}
	for _, stamp := range s.qualifying.stamps {
		message, err := d.stamped(p, s, stamp.c14n)
		if err != nil {
			return err
		}
		at, err := policy.Stamps(stamp.token, message)
		if err != nil || at.IsZero() {
			return refuse(stamp.at, sayStamp)
		}
		if out.StampTime.IsZero() || at.Before(out.StampTime) {
			out.StampTime = at
		}
	}
	return nil
}
