package xmlsig

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"ankhai/signing"
)

func countersign(t *testing.T, doc []byte, id string, p Profile) []byte {
	t.Helper()
	signed, err := Sign(context.Background(), doc, secondKey(t), Options{Counter: id, Time: signedAt, Profile: p})
	if err != nil {
		t.Fatalf("%s (%v)", signing.Say(err), err)
	}
	return signed
}

// A countersignature goes into the signature it confirms, also where that one
// covers the whole document, and breaks nothing.
func TestCountersignature(t *testing.T) {
	authority := newStampAuthority(t)
	for _, p := range []Profile{XAdESBES, XAdEST} {
		t.Run(p.Name, func(t *testing.T) {
			doc, err := Sign(context.Background(), declaration(1), setUp(t).key, Options{At: "D02-TS/Cky", Time: signedAt, Profile: p, Stamp: authority.stamp})
			if err != nil {
				t.Fatal(err)
			}
			doc = countersign(t, doc, "sigid", XAdESBES)
			doc = countersign(t, doc, "sigid", BHXH)
			doc = countersign(t, doc, "sigid-2", BHXHExclusive) // one that confirms the confirmation
			policy := Policy{Several: true, Stamps: authority.judge, CertificatePolicy: signing.CertificatePolicy{At: signedAt}}
			report, err := Verify(doc, policy)
			if err != nil || !report.Valid() || len(report.Signatures) != 4 {
				t.Fatalf("%d signatures, %q, %v", len(report.Signatures), report.Say(), err)
			}
			if first := report.Signatures[0]; first.Covers != signing.CoversWhole || first.StampTime.IsZero() == (p.XAdES == T) {
				t.Errorf("first: %+v", first)
			}
			for _, s := range report.Signatures[1:] {
				if r := s.References[0]; s.Covers != signing.CoversPart || !strings.HasSuffix(r.Path, "ds:Signature/ds:SignatureValue") || !strings.HasSuffix(s.Path, "/xades:CounterSignature") {
					t.Errorf("%s covers %s, %s", s.Path, s.Covers, r.Path)
				}
			}
			if report, err := Verify(doc, Policy{}); err != nil || report.Valid() || !strings.Contains(report.Say(), "nhiều chữ ký") {
				t.Errorf("several not asked for: %q, %v", report.Say(), err)
			}
			for _, id := range []string{"sigid", "sigid-2", "sigid-3", "sigid-4"} {
				args := []string{"--verify", "--enabled-key-data", "x509", "--insecure", "--node-id", id, "--id-attr:Id", nsXAdES + ":SignedProperties",
					"--id-attr:Id", nsDsig + ":SignatureValue", "--id-attr:Id", nsDsig + ":Signature", file(t, "counter.xml", doc)}
				if out, err := exec.Command(tool(t, "xmlsec1"), args...).CombinedOutput(); err != nil {
					t.Errorf("%s: %v\n%s", id, err, out)
				}
			}
		})
	}
}

func TestCountersignatureIsBoundToItsPlace(t *testing.T) {
	one, err := Sign(context.Background(), []byte(severalSource), setUp(t).key, Options{At: "HoSo/Cky", Time: signedAt, Profile: XAdESBES})
	if err != nil {
		t.Fatal(err)
	}
	countersigned, err := Sign(context.Background(), one, setUp(t).key, Options{Counter: "sigid", Time: signedAt, Profile: XAdESBES})
	if err != nil {
		t.Fatal(err)
	}
	doc := string(countersigned)
	from := strings.Index(doc, "<xades:CounterSignature>") + len("<xades:CounterSignature>")
	to := strings.Index(doc, "</xades:CounterSignature>")
	counter := doc[from:to]
	swap := func(old, new string) string {
		if !strings.Contains(doc, old) {
			t.Fatalf("%q is not in the document", old)
		}
		return strings.Replace(doc, old, new, 1)
	}
	another, err := Sign(context.Background(), []byte(strings.Replace(severalSource, "x", "z", 1)), setUp(t).key, Options{At: "HoSo/Cky", Time: signedAt, Profile: XAdESBES})
	if err != nil {
		t.Fatal(err)
	}
	moved := strings.Replace(string(another), "</xades:QualifyingProperties>",
		"<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:CounterSignature>"+counter+"</xades:CounterSignature></xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties>", 1)
	policy := Policy{Several: true}
	if report, err := Verify([]byte(doc), policy); err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	for _, c := range []struct{ name, doc, say string }{
		{"in an Object", strings.Replace(string(one), "</ds:Signature>", "<ds:Object>"+counter+"</ds:Object></ds:Signature>", 1), "lồng"},
		{"in another property", strings.NewReplacer("<xades:CounterSignature>", "<xades:Khac>", "</xades:CounterSignature>", "</xades:Khac>").Replace(doc), "lồng"},
		{"with something beside", swap("</xades:CounterSignature>", "<x/></xades:CounterSignature>"), "lồng"},
		{"of another signature", moved, "thay đổi"},
		{"over the content", string(fill(t, swap(`URI="#sigid-value"`, `URI="#nd"`))), "chứ không phải giá trị của chữ ký"},
		{"changed", swap(counter, strings.Replace(counter, "sigid-2-signed", "sigid-2-khac", 1)), "XAdES"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify([]byte(c.doc), policy)
			if err != nil || report.Valid() || !strings.Contains(report.Say(), c.say) {
				t.Errorf("valid %v, %q, %v", report.Valid(), report.Say(), err)
			}
		})
	}
	for name, c := range map[string]struct {
		doc  []byte
		id   string
		want string
	}{
		"no such signature":      {one, "khong-co", "khong-co"},
		"not of XAdES":           {sign(t, declaration(1)), "sigid", "XAdES"},
		"covered by another one": {add(t, add(t, []byte(severalSource), setUp(t).key, "nd", XAdESBES), setUp(t).key, "", BHXH), "sigid", "mất hiệu lực"},
	} {
		_, err := Sign(context.Background(), c.doc, setUp(t).key, Options{Counter: c.id, Time: signedAt})
		if !errors.Is(err, signing.ErrDocument) && !errors.Is(err, signing.ErrAlreadySigned) || !strings.Contains(signing.Say(err), c.want) {
			t.Errorf("%s: %v, %q", name, err, signing.Say(err))
		}
	}
}
