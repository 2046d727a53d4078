package xmlsig

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"encoding/base64"
	"math/big"
	"slices"

	"ankhai/signing"
)

const sayBroken = "Chữ ký trong tệp viết sai cấu trúc. Lấy lại tệp gốc hoặc ký lại."

// structure is a Signature taken apart and checked against what we accept.
type structure struct {
	element    *node
	signedInfo *node
	value      *node // SignatureValue
	objects    []*node
	c14n       method
	method     signatureMethod
	references []referenceTo
	cert       *x509.Certificate
	others     []*x509.Certificate
	keyInfo    *node
	qualifying *qualifying // XAdES, nil where there is none
	legacy     []string
}

// parts reads the i-th Signature of the document.
func (d *document) parts(i int) (place, *structure, error) {
	p := d.signatures[i]
	element, err := parseSignature(d.src, p)
	if err != nil {
		return p, nil, err
	}
	s, err := takeApart(element)
	return p, s, err
}

// takeApart checks that a Signature has each part once and nothing unknown.
func takeApart(element *node) (*structure, error) {
	s := &structure{element: element}
	bad := refuse(element.start, sayBroken)
	if !element.blank() {
		return nil, bad
	}
	for _, c := range element.children {
		switch {
		case c.is("SignedInfo") && s.signedInfo == nil:
			s.signedInfo = c
		case c.is("SignatureValue") && s.value == nil:
			s.value = c
		case c.is("KeyInfo") && s.keyInfo == nil:
			s.keyInfo = c
		case c.is("Object"):
			s.objects = append(s.objects, c)
		case c.local == "Object" && c.space == "":
			s.objects = append(s.objects, c)
			s.old("Object không thuộc không gian tên của chữ ký (ký từ xa 2024)")
		default:
			return nil, bad
		}
	}
	if s.signedInfo == nil || s.value == nil || len(s.value.children) > 0 || !s.signedInfo.blank() {
		return nil, bad
	}
	if err := s.readSignedInfo(); err != nil {
		return nil, err
	}
	if s.keyInfo == nil {
		return nil, refuse(element.start, "Chữ ký không kèm chứng thư số nên không biết ai ký. Ký lại bằng chứng thư của đơn vị.")
	}
	if err := s.readKeyInfo(); err != nil {
		return s, err
	}
	return s, s.readQualifying()
}

// old notes a habit of older writers, once.
func (s *structure) old(habit string) {
	if !slices.Contains(s.legacy, habit) {
		s.legacy = append(s.legacy, habit)
	}
}

// pending tells a Signature whose value is still the placeholder.
func (s *structure) pending() bool {
	value, err := decodeBase64(s.value.text)
	return err == nil && len(bytes.Trim(value, "\x00")) == 0
}

// check verifies the SignatureValue over the digest of the canonical SignedInfo.
func (s *structure) check(digest []byte) error {
	value, err := decodeBase64(s.value.text)
	if err != nil {
		return err
	}
	public, isECDSA := s.cert.PublicKey.(*ecdsa.PublicKey)
	if isECDSA != s.method.ecdsa {
		return signing.ErrKeyUnsupported
	}
	if isECDSA {
		if value, err = joined(public, value); err != nil {
			return err
		}
	}
	return signing.VerifyDigest(s.cert, s.method.hash, digest, value)
}

// joined turns the raw r‖s of XML Signature into the ASN.1 form of everybody
// else.
func joined(public *ecdsa.PublicKey, raw []byte) ([]byte, error) {
	size := coordinate(public)
	if len(raw) != 2*size {
		return nil, signing.ErrKeyMismatch
	}
	return asn1.Marshal(struct{ R, S *big.Int }{new(big.Int).SetBytes(raw[:size]), new(big.Int).SetBytes(raw[size:])})
}

// parted is the way back: the raw r‖s of an ASN.1 signature.
func parted(public *ecdsa.PublicKey, der []byte) ([]byte, error) {
	var pair struct{ R, S *big.Int }
	rest, err := asn1.Unmarshal(der, &pair)
	size := coordinate(public)
	if err != nil || len(rest) > 0 || pair.R.Sign() < 1 || pair.S.Sign() < 1 || pair.R.BitLen() > 8*size || pair.S.BitLen() > 8*size {
		return nil, signing.ErrKeyMismatch
	}
	raw := make([]byte, 2*size)
	pair.R.FillBytes(raw[:size])
	pair.S.FillBytes(raw[size:])
	return raw, nil
}

// coordinate is the length in bytes of a number of the curve.
func coordinate(public *ecdsa.PublicKey) int { return (public.Curve.Params().BitSize + 7) / 8 }

// valueSize is the length in bytes of a signature by that key.
func valueSize(cert *x509.Certificate) int {
	switch public := cert.PublicKey.(type) {
	case *rsa.PublicKey:
		return public.Size()
	case *ecdsa.PublicKey:
		return 2 * coordinate(public)
	}
	return 0
}

// decodeBase64 reads base64 with white space in it.
func decodeBase64(text []byte) ([]byte, error) {
	packed := bytes.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, text)
	out := make([]byte, base64.StdEncoding.DecodedLen(len(packed)))
	n, err := base64.StdEncoding.Strict().Decode(out, packed)
	return out[:n], err
}
