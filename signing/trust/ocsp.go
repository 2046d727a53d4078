package trust

import (
	"bytes"
	"context"
	"crypto/x509"
	"slices"
	"time"

	"ankhai/signing"

	"golang.org/x/crypto/ocsp"
)

// maxOCSP is how many bytes an answer may have; real ones have about two thousand.
const maxOCSP = 64 << 10

// freshOCSP is how long an answer without a promise to hold is taken for current.
const freshOCSP = 24 * time.Hour

// askServer asks a responder (RFC 6960). The question carries no nonce, which public
// responders leave out of their answers anyway; an old answer is known by its times.
func (r *Revocation) askServer(ctx context.Context, address string, cert, issuer *x509.Certificate, need, now time.Time) answer {
	silent := func(why string) answer { return answer{state: signing.NotAsked, why: why} }
	question, err := ocsp.CreateRequest(cert, issuer, nil)
	if err != nil {
		return silent("không lập được câu hỏi OCSP cho chứng thư này")
	}
	data, err := r.web.post(ctx, address, question, now)
	if err != nil {
		return silent("máy chủ OCSP " + address + " không trả lời")
	}
	a := judgeOCSP(data, cert, issuer, need, now)
	a.source = "OCSP " + address
	return a
}

// judgeOCSP reads an answer about one certificate.
func judgeOCSP(data []byte, cert, issuer *x509.Certificate, need, now time.Time) answer {
	silent := func(why string) answer { return answer{state: signing.NotAsked, why: why} }
	response, err := ocsp.ParseResponseForCert(data, cert, issuer)
	if err != nil {
		return silent("câu trả lời OCSP không đúng, không nói về chứng thư này hoặc không do nơi cấp ký")
	}
	if response.Certificate != nil && !mayAnswer(response.Certificate, issuer, response.ProducedAt) {
		return silent("câu trả lời OCSP do một chứng thư không có quyền trả lời ký")
	}
	switch response.Status {
	case ocsp.Revoked:
		return answer{state: signing.TakenBack, asOf: response.ThisUpdate, since: response.RevokedAt, reason: response.RevocationReason}
	case ocsp.Good:
	default:
		return silent("máy chủ OCSP không biết chứng thư này")
	}
	next := response.NextUpdate
	if next.IsZero() {
		next = response.ThisUpdate.Add(freshOCSP)
	}
	switch {
	case response.ThisUpdate.After(now.Add(skew)), response.ProducedAt.After(now.Add(skew)):
		return silent(sayAhead)
	case !current(response.ThisUpdate, next, need):
		return silent(sayStale)
	case forgotten(cert, response.ThisUpdate):
		return silent(sayForgotten)
	}
	return answer{state: signing.NoneKnown, asOf: response.ThisUpdate}
}

// mayAnswer says whether the issuer let this certificate answer in its name (RFC
// 6960, 4.2.2.2); the library has checked that the issuer signed it.
func mayAnswer(responder, issuer *x509.Certificate, at time.Time) bool {
	if responder.Equal(issuer) {
		return true
	}
	return bytes.Equal(responder.RawIssuer, issuer.RawSubject) &&
		slices.Contains(responder.ExtKeyUsage, x509.ExtKeyUsageOCSPSigning) &&
		(responder.KeyUsage == 0 || responder.KeyUsage&x509.KeyUsageDigitalSignature != 0) &&
		!at.Before(responder.NotBefore) && !at.After(responder.NotAfter)
}
