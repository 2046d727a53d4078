package xmlsig

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
)

// typeSignedProperties and typeCountersigned are the Types by which a Reference
// says what it is for (ETSI EN 319 132-1).
const (
	typeSignedProperties = "http://uri.etsi.org/01903#SignedProperties"
	typeCountersigned    = "http://uri.etsi.org/01903#CountersignedSignature"
)

// oldSignedProperties is how some older writers spell the Type.
const oldSignedProperties = nsXAdES + "SignedProperties"

func isSignedProperties(kind string) bool {
	return kind == typeSignedProperties || kind == oldSignedProperties
}

const sayProperties = "Phần thuộc tính XAdES của chữ ký viết sai hoặc không được chữ ký bảo vệ. Lấy lại tệp gốc hoặc ký lại."

// qualifying are the QualifyingProperties of a signature: what the signer states
// about the signature, and what has been added to it since.
type qualifying struct {
	whole    *node // QualifyingProperties
	signed   *node // SignedProperties
	signedID string
	time     *node // SigningTime, nil where there is none
	stamps   []timeStamp
	unsigned *node // UnsignedProperties, nil where there are none
}

// timeStamp is a SignatureTimeStamp: a token over the canonical SignatureValue.
type timeStamp struct {
	c14n  method
	token []byte
	at    int
}

// readQualifying finds the qualifying properties and checks that they belong to
// this signature, are covered by it, and name its certificate.
func (s *structure) readQualifying() error {
	var found *node
	for _, object := range s.objects {
		for _, c := range object.children {
			if c.local != "QualifyingProperties" {
				continue
			}
			if c.space != nsXAdES {
				s.old("thuộc tính XAdES phiên bản cũ, không được xét")
				continue
			}
			if found != nil {
				return refuse(c.start, sayProperties)
			}
			found = c
		}
	}
	signedBy := -1
	for i, ref := range s.references {
		if isSignedProperties(ref.kind) {
			if ref.kind == oldSignedProperties {
				s.old("XAdES ghi Type của thuộc tính được ký theo cách cũ")
			}
			if signedBy >= 0 || found == nil {
				return refuse(ref.digest.start, sayProperties)
			}
			signedBy = i
		}
	}
	if found == nil {
		return nil
	}
	id, _ := s.element.attr("Id")
	target, _ := found.attr("Target")
	q := &qualifying{whole: found, signed: found.single(nsXAdES, "SignedProperties"), unsigned: found.single(nsXAdES, "UnsignedProperties")}
	if id == "" || target != "#"+id || q.signed == nil || signedBy < 0 {
		return refuse(found.start, sayProperties)
	}
	q.signedID, _ = q.signed.attr("Id")
	if q.signedID == "" || s.references[signedBy].uri != "#"+q.signedID {
		return refuse(found.start, sayProperties)
	}
	if about := q.signed.single(nsXAdES, "SignedSignatureProperties"); about != nil {
		q.time = about.single(nsXAdES, "SigningTime")
		if err := s.checkNamedCertificate(about); err != nil {
			return err
		}
	}
	if err := s.checkFormats(q.signed); err != nil {
		return err
	}
	s.qualifying = q
	return q.readStamps()
}

// checkNamedCertificate holds SigningCertificateV2 (or its older form) against
// the certificate of KeyInfo, which nothing else protects from being exchanged.
func (s *structure) checkNamedCertificate(about *node) error {
	named := about.single(nsXAdES, "SigningCertificateV2")
	if named == nil {
		if named = about.single(nsXAdES, "SigningCertificate"); named != nil {
			s.old("XAdES ghi chứng thư theo SigningCertificate cũ")
		}
	}
	if named == nil {
		s.old("XAdES không ghi chứng thư người ký (SigningCertificateV2)")
		return nil
	}
	for _, cert := range named.children {
		if !cert.xades("Cert") {
			return refuse(cert.start, sayProperties)
		}
		same, err := s.isCertificate(cert)
		if same || err != nil {
			return err
		}
	}
	return refuse(named.start, "Chứng thư số đi kèm không phải chứng thư mà người ký đã ghi trong phần được ký: chứng thư đã bị tráo. Lấy lại tệp gốc.")
}

