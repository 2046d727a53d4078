package timestamp_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/timestamp"
	"ankhai/signing/xmlsig"
)

// An XML signature of level T takes its stamp here and has it judged here.
func TestStampOfAnXMLSignature(t *testing.T) {
	ca, tsa := authority(t)
	roots, more, err := signing.Trust(ca.ChainPEM())
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now().Truncate(time.Second)
	key, err := ca.Issue(signtest.Subject{Name: "A", TaxCode: "0100109106"}, now.AddDate(0, -1, 0), now.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	client := timestamp.Client{URL: tsa.URL, Roots: roots, Intermediates: more}
	signed, err := xmlsig.Sign(context.Background(), []byte("<D02-TS><ND>Nội dung</ND><Cky></Cky></D02-TS>"), key,
		xmlsig.Options{At: "D02-TS/Cky", Time: now, Profile: xmlsig.XAdEST, Stamp: client.StampMessage})
	if err != nil {
		t.Fatal(err)
	}
	policy := xmlsig.Policy{CertificatePolicy: signing.CertificatePolicy{Roots: roots, Intermediates: more}, Stamps: timestamp.Judge(roots, more)}
	report, err := xmlsig.Verify(signed, policy)
	if err != nil || !report.Valid() || time.Since(report.Signatures[0].StampTime).Abs() > time.Hour {
		t.Fatalf("%q, %v, %+v", report.Say(), err, report.Signatures)
	}
	other, _, err := signing.Trust(ca.IssuingPEM())
	if err != nil {
		t.Fatal(err)
	}
	policy.Stamps = timestamp.Judge(other, nil)
	if report, err := xmlsig.Verify(signed, policy); err != nil || report.Valid() || !strings.Contains(report.Say(), "Dấu thời gian") {
		t.Errorf("authority of a stranger: %q, %v", report.Say(), err)
	}
}
