package xmlsig

import (
	"bytes"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/xml"
	"math/big"
	"time"

	"ankhai/signing"
)

// Profile is how a Signature is written. Gateways differ in it, so it is data.
type Profile struct {
	Name         string
	SignatureID  string // Id of the Signature
	PropertiesID string // Id of the SignatureProperties
}

// BHXH is the profile of BHXH dossiers, the first variant seen in files that
// other verifiers accept: SignatureProperties in no namespace inside an Object of
// XML Signature.
var BHXH = Profile{Name: "BHXH", SignatureID: "sigid", PropertiesID: "proid"}

// template writes the Signature with placeholders of the final length for
// DigestValue and SignatureValue, without white space.
func (p Profile) template(cert *x509.Certificate, at time.Time) []byte {
	public := cert.PublicKey.(*rsa.PublicKey)
	digest := base64.StdEncoding.EncodeToString(make([]byte, sha256.Size))
	value := base64.StdEncoding.EncodeToString(make([]byte, public.Size()))
	var b bytes.Buffer
	write := func(parts ...string) {
		for _, s := range parts {
			b.WriteString(s)
		}
	}
	write(`<Signature Id="`, p.SignatureID, `" xmlns="`, nsDsig, `"><SignedInfo>`,
		`<CanonicalizationMethod Algorithm="`, algC14N, `"/>`,
		`<SignatureMethod Algorithm="`, algRSASHA256, `"/>`,
		`<Reference URI=""><Transforms><Transform Algorithm="`, algEnveloped, `"/></Transforms>`,
		`<DigestMethod Algorithm="`, algSHA256, `"/><DigestValue>`, digest, `</DigestValue></Reference></SignedInfo>`,
		`<SignatureValue>`, value, `</SignatureValue>`,
		`<KeyInfo><KeyValue><RSAKeyValue><Modulus>`, base64.StdEncoding.EncodeToString(public.N.Bytes()),
		`</Modulus><Exponent>`, base64.StdEncoding.EncodeToString(big.NewInt(int64(public.E)).Bytes()),
		`</Exponent></RSAKeyValue></KeyValue><X509Data><X509SubjectName>`)
	_ = xml.EscapeText(&b, []byte(signing.DN(cert.RawSubject))) // a Buffer takes everything
	write(`</X509SubjectName><X509Certificate>`, base64.StdEncoding.EncodeToString(cert.Raw),
		`</X509Certificate></X509Data></KeyInfo>`,
		`<Object><SignatureProperties Id="`, p.PropertiesID, `" xmlns=""><SignatureProperty Target="#`, p.SignatureID,
		`"><SigningTime xmlns="http://example.org/#signatureProperties">`, at.UTC().Format("2006-01-02T15:04:05Z"),
		`</SigningTime></SignatureProperty></SignatureProperties></Object></Signature>`)
	return b.Bytes()
}
