package cms

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ankhai/signing/signtest"
)

const asHash = crypto.SHA256

var content = []byte("Nội dung được ký")

var makeCA = sync.OnceValues(func() (*signtest.CA, error) { return signtest.NewCA(rand.Reader, time.Now()) })

func newKey(t testing.TB, options ...signtest.Option) *signtest.Key {
	t.Helper()
	ca, err := makeCA()
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "A"}, time.Now().AddDate(0, 0, -1), time.Now().AddDate(1, 0, 0), options...)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// made is a message of ours.
func made(t *testing.T, key *signtest.Key, content []byte) []byte {
	t.Helper()
	digest := sha256.Sum256(content)
	draft, err := NewDraft(key.Certificate(), key.Chain(), digest[:])
	if err != nil {
		t.Fatal(err)
	}
	value, err := key.Sign(rand.Reader, draft.Digest(), asHash)
	if err != nil {
		t.Fatal(err)
	}
	der, err := draft.Finish(value, nil)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

func TestOursIsAcceptedByOpenSSL(t *testing.T) {
	command, err := exec.LookPath("openssl")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openssl is missing")
		}
		t.Skip("openssl is missing")
	}
	ca, err := makeCA()
	if err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]*signtest.Key{"RSA": newKey(t), "RSA of 4096 bits": newKey(t, signtest.WithBits(4096)), "ECDSA": newKey(t, signtest.WithECDSA())} {
		dir := t.TempDir()
		for file, data := range map[string][]byte{"message": made(t, key, content), "content": content, "root": ca.RootPEM()} {
			if err := os.WriteFile(filepath.Join(dir, file), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		verify := exec.Command(command, "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "message", "-content", "content", "-CAfile", "root", "-purpose", "any")
		verify.Dir = dir
		out, err := verify.Output()
		if err != nil || !bytes.Equal(out, content) {
			t.Errorf("%s: %v, %q", name, err, out)
		}
	}
}

func TestChangesAreNoticed(t *testing.T) {
	key, other := newKey(t), newKey(t)
	der := made(t, key, content)
	m, err := Parse(append(bytes.Clone(der), 0, 0, 0))
	if err != nil || !m.Bound || !m.Attributes || m.Kind != OIDData || m.Content != nil || !m.Time.IsZero() {
		t.Fatalf("%+v, %v", m, err)
	}
	digest := sha256.Sum256(content)
	wrong := sha256.Sum256([]byte("khác"))
	if err := m.Check(digest[:]); err != nil {
		t.Error(err)
	}
	if err := m.Check(wrong[:]); !errors.Is(err, ErrDigest) {
		t.Errorf("other content: %v", err)
	}
	m.Value[7] ^= 1
	if err := m.Check(digest[:]); !errors.Is(err, ErrValue) {
		t.Errorf("other value: %v", err)
	}
	at := bytes.Index(der, key.Certificate().Raw)
	swapped := append(append(bytes.Clone(der[:at]), other.Certificate().Raw...), der[at+len(key.Certificate().Raw):]...)
	if _, err := Parse(swapped); err == nil {
		t.Error("another certificate was taken")
	}
	// In the signed attributes and in the value nothing may change; from there on
	// nothing may be missing.
	from := bytes.Index(der, m.signedSet[1:])
	to := from + len(m.signedSet)
	for n := from; n < len(der); n++ {
		if _, err := Parse(der[:n]); err == nil {
			t.Fatalf("cut at %d: taken", n)
		}
		if n >= to && n < len(der)-len(m.Value) {
			continue // the name of the algorithm
		}
		changed := bytes.Clone(der)
		changed[n] ^= 1
		if m, err := Parse(changed); err == nil && m.Check(digest[:]) == nil {
			t.Fatalf("byte %d changed: accepted", n)
		}
	}
}

// The certificate that was signed along binds the key to its holder: a second
// certificate over the same key is not taken for it.
func TestSecondCertificateOfTheSameKey(t *testing.T) {
	key := newKey(t)
	twin := newKey(t, signtest.WithKey(key.Private()))
	digest := sha256.Sum256(content)
	draft, err := NewDraft(key.Certificate(), nil, digest[:])
	if err != nil {
		t.Fatal(err)
	}
	value, err := key.Sign(rand.Reader, draft.Digest(), asHash)
	if err != nil {
		t.Fatal(err)
	}
	draft.cert = twin.Certificate()
	der, err := draft.Finish(value, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Parse(der); !errors.Is(err, ErrCertificate) {
		t.Errorf("got %v", err)
	}
}

func TestDraftIsResumed(t *testing.T) {
	key := newKey(t)
	digest := sha256.Sum256(content)
	draft, err := NewDraft(key.Certificate(), key.Chain(), digest[:])
	if err != nil {
		t.Fatal(err)
	}
	stored, err := draft.Finish(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Resume(stored)
	if err != nil || !bytes.Equal(again.Digest(), draft.Digest()) || !again.Certificate().Equal(key.Certificate()) {
		t.Fatalf("%v", err)
	}
	value, err := key.Sign(rand.Reader, again.Digest(), asHash)
	if err != nil {
		t.Fatal(err)
	}
	first, err1 := draft.Finish(value, nil)
	second, err2 := again.Finish(value, nil)
	if err1 != nil || err2 != nil || !bytes.Equal(first, second) {
		t.Errorf("resumed message differs: %v, %v", err1, err2)
	}
}

// A message of openssl's, attached, with everything it can vary.
func TestMessagesOfOpenSSL(t *testing.T) {
	command, err := exec.LookPath("openssl")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openssl is missing")
		}
		t.Skip("openssl is missing")
	}
	key := newKey(t)
	private, err := x509.MarshalPKCS8PrivateKey(key.Private())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	both := append(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: key.Certificate().Raw})...)
	for name, data := range map[string][]byte{"content": content, "signer.pem": both} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, args := range map[string][]string{
		"attached": {"-nodetach"}, "attached, in pieces without lengths": {"-nodetach", "-stream"}, "another kind of content": {"-nodetach", "-econtent_type", OIDTSTInfo},
		"SHA-384 and PSS": {"-nodetach", "-md", "sha384", "-keyopt", "rsa_padding_mode:pss"},
	} {
		sign := exec.Command(command, append([]string{"cms", "-sign", "-binary", "-outform", "DER", "-in", "content", "-signer", "signer.pem"}, args...)...)
		sign.Dir = dir
		der, err := sign.Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		m, err := Parse(der)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		h := m.Hash.New()
		h.Write(m.Content)
		if err := m.Check(h.Sum(nil)); err != nil || !bytes.Equal(m.Content, content) || m.Time.IsZero() {
			t.Errorf("%s: %v, %q, %v", name, err, m.Content, m.Time)
		}
	}
}
