package xmlsig

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/xml"
	"math/big"
	"strings"
	"time"

	"ankhai/signing"
)

// prefixXAdES is the prefix of the names of XAdES that we write.
const prefixXAdES = "xades"

const algSHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"

// order is one signature to be written.
type order struct {
	profile   Profile
	cert      *x509.Certificate
	chain     []*x509.Certificate
	at        time.Time
	uri       string // of the Reference
	kind      string // Type of the Reference
	enveloped bool   // the signature lies inside what it signs
}

// ids are the Ids that the template claims.
func (p Profile) ids() []string {
	ids := []string{p.SignatureID}
	if p.PropertiesID != "" {
		ids = append(ids, p.PropertiesID)
	}
	if p.XAdES != NoXAdES {
		ids = append(ids, p.SignatureID+"-ref", p.SignatureID+"-value", p.SignatureID+"-signed")
	}
	return ids
}

// writer writes elements, without white space.
type writer struct {
	bytes.Buffer
	prefix string // of XML Signature, with its colon
}

// ds writes an element of XML Signature with a text; attributes are "Name", value.
func (w *writer) ds(local, text string, attributes ...string) {
	w.element(w.prefix+local, text, attributes...)
}

func (w *writer) element(name, text string, attributes ...string) {
	w.open(name, attributes...)
	if text == "" {
		w.Truncate(w.Len() - 1)
		w.WriteString("/>")
		return
	}
	w.escape(text)
	w.close(name)
}

func (w *writer) open(name string, attributes ...string) {
	w.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		w.WriteString(" " + attributes[i] + `="`)
		w.escape(attributes[i+1])
		w.WriteString(`"`)
	}
	w.WriteString(">")
}

func (w *writer) close(name string) { w.WriteString("</" + name + ">") }

func (w *writer) escape(text string) { _ = xml.EscapeText(w, []byte(text)) } // a Buffer takes everything

// placeholder is the base64 of n zero bytes.
func placeholder(n int) string { return base64.StdEncoding.EncodeToString(make([]byte, n)) }

// template writes the Signature with placeholders of the final length for the
// DigestValues and SignatureValue.
func (o order) template() []byte {
	p, w := o.profile, &writer{}
	namespace, ids := "xmlns", []string(nil)
	if p.Prefix != "" {
		w.prefix, namespace = p.Prefix+":", "xmlns:"+p.Prefix
	}
	if p.XAdES != NoXAdES {
		ids = []string{"Id", p.SignatureID + "-value"}
	}
	w.open(w.prefix+"Signature", "Id", p.SignatureID, namespace, nsDsig)
	o.signedInfo(w)
	w.ds("SignatureValue", placeholder(valueSize(o.cert)), ids...)
	o.keyInfo(w)
	if p.XAdES != NoXAdES {
		o.qualifyingProperties(w)
	}
	if p.PropertiesID != "" {
		w.open(w.prefix + "Object")
		w.open("SignatureProperties", "Id", p.PropertiesID, "xmlns", "")
		w.open("SignatureProperty", "Target", "#"+p.SignatureID)
		w.element("SigningTime", o.time(), "xmlns", "http://example.org/#signatureProperties")
		w.close("SignatureProperty")
		w.close("SignatureProperties")
		w.close(w.prefix + "Object")
	}
	w.close(w.prefix + "Signature")
	return w.Bytes()
}

func (o order) time() string { return o.at.UTC().Format("2006-01-02T15:04:05Z") }

func (o order) signedInfo(w *writer) {
	p := o.profile
	w.open(w.prefix + "SignedInfo")
	w.ds("CanonicalizationMethod", "", "Algorithm", p.C14N.uri())
	w.ds("SignatureMethod", "", "Algorithm", methodFor(o.cert).uri())
	var attributes, transforms []string
	if p.XAdES != NoXAdES {
		attributes = append(attributes, "Id", p.SignatureID+"-ref")
	}
	if o.kind != "" {
		attributes = append(attributes, "Type", o.kind)
	}
	if o.enveloped {
		transforms = append(transforms, algEnveloped)
	}
	if !p.Implicit {
		transforms = append(transforms, p.C14N.uri())
	}
	o.reference(w, transforms, append(attributes, "URI", o.uri)...)
	if p.XAdES != NoXAdES {
		o.reference(w, []string{p.C14N.uri()}, "Type", typeSignedProperties, "URI", "#"+p.SignatureID+"-signed")
	}
	w.close(w.prefix + "SignedInfo")
}

