package xmlsig

import (
	"context"
	"crypto"
	"crypto/rand"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

// A document that two people sign, one over the other's signature if need be.
const severalSource = `<HoSo><NoiDung Id="nd"><A>x</A></NoiDung><PhuLuc Id="pl"><B>y</B></PhuLuc><Cky/></HoSo>`

// add signs once more.
func add(t *testing.T, doc []byte, key signing.Key, target string, p Profile) []byte {
	t.Helper()
	p.Implicit = false
	signed, err := Sign(context.Background(), doc, key, Options{At: "HoSo/Cky", Append: true, Target: target, Time: signedAt, Profile: p})
	if err != nil {
		t.Fatalf("%s: %s (%v)", target, signing.Say(err), err)
	}
	return signed
}

func secondKey(t *testing.T) signing.Key {
	t.Helper()
	key, err := setUp(t).ca.Issue(signtest.Subject{Name: "KẾ TOÁN TRƯỞNG", TaxCode: taxCode}, signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0), signtest.WithECDSA())
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// Parallel signatures over one element, one over another, a countersignature
// over the first, and at last one over everything.
func TestSeveralSignaturesInOneFile(t *testing.T) {
	first, second := setUp(t).key, secondKey(t)
	doc := add(t, []byte(severalSource), first, "nd", XAdESBES)
	doc = add(t, doc, second, "nd", BHXH)
	doc = add(t, doc, second, "pl", XAdESBES)
	doc = add(t, doc, second, "sigid-value", XAdESBES)
	four := doc
	doc = add(t, doc, first, "", BHXH)

	report, err := Verify(doc, Policy{Path: "HoSo/Cky", Several: true, AllowPart: true})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	want := []string{"HoSo/NoiDung", "HoSo/NoiDung", "HoSo/PhuLuc", "HoSo/Cky/ds:Signature/ds:SignatureValue", ""}
	for i, s := range report.Signatures {
		if got := s.References[0].Path; got != want[i] || (s.Covers == signing.CoversWhole) != (i == 4) {
			t.Errorf("signature %d covers %s, %q, want %q", i+1, s.Covers, got, want[i])
		}
	}
	if !strings.Contains(string(doc), `Type="`+typeCountersigned+`" URI="#sigid-value"`) {
		t.Error("the countersignature does not say what it is")
	}
	for _, policy := range []Policy{{Path: "HoSo/Cky"}, {Path: "HoSo/Cky", Several: true}} {
		if report, err := Verify(doc, policy); err != nil || report.Valid() {
			t.Errorf("%+v: accepted, %v", policy, err)
		}
	}
	// The one over everything closes the document.
	_, err = Sign(context.Background(), doc, first, Options{At: "HoSo/Cky", Append: true, Target: "nd", Time: signedAt})
	if !errors.Is(err, signing.ErrAlreadySigned) || !strings.Contains(signing.Say(err), "mất hiệu lực") {
		t.Errorf("after the last: %v, %q", err, signing.Say(err))
	}
	// Whoever changes the first signature breaks the countersignature and the last.
	at := int(report.Signatures[0].GapStart) + strings.Index(string(doc[report.Signatures[0].GapStart:]), "</ds:SignatureValue>") - 12
	changed := append([]byte(nil), doc...)
	if changed[at]++; changed[at] == '[' || changed[at] == '{' || changed[at] == ':' {
		changed[at] = 'A'
	}
	report, err = Verify(changed, Policy{Path: "HoSo/Cky", Several: true, AllowPart: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, true, false, false} {
		if report.Signatures[i].Valid != want {
			t.Errorf("first value changed: signature %d valid %v, want %v (%s)", i+1, report.Signatures[i].Valid, want, report.Signatures[i].Reason)
		}
	}
	// xmlsec1 agrees about each of them.
	ids := []string{"--id-attr:Id", "NoiDung", "--id-attr:Id", "PhuLuc", "--id-attr:Id", nsXAdES + ":SignedProperties", "--id-attr:Id", nsDsig + ":SignatureValue", "--id-attr:Id", nsDsig + ":Signature"}
	for _, doc := range [][]byte{four, doc} {
		path := file(t, "several.xml", doc)
		d, err := scan(doc)
		if err != nil {
			t.Fatal(err)
		}
		for i := range d.signatures {
			p, s, err := d.parts(i)
			if err != nil {
				t.Fatal(err)
			}
			id, _ := s.element.attr("Id")
			args := append([]string{"--verify", "--enabled-key-data", "x509", "--insecure", "--node-id", id}, ids...)
			if out, err := exec.Command(tool(t, "xmlsec1"), append(args, path)...).CombinedOutput(); err != nil {
				t.Errorf("%s at %d: %v\n%s", id, p.start, err, out)
			}
		}
	}
}

// A signature over a part says so: the rest of the file is not accepted with it.
func TestAppendKeepsWhatIsThere(t *testing.T) {
	source := "<HoSo>\n  <A Id=\"a\"/>\n</HoSo>"
	signed, err := Sign(context.Background(), []byte(source), setUp(t).key, Options{At: "HoSo", Append: true, Time: signedAt})
	if err != nil {
		t.Fatal(err)
	}
	report, err := Verify(signed, Policy{})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	got := report.Signatures[0]
	if rest := string(signed[:got.GapStart]) + string(signed[got.GapEnd:]); rest != source {
		t.Errorf("got %q", rest)
	}
}

// A time stamp is asked for when the signature is there, also after a restart,
// and a document that waits for one is not handed out without.
func TestTimeStampAfterARestart(t *testing.T) {
	authority := newStampAuthority(t)
	key := setUp(t).key
	opts := Options{At: "D02-TS/Cky", Cert: key.Certificate(), Time: signedAt, Profile: XAdEST}
	pending, err := Prepare(declaration(1), opts)
	if err != nil {
		t.Fatal(err)
	}
	resumed, err := Resume(pending.Frozen(), "D02-TS/Cky")
	if err != nil {
		t.Fatal(err)
	}
	signature, err := key.Sign(rand.Reader, resumed.Digest(), resumed.Hash())
	if err != nil {
		t.Fatal(err)
	}
	down := errors.New("authority is down")
	for name, stamp := range map[string]Stamper{
		"none":  nil,
		"down":  func(context.Context, []byte) ([]byte, error) { return nil, down },
		"empty": func(context.Context, []byte) ([]byte, error) { return nil, nil },
		"large": func(context.Context, []byte) ([]byte, error) { return make([]byte, maxToken+1), nil },
	} {
		if _, err := resumed.Finish(context.Background(), signature, stamp); !errors.Is(err, signing.ErrTimeStamp) || !strings.Contains(signing.Say(err), "dấu thời gian") {
			t.Errorf("%s: %v", name, err)
		}
	}
	done, err := resumed.Finish(context.Background(), signature, authority.stamp)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Verify(done, Policy{Stamps: authority.judge, CertificatePolicy: signing.CertificatePolicy{At: signedAt}})
	if err != nil || !report.Valid() || report.Signatures[0].StampTime.IsZero() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	if report, err := Verify(done, Policy{}); err != nil || !report.Valid() || !strings.Contains(strings.Join(report.Signatures[0].Notes, " "), "chưa ai xét") {
		t.Errorf("not judged: %q, %v", report.Say(), err)
	}
	// The stamp of one signature says nothing about another.
	again, err := Sign(context.Background(), declaration(2), key, Options{At: "D02-TS/Cky", Time: signedAt, Profile: XAdEST, Stamp: authority.stamp})
	if err != nil {
		t.Fatal(err)
	}
	token := func(doc []byte) string {
		_, rest, _ := strings.Cut(string(doc), "<xades:EncapsulatedTimeStamp>")
		token, _, _ := strings.Cut(rest, "<")
		return token
	}
	moved := strings.Replace(string(done), token(done), token(again), 1)
	if report, err := Verify([]byte(moved), Policy{Stamps: authority.judge}); err != nil || report.Valid() || !strings.Contains(report.Say(), "Dấu thời gian") {
		t.Errorf("stamp of another signature: %q, %v", report.Say(), err)
	}
	if _, err := Sign(context.Background(), declaration(1), key, Options{At: "D02-TS/Cky", Time: signedAt, Profile: XAdEST}); !errors.Is(err, signing.ErrTimeStamp) {
		t.Errorf("nobody to ask: %v", err)
	}
}

// The certificates above the signer's go with it where the profile says so, and
// a verifier that holds the root alone can then build the chain.
func TestChainGoesWithTheSignature(t *testing.T) {
	f := setUp(t)
	roots, _, err := signing.Trust(f.ca.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	policy := Policy{CertificatePolicy: signing.CertificatePolicy{Roots: roots}}
	for _, c := range []struct {
		p    Profile
		want bool
	}{{XAdESBES, true}, {BHXH, false}} {
		signed, err := Sign(context.Background(), declaration(1), f.key, Options{At: "D02-TS/Cky", Time: signedAt, Profile: c.p})
		if err != nil {
			t.Fatal(err)
		}
		if report, err := Verify(signed, policy); err != nil || report.Valid() != c.want {
			t.Errorf("%s: valid %v, %q, %v", c.p.Name, report.Valid(), report.Say(), err)
		}
	}
}

func TestProfilesAreChecked(t *testing.T) {
	for _, p := range []Profile{BHXH, BHXHExclusive, XAdESBES, XAdEST} {
		if named, ok := ProfileNamed(p.Name); !ok || named != p || p.check() != nil {
			t.Errorf("%s: %v, %v", p.Name, ok, p.check())
		}
	}
	if _, ok := ProfileNamed("bhxh"); ok {
		t.Error("found by another name")
	}
	for name, p := range map[string]Profile{
		"no Id": {}, "Id with a blank": {SignatureID: "a b"}, "same Ids": {SignatureID: "a", PropertiesID: "a"},
		"prefix xml": {SignatureID: "a", Prefix: "xml"}, "prefix of XAdES": {SignatureID: "a", Prefix: "xades"}, "prefix with markup": {SignatureID: "a", Prefix: `a="`},
		"implicit exclusive": {SignatureID: "a", Implicit: true, C14N: Exclusive}, "no such canonicalisation": {SignatureID: "a", C14N: 9}, "no such level": {SignatureID: "a", XAdES: 9},
	} {
		p.Name = name
		if _, err := Prepare(declaration(1), Options{At: "D02-TS/Cky", Cert: setUp(t).key.Certificate(), Time: signedAt, Profile: p}); !errors.Is(err, signing.ErrDocument) || !strings.Contains(signing.Say(err), "kiểu chữ ký") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Prepare([]byte(severalSource), Options{At: "HoSo/Cky", Target: "khong-co", Cert: setUp(t).key.Certificate(), Time: signedAt}); !errors.Is(err, signing.ErrDocument) || !strings.Contains(signing.Say(err), "khong-co") {
		t.Errorf("no such Id: %v", err)
	}
}

// An ECDSA signature travels as r‖s, whatever the key answers with.
func TestECDSAIsWrittenRaw(t *testing.T) {
	key := secondKey(t)
	for range 40 { // short r or s come up now and then
		pending, err := Prepare([]byte(severalSource), Options{At: "HoSo/Cky", Cert: key.Certificate(), Time: signedAt})
		if err != nil {
			t.Fatal(err)
		}
		signature, err := key.Sign(rand.Reader, pending.Digest(), crypto.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		done, err := pending.Finish(context.Background(), signature, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(done), "<SignatureValue>")
		if value, err := decodeBase64([]byte(rest[:strings.Index(rest, "<")])); err != nil || len(value) != 64 {
			t.Fatalf("%d bytes, %v", len(value), err)
		}
	}
}
