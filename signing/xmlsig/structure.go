package xmlsig

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"encoding/base64"
	"math/big"

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
	algorithm  string
	hash       crypto.Hash
	references []referenceTo
	cert       *x509.Certificate
	others     []*x509.Certificate
	keyInfo    *node
	legacy     []string
}

// referenceTo is one Reference of a SignedInfo.
type referenceTo struct {
	uri       string
	enveloped bool
	implicit  bool // no canonicalisation named: the default, inclusive 1.0
	hash      crypto.Hash
	digest    *node
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
			s.legacy = append(s.legacy, "Object không thuộc không gian tên của chữ ký (ký từ xa 2024)")
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
	return s, s.readKeyInfo()
}

func (s *structure) readSignedInfo() error {
	bad := refuse(s.signedInfo.start, sayBroken)
	canonical, method := s.signedInfo.only("CanonicalizationMethod"), s.signedInfo.only("SignatureMethod")
	if canonical == nil || method == nil || len(canonical.children)+len(method.children) > 0 {
		return bad
	}
	switch alg, _ := canonical.attr("Algorithm"); alg {
	case algC14N:
	case algC14NComments:
		s.c14n.comments = true
		s.legacy = append(s.legacy, "chuẩn hoá có chú thích (#WithComments)")
	default:
		return refuse(canonical.start, "Chữ ký dùng cách chuẩn hoá XML chưa được hỗ trợ. Ký lại theo chuẩn hoá C14N 1.0.")
	}
	s.algorithm, _ = method.attr("Algorithm")
	switch s.algorithm {
	case algRSASHA1:
		s.hash = crypto.SHA1
		s.legacy = append(s.legacy, "chữ ký RSA-SHA1")
	case algRSASHA256, algECDSASHA256:
		s.hash = crypto.SHA256
	case algRSASHA384, algECDSASHA384:
		s.hash = crypto.SHA384
	case algRSASHA512:
		s.hash = crypto.SHA512
	default:
		return refuse(method.start, "Chữ ký dùng thuật toán chưa được hỗ trợ. Ký lại bằng RSA-SHA256.")
	}
	for _, c := range s.signedInfo.children {
		switch {
		case c == canonical, c == method:
		case c.is("Reference"):
			ref, err := s.readReference(c)
			if err != nil {
				return err
			}
			s.references = append(s.references, ref)
		default:
			return bad
		}
	}
	if len(s.references) == 0 || len(s.references) > maxReferences {
		return bad
	}
	return nil
}

func (s *structure) readReference(n *node) (referenceTo, error) {
	var r referenceTo
	bad := refuse(n.start, sayBroken)
	uri, ok := n.attr("URI")
	if !ok || !n.blank() {
		return r, bad
	}
	r.uri = uri
	method := n.only("DigestMethod")
	r.digest = n.only("DigestValue")
	if method == nil || r.digest == nil || len(method.children)+len(r.digest.children) > 0 {
		return r, bad
	}
	switch alg, _ := method.attr("Algorithm"); alg {
	case algSHA1:
		r.hash = crypto.SHA1
		s.legacy = append(s.legacy, "tóm lược SHA-1")
	case algSHA256:
		r.hash = crypto.SHA256
	case algSHA384:
		r.hash = crypto.SHA384
	case algSHA512:
		r.hash = crypto.SHA512
	default:
		return r, refuse(method.start, "Chữ ký dùng hàm tóm lược chưa được hỗ trợ. Ký lại bằng SHA-256.")
	}
	r.implicit = true
	for _, c := range n.children {
		switch {
		case c == method, c == r.digest:
			continue
		case !c.is("Transforms") || c != n.only("Transforms"):
			return r, bad
		}
		for i, t := range c.children {
			alg, _ := t.attr("Algorithm")
			switch {
			case !t.is("Transform") || len(t.children) > 0 || !t.blank():
				return r, refuse(t.start, "Chữ ký dùng phép biến đổi chưa được hỗ trợ. Ký lại theo mẫu ký trọn tài liệu.")
			case alg == algEnveloped && i == 0:
				r.enveloped = true
			case (alg == algC14N || alg == algC14NComments) && r.implicit:
				r.implicit = false
			default:
				return r, refuse(t.start, "Chữ ký dùng phép biến đổi chưa được hỗ trợ. Ký lại theo mẫu ký trọn tài liệu.")
			}
		}
	}
	return r, nil
}

