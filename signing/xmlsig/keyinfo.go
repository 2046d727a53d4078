package xmlsig

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"math/big"
)

// maxCertificates is how many certificates a KeyInfo may carry.
const maxCertificates = 10

// readKeyInfo finds the signer's certificate: the one among X509Data whose key
// is the key of KeyValue, or else the first that is no CA.
func (s *structure) readKeyInfo() error {
	bad := refuse(s.keyInfo.start, sayBroken)
	var certs []*x509.Certificate
	var key interface{ Equal(crypto.PublicKey) bool }
	for _, c := range s.keyInfo.children {
		switch {
		case c.is("KeyValue"):
			if key != nil {
				return bad
			}
			var ok bool
			if key, ok = readKeyValue(c); !ok {
				return bad
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
				if err != nil || len(certs) >= maxCertificates {
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
		s.old("khoá RSA ngắn hơn 2048 bit")
	}
	return nil
}

// readKeyValue reads an RSA or elliptic curve key. A kind that is not known is
// no key; ok is false where a known one is broken.
func readKeyValue(n *node) (key interface{ Equal(crypto.PublicKey) bool }, ok bool) {
	if value := n.only("RSAKeyValue"); value != nil {
		modulus, exponent := value.only("Modulus"), value.only("Exponent")
		if modulus == nil || exponent == nil {
			return nil, false
		}
		m, errM := decodeBase64(modulus.text)
		e, errE := decodeBase64(exponent.text)
		if errM != nil || errE != nil || len(e) > 4 {
			return nil, false
		}
		return &rsa.PublicKey{N: new(big.Int).SetBytes(m), E: int(new(big.Int).SetBytes(e).Int64())}, true
	}
	for _, value := range n.children {
		if value.space != nsDsig11 || value.local != "ECKeyValue" {
			continue
		}
		var curve elliptic.Curve
		var point []byte
		for _, c := range value.children {
			switch c.local {
			case "NamedCurve":
				uri, _ := c.attr("URI")
				curve = curves[uri]
			case "PublicKey":
				point, _ = decodeBase64(c.text)
			}
		}
		if curve == nil {
			return nil, false
		}
		public, err := ecdsa.ParseUncompressedPublicKey(curve, point)
		return public, err == nil
	}
	return nil, true
}

// curves are the names of NamedCurve.
var curves = map[string]elliptic.Curve{
	"urn:oid:1.2.840.10045.3.1.7": elliptic.P256(),
	"urn:oid:1.3.132.0.34":        elliptic.P384(),
	"urn:oid:1.3.132.0.35":        elliptic.P521(),
}

// curveURI is the name of a curve that is in the table.
func curveURI(curve elliptic.Curve) string {
	for uri, known := range curves {
		if known == curve {
			return uri
		}
	}
	return ""
}
