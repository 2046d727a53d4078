// Package softhsm makes real tokens in software for tests: SoftHSM 2 with a store
// of its own in the test's folder, and keys and certificates of signtest in it.
//
// Only tests import it. Where the programs softhsm2-util and pkcs11-tool (Debian:
// softhsm2, opensc) are missing a test is skipped, and fails where CI=true.
package softhsm

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"ankhai/signing/signtest"
)

// The PINs of every token made here.
const (
	PIN   = "482915"
	soPIN = "91827364"
)

// T is what a test lends: a *testing.T, or a script that stands in for one.
type T interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Skipf(format string, args ...any)
	TempDir() string
}

// Store is a folder of tokens.
type Store struct {
	Module string // the driver
	Conf   string // what SOFTHSM2_CONF has to name
	dir    string
}

// modules is where distributions put the driver.
var modules = []string{"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so"}

// Need skips a test on a machine without a program, or fails it in CI.
func Need(t T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err == nil {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed; in CI this test must not be skipped", program)
	}
	t.Skipf("%s is not installed", program)
}

// New makes an empty store with tokens of these labels.
func New(t T, labels ...string) *Store {
	t.Helper()
	Need(t, "softhsm2-util")
	Need(t, "pkcs11-tool")
	s := &Store{dir: t.TempDir()}
	for _, m := range modules {
		if _, err := os.Stat(m); err == nil {
			s.Module = m
			break
		}
	}
	if s.Module == "" {
		t.Fatal("softhsm2-util is there, its library is not")
	}
	tokens := filepath.Join(s.dir, "tokens")
	if err := os.Mkdir(tokens, 0o700); err != nil {
		t.Fatal(err)
	}
	s.Conf = filepath.Join(s.dir, "softhsm2.conf")
	if err := os.WriteFile(s.Conf, fmt.Appendf(nil, "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n", tokens), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, label := range labels {
		s.run(t, "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", soPIN)
	}
	return s
}

// Put writes a key and its certificate to a token under an ID in hex.
func (s *Store) Put(t T, label, id string, key *signtest.Key) {
	t.Helper()
	s.PutKey(t, label, id, key)
	s.PutCertificate(t, label, id, key.Certificate())
}

// PutKey writes the key alone; more are options of pkcs11-tool, such as --always-auth.
func (s *Store) PutKey(t T, label, id string, key *signtest.Key, more ...string) {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key.Private())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(s.dir, "key.pem")
	if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	if len(more) == 0 {
		s.run(t, "softhsm2-util", "--import", path, "--token", label, "--label", "khoa "+id, "--id", id, "--pin", PIN, "--force")
		return
	}
	s.run(t, "pkcs11-tool", append([]string{"--module", s.Module, "--token-label", label, "--login", "--pin", PIN, "--write-object", path, "--type", "privkey", "--id", id, "--label", "khoa " + id}, more...)...)
}

// PutCertificate writes a certificate alone.
func (s *Store) PutCertificate(t T, label, id string, cert *x509.Certificate) {
	t.Helper()
	path := filepath.Join(s.dir, "cert.der")
	if err := os.WriteFile(path, cert.Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	s.run(t, "pkcs11-tool", "--module", s.Module, "--token-label", label, "--login", "--pin", PIN, "--write-object", path, "--type", "cert", "--id", id, "--label", "chung thu "+id)
}

// Env is the environment that programs need to see the store.
func (s *Store) Env() []string { return append(os.Environ(), "SOFTHSM2_CONF="+s.Conf) }

func (s *Store) run(t T, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = s.Env()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}