// readKeyInfo finds the signer's certificate: the one among X509Data whose key
// is the key of KeyValue, or else the first that is no CA.
func (s *structure) readKeyInfo() error {
	bad := refuse(s.keyInfo.start, sayBroken)
	var certs []*x509.Certificate
	var key *rsa.PublicKey
	for _, c := range s.keyInfo.children {
		switch {
		case c.is("KeyValue"):
			if value := c.only("RSAKeyValue"); value != nil {
				modulus, exponent := value.only("Modulus"), value.only("Exponent")
				if modulus == nil || exponent == nil || key != nil {
					return bad
				}
				m, errM := decodeBase64(modulus.text)
				e, errE := decodeBase64(exponent.text)
				if errM != nil || errE != nil || len(e) > 4 {
					return bad
				}
				key = &rsa.PublicKey{N: new(big.Int).SetBytes(m), E: int(new(big.Int).SetBytes(e).Int64())}
			}
		case c.is("X509Data"):
			for _, x := range c.children {
				if !x.is("X509Certificate") {
					continue
				}
				der, err := decodeBase64(x.text)
				if err != nil {
					return bad
				}
				cert, err := x509.ParseCertificate(der)
				if err != nil || len(certs) >= 10 {
					return refuse(x.start, "Không đọc được chứng thư số trong chữ ký. Lấy lại tệp gốc hoặc ký lại.")
				}
				certs = append(certs, cert)
			}
		}
	}
	for i, cert := range certs {
		if key != nil && !key.Equal(cert.PublicKey) || key == nil && cert.IsCA && len(certs) > 1 {
			continue
		}
		s.cert = cert
		s.others = append(append(s.others, certs[:i]...), certs[i+1:]...)
		break
	}
	if s.cert == nil && len(certs) > 0 {
		return refuse(s.keyInfo.start, "Khoá ghi trong chữ ký không phải khoá của chứng thư số đi kèm. Lấy lại tệp gốc hoặc ký lại.")
	}
	if s.cert == nil {
		return refuse(s.keyInfo.start, "Chữ ký không kèm chứng thư số nên không biết ai ký. Ký lại bằng chứng thư của đơn vị.")
	}
	if public, ok := s.cert.PublicKey.(*rsa.PublicKey); ok && public.N.BitLen() < 2048 {
		s.legacy = append(s.legacy, "khoá RSA ngắn hơn 2048 bit")
	}
	return nil
}

// check verifies the SignatureValue over the canonical SignedInfo.
func (s *structure) check(digest []byte) error {
	value, err := decodeBase64(s.value.text)
	if err != nil {
		return err
	}
	_, isRSA := s.cert.PublicKey.(*rsa.PublicKey)
	if named := s.algorithm != algECDSASHA256 && s.algorithm != algECDSASHA384; named != isRSA {
		return signing.ErrKeyUnsupported
	}
	if public, ok := s.cert.PublicKey.(*ecdsa.PublicKey); ok {
		size := (public.Curve.Params().BitSize + 7) / 8
		if len(value) != 2*size {
			return signing.ErrKeyMismatch
		}
		pair := struct{ R, S *big.Int }{new(big.Int).SetBytes(value[:size]), new(big.Int).SetBytes(value[size:])}
		if value, err = asn1.Marshal(pair); err != nil {
			return err
		}
	}
	return signing.VerifyDigest(s.cert, s.hash, digest, value)
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
