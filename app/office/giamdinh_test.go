package office

import (
	"bytes"
	"crypto/rand"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"ankhai/forms/giamdinh"
	"ankhai/signing/signtest"
)

// A health facility's package and its file of arrivals are signed in their own
// element, and programs of others find the signature good.
func TestSignsFilesOfAHealthFacility(t *testing.T) {
	xmlsec, err := exec.LookPath("xmlsec1")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("xmlsec1 is missing")
		}
		t.Skip("xmlsec1 is missing")
	}
	o := openDesk(t, t.TempDir())
	ca, err := signtest.NewCA(rand.Reader, testDay)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.PracticeSubject("BỆNH VIỆN MẪU", "0100109106"), testDay.AddDate(0, 0, -1), testDay.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	for name, node := range map[string]string{"GIAMDINHHS.xml": giamdinh.SignPath, "XML0-checkin.xml": "CHI_TIEU_TRANG_THAI_KCB/" + giamdinh.SignNode} {
		data, err := os.ReadFile(filepath.Join("..", "..", "forms", "giamdinh", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if at, ok := signatureNode(data); !ok || at != node {
			t.Errorf("%s: the signature goes to %q, want %q", name, at, node)
		}
		signed, err := o.SignFile(t.Context(), name, data, key, PDFSignature{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		before, _, _ := bytes.Cut(data, []byte("<"+giamdinh.SignNode))
		if !bytes.HasPrefix(signed.Bytes, before) {
			t.Errorf("%s: bytes before the signature changed", name)
		}
		report, err := o.Verify(t.Context(), VerifyInput{Name: name, Data: signed.Bytes, CA: ca.ChainPEM()})
		if err != nil || !report.Valid() || len(report.Signatures) != 1 || report.Signatures[0].Path != node {
			t.Errorf("%s: %v %s", name, err, report.Say())
		}
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, signed.Bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(xmlsec, "--verify", "--enabled-key-data", "x509", "--insecure", file).CombinedOutput(); err != nil {
			t.Errorf("%s: xmlsec1: %v\n%s", name, err, out)
		}
	}
}
