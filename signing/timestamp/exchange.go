package timestamp

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"strings"
)

// request is TimeStampReq of RFC 3161, 2.4.1.
type request struct {
	Version     int
	Imprint     messageImprint
	Policy      asn1.ObjectIdentifier `asn1:"optional"`
	Nonce       *big.Int              `asn1:"optional"`
	Certificate bool                  `asn1:"optional"`
}

// response is TimeStampResp of RFC 3161, 2.4.2.
type response struct {
	Status struct {
		Status   int
		Text     []asn1.RawValue `asn1:"optional"`
		FailInfo asn1.BitString  `asn1:"optional"`
	}
	Token asn1.RawValue `asn1:"optional"`
}

// newRequest asks for a stamp over a digest, with a nonce of 64 random bits and
// the authority's certificate in the answer.
func newRequest(hash crypto.Hash, digest []byte, policy asn1.ObjectIdentifier) (request, error) {
	oid, ok := hashOIDs[hash]
	if !ok || len(digest) != hash.Size() {
		return request{}, fmt.Errorf("%w: hash %v, %d bytes", ErrImprint, hash, len(digest))
	}
	nonce, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 64))
	if err != nil {
		return request{}, err
	}
	return request{
		Version: 1, Policy: policy, Nonce: nonce, Certificate: true,
		Imprint: messageImprint{pkix.AlgorithmIdentifier{Algorithm: oid, Parameters: asn1.NullRawValue}, digest},
	}, nil
}

// read takes an answer apart and holds it against the question.
func (q request) read(der []byte) (*Token, error) {
	var r response
	if rest, err := asn1.Unmarshal(der, &r); err != nil || len(rest) > 0 {
		return nil, ErrSyntax
	}
	if r.Status.Status != 0 && r.Status.Status != 1 { // granted, granted with changes
		return nil, fmt.Errorf("%w: status %d%s", ErrRefused, r.Status.Status, r.words())
	}
	t, err := Parse(r.Token.FullBytes)
	if err != nil {
		return nil, err
	}
	switch {
	case !hashOIDs[t.Hash].Equal(q.Imprint.Algorithm.Algorithm), !bytes.Equal(t.Digest, q.Imprint.Digest):
		return nil, ErrImprint
	case t.Nonce == nil || t.Nonce.Cmp(q.Nonce) != 0:
		return nil, ErrNonce
	case len(q.Policy) > 0 && !t.Policy.Equal(q.Policy):
		return nil, ErrPolicy
	}
	return t, nil
}

// words is what the authority says about a refusal, for the log.
func (r response) words() string {
	var out strings.Builder
	for _, text := range r.Status.Text {
		if out.Len() < 200 {
			fmt.Fprintf(&out, ", %.200q", text.Bytes)
		}
	}
	if len(r.Status.FailInfo.Bytes) > 0 {
		fmt.Fprintf(&out, ", failure bits %x", r.Status.FailInfo.Bytes[:min(4, len(r.Status.FailInfo.Bytes))])
	}
	return out.String()
}
