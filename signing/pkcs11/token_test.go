package pkcs11_test

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"os"
	"strings"
	"sync"
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

var now = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// trusted lets drivers of tests lie below the shared folder for temporary files.
var trusted = pkcs11.Consent{OpenFolder: true}

func pin() []byte { return []byte(softhsm.PIN) }

// theCA is one authority for all tests: making its keys takes longer than they do.
var theCA = sync.OnceValues(func() (*signtest.CA, error) { return signtest.NewCA(rand.Reader, now.AddDate(-2, 0, 0)) })

func authority(t *testing.T) *signtest.CA {
	t.Helper()
	ca, err := theCA()
	if err != nil {
		t.Fatal(err)
	}
	return ca
}

func issue(t *testing.T, ca *signtest.CA, name string, options ...signtest.Option) *signtest.Key {
	t.Helper()
	key, err := ca.Issue(signtest.Subject{Name: name, TaxCode: "0100109106"}, now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0), options...)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func drivers(t *testing.T, limit time.Duration) *pkcs11.Drivers {
	t.Helper()
	d := pkcs11.NewDrivers(limit)
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// rig is one token with one certificate behind a driver that can misbehave.
type rig struct {
	*pkcs11.Drivers
	fake  *fakedriver.Driver
	store *softhsm.Store
	key   *signtest.Key
}

func newRig(t *testing.T, orders ...string) rig {
	t.Helper()
	store := softhsm.New(t, "Token A")
	key := issue(t, authority(t), "CÔNG TY A")
	store.Put(t, "Token A", "a1", key)
	return rig{drivers(t, 0), fakedriver.New(t, store, orders...), store, key}
}

// again is the same rig with other orders and helpers of its own.
func (r rig) again(t *testing.T, orders ...string) rig {
	t.Helper()
	r.fake.Order(t, orders...)
	r.Drivers = drivers(t, 0)
	return r
}

func (r rig) choice() pkcs11.Choice { return pkcs11.Choice{Module: r.fake.Path, Consent: trusted} }

func (r rig) open(t *testing.T) *pkcs11.Key {
	t.Helper()
	key, err := r.Open(context.Background(), r.choice(), pin())
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func sign(key signing.Key) error {
	digest := sha256.Sum256([]byte("hồ sơ"))
	_, err := signing.SignDigest(context.Background(), key, digest[:], crypto.SHA256)
	return err
}

// want checks an outcome and that its sentence speaks of what it should.
func want(t *testing.T, err, kind error, words string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("got %v, want %v", err, kind)
	}
	if say := signing.Say(err); !strings.Contains(say, words) {
		t.Errorf("says %q, want %q in it", say, words)
	}
}

// Certificates are seen before any PIN; CA certificates are counted, not offered;
// the key signs what the certificate verifies, by the driver itself.
func TestSoftHSM(t *testing.T) {
	ca := authority(t)
	store := softhsm.New(t, "Token A")
	for id, option := range map[string]signtest.Option{"a1": signtest.WithBits(2048), "a2": signtest.WithECDSA(), "a3": signtest.WithBits(3072)} {
		store.Put(t, "Token A", id, issue(t, ca, "CÔNG TY "+id, option))
	}
	store.PutCertificate(t, "Token A", "ff", ca.Issuing())
	t.Setenv("SOFTHSM2_CONF", store.Conf)
	d := drivers(t, 0)
	slots, err := d.Slots(context.Background(), store.Module, pkcs11.Consent{})
	if err != nil {
		t.Fatal(err)
	}
	var token *pkcs11.Token
	for _, s := range slots {
		if s.Token != nil && s.Token.Label == "Token A" {
			token = s.Token
		}
	}
	if token == nil {
		t.Fatalf("token not found in %+v", slots)
	}
	if len(token.Certificates) != 3 || token.Authorities != 1 || !token.CanSign || !token.HasPIN || !token.Initialized || token.PIN != pkcs11.PINFine || token.MinPIN < 4 {
		t.Errorf("token is %+v", token)
	}
	for _, c := range token.Certificates {
		if !c.KeySeen || signing.TaxCode(c.Certificate) != "0100109106" {
			t.Errorf("certificate %s: key seen %v, %s", c.ID, c.KeySeen, signing.DN(c.RawSubject))
		}
		key, err := d.Open(context.Background(), pkcs11.Choice{Module: store.Module, Token: token.Serial, Cert: c.ID}, pin())
		if err != nil {
			t.Fatal(err)
		}
		if err := sign(key); err != nil {
			t.Errorf("%s: %v", c.ID, err)
		}
		if err := key.Close(); err != nil {
			t.Error(err)
		}
		want(t, sign(key), signing.ErrKeyMissing, "khoá")
	}
	_, err = d.Open(context.Background(), pkcs11.Choice{Module: store.Module, Token: "Token A"}, pin())
	want(t, err, signing.ErrSeveralKeys, "cert=a2")
	_, err = d.Open(context.Background(), pkcs11.Choice{Module: store.Module, Token: "Token B"}, pin())
	want(t, err, signing.ErrTokenMissing, "Token B")
	_, err = d.Open(context.Background(), pkcs11.Choice{Module: store.Module, Token: "Token A", Cert: "ee"}, pin())
	want(t, err, signing.ErrKeyMissing, "ee")
}

// Two tokens on one driver, each with its own PIN session; a serial number of the
// certificate chooses as well.
func TestTwoTokens(t *testing.T) {
	ca := authority(t)
	store := softhsm.New(t, "Token A", "Token B")
	a, b := issue(t, ca, "CÔNG TY A"), issue(t, ca, "CÔNG TY B")
	store.Put(t, "Token A", "01", a)
	store.Put(t, "Token B", "01", b)
	fake := fakedriver.New(t, store)
	d := drivers(t, 0)
	_, err := d.Open(context.Background(), pkcs11.Choice{Module: fake.Path, Consent: trusted}, pin())
	want(t, err, signing.ErrSeveralKeys, "Token B")
	var keys []*pkcs11.Key
	for _, choice := range []pkcs11.Choice{{Token: "Token A"}, {Cert: signing.Serial(b.Certificate())}} {
		choice.Module, choice.Consent = fake.Path, trusted
		key, err := d.Open(context.Background(), choice, pin())
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	for i, owner := range []*signtest.Key{a, b} {
		if !keys[i].Certificate().Equal(owner.Certificate()) {
			t.Errorf("key %d is of %s", i, signing.CommonName(keys[i].Certificate()))
		}
		if err := sign(keys[i]); err != nil {
			t.Error(err)
		}
	}
}

// A certificate whose key is missing, and two keys under one ID of which the
// modulus tells the right one.
func TestKeysOfOneID(t *testing.T) {
	ca := authority(t)
	store := softhsm.New(t, "Token A")
	alone, right, old := issue(t, ca, "KHÔNG KHOÁ"), issue(t, ca, "CÔNG TY"), issue(t, ca, "KHOÁ CŨ")
	store.PutCertificate(t, "Token A", "01", alone.Certificate())
	store.PutKey(t, "Token A", "02", old)
	store.Put(t, "Token A", "02", right)
	fake := fakedriver.New(t, store)
	d := drivers(t, 0)
	_, err := d.Open(context.Background(), pkcs11.Choice{Module: fake.Path, Cert: "01", Consent: trusted}, pin())
	want(t, err, signing.ErrKeyMissing, "không có khoá bí mật")
	key, err := d.Open(context.Background(), pkcs11.Choice{Module: fake.Path, Cert: "02", Consent: trusted}, pin())
	if err != nil {
		t.Fatal(err)
	}
	if err := sign(key); err != nil {
		t.Error(err)
	}
}

// A key that wants its PIN at each signature gets it, signature after signature.
func TestAlwaysAuthenticate(t *testing.T) {
	store := softhsm.New(t, "Token A")
	key := issue(t, authority(t), "CÔNG TY")
	store.PutKey(t, "Token A", "01", key, "--always-auth", "--usage-sign")
	store.PutCertificate(t, "Token A", "01", key.Certificate())
	fake := fakedriver.New(t, store)
	d := drivers(t, 0)
	opened, err := d.Open(context.Background(), pkcs11.Choice{Module: fake.Path, Consent: trusted}, pin())
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := sign(opened); err != nil {
			t.Fatal(err)
		}
	}
}

// Fifty signatures with one login.
func TestBatchOfFifty(t *testing.T) {
	r := newRig(t, "fail=C_Login:2:0xA0") // a second login would be refused
	key := r.open(t)
	for i := range 50 {
		if err := sign(key); err != nil {
			t.Fatalf("signature %d: %v", i+1, err)
		}
	}
}
