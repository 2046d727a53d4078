package office

import (
	"crypto/rand"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/trust"
)

// TrustDir is the folder of trusted certificates inside a data folder. People may
// put files there by hand.
const TrustDir = "goc-tin-cay"

// TrustStore is the trust store of a data folder; nothing is locked for it.
func TrustStore(dir string) trust.Store { return trust.Store{Dir: filepath.Join(dir, TrustDir)} }

// ForPractice says whether a certificate is one of practice mode's: it vouches for
// practice alone, wherever it lies.
func ForPractice(cert *x509.Certificate) bool {
	return slices.Contains(cert.Subject.OrganizationalUnit, signtest.PracticeMark)
}

// examiner makes the judge of chains that a verification asks.
func (in VerifyInput) examiner() (*trust.Examiner, error) {
	e := &trust.Examiner{Now: in.Now, Revocation: &trust.Revocation{Online: in.Online}}
	if e.Now == nil {
		e.Now = time.Now
	}
	for _, data := range in.CRL {
		list, err := trust.ReadList(data)
		if err != nil {
			return nil, err
		}
		e.Revocation.Lists = append(e.Revocation.Lists, list)
	}
	if in.CA != nil {
		certs, err := trust.ReadCertificates(in.CA)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTrusted, err)
		}
		e.Strict = true
		e.Anchors = trust.Sort(certs, func(*x509.Certificate) bool { return false })
		return e, nil
	}
	if in.Dir == "" {
		return e, nil
	}
	entries, _, err := TrustStore(in.Dir).Load()
	if err != nil {
		return nil, err
	}
	var certs []*x509.Certificate
	for _, entry := range entries {
		certs = append(certs, entry.Cert)
	}
	own, err := practiceCertificates(in.Dir)
	if err != nil {
		return nil, err
	}
	e.Anchors = trust.Sort(append(certs, own...), ForPractice)
	return e, nil
}

// practiceCertificates are those of the practice CA of a data folder, none where it
// has made no key yet.
func practiceCertificates(dir string) ([]*x509.Certificate, error) {
	saved, err := os.ReadFile(filepath.Join(dir, Practice, practiceCAFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read practice CA: %w", err)
	}
	ca, err := signtest.Load(rand.Reader, saved)
	if err != nil {
		return nil, err
	}
	return []*x509.Certificate{ca.Root(), ca.Issuing()}, nil
}

// Trusted is a certificate of the trust store, in words.
type Trusted struct {
	ID          string    `json:"id"`
	Subject     string    `json:"subject"`
	Issuer      string    `json:"issuer"`
	Fingerprint string    `json:"fingerprint"` // SHA-256, hex
	From        time.Time `json:"from"`
	Until       time.Time `json:"until"`
	Root        bool      `json:"root"`
	Practice    bool      `json:"practice"`
	File        string    `json:"file"`
}

// Describe puts entries of a trust store into words.
func Describe(entries []trust.Entry) []Trusted {
	out := []Trusted{}
	for _, e := range entries {
		out = append(out, Trusted{
			ID: e.ID, Subject: signing.DN(e.Cert.RawSubject), Issuer: signing.DN(e.Cert.RawIssuer), Fingerprint: trust.Fingerprint(e.Cert),
			From: e.Cert.NotBefore.UTC(), Until: e.Cert.NotAfter.UTC(), Root: e.Root, Practice: ForPractice(e.Cert), File: e.File,
		})
	}
	return out
}
