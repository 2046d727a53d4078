package xmlsig

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/base64"
	"fmt"
	"math/big"
	"strings"
	"testing"
)

// The certificate may be named in the forms that XAdES has had, alone or first of
// its chain; what is named must be the one that came with the signature.
func TestSigningCertificateForms(t *testing.T) {
	cert, above := setUp(t).key.Certificate(), setUp(t).ca.Issuing()
	signed, _, _ := signedByID(t, Profile{Name: "thử", XAdES: BES, SignatureID: "s"})
	from := strings.Index(signed, "<xades:SigningCertificateV2>")
	to := strings.Index(signed, "</xades:SigningCertificateV2>") + len("</xades:SigningCertificateV2>")
	encode := base64.StdEncoding.EncodeToString
	sum := sha256.Sum256(cert.Raw)
	digest := func(algorithm string, sum []byte) string {
		return fmt.Sprintf(`<xades:CertDigest><DigestMethod Algorithm="%s"/><DigestValue>%s</DigestValue></xades:CertDigest>`, algorithm, encode(sum))
	}
	own := digest(algSHA256, sum[:])
	sumAbove := sha256.Sum256(above.Raw)
	upper := "<xades:Cert>" + digest(algSHA256, sumAbove[:]) + "</xades:Cert>"
	short := sha1.Sum(cert.Raw)
	issuerSerial := func(issuer []byte, serial *big.Int) string {
		der, err := asn1.Marshal(struct {
			Issuer []asn1.RawValue
			Serial *big.Int
		}{[]asn1.RawValue{{Class: asn1.ClassContextSpecific, Tag: 4, IsCompound: true, Bytes: issuer}}, serial})
		if err != nil {
			t.Fatal(err)
		}
		return "<xades:IssuerSerialV2>" + encode(der) + "</xades:IssuerSerialV2>"
	}
	other := new(big.Int).Add(cert.SerialNumber, big.NewInt(1))
	v1 := func(number string) string {
		return "<xades:IssuerSerial><X509IssuerName>CN=X</X509IssuerName><X509SerialNumber>" + number + "</X509SerialNumber></xades:IssuerSerial>"
	}
	v2 := func(certs string) string {
		return "<xades:SigningCertificateV2>" + certs + "</xades:SigningCertificateV2>"
	}
	old := func(certs string) string {
		return "<xades:SigningCertificate>" + certs + "</xades:SigningCertificate>"
	}
	one := func(parts string) string { return "<xades:Cert>" + parts + "</xades:Cert>" }
	for _, c := range []struct {
		name, named string
		legacy      int
		say         string // "" where it is valid
	}{
		{"digest alone", v2(one(own)), 0, ""},
		{"with issuer and number", v2(one(own + issuerSerial(cert.RawIssuer, cert.SerialNumber))), 0, ""},
		{"with its chain", v2(one(own) + upper), 0, ""},
		{"after its chain", v2(upper + one(own)), 0, ""},
		{"another number", v2(one(own + issuerSerial(cert.RawIssuer, other))), 0, "XAdES"},
		{"another issuer", v2(one(own + issuerSerial(cert.RawSubject, cert.SerialNumber))), 0, "XAdES"},
		{"issuer is garbage", v2(one(own + "<xades:IssuerSerialV2>AAAA</xades:IssuerSerialV2>")), 0, "XAdES"},
		{"issuer is no base64", v2(one(own + "<xades:IssuerSerialV2>*</xades:IssuerSerialV2>")), 0, "XAdES"},
		{"the chain alone", v2(upper), 0, "đã bị tráo"},
		{"nothing in it", v2(""), 0, "đã bị tráo"},
		{"something else in it", v2("<xades:Khac/>"), 0, "XAdES"},
		{"unknown hash", v2(one(digest("urn:md5", sum[:]))), 0, "XAdES"},
		{"older form", old(one(own + v1(cert.SerialNumber.String()))), 1, ""},
		{"older form with SHA-1", old(one(digest(algSHA1, short[:]) + v1(cert.SerialNumber.String()))), 2, ""},
		{"older form, another number", old(one(own + v1(other.String()))), 0, "XAdES"},
		{"older form, no number", old(one(own + v1("x"))), 0, "XAdES"},
		{"not named", "", 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify(fill(t, signed[:from]+c.named+signed[to:]), hostilePolicy)
			if err != nil || report.Valid() != (c.say == "") || !strings.Contains(report.Say(), c.say) {
				t.Fatalf("valid %v, %q, %v", report.Valid(), report.Say(), err)
			}
			if got := report.Signatures[0].Legacy; c.say == "" && len(got) != c.legacy {
				t.Errorf("legacy %q", got)
			}
		})
	}
}
