package signtest

import (
	"crypto/rand"
	"crypto/x509"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/p12"
)

var now = time.Date(2026, 11, 22, 2, 15, 30, 0, time.UTC)

func TestPracticeKeySaysItBindsNobody(t *testing.T) {
	ca, err := NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(PracticeSubject("CÔNG TY TNHH MẪU", "0100109106"), now.AddDate(0, 0, -1), now.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	if dn := signing.DN(key.Certificate().RawSubject); dn != "C=VN, O=CÔNG TY TNHH MẪU, OU=THỰC HÀNH – không có giá trị pháp lý, CN=CÔNG TY TNHH MẪU (THỰC HÀNH), UID=MST:0100109106" {
		t.Error(dn)
	}
	for _, cert := range key.Chain() {
		if !strings.Contains(signing.DN(cert.RawSubject), PracticeMark) {
			t.Errorf("%s does not say so", signing.DN(cert.RawSubject))
		}
	}
	if err := signing.CheckFor(key.Certificate(), "0100109106", now); err != nil {
		t.Error(err)
	}
	// An issuing CA must not be able to certify another one.
	if !ca.Issuing().MaxPathLenZero || ca.Root().MaxPathLen != 1 {
		t.Error("path length is open")
	}
}

func TestSavedCAGoesOn(t *testing.T) {
	ca, err := NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	saved, err := ca.Save()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Load(rand.Reader, saved)
	if err != nil {
		t.Fatal(err)
	}
	key, err := again.Issue(PracticeSubject("A", "0100109106"), now, now.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	roots, intermediates, err := signing.Trust(ca.ChainPEM())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := key.Certificate().Verify(x509.VerifyOptions{Roots: roots, Intermediates: intermediates, CurrentTime: now.AddDate(0, 6, 0), KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}}); err != nil {
		t.Error(err)
	}
	other, err := NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := other.Save()
	if err != nil {
		t.Fatal(err)
	}
	half := len(saved) / 2
	for name, bad := range map[string][]byte{
		"nothing": nil, "cut short": saved[:half], "no PEM": []byte("x"),
		"keys of another": append(append([]byte{}, ca.RootPEM()...), foreign[len(other.RootPEM()):]...),
	} {
		if _, err := Load(rand.Reader, bad); err == nil {
			t.Errorf("%s: loaded", name)
		}
	}
}

func TestP12Opens(t *testing.T) {
	ca, err := NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(PracticeSubject("A", "0100109106"), now, now.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	data, err := ca.P12(key, []byte("Mật khẩu Việt"))
	if err != nil {
		t.Fatal(err)
	}
	opened, err := p12.Open(data, []byte("Mật khẩu Việt"))
	if err != nil || !opened.Certificate().Equal(key.Certificate()) || len(opened.Chain()) != 2 {
		t.Errorf("%v", err)
	}
}
