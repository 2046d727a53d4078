package trust

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/signing"
)

func pemOf(holders ...*holder) (out []byte) {
	for _, h := range holders {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: h.cert.Raw})...)
	}
	return out
}

func TestStoreKeepsWhatIsTrusted(t *testing.T) {
	s := Store{Dir: filepath.Join(t.TempDir(), "kho")}
	if entries, problems, err := s.Load(); len(entries) != 0 || len(problems) != 0 || err != nil {
		t.Fatalf("no folder: %v %v %v", entries, problems, err)
	}
	f := newFamily(t)
	added, err := s.Add(pemOf(f.root, f.middle))
	if err != nil || len(added) != 2 || !added[0].Root || added[1].Root {
		t.Fatalf("%v %v", added, err)
	}
	if _, err := s.Add(pemOf(f.root)); err != nil { // again: the same file
		t.Fatal(err)
	}
	entries, problems, err := s.Load()
	if err != nil || len(problems) != 0 || len(entries) != 2 {
		t.Fatalf("%v %v %v", entries, problems, err)
	}
	a := Sort([]*x509.Certificate{entries[0].Cert, entries[1].Cert}, func(*x509.Certificate) bool { return false })
	if !slices.EqualFunc(a.Roots, certs(f.root), (*x509.Certificate).Equal) || !slices.EqualFunc(a.Helpers, certs(f.middle), (*x509.Certificate).Equal) {
		t.Errorf("%d roots, %d helpers", len(a.Roots), len(a.Helpers))
	}
	for _, id := range []string{"", "12345", "zzzzzzzz", added[0].ID[:5]} {
		if _, err := s.Remove(id); !errors.Is(err, ErrNoEntry) {
			t.Errorf("remove %q: %v", id, err)
		}
	}
	// By hand: a bag beside a broken file and one of another kind.
	for name, data := range map[string][]byte{"goi.crt": pemOf(f.root, f.middle), "hong.pem": []byte("hỏng"), "doc.txt": []byte("ghi chú")} {
		if err := os.WriteFile(filepath.Join(s.Dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if entries, problems, _ := s.Load(); len(entries) != 2 || len(problems) != 1 || !strings.Contains(problems[0], "hong.pem") {
		t.Errorf("%d entries, %q", len(entries), problems)
	}
	// One that lies in two files is not said to be gone while the other holds it.
	if _, err := s.Remove(strings.ToUpper(added[0].ID[:8])); !errors.Is(err, signing.ErrTrustFile) || !strings.Contains(signing.Say(err), "goi.crt") {
		t.Errorf("%v", err)
	}
	if _, err := s.Remove(added[0].ID); !errors.Is(err, signing.ErrTrustFile) || !strings.Contains(signing.Say(err), "1 chứng thư khác") {
		t.Errorf("%v", err)
	}
	if err := os.Remove(filepath.Join(s.Dir, "goi.crt")); err != nil {
		t.Fatal(err)
	}
	if e, err := s.Remove(added[1].ID); err != nil || !e.Cert.Equal(f.middle.cert) {
		t.Errorf("%v", err)
	}
}

func TestStoreRefuses(t *testing.T) {
	f := newFamily(t)
	s := Store{Dir: t.TempDir()}
	var many []*holder
	for range maxCertificates + 1 {
		many = append(many, f.root)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("chữ"), "broken PEM": []byte("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
		"a signer's": pemOf(f.root, f.leaf), "a key": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte{1}}),
		"too long": make([]byte, maxFile+1), "too many": pemOf(many...),
	} {
		if _, err := s.Add(data); !errors.Is(err, signing.ErrTrustFile) || !strings.HasPrefix(signing.Say(err), "Chưa nhận được: ") {
			t.Errorf("%s: %v %q", name, err, signing.Say(err))
		}
	}
	if entries, _, _ := s.Load(); len(entries) != 0 {
		t.Errorf("%d entries after refusals", len(entries))
	}
}

// FuzzStoreReader: any file gives certificates or our own error.
func FuzzStoreReader(f *testing.F) {
	family := newFamily(f)
	f.Add(pemOf(family.root, family.middle))
	f.Add(family.root.cert.Raw)
	f.Add([]byte("-----BEGIN PKCS7-----\nMAsGCSqGSIb3DQEHAg==\n-----END PKCS7-----\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ReadCertificates(data)
		if (err == nil) == (len(got) == 0) || err != nil && !errors.Is(err, signing.ErrTrustFile) {
			t.Fatalf("%d certificates, %v", len(got), err)
		}
		for _, cert := range got {
			if unfit(cert) == "" {
				entryOf(cert, "x")
			}
			_ = signing.DN(cert.RawSubject)
		}
		_, _ = ReadList(data) // never panics; its own error is tested elsewhere
	})
}
