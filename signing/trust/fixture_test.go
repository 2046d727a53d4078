package trust

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"testing"
	"time"

	"ankhai/signing"
)

// now is the clock of these tests, the machine's own since responders of others
// write their answers by it; signed is when documents were signed.
var (
	now    = time.Now().UTC().Truncate(time.Second)
	signed = now.AddDate(0, -1, 0)
)

// holder is a certificate with its key; it may issue others.
type holder struct {
	cert *x509.Certificate
	key  crypto.Signer
}

var serials int64 = 1000

// issue makes a certificate for a new key, signed by parent; nil signs itself.
// change is applied to the template last.
func issue(t testing.TB, parent *holder, name string, ca bool, change func(*x509.Certificate)) *holder {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return certify(t, parent, key, name, ca, change)
}

func certify(t testing.TB, parent *holder, key crypto.Signer, name string, ca bool, change func(*x509.Certificate)) *holder {
	t.Helper()
	serials++
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serials), NotBefore: now.AddDate(-2, 0, 0), NotAfter: now.AddDate(2, 0, 0),
		Subject:               pkix.Name{Country: []string{"VN"}, Organization: []string{"NƠI CẤP THỬ"}, CommonName: name},
		BasicConstraintsValid: true, IsCA: ca, MaxPathLen: -1,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
	}
	if ca {
		template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	}
	if change != nil {
		change(template)
	}
	h := &holder{key: key}
	if parent == nil {
		parent = &holder{cert: template, key: key}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent.cert, key.Public(), parent.key)
	if err != nil {
		t.Fatal(err)
	}
	if h.cert, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	return h
}

// family is a root, an issuing authority below it and a signer.
type family struct{ root, middle, leaf *holder }

func newFamily(t testing.TB) family {
	t.Helper()
	var f family
	f.root = issue(t, nil, "Gốc thử", true, nil)
	f.middle = issue(t, f.root, "CA thử", true, nil)
	f.leaf = issue(t, f.middle, "CÔNG TY THỬ", false, nil)
	return f
}

func certs(holders ...*holder) (out []*x509.Certificate) {
	for _, h := range holders {
		out = append(out, h.cert)
	}
	return out
}

// vouch asks about a signer with what lies beside the signature.
func vouch(t testing.TB, e *Examiner, leaf *holder, m signing.Moment, beside ...*holder) signing.Vouching {
	t.Helper()
	if e.Now == nil {
		e.Now = func() time.Time { return now }
	}
	return e.Voucher(t.Context())(signing.Question{Certificate: leaf.cert, Others: certs(beside...), Moment: m})
}

var claimed = signing.Moment{At: signed, Clock: signing.ByClaim}
var stamped = signing.Moment{At: signed, Clock: signing.ByStamp}

// directoryConstraint is a critical NameConstraints extension with one directory
// name; tag 0 permits it, 1 excludes it.
func directoryConstraint(t testing.TB, tag int, name pkix.Name) pkix.Extension {
	t.Helper()
	rdns, err := asn1.Marshal(name.ToRDNSequence())
	if err != nil {
		t.Fatal(err)
	}
	wrap := func(class, tag int, content []byte) []byte {
		out, err := asn1.Marshal(asn1.RawValue{Class: class, Tag: tag, IsCompound: true, Bytes: content})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	tree := wrap(asn1.ClassUniversal, asn1.TagSequence, wrap(asn1.ClassContextSpecific, kindDirectory, rdns))
	return pkix.Extension{Id: oidNameConstraints, Critical: true, Value: wrap(asn1.ClassUniversal, asn1.TagSequence, wrap(asn1.ClassContextSpecific, tag, tree))}
}
