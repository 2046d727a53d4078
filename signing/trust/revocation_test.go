package trust

import (
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ankhai/signing"

	"golang.org/x/crypto/ocsp"
)

// list makes a revocation list of by; since nil revokes nothing.
func list(t testing.TB, by *holder, revoked *holder, since time.Time, change func(*x509.RevocationList)) *x509.RevocationList {
	t.Helper()
	template := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: now.Add(-time.Hour), NextUpdate: now.Add(time.Hour)}
	if revoked != nil {
		template.RevokedCertificateEntries = []x509.RevocationListEntry{{SerialNumber: revoked.cert.SerialNumber, RevocationTime: since, ReasonCode: 1}}
	}
	if change != nil {
		change(template)
	}
	der, err := x509.CreateRevocationList(rand.Reader, template, by.cert, by.key)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadList(der)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func examine(f family, r *Revocation) *Examiner {
	return &Examiner{Anchors: Anchors{Roots: certs(f.root), Helpers: certs(f.middle)}, Revocation: r}
}

func TestRevokedBeforeAndAfterSigning(t *testing.T) {
	f := newFamily(t)
	before, after := signed.Add(-time.Hour), signed.Add(time.Hour)
	rootList := list(t, f.root, nil, now, nil)
	for name, c := range map[string]struct {
		since  time.Time
		moment signing.Moment
		want   signing.Revocation
		say    string
	}{
		"before, time stamp":  {before, stamped, signing.TakenBack, "(lộ khoá)"},
		"before, claimed":     {before, claimed, signing.TakenBack, "bị thu hồi từ"},
		"after, time stamp":   {after, stamped, signing.TakenLate, ""},
		"after, only claimed": {after, claimed, signing.TakenBack, "không chứng minh được"},
	} {
		t.Run(name, func(t *testing.T) {
			r := &Revocation{Lists: []*x509.RevocationList{rootList, list(t, f.middle, f.leaf, c.since, nil)}}
			v := vouch(t, examine(f, r), f.leaf, c.moment)
			if v.Revocation != c.want || (v.Refusal == "") != (c.say == "") || !strings.Contains(v.Refusal, c.say) {
				t.Errorf("%s %q", v.Revocation, v.Refusal)
			}
		})
	}
	r := &Revocation{Lists: []*x509.RevocationList{list(t, f.root, f.middle, before, nil)}}
	if v := vouch(t, examine(f, r), f.leaf, stamped); v.Revocation != signing.TakenBack || !strings.Contains(v.Refusal, "«CA thử» bị thu hồi") {
		t.Errorf("revoked authority: %+v", v)
	}
	r = &Revocation{Lists: []*x509.RevocationList{rootList, list(t, f.middle, nil, now, nil)}}
	if v := vouch(t, examine(f, r), f.leaf, claimed); v.Revocation != signing.NoneKnown || v.Refusal != "" {
		t.Errorf("good: %+v", v)
	}
}

// A list that does not speak of the certificate leaves the question open, in words.
func TestListThatSaysNothing(t *testing.T) {
	f := newFamily(t)
	stranger := newFamily(t)
	extra := func(id asn1.ObjectIdentifier, critical bool, value []byte) func(*x509.RevocationList) {
		return func(l *x509.RevocationList) {
			l.ExtraExtensions = []pkix.Extension{{Id: id, Critical: critical, Value: value}}
		}
	}
	point := func(tag int) []byte {
		return []byte{0x30, 3, 0x80 | byte(tag), 1, 0xff}
	}
	expired := issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.NotAfter = now.AddDate(0, 0, -1) })
	for name, c := range map[string]struct {
		list *x509.RevocationList
		leaf *holder
		why  string
	}{
		"signed by another":    {list(t, stranger.middle, f.leaf, signed, nil), f.leaf, "không do nơi cấp"},
		"of another authority": {list(t, f.root, f.leaf, signed, nil), f.leaf, "không có danh sách thu hồi của nơi cấp này"},
		"old": {list(t, f.middle, nil, now, func(l *x509.RevocationList) {
			l.ThisUpdate, l.NextUpdate = now.AddDate(0, -2, 0), signed.AddDate(0, 0, -1)
		}), f.leaf, sayStale},
		"of tomorrow":             {list(t, f.middle, nil, now, func(l *x509.RevocationList) { l.ThisUpdate, l.NextUpdate = now.AddDate(0, 0, 1), now.AddDate(0, 0, 2) }), f.leaf, sayAhead},
		"difference":              {list(t, f.middle, nil, now, extra(asn1.ObjectIdentifier{2, 5, 29, 27}, true, []byte{2, 1, 1})), f.leaf, "không nói về loại chứng thư này"},
		"of authorities alone":    {list(t, f.middle, nil, now, extra(oidDistributionPoint, true, point(2))), f.leaf, "không nói về loại chứng thư này"},
		"indirect":                {list(t, f.middle, nil, now, extra(oidDistributionPoint, true, point(4))), f.leaf, "không nói về loại chứng thư này"},
		"certificate has expired": {list(t, f.middle, nil, now, nil), expired, sayForgotten},
	} {
		t.Run(name, func(t *testing.T) {
			v := vouch(t, examine(f, &Revocation{Lists: []*x509.RevocationList{c.list}}), c.leaf, claimed)
			if v.Revocation != signing.NotAsked || v.Refusal != "" || !strings.Contains(strings.Join(v.Unchecked, "\n"), c.why) {
				t.Errorf("%s %q %q", v.Revocation, v.Refusal, v.Unchecked)
			}
		})
	}
}

