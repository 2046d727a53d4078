// Package trust says who vouches for a certificate: it keeps the certificates that
// the user trusts, builds the chain from a signer to one of them, judges it at the
// moment of signing, and asks whether anything in it was taken back.
//
// It knows no document, no form, no window and no address of its own; the program
// ships no certificate of any authority, because it could prove none. It may be
// imported by app/office; of ours it imports package signing alone. It follows RFC
// 5280 (chains, CRL) and RFC 6960 (OCSP). Revocation data inside documents (PAdES
// DSS, XAdES-LT) is not read, and every answer says so.
//
// Everything it reads is hostile: certificates beside a signature are hints and
// never trusted, there is a limit to their number, to the depth of a chain, to the
// signatures checked for it and to what is fetched. Nothing is fetched but from the
// addresses in certificates of a chain that already ends at a trusted root.
package trust

import (
	"context"
	"crypto/x509"
	"fmt"
	"strings"
	"time"

	"ankhai/signing"
)

// Anchors are the certificates at which a chain may end, and those that only help
// to get there.
type Anchors struct {
	Roots    []*x509.Certificate // trusted by the user
	Practice []*x509.Certificate // trusted for practice alone
	Helpers  []*x509.Certificate // authorities below a root
}

// Pools are the trusted ones in the form that the standard library wants; roots is
// nil where nothing is trusted.
func (a Anchors) Pools() (roots, helpers *x509.CertPool) {
	helpers = x509.NewCertPool()
	for _, cert := range a.Helpers {
		helpers.AddCert(cert)
	}
	if len(a.Roots) == 0 {
		return nil, helpers
	}
	roots = x509.NewCertPool()
	for _, cert := range a.Roots {
		roots.AddCert(cert)
	}
	return roots, helpers
}

// Examiner answers who vouches for certificates.
type Examiner struct {
	Anchors Anchors
	// Strict: a chain must lead to one of the roots even where there is none.
	Strict bool
	// Revocation asks whether certificates were taken back; nil: nobody asks.
	Revocation *Revocation
	Now        func() time.Time
}

// Voucher makes the function that a policy of package signing takes. ctx bounds
// what is fetched.
func (e *Examiner) Voucher(ctx context.Context) signing.Voucher {
	return func(q signing.Question) signing.Vouching { return e.vouch(ctx, q) }
}

// sayEmbedded is said in every answer that went as far as revocation.
const sayEmbedded = "Dữ liệu thu hồi kèm trong tài liệu (DSS của PAdES, XAdES-LT) không được đọc."

func (e *Examiner) vouch(ctx context.Context, q signing.Question) (v signing.Vouching) {
	v = signing.Vouching{Standing: signing.Untrusted, Revocation: signing.NotAsked, Moment: q.Moment}
	defer func() {
		if r := recover(); r != nil { // what a library makes of a hostile certificate
			v.Standing, v.Refusal = signing.Untrusted, "Chứng thư số hỏng nên không xét được nơi cấp. Lấy lại tệp gốc."
		}
	}()
	now := e.Now()
	if v.Moment.At.IsZero() {
		v.Moment = signing.Moment{At: now, Clock: signing.ByNow}
	}
	if !q.Stamping && !signing.ForSigning(q.Certificate) {
		v.Refusal = "Chứng thư số của người ký không dùng để ký tài liệu. Ký lại bằng chứng thư ký của đơn vị."
		v.Chain = names(path{q.Certificate})
		return v
	}
	s := newSearch(e.Anchors, q.Others, v.Moment.At)
	found, wrong := s.find(q.Certificate)
	v.Chain = names(found)
	if wrong != nil && !e.Strict && len(e.Anchors.Roots) == 0 {
		v.Standing = signing.Unknown
		v.Unchecked = []string{"Nơi cấp: không có chứng thư gốc tin cậy nào trong kho.", "Thu hồi: chỉ xét khi biết nơi cấp."}
		return v
	}
	if wrong != nil {
		v.Refusal = wrong.say
		v.Unchecked = append(s.remarks, "Thu hồi: chỉ xét khi chuỗi chứng thư dẫn về một gốc tin cậy.")
		return v
	}
	root := found[len(found)-1]
	v.By, v.Legacy = signing.CommonName(root), found.legacy()
	v.Standing = signing.Trusted
	if contains(e.Anchors.Practice, root) {
		v.Standing = signing.Practice
	}
	v.Checked = []string{
		fmt.Sprintf("Chuỗi %d chứng thư dẫn về gốc %s: chữ ký từng bậc, quyền cấp, độ sâu, mục đích dùng khoá, giới hạn tên.", len(found), v.By),
		fmt.Sprintf("Hiệu lực của từng chứng thư lúc %s (%s).", clockTime(v.Moment.At), v.Moment.Clock),
	}
	v.Unchecked = s.remarks
	e.askRevocation(ctx, found, now, &v)
	v.Unchecked = append(v.Unchecked, sayEmbedded)
	return v
}

// names are the DN of a path, from the signer up.
func names(p path) (out []string) {
	for _, cert := range p {
		out = append(out, signing.DN(cert.RawSubject))
	}
	return out
}

func contains(list []*x509.Certificate, cert *x509.Certificate) bool {
	for _, c := range list {
		if c.Equal(cert) {
			return true
		}
	}
	return false
}

// vietnam is the zone that moments are told in.
var vietnam = time.FixedZone("ICT", 7*60*60)

func clockTime(at time.Time) string { return at.In(vietnam).Format("02/01/2006 15:04:05") }

func day(at time.Time) string { return at.In(vietnam).Format("02/01/2006") }

// called is how a sentence names a certificate.
func called(cert *x509.Certificate) string {
	if name := strings.TrimSpace(signing.CommonName(cert)); name != "" {
		return name
	}
	return "sê-ri " + signing.Serial(cert)
}
