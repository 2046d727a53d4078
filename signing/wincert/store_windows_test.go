package wincert

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/binary"
	"errors"
	"math/big"
	"slices"
	"sync"
	"testing"
	"time"
	"unsafe"

	"ankhai/signing"
	"ankhai/signing/signtest"

	"golang.org/x/sys/windows"
)

// These tests use the store of the user who runs them, and tidy up after
// themselves. They also run under Wine, see TestUnderWine.

var certControlStore = crypt.NewProc("CertControlStore")
var certSetProperty = crypt.NewProc("CertSetCertificateContextProperty")
var cryptImportKey = advapi.NewProc("CryptImportKey")

// privateBlob is a key as the CryptoAPI takes it: PRIVATEKEYBLOB, all numbers
// little-endian.
func privateBlob(key *rsa.PrivateKey) []byte {
	var b bytes.Buffer
	bits := key.N.BitLen()
	number := func(n *big.Int, size int) { b.Write(reverse(n.FillBytes(make([]byte, size)))) }
	for _, v := range []any{uint8(7), uint8(2), uint16(0), uint32(0x2400), []byte("RSA2"), uint32(bits), uint32(key.E)} {
		_ = binary.Write(&b, binary.LittleEndian, v) // a buffer takes everything
	}
	key.Precompute()
	number(key.N, bits/8)
	for _, n := range []*big.Int{key.Primes[0], key.Primes[1], key.Precomputed.Dp, key.Precomputed.Dq, key.Precomputed.Qinv} {
		number(n, bits/16)
	}
	number(key.D, bits/8)
	return b.Bytes()
}

// put puts a certificate into the store with its key in a container of a provider;
// no private key leaves the container out.
func put(t *testing.T, key *signtest.Key, container, provider string, providerType uint32, withKey bool) {
	t.Helper()
	putFor(t, key.Certificate(), key, container, provider, providerType, withKey)
}

