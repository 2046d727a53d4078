// Package tstest is a time stamping authority on this machine for tests: an HTTP
// server that hands each question to "openssl ts -reply", so that our client is
// held against somebody else's work (RFC 3161, 3.4).
//
// It knows nothing of documents. Only tests may import it; it imports
// signing/signtest, which issues its certificate.
package tstest

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ankhai/signing/signtest"
)

// Policy is the one this authority stamps under.
const Policy = "1.3.6.1.4.1.4146.2.3"

// Authority is a running one.
type Authority struct {
	URL string
	mu  sync.Mutex // openssl keeps the serial number in a file
	dir string
}

// Start makes an authority with a certificate of the CA and stops it when the
// test ends. Without openssl the test is skipped, or fails where CI=true.
func Start(t testing.TB, ca *signtest.CA, options ...signtest.Option) *Authority {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openssl is missing")
		}
		t.Skip("openssl is missing")
	}
	now := time.Now()
	key, err := ca.Issue(signtest.Subject{Name: "Dấu thời gian thử"}, now.AddDate(-1, 0, 0), now.AddDate(10, 0, 0), append([]signtest.Option{signtest.WithTimeStamping()}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key.Private())
	if err != nil {
		t.Fatal(err)
	}
	a := &Authority{dir: t.TempDir()}
	files := map[string][]byte{
		"key.pem":   pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
		"cert.pem":  pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: key.Certificate().Raw}),
		"chain.pem": ca.IssuingPEM(),
		"serial":    []byte("01\n"),
		"tsa.cnf": fmt.Appendf(nil, `[tsa]
default_tsa = here
[here]
dir = %[1]s
serial = %[1]s/serial
crypto_device = builtin
signer_cert = %[1]s/cert.pem
certs = %[1]s/chain.pem
signer_key = %[1]s/key.pem
signer_digest = sha256
default_policy = %[2]s
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500
clock_precision_digits = 3
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`, filepath.ToSlash(a.dir), Policy),
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(a.dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(a)
	t.Cleanup(server.Close)
	a.URL = server.URL
	return a
}

// ServeHTTP answers one question.
func (a *Authority) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	question, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	if err != nil || r.Header.Get("Content-Type") != "application/timestamp-query" {
		http.Error(w, "not a question", http.StatusBadRequest)
		return
	}
	answer, err := a.Reply(question)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/timestamp-reply")
	_, _ = w.Write(answer)
}

// Reply is the answer to a question, both DER.
func (a *Authority) Reply(question []byte) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	in, out := filepath.Join(a.dir, "question"), filepath.Join(a.dir, "answer")
	if err := os.WriteFile(in, question, 0o600); err != nil {
		return nil, err
	}
	said, err := exec.Command("openssl", "ts", "-reply", "-config", filepath.Join(a.dir, "tsa.cnf"), "-queryfile", in, "-out", out).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("openssl ts: %w: %s", err, said)
	}
	return os.ReadFile(out)
}
