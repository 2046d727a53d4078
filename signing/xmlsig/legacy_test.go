package xmlsig

import (
	"bytes"

	"crypto/rand"
	"encoding/base64"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"ankhai/signing"
)

// referTo and fill make signatures of the kinds others write.
func referTo(uri, digest string, transforms ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<Reference URI="%s">`, uri)
	if len(transforms) > 0 {
		b.WriteString(`<Transforms>`)
		for _, t := range transforms {
			fmt.Fprintf(&b, `<Transform Algorithm="%s"/>`, t)
		}
		b.WriteString(`</Transforms>`)
	}
	size := map[string]int{algSHA1: 20, algSHA256: 32}[digest]
	fmt.Fprintf(&b, `<DigestMethod Algorithm="%s"/><DigestValue>%s</DigestValue></Reference>`, digest, base64.StdEncoding.EncodeToString(make([]byte, size)))
	return b.String()
}

func signatureOf(t *testing.T, c14n, algorithm, references, object string) string {
	return fmt.Sprintf(`<Signature xmlns="%s" Id="sig-1"><SignedInfo><CanonicalizationMethod Algorithm="%s"/><SignatureMethod Algorithm="%s"/>%s</SignedInfo><SignatureValue>%s</SignatureValue><KeyInfo><X509Data><X509Certificate>%s</X509Certificate></X509Data></KeyInfo>%s</Signature>`,
		nsDsig, c14n, algorithm, references, base64.StdEncoding.EncodeToString(make([]byte, 256)),
		base64.StdEncoding.EncodeToString(setUp(t).key.Certificate().Raw), object)
}

func fill(t *testing.T, text string) []byte {
	t.Helper()
	doc := []byte(text)
	d, err := scan(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range d.signatures {
		element, err := parseSignature(doc, p)
		if err != nil {
			t.Fatal(err)
		}
		s, err := takeApart(element)
		if s == nil || s.cert == nil { // qualifying properties may be wrong on purpose
			t.Fatal(err)
		}
		for _, ref := range s.references {
			target, _, err := d.resolve(p, s, ref)
			if err != nil {
				t.Fatal(err)
			}
			digest, err := d.digest(target, ref.c14n, ref.hash)
			if err != nil {
				t.Fatal(err)
			}
			base64.StdEncoding.Encode(doc[ref.digest.textAt.start:], digest)
		}
		digest, err := d.signedInfoDigest(p, s)
		if err != nil {
			t.Fatal(err)
		}
		value, err := setUp(t).key.Sign(rand.Reader, digest, s.method.hash)
		if err != nil {
			t.Fatal(err)
		}
		base64.StdEncoding.Encode(doc[s.value.textAt.start:], value)
	}
	return doc
}

func TestOtherWaysOfSigning(t *testing.T) {
	stamp := `<Object Id="Timestamp"><SignatureProperties><SignatureProperty Target="#sig-1"><SigningTime>2026-11-22T09:15:30</SigningTime></SignatureProperty></SignatureProperties></Object>`
	for _, c := range []struct {
		name, doc string
		policy    Policy
		covers    string
		legacy    int
		timed     bool
	}{
		{"tax software of 2025: SHA-1, WithComments, by Id, time signed",
			`<HSo xmlns:xsi="urn:xsi" Id="g1"><!-- c --><A xml:lang="vi">x</A>` + signatureOf(t, algC14NComments, algRSASHA1, referTo("#g1", algSHA1, algEnveloped)+referTo("#Timestamp", algSHA1), stamp) + `</HSo>`,
			Policy{}, signing.CoversWhole, 6, true},
		{"second reference to the signing time",
			`<Hoso><A/><CKy_Dvi>` + signatureOf(t, algC14N, algRSASHA256, referTo("", algSHA256, algEnveloped)+referTo("#Timestamp", algSHA256), stamp) + `</CKy_Dvi></Hoso>`,
			Policy{}, signing.CoversWhole, 1, true},
		{"explicit canonicalisation",
			`<Hoso><A/><CKy_Dvi>` + signatureOf(t, algC14N, algRSASHA256, referTo("", algSHA256, algEnveloped, algC14N), "") + `</CKy_Dvi></Hoso>`,
			Policy{}, signing.CoversWhole, 0, false},
		{"one element by Id, where the caller allows it",
			`<Hoso xmlns:q="urn:q"><A Id="a1" q:b="1">x</A><CKy_Dvi>` + signatureOf(t, algC14N, algRSASHA256, referTo("#a1", algSHA256, algC14N), "") + `</CKy_Dvi></Hoso>`,
			Policy{AllowPart: true}, signing.CoversPart, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := fill(t, c.doc)
			report, err := Verify(doc, c.policy)
			if err != nil || len(report.Signatures) != 1 || !report.Signatures[0].Valid {
				t.Fatalf("%q, %v", report.Say(), err)
			}
			got := report.Signatures[0]
			if got.Covers != c.covers || len(got.Legacy) != c.legacy || got.TimeSigned != c.timed || c.timed && !got.Time.Equal(signedAt) {
				t.Errorf("covers %s, legacy %q, time %v signed %v", got.Covers, got.Legacy, got.Time, got.TimeSigned)
			}
			if c.covers == signing.CoversPart {
				if covered := string(doc[got.Start:got.End]); covered != `<A Id="a1" q:b="1">x</A>` {
					t.Errorf("covers %q", covered)
				}
				if report, _ := Verify(doc, Policy{}); report.Valid() || !strings.Contains(report.Say(), "một phần") {
					t.Errorf("accepted by default: %q", report.Say())
				}
			}
			// The same bytes in somebody else's verifier.
			path := file(t, "x.xml", doc)
			args := []string{"--verify", "--enabled-key-data", "x509", "--insecure", "--id-attr:Id", "HSo", "--id-attr:Id", "A", "--id-attr:Id", nsDsig + ":Object", path}
			if out, err := exec.Command(tool(t, "xmlsec1"), args...).CombinedOutput(); err != nil {
				t.Errorf("xmlsec1: %v\n%s", err, out)
			}
		})
	}
}

// A signature by Id speaks for one element; the tricks below put another one in
// its place.
func TestWrappingIsRefused(t *testing.T) {
	signed := string(fill(t, `<Hoso Id="h1"><A>x</A><CKy_Dvi>`+signatureOf(t, algC14N, algRSASHA256, referTo("#h1", algSHA256, algEnveloped), "")+`</CKy_Dvi></Hoso>`))
	if report, err := Verify([]byte(signed), Policy{}); err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	from, to := strings.Index(signed, "<Signature"), strings.Index(signed, "</Signature>")+len("</Signature>")
	signature, bare := signed[from:to], signed[:from]+signed[to:]
	inObject := strings.Replace(signature, "</Signature>", `<Object><w xmlns="">`+bare+`</w></Object></Signature>`, 1)
	for name, doc := range map[string]string{
		"original in a wrapper":         `<Hoso Id="h2"><A>fake</A>` + signed + `</Hoso>`,
		"original in a wrapper, place":  `<Hoso><A>fake</A><W>` + bare + `</W><CKy_Dvi>` + signature + `</CKy_Dvi></Hoso>`,
		"original in an Object":         `<Hoso><A>fake</A><CKy_Dvi>` + inObject + `</CKy_Dvi></Hoso>`,
		"fake with the same Id":         `<Hoso Id="h1"><A>fake</A><W>` + bare + `</W><CKy_Dvi>` + signature + `</CKy_Dvi></Hoso>`,
		"fake with the same Id, spelt":  `<Hoso ID="h1"><A>fake</A><W>` + bare + `</W><CKy_Dvi>` + signature + `</CKy_Dvi></Hoso>`,
		"signature in an Object inside": `<Hoso><A>fake</A><CKy_Dvi>` + `<Signature xmlns="` + nsDsig + `"><Object>` + signature + `</Object></Signature></CKy_Dvi></Hoso>`,
	} {
		for _, policy := range []Policy{{}, {Several: true}, {Several: true, AnyPlace: true}} {
			if report, err := Verify([]byte(doc), policy); err != nil || report.Valid() {
				t.Errorf("%s, %+v: accepted, %v", name, policy, err)
			}
		}
	}
}

func TestSameDocumentSameDigestWhicheverWayItIsWritten(t *testing.T) {
	// Quotes, empty elements and references are no part of the canonical form.
	doc := sign(t, declaration(1))
	other := bytes.Replace(doc, []byte("<MucHuong />"), []byte("<MucHuong></MucHuong>"), 1)
	other = bytes.Replace(other, []byte("<PA>TM</PA>"), []byte("<PA>&#84;<![CDATA[M]]></PA>"), 1)
	if bytes.Equal(doc, other) {
		t.Fatal("nothing replaced")
	}
	if report, err := Verify(other, Policy{}); err != nil || !report.Valid() {
		t.Errorf("%q, %v", report.Say(), err)
	}

}