// putFor puts one key behind the certificate of another.
func putFor(t *testing.T, of *x509.Certificate, key *signtest.Key, container, provider string, providerType uint32, withKey bool) {
	t.Helper()
	name, prov := utf16(t, container), utf16(t, provider)
	var handle windows.Handle
	if withKey {
		_ = windows.CryptAcquireContext(&handle, name, prov, providerType, windows.CRYPT_DELETEKEYSET) // of an earlier run
		if err := windows.CryptAcquireContext(&handle, name, prov, providerType, windows.CRYPT_NEWKEYSET); err != nil {
			t.Fatalf("container: %v", err)
		}
		blob := privateBlob(key.Private().(*rsa.PrivateKey))
		var imported uintptr
		if err := call(cryptImportKey, uintptr(handle), uintptr(unsafe.Pointer(&blob[0])), uintptr(len(blob)), 0, 1, uintptr(unsafe.Pointer(&imported))); err != nil {
			t.Fatalf("import key: %v", err)
		}
		if err := windows.CryptReleaseContext(handle, 0); err != nil {
			t.Fatal(err)
		}
	}
	store, err := windows.CertOpenStore(windows.CERT_STORE_PROV_SYSTEM, 0, 0, windows.CERT_SYSTEM_STORE_CURRENT_USER, uintptr(unsafe.Pointer(utf16(t, "MY"))))
	if err != nil {
		t.Fatal(err)
	}
	raw := of.Raw
	cert, err := windows.CertCreateCertificateContext(windows.X509_ASN_ENCODING, &raw[0], uint32(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var stored *windows.CertContext
	if err := windows.CertAddCertificateContextToStore(store, cert, windows.CERT_STORE_ADD_REPLACE_EXISTING, &stored); err != nil {
		t.Fatal(err)
	}
	if withKey {
		info := rawKeyInfo{Container: name, Provider: prov, ProviderType: providerType, Spec: 2}
		if err := call(certSetProperty, uintptr(unsafe.Pointer(stored)), keyProvInfoProp, 0, uintptr(unsafe.Pointer(&info))); err != nil {
			t.Fatalf("key property: %v", err)
		}
	}
	commit(t, store)
	t.Cleanup(func() {
		_ = windows.CertDeleteCertificateFromStore(stored)
		commit(t, store)
		_ = windows.CertCloseStore(store, 0)
		if withKey {
			_ = windows.CryptAcquireContext(&handle, name, prov, providerType, windows.CRYPT_DELETEKEYSET)
		}
	})
}

// commit writes a store at once; Wine waits until it is closed.
func commit(t *testing.T, store windows.Handle) {
	t.Helper()
	const commit = 3 // CERT_STORE_CTRL_COMMIT
	if err := call(certControlStore, uintptr(store), 0, commit, 0); err != nil {
		t.Fatalf("commit store: %v", err)
	}
}

func utf16(t *testing.T, s string) *uint16 {
	t.Helper()
	p, err := windows.UTF16PtrFromString(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var now = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// theCA issues for all tests: making its keys takes longer than they do.
var theCA = sync.OnceValues(func() (*signtest.CA, error) { return signtest.NewCA(rand.Reader, now.AddDate(-2, 0, 0)) })

func issue(t *testing.T, name string, options ...signtest.Option) *signtest.Key {
	t.Helper()
	ca, err := theCA()
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: name, TaxCode: "0100109106"}, now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0), options...)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

const (
	oldProvider = "Microsoft Base Cryptographic Provider v1.0" // PROV_RSA_FULL: no SHA-256
	newProvider = "Microsoft Enhanced RSA and AES Cryptographic Provider"
)

// Keys of the old kind of provider, which says NTE_BAD_ALGID to SHA-256, and of the
// new kind sign what their certificate verifies.
func TestSignsWithTheStore(t *testing.T) {
	for _, c := range []struct {
		container, provider string
		kind                uint32
	}{
		{"ankhai thu cu", oldProvider, windows.PROV_RSA_FULL},
		{"ankhai thu moi", newProvider, windows.PROV_RSA_AES},
	} {
		key := issue(t, c.container)
		put(t, key, c.container, c.provider, c.kind, true)
		opened, err := Open(Thumbprint(key.Certificate()), 0)
		if err != nil {
			t.Errorf("%s: %v", c.provider, err)
			continue
		}
		digest := sha256.Sum256([]byte("hồ sơ"))
		if c.kind == windows.PROV_RSA_FULL && opened.spec != ncryptSpec {
			if _, err := signWith(opened.handle, opened.spec, digest[:], algorithmIDs[crypto.SHA256]); !errors.Is(err, nteBadAlgID) {
				t.Errorf("the old provider says %v to SHA-256; this test means to see it refuse", err)
			}
		}
		if _, err := signing.SignDigest(context.Background(), opened, digest[:], crypto.SHA256); err != nil {
			t.Errorf("%s: %v", c.provider, err)
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
		if _, err := opened.Sign(nil, digest[:], crypto.SHA256); !errors.Is(err, signing.ErrKeyMissing) {
			t.Errorf("after Close: %v", err)
		}
	}
}

// A key that the store holds for another certificate is found out before anybody
// uses what it signed.
func TestWrongKeyBehindACertificate(t *testing.T) {
	cert, other := issue(t, "CÔNG TY"), issue(t, "KHOÁ KHÁC")
	putFor(t, cert.Certificate(), other, "ankhai thu lan", newProvider, windows.PROV_RSA_AES, true)
	opened, err := Open(Thumbprint(cert.Certificate()), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	digest := sha256.Sum256([]byte("hồ sơ"))
	if _, err := signing.SignDigest(context.Background(), opened, digest[:], crypto.SHA256); !errors.Is(err, signing.ErrKeyMismatch) {
		t.Errorf("got %v, want ErrKeyMismatch", err)
	}
}

// The list holds what can sign and nothing else.
func TestList(t *testing.T) {
	good, keyless := issue(t, "KÝ ĐƯỢC"), issue(t, "KHÔNG KHOÁ")
	encrypts := issue(t, "MÃ HOÁ", signtest.WithKeyUsage(x509.KeyUsageKeyEncipherment))
	put(t, good, "ankhai thu danh sach", newProvider, windows.PROV_RSA_AES, true)
	put(t, keyless, "", newProvider, windows.PROV_RSA_AES, false)
	put(t, encrypts, "ankhai thu ma hoa", newProvider, windows.PROV_RSA_AES, true)
	listed, err := Certificates()
	if err != nil {
		t.Fatal(err)
	}
	has := func(k *signtest.Key) bool { return slices.ContainsFunc(listed, k.Certificate().Equal) }
	if !has(good) || has(keyless) || has(encrypts) {
		t.Errorf("%d listed: good %v, keyless %v, for encryption %v", len(listed), has(good), has(keyless), has(encrypts))
	}
	if _, err := Open(Thumbprint(keyless.Certificate()), 0); !errors.Is(err, signing.ErrKeyMissing) {
		t.Errorf("without a key: %v", err)
	}
	if _, err := Open("00", 0); !errors.Is(err, signing.ErrKeyMissing) {
		t.Errorf("not in the store: %v", err)
	}
}
