package pdfsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/sha256"
	"encoding/asn1"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/timestamp"
	"ankhai/signing/timestamp/tstest"
)

// certifying are the entries of a certification signature.
func certifying(level string) foreign {
	return foreign{
		dict:    "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P " + level + " >> >>]",
		catalog: "/Perms << /DocMDP %[1]d 0 R >>",
	}
}

// What Adobe-style and PAdES programs write is accepted.
func TestSignaturesOfOthersAreAccepted(t *testing.T) {
	f := setUp(t)
	elliptic, err := f.ca.Issue(signtest.Subject{Name: "A", TaxCode: taxCode}, signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0), signtest.WithECDSA())
	if err != nil {
		t.Fatal(err)
	}
	roots, more, err := signing.Trust(f.ca.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		how    foreign
		legacy string
	}{
		{"Adobe style", foreign{}, "không buộc"},
		{"PAdES", foreign{subFilter: filterCAdES, cms: []string{"-cades"}}, ""},
		{"SHA-384", foreign{cms: []string{"-cades", "-md", "sha384"}}, ""},
		{"SHA-512", foreign{cms: []string{"-cades", "-md", "sha512"}}, ""},
		{"SHA-1", foreign{cms: []string{"-md", "sha1"}}, "SHA-1"},
		{"RSA-PSS", foreign{cms: []string{"-cades", "-keyopt", "rsa_padding_mode:pss"}}, ""},
		{"RSA-PSS, salt of 20", foreign{cms: []string{"-cades", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:20"}}, ""},
		{"ECDSA", foreign{key: elliptic, cms: []string{"-cades"}}, ""},
		{"BER without lengths", foreign{message: func(t testing.TB, covered []byte) []byte {
			return loose(t, foreign{cms: []string{"-cades"}}.openssl(t, covered), 3)
		}}, ""},
		{"no signed attributes", foreign{cms: []string{"-noattr"}}, "thuộc tính"},
		{"certified", certifying("2"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify(c.how.sign(t, document("x")), Policy{signing.CertificatePolicy{Roots: roots, Intermediates: more, At: signedAt}})
			if err != nil || !report.Valid() || len(report.Signatures) != 1 || !report.Signatures[0].ChainOK {
				t.Fatalf("%q, %v, %+v", report.Say(), err, report.Signatures)
			}
			if said := strings.Join(report.Signatures[0].Legacy, "; "); !strings.Contains(said, c.legacy) || c.legacy == "" && strings.Contains(said, "SHA-1") {
				t.Errorf("legacy: %q", said)
			}
			if report.Signatures[0].Time.IsZero() || !report.Signatures[0].TimeSigned {
				t.Errorf("time: %+v", report.Signatures[0])
			}
		})
	}
}

// loose rewrites the outer elements without lengths, as Java programs do.
func loose(t testing.TB, der []byte, levels int) []byte {
	var v asn1.RawValue
	rest, err := asn1.Unmarshal(der, &v)
	if err != nil {
		t.Fatal(err)
	}
	if levels == 0 || !v.IsCompound {
		return der
	}
	body := v.Bytes
	if levels > 1 { // the last child goes deeper
		at := 0
		for next := body; len(next) > 0; {
			var child asn1.RawValue
			if next, err = asn1.Unmarshal(next, &child); err != nil {
				t.Fatal(err)
			}
			at = len(body) - len(next) - len(child.FullBytes)
		}
		body = append(bytes.Clone(body[:at]), loose(t, body[at:], levels-1)...)
	}
	return append(append([]byte{der[0], 0x80}, body...), append([]byte{0, 0}, rest...)...)
}

// Our signature after somebody else's, and theirs after ours.
func TestSignaturesMix(t *testing.T) {
	theirs := foreign{subFilter: filterCAdES, cms: []string{"-cades"}}.sign(t, document("x"))
	twice := signPDF(t, theirs, nil)
	report, err := Verify(twice, Policy{})
	if err != nil || !report.Valid() || len(report.Signatures) != 2 {
		t.Fatalf("%q, %v, %+v", report.Say(), err, report.Signatures)
	}
}

// A document's time stamp is an authority's, and no signature of anybody.
func TestTimeStampOfTheDocument(t *testing.T) {
	tsa := tstest.Start(t, setUp(t).ca)
	client := timestamp.Client{URL: tsa.URL}
	stamping := foreign{subFilter: filterTimeStamp, message: func(t testing.TB, covered []byte) []byte {
		digest := sha256.Sum256(covered)
		token, err := client.Stamp(context.Background(), crypto.SHA256, digest[:])
		if err != nil {
			t.Fatal(err)
		}
		return token.Raw
	}}
	alone, err := Verify(stamping.sign(t, document("x")), Policy{})
	if err != nil || alone.Valid() || !strings.Contains(alone.Say(), "chỉ có dấu thời gian") {
		t.Errorf("alone: %q, %v", alone.Say(), err)
	}
	signed := foreign{subFilter: filterCAdES, cms: []string{"-cades"}}.sign(t, document("x"))
	both, err := Verify(stamping.sign(t, signed), Policy{})
	if err != nil || !both.Valid() || len(both.Signatures) != 2 || both.Signatures[1].StampSigner == "" {
		t.Errorf("both: %q, %v", both.Say(), err)
	}
}

// What may follow a signature, and what not.
func TestLaterRevisions(t *testing.T) {
	blank := documentWith("/AcroForm << /Fields [3 0 R] >>", "x")
	blank = increment(blank, object{6, "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (mot) /Rect [50 50 200 80] /P 4 0 R >>"},
		object{1, strings.Replace(bodyOf(blank, 1), "[3 0 R]", "[6 0 R]", 1)},
		object{4, strings.Replace(bodyOf(blank, 4), "/Contents", "/Annots [6 0 R] /Contents", 1)})
	fill := func(doc []byte) []byte {
		return increment(doc, object{6, strings.Replace(bodyOf(doc, 6), "(mot)", "(hai)", 1)})
	}
	remark := func(doc []byte) []byte {
		page := bodyOf(doc, 4)
		nr := sizeOf(doc)
		return increment(doc, object{nr, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /Contents (So tien 9.000.000) >>"},
			object{4, strings.Replace(page, "/Annots [", "/Annots ["+objectRef(nr)+" ", 1)})
	}
	evidence := func(doc []byte) []byte {
		nr := sizeOf(doc)
		return increment(doc, object{nr, "<< /Length 1 >>\nstream\nx\nendstream"},
			object{1, strings.TrimSuffix(bodyOf(doc, 1), ">>") + "/DSS << /Certs [" + objectRef(nr) + "] >> >>"})
	}
	plain, lock := foreign{}, foreign{dict: "/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams /V /1.2 /Action /Include /Fields [(a)] >> >>]"}
	for _, c := range []struct {
		name  string
		first foreign
		later []func([]byte) []byte // then signed again, unless the last is evidence
		again bool
		say   string // "" is valid
	}{
		{"validation data", plain, fns(evidence), false, ""},
		{"validation data after a certification that allows nothing", certifying("1"), fns(evidence), false, ""},
		{"filled in", plain, fns(fill), false, "ô nhập liệu thêm vào"},
		{"filled in, then signed", plain, fns(fill), true, ""},
		{"filled in under a lock, then signed", lock, fns(fill), true, "khoá nó"},
		{"remark", plain, fns(remark), false, "ghi chú đè lên trang thêm vào"},
		{"remark, then signed", plain, fns(remark), true, "thay đổi sau chữ ký này"},
		{"remark under level 3, then signed", certifying("3"), fns(remark), true, ""},
		{"remark under level 3", certifying("3"), fns(remark), false, "ghi chú đè lên trang thêm vào"},
		{"remark under level 2, then signed", certifying("2"), fns(remark), true, "thay đổi sau chữ ký này"},
		{"signed under level 1", certifying("1"), nil, true, "thay đổi sau chữ ký này"},
		{"signed under level 2", certifying("2"), nil, true, ""},
		{"certified after an approval", plain, fns(func(doc []byte) []byte { return certifying("2").sign(t, doc) }), false, "thay đổi sau chữ ký này"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := c.first.sign(t, blank)
			for _, f := range c.later {
				doc = f(doc)
			}
			if c.again {
				doc = plain.sign(t, doc)
			}
			report, err := Verify(doc, Policy{})
			if err != nil || report.Valid() != (c.say == "") || !strings.Contains(report.Say(), c.say) {
				t.Errorf("%q, %v, %+v", report.Say(), err, report.Signatures)
			}
			if got := slices.ContainsFunc(report.Signatures, func(s signing.Signature) bool { return s.Path == "" }); got {
				t.Error("a signature has no place")
			}
		})
	}
}

func fns(f ...func([]byte) []byte) []func([]byte) []byte { return f }

func objectRef(nr int) string { return fmt.Sprintf("%d 0 R", nr) }
