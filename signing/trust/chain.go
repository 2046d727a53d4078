package trust

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"fmt"
	"time"

	"ankhai/signing"
)

// What a search may cost.
const (
	maxDepth      = 8       // certificates in a chain, from the signer to the root
	maxOthers     = 100     // certificates beside a signature that are looked at
	maxSignatures = 64      // signatures checked for one chain
	maxDER        = 1 << 16 // bytes of one certificate
)

// path is a chain from the signer up.
type path []*x509.Certificate

// fault is why a chain does not hold, in Vietnamese.
type fault struct{ say string }

func wrong(format string, args ...any) *fault { return &fault{fmt.Sprintf(format, args...)} }

// search looks for a sound chain from one certificate to an anchor.
type search struct {
	anchors   []*x509.Certificate
	bySubject map[string][]*x509.Certificate
	at        time.Time
	budget    int
	remarks   []string

	// the best that was met on the way, for the words when nothing is found
	longest path
	broken  *fault
	whole   bool // broken is about a chain that reached an anchor
}

func newSearch(a Anchors, others []*x509.Certificate, at time.Time) *search {
	s := &search{bySubject: map[string][]*x509.Certificate{}, at: at, budget: maxSignatures}
	s.anchors = append(append(s.anchors, a.Roots...), a.Practice...)
	seen := map[string]bool{}
	add := func(list []*x509.Certificate) {
		for _, cert := range list {
			if key := string(cert.Raw); !seen[key] && len(cert.Raw) <= maxDER {
				seen[key] = true
				s.bySubject[string(cert.RawSubject)] = append(s.bySubject[string(cert.RawSubject)], cert)
			}
		}
	}
	add(s.anchors)
	add(a.Helpers)
	if len(others) > maxOthers {
		s.remarks = append(s.remarks, fmt.Sprintf("Chữ ký kèm %d chứng thư; chỉ xét %d chứng thư đầu.", len(others), maxOthers))
		others = others[:maxOthers]
	}
	add(others)
	return s
}

// find gives the first sound chain, or the longest one met and what is wrong.
func (s *search) find(leaf *x509.Certificate) (path, *fault) {
	if len(leaf.Raw) > maxDER {
		return path{leaf}, wrong("Chứng thư số lớn bất thường nên không được xét. Lấy lại tệp gốc.")
	}
	if found := s.climb(path{leaf}); found != nil {
		return found, nil
	}
	switch {
	case s.broken != nil:
		return s.longest, s.broken
	case s.budget <= 0:
		return s.longest, wrong("Chứng thư số không dẫn về một gốc tin cậy trong giới hạn %d phép kiểm. Lấy lại tệp gốc với đúng các chứng thư của người ký.", maxSignatures)
	}
	top := s.longest[len(s.longest)-1]
	if signing.DN(top.RawIssuer) == signing.DN(top.RawSubject) {
		return s.longest, wrong("Chứng thư số không dẫn về một gốc tin cậy: «%s» tự ký và không nằm trong kho tin cậy. Kiểm tra nơi cấp chứng thư, hoặc bổ sung chứng thư gốc.", called(top))
	}
	return s.longest, wrong("Chứng thư số không dẫn về một gốc tin cậy: không có chứng thư của nơi cấp «%s». Kiểm tra nơi cấp chứng thư, hoặc bổ sung chứng thư gốc và chứng thư trung gian.", signing.DN(top.RawIssuer))
}

// climb goes on from the top of a path; nil where no way leads to an anchor.
func (s *search) climb(p path) path {
	top := p[len(p)-1]
	if contains(s.anchors, top) {
		if fault := p.check(s.at); fault != nil {
			s.remember(p, fault, true)
			return nil
		}
		return p
	}
	if len(p) > len(s.longest) && !s.whole {
		s.longest = append(path{}, p...)
	}
	for _, issuer := range s.issuersOf(top) {
		if p.holds(issuer) {
			continue // a loop
		}
		if len(p) == maxDepth {
			s.remember(p, wrong("Chuỗi chứng thư dài hơn %d bậc nên không được nhận. Kiểm tra nơi cấp chứng thư.", maxDepth), false)
			return nil
		}
		if s.budget <= 0 {
			return nil
		}
		s.budget--
		if fault := checkLink(top, issuer); fault != nil {
			if fault.say != "" {
				s.remember(append(p[:len(p):len(p)], issuer), fault, false)
			}
			continue
		}
		if found := s.climb(append(p[:len(p):len(p)], issuer)); found != nil {
			return found
		}
	}
	return nil
}

// remember keeps the first fault; one of a whole chain says more than one of a part.
func (s *search) remember(p path, fault *fault, whole bool) {
	if s.broken == nil || whole && !s.whole {
		s.broken, s.whole, s.longest = fault, whole, append(path{}, p...)
	}
}

// issuersOf are the certificates with the name of the issuer, those with the key
// that the certificate names first, anchors before others.
func (s *search) issuersOf(cert *x509.Certificate) []*x509.Certificate {
	var likely, other []*x509.Certificate
	for _, c := range s.bySubject[string(cert.RawIssuer)] {
		if len(cert.AuthorityKeyId) > 0 && len(c.SubjectKeyId) > 0 && !bytes.Equal(cert.AuthorityKeyId, c.SubjectKeyId) {
			other = append(other, c)
		} else {
			likely = append(likely, c)
		}
	}
	return append(likely, other...)
}

// holds says whether the same name with the same key is in the path already.
func (p path) holds(cert *x509.Certificate) bool {
	for _, c := range p {
		if !bytes.Equal(c.RawSubject, cert.RawSubject) {
			continue
		}
		if key, ok := c.PublicKey.(interface{ Equal(crypto.PublicKey) bool }); c.Equal(cert) || ok && key.Equal(cert.PublicKey) {
			return true
		}
	}
	return false
}
