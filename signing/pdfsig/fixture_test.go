package pdfsig

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ankhai/signing/signtest"
)

var signedAt = time.Date(2026, 11, 22, 2, 15, 30, 0, time.UTC)

const taxCode = "0100109106"

type fixture struct {
	ca  *signtest.CA
	key *signtest.Key
}

var makeFixture = sync.OnceValues(func() (fixture, error) {
	ca, err := signtest.NewCA(rand.Reader, signedAt)
	if err != nil {
		return fixture{}, err
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY TNHH ĨĩŨ (MẪU) \\ THỬ", TaxCode: taxCode}, signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0))
	return fixture{ca, key}, err
})

func setUp(t testing.TB) fixture {
	t.Helper()
	f, err := makeFixture()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// document is a small PDF with a page a text, written by hand.
func document(texts ...string) []byte { return documentWith("/Lang (vi-VN)", texts...) }

// documentWith has further entries in its catalogue.
func documentWith(catalog string, texts ...string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	kids := ""
	for i := range texts {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R " + catalog + " /ViewerPreferences << /DisplayDocTitle true >> >>")
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(texts), kids))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	for i, text := range texts {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 5+2*i))
		stream := "BT /F1 24 Tf 72 720 Td (" + text + ") Tj ET"
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(stream), stream))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func signPDF(t testing.TB, pdf []byte, stamp *Stamp) []byte {
	t.Helper()
	signed, err := Sign(context.Background(), pdf, setUp(t).key, Options{Time: signedAt, TaxCode: taxCode, Reason: "Ký hồ sơ", Location: "Hà Nội", Stamp: stamp})
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

// tool finds somebody else's program; on the build server it must be there.
func tool(t testing.TB, name string) string {
	t.Helper()
	found, err := exec.LookPath(name)
	if err == nil {
		return found
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing", name)
	}
	t.Skipf("%s is missing", name)
	return ""
}

func file(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