func (o order) reference(w *writer, transforms []string, attributes ...string) {
	w.open(w.prefix+"Reference", attributes...)
	if len(transforms) > 0 {
		w.open(w.prefix + "Transforms")
		for _, t := range transforms {
			w.ds("Transform", "", "Algorithm", t)
		}
		w.close(w.prefix + "Transforms")
	}
	w.ds("DigestMethod", "", "Algorithm", algSHA256)
	w.ds("DigestValue", placeholder(sha256.Size))
	w.close(w.prefix + "Reference")
}

func (o order) keyInfo(w *writer) {
	encode := base64.StdEncoding.EncodeToString
	w.open(w.prefix + "KeyInfo")
	if o.profile.KeyValue {
		w.open(w.prefix + "KeyValue")
		switch public := o.cert.PublicKey.(type) {
		case *rsa.PublicKey:
			w.open(w.prefix + "RSAKeyValue")
			w.ds("Modulus", encode(public.N.Bytes()))
			w.ds("Exponent", encode(big.NewInt(int64(public.E)).Bytes()))
			w.close(w.prefix + "RSAKeyValue")
		case *ecdsa.PublicKey:
			point, _ := public.Bytes() // fails only for curves that Prepare has refused
			w.open("ECKeyValue", "xmlns", nsDsig11)
			w.element("NamedCurve", "", "URI", curveURI(public.Curve))
			w.element("PublicKey", encode(point))
			w.close("ECKeyValue")
		}
		w.close(w.prefix + "KeyValue")
	}
	w.open(w.prefix + "X509Data")
	if o.profile.SubjectName {
		w.ds("X509SubjectName", signing.DN(o.cert.RawSubject))
	}
	w.ds("X509Certificate", encode(o.cert.Raw))
	for _, above := range o.chain {
		if o.profile.Chain && !bytes.Equal(above.RawSubject, above.RawIssuer) {
			w.ds("X509Certificate", encode(above.Raw))
		}
	}
	w.close(w.prefix + "X509Data")
	w.close(w.prefix + "KeyInfo")
}

// qualifyingProperties writes what XAdES asks for. For level T an empty
// UnsignedProperties keeps the place of the time stamp, which can only be had
// when the signature is there.
func (o order) qualifyingProperties(w *writer) {
	p := o.profile
	name := func(local string) string { return prefixXAdES + ":" + local }
	w.open(w.prefix + "Object")
	w.open(name("QualifyingProperties"), "xmlns:"+prefixXAdES, nsXAdES, "Target", "#"+p.SignatureID)
	w.open(name("SignedProperties"), "Id", p.SignatureID+"-signed")
	w.open(name("SignedSignatureProperties"))
	w.element(name("SigningTime"), o.time())
	w.open(name("SigningCertificateV2"))
	w.open(name("Cert"))
	w.open(name("CertDigest"))
	w.ds("DigestMethod", "", "Algorithm", algSHA256)
	sum := sha256.Sum256(o.cert.Raw)
	w.ds("DigestValue", base64.StdEncoding.EncodeToString(sum[:]))
	w.close(name("CertDigest"))
	w.close(name("Cert"))
	w.close(name("SigningCertificateV2"))
	w.close(name("SignedSignatureProperties"))
	w.open(name("SignedDataObjectProperties"))
	w.open(name("DataObjectFormat"), "ObjectReference", "#"+p.SignatureID+"-ref")
	w.element(name("MimeType"), "text/xml")
	w.close(name("DataObjectFormat"))
	w.close(name("SignedDataObjectProperties"))
	w.close(name("SignedProperties"))
	if p.XAdES == T {
		w.open(name("UnsignedProperties"))
		w.close(name("UnsignedProperties"))
	}
	w.close(name("QualifyingProperties"))
	w.close(w.prefix + "Object")
}

// stampElement is what takes the place of the empty UnsignedProperties.
func stampElement(unsigned, prefix string, m method, token []byte) []byte {
	w := &writer{prefix: prefix}
	xades := strings.TrimSuffix(unsigned, "UnsignedProperties")
	w.open(unsigned)
	w.open(xades + "UnsignedSignatureProperties")
	w.open(xades + "SignatureTimeStamp")
	w.ds("CanonicalizationMethod", "", "Algorithm", m.kind.uri())
	w.element(xades+"EncapsulatedTimeStamp", base64.StdEncoding.EncodeToString(token))
	w.close(xades + "SignatureTimeStamp")
	w.close(xades + "UnsignedSignatureProperties")
	w.close(unsigned)
	return w.Bytes()
}

// methodFor is the signature method that goes with a certificate's key.
func methodFor(cert *x509.Certificate) signatureMethod {
	public, ok := cert.PublicKey.(*ecdsa.PublicKey)
	if !ok {
		return signatureMethods["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"]
	}
	if public.Curve.Params().BitSize > 256 {
		return signatureMethods["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"]
	}
	return signatureMethods["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"]
}
