package trust

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"slices"
	"strings"
)

// oidNameConstraints limits whom an authority may certify (RFC 5280, 4.2.1.10).
var oidNameConstraints = asn1.ObjectIdentifier{2, 5, 29, 30}

// sayNames is the fault of a chain with a name that its authority may not certify.
var sayNames = wrong("Tên trong chứng thư số nằm ngoài phạm vi mà nơi cấp được phép cấp, hoặc phạm vi đó chưa đọc được. Kiểm tra nơi cấp chứng thư.")

// The kinds of GeneralName that constraints are read for: names of the directory
// here, the others by the standard library.
const (
	kindDirectory = 4
	kindMail      = 1
	kindDNS       = 2
	kindURI       = 6
	kindIP        = 7
)

// constraints is NameConstraints of RFC 5280.
type constraints struct {
	Permitted []subtree `asn1:"optional,tag:0"`
	Excluded  []subtree `asn1:"optional,tag:1"`
}

type subtree struct {
	Base asn1.RawValue
	Min  int `asn1:"optional,tag:0"`
	Max  int `asn1:"optional,tag:1"`
}

// checkNames holds the subjects of a chain against the directory names that the
// authorities above them may certify. Vietnamese certificates name their holder in
// the subject alone, so this is the constraint that can bind.
func (p path) checkNames() *fault {
	for i := 1; i < len(p); i++ {
		value, ok := extension(p[i], oidNameConstraints)
		if !ok {
			continue
		}
		var c constraints
		if rest, err := asn1.Unmarshal(value, &c); err != nil || len(rest) > 0 || p.sha1() {
			return sayNames
		}
		permitted, okPermitted := directories(c.Permitted)
		excluded, okExcluded := directories(c.Excluded)
		if !okPermitted || !okExcluded {
			return sayNames
		}
		for j, below := range p[:i] {
			if j > 0 && bytes.Equal(below.RawSubject, below.RawIssuer) {
				continue
			}
			var name pkix.RDNSequence
			if _, err := asn1.Unmarshal(below.RawSubject, &name); err != nil {
				return sayNames
			}
			within := func(base pkix.RDNSequence) bool { return begins(name, base) }
			if len(name) > 0 && (len(permitted) > 0 && !slices.ContainsFunc(permitted, within) || slices.ContainsFunc(excluded, within)) {
				return sayNames
			}
		}
	}
	return nil
}

// directories are the directory names among subtrees; ok is false where a kind is
// met that nobody here understands.
func directories(list []subtree) (names []pkix.RDNSequence, ok bool) {
	for _, s := range list {
		if s.Base.Class != asn1.ClassContextSpecific || s.Min != 0 || s.Max != 0 {
			return nil, false
		}
		switch s.Base.Tag {
		case kindDirectory:
			var name pkix.RDNSequence
			if rest, err := asn1.Unmarshal(s.Base.Bytes, &name); err != nil || len(rest) > 0 {
				return nil, false
			}
			names = append(names, name)
		case kindMail, kindDNS, kindURI, kindIP:
		default:
			return nil, false
		}
	}
	return names, true
}

// begins says whether a name lies in the tree below base.
func begins(name, base pkix.RDNSequence) bool {
	return len(base) <= len(name) && slices.EqualFunc(name[:len(base)], base, sameRDN)
}

func sameRDN(a, b pkix.RelativeDistinguishedNameSET) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x pkix.AttributeTypeAndValue) bool {
		return !slices.ContainsFunc(b, func(y pkix.AttributeTypeAndValue) bool {
			s, okS := x.Value.(string)
			t, okT := y.Value.(string)
			return x.Type.Equal(y.Type) && okS && okT && strings.EqualFold(spaced(s), spaced(t))
		})
	})
}

// spaced makes white space one space, as RFC 5280, 7.1, compares names.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// readNames is the certificate without the mark that its name constraints were not
// understood: checkNames has read the part that the standard library leaves.
func readNames(cert *x509.Certificate) *x509.Certificate {
	out := *cert
	out.UnhandledCriticalExtensions = slices.DeleteFunc(slices.Clone(cert.UnhandledCriticalExtensions), oidNameConstraints.Equal)
	return &out
}

func extension(cert *x509.Certificate, oid asn1.ObjectIdentifier) ([]byte, bool) {
	for _, e := range cert.Extensions {
		if e.Id.Equal(oid) {
			return e.Value, true
		}
	}
	return nil, false
}