// What the signer alone says of the moment does not make an old list current.
func TestOldListServesATimeStampOnly(t *testing.T) {
	f := newFamily(t)
	past := func(l *x509.RevocationList) {
		l.ThisUpdate, l.NextUpdate = signed.Add(-time.Hour), signed.Add(time.Hour)
	}
	r := &Revocation{Lists: []*x509.RevocationList{list(t, f.root, nil, now, past), list(t, f.middle, nil, now, past)}}
	if v := vouch(t, examine(f, r), f.leaf, stamped); v.Revocation != signing.NoneKnown {
		t.Errorf("time stamp: %q", v.Unchecked)
	}
	if v := vouch(t, examine(f, r), f.leaf, claimed); v.Revocation != signing.NotAsked {
		t.Errorf("claimed: %+v", v)
	}
}

// responder is an OCSP server that gives one answer, and counts questions.
type responder struct {
	*httptest.Server
	answer []byte
	asked  atomic.Int32
}

func newResponder(t testing.TB) *responder {
	r := &responder{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		r.asked.Add(1)
		if _, err := io.Copy(io.Discard, q.Body); err != nil || r.answer == nil {
			http.Error(w, "hỏng", http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(r.answer) // the client is gone, then
	}))
	t.Cleanup(r.Close)
	return r
}

