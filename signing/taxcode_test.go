package signing_test

import (
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

func TestTaxCodesOfDN(t *testing.T) {
	for text, want := range map[string][]string{
		"CN=A, UID=MST:0100109106":                                   {"0100109106"},
		"UID=MST:0301519977-029,UID=CCCD:001099000001,CN=A":          {"0301519977-029"},
		"CN=A,OID.0.9.2342.19200300.100.1.1=MST:0100109106,S=Hà Nội": {"0100109106"},
		"0.9.2342.19200300.100.1.1=MST:0100109106+CN=A":              {"0100109106"},
		"uid=MST:0100109106; userid=\"MST:0100109107\"":              {"0100109106", "0100109107"},
		"UID = MST: 0100109106 \nCN=A":                               {"0100109106"},
		`CN=A\, UID=MST:0100109106`:                                  nil,
		`CN="A, UID=MST:0100109106", UID=MST:0100109107`:             {"0100109107"},
		"CN=MST:0100109106":                                          nil, "UID=0100109106": nil, "UID=MST:01001": nil, "": nil, `\`: nil, `"`: nil,
	} {
		if got := signing.TaxCodesOfDN(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// A certificate with two MST may sign for either.
func TestSeveralUIDs(t *testing.T) {
	ca, err := signtest.NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "A", TaxCode: "0100109106", Person: "MST:001099000001"}, now, now.AddDate(1, 0, 0), signtest.WithECDSA())
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"0100109106", "001099000001"} {
		if err := signing.CheckFor(key.Certificate(), code, now); err != nil {
			t.Errorf("%s: %v", code, err)
		}
	}
	err = signing.CheckFor(key.Certificate(), "0100109107", now)
	if !errors.Is(err, signing.ErrWrongTaxCode) || !strings.Contains(signing.Say(err), "0100109106, 001099000001") {
		t.Errorf("%v %q", err, signing.Say(err))
	}
	if got := signing.TaxCodesOfDN(signing.DN(key.Certificate().RawSubject)); !slices.Equal(got, []string{"0100109106", "001099000001"}) {
		t.Errorf("written and read: %q", got)
	}
}

func TestForSigning(t *testing.T) {
	for _, c := range []struct {
		cert x509.Certificate
		want bool
	}{
		{x509.Certificate{}, true},
		{x509.Certificate{KeyUsage: x509.KeyUsageContentCommitment}, true},
		{x509.Certificate{KeyUsage: x509.KeyUsageCertSign}, false},
		{x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}}, true},
		{x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}}, false},
		{x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}, UnknownExtKeyUsage: []asn1.ObjectIdentifier{{1, 2}}}, true},
	} {
		if got := signing.ForSigning(&c.cert); got != c.want {
			t.Errorf("%v %v: got %v", c.cert.KeyUsage, c.cert.ExtKeyUsage, got)
		}
	}
}

// A name may try to look like another: marks that nobody sees are written out.
func TestDNShowsWhatHides(t *testing.T) {
	name := pkix.Name{CommonName: "A\u202eB\x1b[2J\nC", ExtraNames: []pkix.AttributeTypeAndValue{
		{Type: asn1.ObjectIdentifier{2, 5, 4, 3}, Value: "A\u202eB\x1b[2J\nC"},
		{Type: asn1.ObjectIdentifier{2, 5, 4, 97}, Value: "VATVN-0100109106"},
		{Type: asn1.ObjectIdentifier{1, 2, 3}, Value: 7},
		{Type: asn1.ObjectIdentifier{2, 5, 4, 12}, Value: "Giám đốc"},
		{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 1}, Value: "a@vidu.vn"},
	}}
	raw, err := asn1.Marshal(name.ToRDNSequence())
	if err != nil {
		t.Fatal(err)
	}
	want := `CN=A\E2\80\AEB\1B[2J\0AC, 2.5.4.97=VATVN-0100109106, 1.2.3=#020107, T=Giám đốc, E=a@vidu.vn`
	if got := signing.DN(raw); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := signing.CommonName(&x509.Certificate{Subject: name}); got != "A\ufffdB\ufffd[2J\ufffdC" {
		t.Errorf("%q", got)
	}
}

// FuzzDN: any bytes give a text without hidden characters; no UID can be made by
// a value that is none.
func FuzzDN(f *testing.F) {
	for _, value := range []string{"A", `A, UID=MST:0100109106`, "\"A\\", "\xff", "A+UID=MST:0100109106"} {
		raw, err := asn1.Marshal(pkix.RDNSequence{{{Type: asn1.ObjectIdentifier{2, 5, 4, 3}, Value: asn1.RawValue{Tag: asn1.TagUTF8String, Bytes: []byte(value)}}}})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text := signing.DN(raw)
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\n\r\x1b\u202e") {
			t.Errorf("%q", text)
		}
		var name pkix.RDNSequence
		uid := asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 1}
		rest, err := asn1.Unmarshal(raw, &name)
		if err != nil || len(rest) > 0 {
			return
		}
		for _, rdn := range name {
			for _, a := range rdn {
				if a.Type.Equal(uid) {
					return
				}
			}
		}
		if codes := signing.TaxCodesOfDN(text); len(codes) > 0 {
			t.Errorf("%q has %q", text, codes)
		}
	})
}
