package office

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/timestamp"
	"ankhai/signing/timestamp/tstest"
	"ankhai/signing/xmlsig"
)

// The store of the data folder decides who vouches; a time stamp counts when its
// authority is trusted, and only then the moment is more than the signer's word.
func TestStoreOfTheDataFolderDecides(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Second)
	ca, err := signtest.NewCA(rand.Reader, now.AddDate(-1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY THỬ", TaxCode: "0100109106"}, now.AddDate(0, -6, 0), now.AddDate(1, 0, 0), signtest.WithECDSA())
	if err != nil {
		t.Fatal(err)
	}
	tsaCA, err := signtest.NewCA(rand.Reader, now.AddDate(-1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	tsa := tstest.Start(t, tsaCA)
	client := timestamp.Client{URL: tsa.URL}
	doc, err := xmlsig.Sign(t.Context(), []byte("<D02-TS><ND>1</ND><Cky></Cky></D02-TS>"), key,
		xmlsig.Options{At: "D02-TS/Cky", Time: now, Profile: xmlsig.XAdEST, Stamp: client.StampMessage})
	if err != nil {
		t.Fatal(err)
	}
	bundle := append(ca.ChainPEM(), tsaCA.ChainPEM()...)
	for name, c := range map[string]struct {
		ca       []byte
		standing signing.Standing
		clock    signing.Clock
	}{
		"nothing trusted":               {nil, signing.Unknown, signing.ByClaim},
		"signer's root":                 {ca.ChainPEM(), signing.Trusted, signing.ByClaim},
		"signer's and the stamp's root": {bundle, signing.Trusted, signing.ByStamp},
	} {
		report, err := Verify(t.Context(), VerifyInput{Name: "a.xml", Data: doc, CA: c.ca, Dir: t.TempDir(), Now: func() time.Time { return now }})
		if err != nil || !report.Valid() || len(report.Signatures) != 1 {
			t.Fatalf("%s: %v %q", name, err, report.Say())
		}
		s := report.Signatures[0]
		if s.Vouching.Standing != c.standing || s.Vouching.Moment.Clock != c.clock || report.Reservation() == "" {
			t.Errorf("%s: %s, %s, %q", name, s.Vouching.Standing, s.Vouching.Moment.Clock, report.Reservation())
		}
	}
}

// The practice CA of a data folder vouches for practice there, and nowhere else.
func TestPracticeVouchesForPractice(t *testing.T) {
	dir := t.TempDir()
	now := time.Now().UTC().Truncate(time.Second)
	ca, err := signtest.NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	saved, err := ca.Save()
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(dir, Practice, practiceCAFile), saved, 0o600); err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.PracticeSubject("A", "0100109106"), now.Add(-time.Hour), now.AddDate(1, 0, 0), signtest.WithECDSA())
	if err != nil {
		t.Fatal(err)
	}
	doc, err := xmlsig.Sign(t.Context(), []byte("<D02-TS><ND>1</ND><Cky></Cky></D02-TS>"), key, xmlsig.Options{At: "D02-TS/Cky", Time: now})
	if err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]signing.Standing{dir: signing.Practice, t.TempDir(): signing.Unknown} {
		report, err := Verify(t.Context(), VerifyInput{Name: "a.xml", Data: doc, Dir: folder})
		if err != nil || !report.Valid() || report.Signatures[0].Vouching.Standing != want || report.Reservation() == "" {
			t.Errorf("%v %+v", err, report)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, TrustDir)); !os.IsNotExist(err) {
		t.Errorf("verifying made the store: %v", err)
	}
}