// isCertificate tells whether a Cert describes the signer's certificate.
func (s *structure) isCertificate(n *node) (bool, error) {
	digest := n.single(nsXAdES, "CertDigest")
	if digest == nil {
		return false, refuse(n.start, sayProperties)
	}
	named, value := digest.only("DigestMethod"), digest.only("DigestValue")
	if named == nil || value == nil {
		return false, refuse(n.start, sayProperties)
	}
	algorithm, _ := named.attr("Algorithm")
	hash, ok := digests[algorithm]
	want, err := decodeBase64(value.text)
	if !ok || err != nil {
		return false, refuse(n.start, sayProperties)
	}
	if hash == crypto.SHA1 {
		s.old("tóm lược SHA-1")
	}
	h := hash.New()
	h.Write(s.cert.Raw)
	if !bytes.Equal(h.Sum(nil), want) {
		return false, nil
	}
	if serial := n.single(nsXAdES, "IssuerSerialV2"); serial != nil && !isIssuerSerial(serial.text, s.cert) {
		return false, refuse(n.start, sayProperties)
	}
	if old := n.single(nsXAdES, "IssuerSerial"); old != nil {
		number := old.only("X509SerialNumber")
		got, ok := new(big.Int), false
		if number != nil {
			got, ok = got.SetString(string(bytes.TrimSpace(number.text)), 10)
		}
		if !ok || got.Cmp(s.cert.SerialNumber) != 0 {
			return false, refuse(n.start, sayProperties)
		}
	}
	return true, nil
}

// isIssuerSerial compares the base64 of a DER IssuerSerial (RFC 5035) with the
// issuer and number of the certificate.
func isIssuerSerial(text []byte, cert *x509.Certificate) bool {
	der, err := decodeBase64(text)
	if err != nil {
		return false
	}
	var got struct {
		Issuer []asn1.RawValue
		Serial *big.Int
	}
	if rest, err := asn1.Unmarshal(der, &got); err != nil || len(rest) > 0 || len(got.Issuer) != 1 || got.Serial == nil || got.Serial.Cmp(cert.SerialNumber) != 0 {
		return false
	}
	var issuer, own pkix.RDNSequence // directoryName is explicitly tagged
	if _, err := asn1.Unmarshal(got.Issuer[0].Bytes, &issuer); err != nil {
		return false
	}
	if _, err := asn1.Unmarshal(cert.RawIssuer, &own); err != nil {
		return false
	}
	return issuer.String() == own.String()
}

// checkFormats refuses a DataObjectFormat that speaks of something the signature
// does not refer to.
func (s *structure) checkFormats(signed *node) error {
	about := signed.single(nsXAdES, "SignedDataObjectProperties")
	if about == nil {
		return nil
	}
	for _, c := range about.children {
		if !c.xades("DataObjectFormat") {
			continue
		}
		target, _ := c.attr("ObjectReference")
		found := false
		for _, ref := range s.references {
			found = found || ref.id != "" && target == "#"+ref.id
		}
		if !found {
			return refuse(c.start, sayProperties)
		}
	}
	return nil
}

// readStamps reads the time stamps among the unsigned properties.
func (q *qualifying) readStamps() error {
	if q.unsigned == nil {
		return nil
	}
	about := q.unsigned.single(nsXAdES, "UnsignedSignatureProperties")
	if about == nil {
		return nil
	}
	for _, c := range about.children {
		if !c.xades("SignatureTimeStamp") {
			continue
		}
		stamp := timeStamp{at: c.start}
		if named := c.only("CanonicalizationMethod"); named != nil {
			m, ok := readCanonicalization(named)
			if !ok {
				return refuse(c.start, sayStamp)
			}
			stamp.c14n = m
		}
		token := c.single(nsXAdES, "EncapsulatedTimeStamp")
		if token == nil || len(q.stamps) >= maxReferences {
			return refuse(c.start, sayStamp)
		}
		var err error
		if stamp.token, err = decodeBase64(token.text); err != nil || len(stamp.token) == 0 {
			return refuse(c.start, sayStamp)
		}
		q.stamps = append(q.stamps, stamp)
	}
	return nil
}
