package p12_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/p12"
	"ankhai/signing/signtest"
	"software.sslmate.com/src/go-pkcs12"
)

var now = time.Date(2026, 11, 22, 2, 15, 30, 0, time.UTC)

type fixture struct {
	ca  *signtest.CA
	key *signtest.Key
}

var makeFixture = sync.OnceValues(func() (fixture, error) {
	ca, err := signtest.NewCA(rand.Reader, now)
	if err != nil {
		return fixture{}, err
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY TNHH MẪU THỬ", TaxCode: "0100109106"}, now, now.AddDate(1, 0, 0))
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

func pack(t testing.TB, encoder *pkcs12.Encoder, password string) []byte {
	t.Helper()
	f := setUp(t)
	data, err := encoder.Encode(f.key.Private(), f.key.Certificate(), f.key.Chain(), password)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestKindsOfFiles(t *testing.T) {
	for name, encoder := range map[string]*pkcs12.Encoder{"AES": pkcs12.Modern, "3DES": pkcs12.LegacyDES, "RC2": pkcs12.LegacyRC2} {
		for _, password := range []string{"Mật khẩu Việt", ""} {
			t.Run(name+"/"+password, func(t *testing.T) {
				given := []byte(password)
				key, err := p12.Open(pack(t, encoder, password), given)
				if err != nil {
					t.Fatal(err)
				}
				if len(bytes.Trim(given, "\x00")) != 0 {
					t.Error("password is still there")
				}
				if signing.TaxCode(key.Certificate()) != "0100109106" || len(key.Chain()) != 2 {
					t.Errorf("%v, chain of %d", key.Certificate().Subject, len(key.Chain()))
				}
				if _, err := signing.SignDigest(context.Background(), key, make([]byte, 32), crypto.SHA256); err != nil {
					t.Error(err)
				}
				if err := key.Close(); err != nil {
					t.Fatal(err)
				}
				if _, err := key.Sign(rand.Reader, make([]byte, 32), crypto.SHA256); !errors.Is(err, signing.ErrKeyMissing) {
					t.Errorf("closed: %v", err)
				}
			})
		}
	}
}

func TestFilesThatDoNotOpen(t *testing.T) {
	good := pack(t, pkcs12.Modern, "đúng")
	trust, err := pkcs12.Modern.EncodeTrustStore(setUp(t).key.Chain(), "đúng")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, password string
		data           []byte
		want           error
		say            string
	}{
		{"wrong password", "sai", good, signing.ErrPINWrong, "mật khẩu không đúng"},
		{"no password", "", good, signing.ErrPINWrong, "mật khẩu không đúng"},
		{"wrong password, 3DES", "sai", pack(t, pkcs12.LegacyDES, "đúng"), signing.ErrPINWrong, "mật khẩu không đúng"},
		{"certificates only", "đúng", trust, signing.ErrKeyMissing, "không có khoá bí mật"},
		{"BER", "đúng", append([]byte{0x30, 0x80}, good[4:]...), signing.ErrKeyFile, "BER"},
		{"PEM", "đúng", setUp(t).ca.RootPEM(), signing.ErrKeyFile, "PEM"},
		{"cut short", "đúng", good[:len(good)/2], signing.ErrKeyFile, "hỏng"},
		{"nothing", "", nil, signing.ErrKeyFile, "hỏng"},
		{"too large", "", make([]byte, 2<<20), signing.ErrKeyFile, "hỏng"},
		{"trailing bytes", "đúng", append(bytes.Clone(good), 0), signing.ErrKeyFile, "hỏng"},
		{"endless rounds", "đúng", []byte{0x30, 0x0a, 0x04, 0x02, 1, 2, 0x02, 0x04, 0x7f, 0xff, 0xff, 0xff}, signing.ErrKeyFile, "hỏng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := p12.Open(c.data, []byte(c.password))
			if !errors.Is(err, c.want) || !strings.Contains(signing.Say(err), c.say) {
				t.Errorf("got %v, %q", err, signing.Say(err))
			}
			if err != nil && c.password != "" && strings.Contains(err.Error(), c.password) {
				t.Error("password is in the error")
			}
		})
	}
	if _, err := p12.OpenFile(filepath.Join(t.TempDir(), "khong-co.p12"), nil); !errors.Is(err, signing.ErrKeyFile) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

// Files written by OpenSSL, with the CA before the leaf, and one without MAC.
func TestFilesOfOpenSSL(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openssl is missing")
		}
		t.Skip("openssl is missing")
	}
	dir := t.TempDir()
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command(openssl, args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, out)
		}
	}
	run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/C=VN/CN=MAU/UID=MST:0100109106", "-keyout", "k.pem", "-out", "c.pem")
	run("pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:1234", "-out", "a.p12")
	run("pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:1234", "-nomac", "-out", "nomac.p12")
	key, err := p12.OpenFile(filepath.Join(dir, "a.p12"), []byte("1234"))
	if err != nil || signing.TaxCode(key.Certificate()) != "0100109106" {
		t.Errorf("%v", err)
	}
	if _, err := p12.OpenFile(filepath.Join(dir, "nomac.p12"), []byte("1234")); !errors.Is(err, signing.ErrKeyFile) || !strings.Contains(signing.Say(err), "toàn vẹn") {
		t.Errorf("without MAC: %v", err)
	}
}

// testdata/hai-khoa.p12 was written by keytool: two invented companies, password
// 123456.
func TestFileWithSeveralKeys(t *testing.T) {
	data, err := os.ReadFile("testdata/hai-khoa.p12")
	if err != nil {
		t.Fatal(err)
	}
	keys, err := p12.OpenAll(data, []byte("123456"))
	if err != nil || len(keys) != 2 {
		t.Fatalf("%d keys, %v", len(keys), err)
	}
	for _, key := range keys {
		if _, err := signing.SignDigest(context.Background(), key, make([]byte, 32), crypto.SHA256); err != nil {
			t.Errorf("%s: %v", signing.CommonName(key.Certificate()), err)
		}
	}
	_, err = p12.Open(data, []byte("123456"))
	if say := signing.Say(err); !errors.Is(err, signing.ErrSeveralKeys) || !strings.Contains(say, "CONG TY mot; CONG TY hai") {
		t.Errorf("got %v, %q", err, say)
	}
	if _, err = p12.OpenAll(data, []byte("sai")); !errors.Is(err, signing.ErrPINWrong) {
		t.Errorf("wrong password: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(pack(f, pkcs12.LegacyDES.WithIterations(1), "x"))
	f.Add([]byte{0x30, 0x80})
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := p12.OpenAll(data, []byte("x")); err != nil && signing.Say(err) == "" {
			t.Fatal("no sentence")
		}
	})
}
