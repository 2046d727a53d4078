package doctor

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/pkcs11"
	"ankhai/signing/signtest"
	"ankhai/signing/signtest/fakedriver"
	"ankhai/signing/signtest/softhsm"
)

func TestMain(m *testing.M) {
	pkcs11.Serve(os.Args)
	os.Exit(m.Run())
}

var (
	now  = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	made = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
)

const mst = "0100109106"

// bench issues certificates over one key, which is made once.
type bench struct {
	ca  *signtest.CA
	key *signtest.Key
}

func newBench(t *testing.T) bench {
	t.Helper()
	ca, err := signtest.NewCA(rand.Reader, now.AddDate(-5, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY", TaxCode: mst}, now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	return bench{ca, key}
}

func (b bench) cert(t *testing.T, taxCode string, from, to time.Time, options ...signtest.Option) pkcs11.Certificate {
	t.Helper()
	key, err := b.ca.Issue(signtest.Subject{Name: "CÔNG TY", TaxCode: taxCode}, from, to, append(options, signtest.WithKey(b.key.Private()))...)
	if err != nil {
		t.Fatal(err)
	}
	return pkcs11.Certificate{ID: "01", Certificate: key.Certificate(), KeySeen: true}
}

func ed(t *testing.T) pkcs11.Certificate {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.CreateCertificate(rand.Reader, &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: made, NotAfter: now.AddDate(1, 0, 0), Subject: pkix.Name{CommonName: "ED"}},
		&x509.Certificate{SerialNumber: big.NewInt(1)}, public, private)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return pkcs11.Certificate{ID: "01", Certificate: cert, KeySeen: true}
}

// token is well and holds these certificates.
func token(certs ...pkcs11.Certificate) pkcs11.Token {
	return pkcs11.Token{Label: "A", Initialized: true, HasPIN: true, CanSign: true, Certificates: certs}
}

func with(t pkcs11.Token, change func(*pkcs11.Token)) pkcs11.Token {
	change(&t)
	return t
}

func seen(t pkcs11.Token) []pkcs11.Seen {
	return []pkcs11.Seen{{Found: pkcs11.Found{Path: "/lib/a.so", Vendor: "VNPT-CA"}, Slots: []pkcs11.Slot{{Description: "Đầu đọc", Token: &t}}}}
}

// codes of the findings that are not good.
func codes(found []Finding) string {
	var out []string
	for _, f := range found {
		if f.Level != Good {
			out = append(out, f.Code)
		}
	}
	return strings.Join(out, " ")
}

// What the facts say, one case a finding; and the drivers of the file system, the
// hanging and the crashing ones for real. In the end every finding has been seen.
func TestEveryFinding(t *testing.T) {
	b := newBench(t)
	year := func(n int) time.Time { return now.AddDate(n, 0, 0) }
	good := b.cert(t, mst, year(-1), year(1))
	fired := map[string]bool{}
	check := func(name, want string, f Facts) {
		t.Helper()
		f.TaxCode, f.Made = mst, made
		if f.Now.IsZero() {
			f.Now = now
		}
		found := Judge(f)
		if got := codes(found); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		for _, x := range found {
			fired[x.Code] = true
			if x.Say == "" || x.Where == "" || (x.Level != Good) != (x.Mend != "") || strings.Contains(x.Say+x.Mend, "%!") {
				t.Errorf("%s: %+v", name, x)
			}
		}
	}
	for _, c := range []struct {
		name, want string
		token      pkcs11.Token
	}{
		{"well", "", token(good)},
		{"not initialized", "TK-15", pkcs11.Token{Serial: "77"}},
		{"no PIN set", "TK-16", with(token(good), func(k *pkcs11.Token) { k.HasPIN = false })},
		{"PIN to be changed", "TK-17", with(token(good), func(k *pkcs11.Token) { k.MustChange = true })},
		{"a wrong PIN before", "TK-18", with(token(good), func(k *pkcs11.Token) { k.PIN = pkcs11.PINLow })},
		{"last try", "TK-19", with(token(good), func(k *pkcs11.Token) { k.PIN = pkcs11.PINLast })},
		{"locked", "TK-20", with(token(good), func(k *pkcs11.Token) { k.PIN = pkcs11.PINLocked })},
		{"no mechanism", "TK-21", with(token(good), func(k *pkcs11.Token) { k.CanSign = false })},
		{"no certificate", "TK-22", token()},
		{"CA certificates only", "TK-23", with(token(), func(k *pkcs11.Token) { k.Authorities = 2 })},
		{"no ID", "TK-24", token(pkcs11.Certificate{Certificate: good.Certificate})},
		{"no key seen", "TK-25", token(pkcs11.Certificate{ID: "01", Certificate: good.Certificate})},
		{"kind of key", "TK-32 TK-26", token(ed(t))},
		{"expired", "TK-27", token(b.cert(t, mst, year(-2), year(-1)))},
		{"expires soon", "TK-28", token(b.cert(t, mst, year(-2), now.AddDate(0, 0, 20)))},
		{"not yet valid", "TK-29", token(b.cert(t, mst, year(1), year(2)))},
		{"usage", "TK-30", token(b.cert(t, mst, year(-1), year(1), signtest.WithKeyUsage(x509.KeyUsageKeyEncipherment)))},
		{"another's", "TK-31", token(b.cert(t, "0312345678", year(-1), year(1)))},
		{"no tax code", "TK-32", token(b.cert(t, "", year(-1), year(1)))},
		{"one well, one expired", "TK-27", token(good, b.cert(t, mst, year(-2), year(-1)))},
	} {
		check(c.name, c.want, Facts{Drivers: seen(c.token)})
	}
	check("clock in the past", "TK-33 TK-29", Facts{Drivers: seen(token(good)), Now: time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)})
	check("no driver", "TK-01", Facts{})
	check("another error", "TK-34", Facts{Drivers: []pkcs11.Seen{{Err: fmt.Errorf("list: %w", signing.ErrDriver)}}})

	store := softhsm.New(t, "A")
	store.Put(t, "A", "01", b.key)
	whole := fakedriver.New(t, store)
	open := fakedriver.Build(t)
	if err := os.Chmod(filepath.Dir(open), 0o777); err != nil {
		t.Fatal(err)
	}
	unlinked := fakedriver.Build(t, "-DMISSING")
	look := func(path string, limit time.Duration) []pkcs11.Seen {
		d := pkcs11.NewDrivers(limit)
		defer d.Close()
		return d.Look(context.Background(), []pkcs11.Found{{Path: path, Vendor: "thử"}})
	}
	text := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(text, []byte("không phải thư viện"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, want, path, order string }{
		{"missing", "TK-02", filepath.Join(t.TempDir(), "none.so"), ""},
		{"text", "TK-03", text, ""},
		{"no entry", "TK-06", fakedriver.Build(t, "-DNO_ENTRY"), ""},
		{"open folder", "TK-07", open, ""},
		{"does not load", "TK-08", unlinked, ""},
		{"hangs", "TK-09", whole.Path, "hang=C_GetSlotList"},
		{"crashes", "TK-10", whole.Path, "crash=C_GetTokenInfo"},
		{"not started", "TK-11", whole.Path, "fail=C_Initialize:1:0x30"},
		{"no reader", "TK-12", whole.Path, "noslots=1"},
		{"no token", "TK-13", whole.Path, "gone=1"},
		{"faulty token", "TK-14 TK-14", whole.Path, "fail=C_GetTokenInfo:1:0xE1"},
	} {
		whole.Order(t, c.order)
		limit := pkcs11.DefaultLimit
		if c.name == "hangs" {
			limit = 4 * time.Second
		}
		check(c.name, c.want, Facts{Drivers: look(c.path, limit)})
	}
	for name, err := range map[string]error{"TK-04": pkcs11.ErrSystem, "TK-05": pkcs11.ErrMachine} {
		check(name, name, Facts{Drivers: []pkcs11.Seen{{Err: errors.Join(signing.ErrDriver, err)}}})
	}
	whole.Order(t)
	check("a real token beside the empty slot", "TK-15", Facts{Drivers: look(whole.Path, 0)})

	for k := range kinds {
		if code := fmt.Sprintf("TK-%02d", int(k)); !fired[code] {
			t.Errorf("%s was never found: %s", code, words[k].say)
		}
	}
}

// Every kind has its own words and its own remedy.
func TestWordsDiffer(t *testing.T) {
	says := map[string]kind{}
	for k := range kinds {
		w := words[k]
		if other, twice := says[w.say]; twice || w.say == "" || w.level == "" {
			t.Errorf("TK-%02d says what TK-%02d says: %q", k, other, w.say)
		}
		says[w.say] = k
		if strings.Contains(w.say+w.mend, "!") || strings.Contains(w.say+w.mend, "vui lòng") {
			t.Errorf("TK-%02d: %q %q", k, w.say, w.mend)
		}
	}
}
