package xmlsig

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

// stampAuthority is a time stamp authority run by openssl.
type stampAuthority struct {
	openssl, dir string
}

func newStampAuthority(t *testing.T) *stampAuthority {
	t.Helper()
	a := &stampAuthority{openssl: tool(t, "openssl"), dir: t.TempDir()}
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	usage, err := asn1.Marshal([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "Dấu thời gian thử"},
		NotBefore: time.Now().AddDate(-1, 0, 0), NotAfter: time.Now().AddDate(10, 0, 0),
		KeyUsage:        x509.KeyUsageDigitalSignature,
		ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: usage}},
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"key.pem":  pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
		"cert.pem": pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert}),
		"serial":   []byte("01\n"),
		"tsa.cnf": fmt.Appendf(nil, "[tsa]\ndefault_tsa = here\n[here]\nserial = %[1]s/serial\ncrypto_device = builtin\nsigner_cert = %[1]s/cert.pem\n"+
			"signer_key = %[1]s/key.pem\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\ness_cert_id_alg = sha256\n", filepath.ToSlash(a.dir)),
	} {
		if err := os.WriteFile(a.file(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func (a *stampAuthority) file(name string) string { return filepath.Join(a.dir, name) }

// stamp is a Stamper.
func (a *stampAuthority) stamp(ctx context.Context, message []byte) ([]byte, error) {
	digest := sha256.Sum256(message)
	if out, err := exec.CommandContext(ctx, a.openssl, "ts", "-query", "-digest", hex.EncodeToString(digest[:]), "-sha256", "-cert", "-out", a.file("query")).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	if out, err := exec.CommandContext(ctx, a.openssl, "ts", "-reply", "-config", a.file("tsa.cnf"), "-queryfile", a.file("query"), "-token_out", "-out", a.file("token")).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return os.ReadFile(a.file("token"))
}

var stampTime = regexp.MustCompile(`Time stamp: (.*)`)

// judge is a StampJudge.
func (a *stampAuthority) judge(token, message []byte) (time.Time, error) {
	digest := sha256.Sum256(message)
	if err := os.WriteFile(a.file("judged"), token, 0o600); err != nil {
		return time.Time{}, err
	}
	if out, err := exec.Command(a.openssl, "ts", "-verify", "-digest", hex.EncodeToString(digest[:]), "-in", a.file("judged"), "-token_in", "-CAfile", a.file("cert.pem")).CombinedOutput(); err != nil {
		return time.Time{}, fmt.Errorf("%w: %s", err, out)
	}
	out, err := exec.Command(a.openssl, "ts", "-reply", "-in", a.file("judged"), "-token_in", "-text").Output()
	if err != nil {
		return time.Time{}, err
	}
	found := stampTime.FindSubmatch(out)
	if found == nil {
		return time.Time{}, errors.New("no time in the token")
	}
	return time.Parse("Jan _2 15:04:05 2006 MST", string(found[1]))
}

func p384Key(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}
