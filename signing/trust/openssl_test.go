package trust

import (
	"bufio"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
)

func needOpenSSL(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openssl is not installed; in CI it must be")
		}
		t.Skip("openssl is not installed")
	}
}

func save(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// OpenSSL and we agree about chains.
func TestOpenSSLAgrees(t *testing.T) {
	needOpenSSL(t)
	f, other := newFamily(t), newFamily(t)
	flat := issue(t, f.root, "CA cuối", true, func(c *x509.Certificate) { c.MaxPathLen, c.MaxPathLenZero = 0, true })
	under := issue(t, flat, "CA thêm", true, nil)
	noCA := issue(t, f.root, "không phải CA", false, nil)
	late := issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.NotAfter = signed.Add(-time.Hour) })
	for name, chain := range map[string][]*holder{
		"sound": {f.leaf, f.middle}, "intermediate missing": {f.leaf}, "another family": {other.leaf, other.middle, other.root},
		"expired": {late, f.middle}, "path too long": {issue(t, under, "A", false, nil), under, flat}, "path just long enough": {issue(t, flat, "A", false, nil), flat},
		"issuer is no authority": {issue(t, noCA, "A", false, nil), noCA},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			args := []string{"verify", "-no-CApath", "-no-CAstore", "-attime", fmt.Sprint(signed.Unix()), "-CAfile", save(t, dir, "goc.pem", pemOf(f.root))}
			if len(chain) > 1 {
				args = append(args, "-untrusted", save(t, dir, "giua.pem", pemOf(chain[1:]...)))
			}
			out, err := exec.Command("openssl", append(args, save(t, dir, "nguoi.pem", pemOf(chain[0])))...).CombinedOutput()
			v := vouch(t, &Examiner{Anchors: Anchors{Roots: certs(f.root)}}, chain[0], claimed, chain[1:]...)
			if (err == nil) != (v.Standing == signing.Trusted) {
				t.Errorf("openssl: %v %s\nours: %s %q", err, out, v.Standing, v.Refusal)
			}
		})
	}
}

// The national authority hands its certificates out as PKCS #7; so does OpenSSL.
func TestPKCS7OfOpenSSL(t *testing.T) {
	needOpenSSL(t)
	f := newFamily(t)
	dir := t.TempDir()
	in := save(t, dir, "vao.pem", pemOf(f.root, f.middle))
	for _, form := range []string{"DER", "PEM"} {
		out, err := exec.Command("openssl", "crl2pkcs7", "-nocrl", "-certfile", in, "-outform", form).Output()
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadCertificates(out)
		if err != nil || len(got) != 2 {
			t.Errorf("%s: %d certificates, %v", form, len(got), err)
		}
	}
}

// OpenSSL's responder on this machine is asked about two certificates.
func TestOCSPOfOpenSSL(t *testing.T) {
	needOpenSSL(t)
	dir := t.TempDir()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	f := newFamily(t)
	at := func(c *x509.Certificate) { c.OCSPServer = []string{fmt.Sprintf("http://127.0.0.1:%d/", port)} }
	good, bad := issue(t, f.middle, "tốt", false, at), issue(t, f.middle, "hỏng", false, at)
	delegate := issue(t, f.middle, "OCSP", false, func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning} })
	key, err := x509.MarshalPKCS8PrivateKey(delegate.key)
	if err != nil {
		t.Fatal(err)
	}
	const form = "060102150405Z"
	index := fmt.Sprintf("V\t%s\t\t%04X\tunknown\t/CN=tot\nR\t%s\t%s,keyCompromise\t%04X\tunknown\t/CN=hong\n",
		now.AddDate(2, 0, 0).Format(form), good.cert.SerialNumber, now.AddDate(2, 0, 0).Format(form), signed.Add(-time.Hour).Format(form), bad.cert.SerialNumber)
	server := exec.Command("openssl", "ocsp", "-port", fmt.Sprint(port), "-index", save(t, dir, "index.txt", []byte(index)), "-CA", save(t, dir, "ca.pem", pemOf(f.middle)),
		"-rsigner", save(t, dir, "ocsp.pem", pemOf(delegate)), "-rkey", save(t, dir, "ocsp.key", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key})), "-nmin", "5")
	said, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = server.Process.Kill() // it ends in no other way
		_ = server.Wait()
	}()
	if line, err := bufio.NewReader(said).ReadString('\n'); err != nil { // "ACCEPT …": it listens
		t.Fatal(line, err)
	}
	r := &Revocation{Online: true, Lists: []*x509.RevocationList{list(t, f.root, nil, now, nil)}}
	if v := vouch(t, examine(f, r), good, claimed); v.Revocation != signing.NoneKnown || v.Refusal != "" {
		t.Errorf("good: %s %q %q", v.Revocation, v.Refusal, v.Unchecked)
	}
	if v := vouch(t, examine(f, r), bad, claimed); v.Revocation != signing.TakenBack || !strings.Contains(v.Refusal, "(lộ khoá)") {
		t.Errorf("revoked: %s %q %q", v.Revocation, v.Refusal, v.Unchecked)
	}
}