func TestOCSP(t *testing.T) {
	server := newResponder(t)
	f := newFamily(t)
	f.leaf = issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.OCSPServer = []string{"ldap://x/", server.URL} })
	delegate := func(change func(*x509.Certificate)) *holder {
		return issue(t, f.middle, "OCSP", false, func(c *x509.Certificate) {
			c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
			if change != nil {
				change(c)
			}
		})
	}
	stranger := newFamily(t)
	answer := func(by *holder, change func(*ocsp.Response)) []byte {
		r := ocsp.Response{Status: ocsp.Good, SerialNumber: f.leaf.cert.SerialNumber, ThisUpdate: now.Add(-time.Hour), NextUpdate: now.Add(time.Hour)}
		if by != f.middle {
			r.Certificate = by.cert
		}
		if change != nil {
			change(&r)
		}
		der, err := ocsp.CreateResponse(f.middle.cert, by.cert, r, by.key)
		if err != nil {
			t.Fatal(err)
		}
		return der
	}
	good := answer(f.middle, nil)
	forged := append([]byte{}, good...)
	forged[len(forged)-5] ^= 1
	for name, c := range map[string]struct {
		answer []byte
		want   signing.Revocation
		why    string
	}{
		"good":                {good, signing.NoneKnown, ""},
		"good, by a delegate": {answer(delegate(nil), nil), signing.NoneKnown, ""},
		"revoked": {answer(f.middle, func(r *ocsp.Response) {
			r.Status, r.RevokedAt, r.RevocationReason = ocsp.Revoked, signed.Add(-time.Hour), 5
		}), signing.TakenBack, "(ngừng sử dụng)"},
		"unknown":                {answer(f.middle, func(r *ocsp.Response) { r.Status = ocsp.Unknown }), signing.NotAsked, "không biết chứng thư này"},
		"forged":                 {forged, signing.NotAsked, "không do nơi cấp ký"},
		"by a stranger":          {answer(stranger.middle, nil), signing.NotAsked, "không do nơi cấp ký"},
		"by another's customer":  {answer(issue(t, f.middle, "B", false, nil), nil), signing.NotAsked, "không có quyền trả lời"},
		"by an expired delegate": {answer(delegate(func(c *x509.Certificate) { c.NotAfter = now.AddDate(0, -1, 0) }), nil), signing.NotAsked, "không có quyền trả lời"},
		"of another serial":      {answer(f.middle, func(r *ocsp.Response) { r.SerialNumber = big.NewInt(7) }), signing.NotAsked, "không nói về chứng thư này"},
		"expired":                {answer(f.middle, func(r *ocsp.Response) { r.ThisUpdate, r.NextUpdate = now.AddDate(0, 0, -9), now.AddDate(0, 0, -2) }), signing.NotAsked, sayStale},
		"of tomorrow":            {answer(f.middle, func(r *ocsp.Response) { r.ThisUpdate, r.NextUpdate = now.AddDate(0, 0, 1), now.AddDate(0, 0, 2) }), signing.NotAsked, sayAhead},
		"refusal":                {ocsp.UnauthorizedErrorResponse, signing.NotAsked, "không đúng"},
		"nonsense":               {[]byte("<html>"), signing.NotAsked, "không đúng"},
		"endless":                {make([]byte, maxOCSP+1), signing.NotAsked, "không trả lời"},
		"silence":                {nil, signing.NotAsked, "không trả lời"},
	} {
		t.Run(name, func(t *testing.T) {
			server.answer = c.answer
			r := &Revocation{Online: true, Lists: []*x509.RevocationList{list(t, f.root, nil, now, nil)}}
			v := vouch(t, examine(f, r), f.leaf, claimed)
			said := v.Refusal + strings.Join(v.Unchecked, "\n")
			if v.Revocation != c.want || !strings.Contains(said, c.why) || (v.Refusal != "") != (c.want == signing.TakenBack) {
				t.Errorf("%s %q %q", v.Revocation, v.Refusal, v.Unchecked)
			}
		})
	}
}

func TestAskedOnceAndOnlyWhenAllowed(t *testing.T) {
	server := newResponder(t)
	f := newFamily(t)
	f.leaf = issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.OCSPServer = []string{server.URL} })
	offline := &Revocation{Lists: []*x509.RevocationList{list(t, f.root, nil, now, nil)}}
	vouch(t, examine(f, offline), f.leaf, claimed)
	if n := server.asked.Load(); n != 0 {
		t.Errorf("%d questions without leave", n)
	}
	// Nobody is asked at an address that no trusted authority wrote.
	stranger := newFamily(t)
	vouch(t, examine(stranger, &Revocation{Online: true}), f.leaf, claimed, f.middle)
	if n := server.asked.Load(); n != 0 {
		t.Errorf("%d questions at a stranger's address", n)
	}
	online := &Revocation{Online: true}
	for range 3 {
		vouch(t, examine(f, online), f.leaf, claimed)
	}
	if n := server.asked.Load(); n != 1 {
		t.Errorf("%d questions, want one: silence is remembered too", n)
	}
}

func TestListIsFetched(t *testing.T) {
	f := newFamily(t)
	var der []byte
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if q.URL.Path == "/cu" {
			http.Redirect(w, q, "/moi", http.StatusFound)
			return
		}
		_, _ = w.Write(der) // the client is gone, then
	}))
	defer server.Close()
	f.leaf = issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.CRLDistributionPoints = []string{server.URL + "/cu"} })
	der = list(t, f.middle, f.leaf, signed.Add(-time.Hour), nil).Raw
	v := vouch(t, examine(f, &Revocation{Online: true}), f.leaf, claimed)
	if v.Revocation != signing.TakenBack || !strings.Contains(v.Refusal, server.URL) {
		t.Errorf("%+v", v)
	}
	// The authority itself names no address: that is said, and is no reason to refuse.
	if !strings.Contains(strings.Join(v.Unchecked, "\n"), "«CA thử»: chứng thư không ghi nơi hỏi thu hồi") {
		t.Errorf("%q", v.Unchecked)
	}
}
