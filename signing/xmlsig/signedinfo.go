package xmlsig

import (
	"crypto"
	"strings"
)

// referenceTo is one Reference of a SignedInfo.
type referenceTo struct {
	id, uri, kind string // kind is the Type
	enveloped     bool
	implicit      bool // no canonicalisation named: the default, inclusive 1.0
	c14n          method
	hash          crypto.Hash
	digest        *node
}

func (s *structure) readSignedInfo() error {
	bad := refuse(s.signedInfo.start, sayBroken)
	canonical, named := s.signedInfo.only("CanonicalizationMethod"), s.signedInfo.only("SignatureMethod")
	if canonical == nil || named == nil || len(named.children) > 0 {
		return bad
	}
	var ok bool
	if s.c14n, ok = readCanonicalization(canonical); !ok {
		return refuse(canonical.start, "Chữ ký dùng cách chuẩn hoá XML chưa được hỗ trợ. Ký lại theo chuẩn hoá C14N 1.0.")
	}
	if s.c14n.comments {
		s.old("chuẩn hoá có chú thích (#WithComments)")
	}
	algorithm, _ := named.attr("Algorithm")
	if s.method, ok = signatureMethods[algorithm]; !ok {
		return refuse(named.start, "Chữ ký dùng thuật toán chưa được hỗ trợ. Ký lại bằng RSA-SHA256.")
	}
	if s.method.hash == crypto.SHA1 {
		s.old("chữ ký RSA-SHA1")
	}
	for _, c := range s.signedInfo.children {
		switch {
		case c == canonical, c == named:
		case c.is("Reference"):
			ref, err := s.readReference(c)
			if err != nil {
				return err
			}
			s.references = append(s.references, ref)
		default:
			return bad
		}
	}
	if len(s.references) > maxReferences {
		return refuse(s.signedInfo.start, "Chữ ký có hơn %d Reference, nhiều hơn mọi hồ sơ cần. Lấy lại tệp gốc.", maxReferences)
	}
	if len(s.references) == 0 {
		return bad
	}
	return nil
}

// readCanonicalization reads a CanonicalizationMethod or Transform that names a
// canonicalisation, with the PrefixList of the exclusive one.
func readCanonicalization(n *node) (method, bool) {
	algorithm, _ := n.attr("Algorithm")
	m, ok := canonicalizations[algorithm]
	if !ok || !n.blank() {
		return m, false
	}
	for i, c := range n.children {
		list, named := c.attr("PrefixList")
		if m.kind != Exclusive || i > 0 || !named || c.space != nsExclusive || c.local != "InclusiveNamespaces" || len(c.children) > 0 {
			return m, false
		}
		for _, prefix := range strings.Fields(list) {
			if prefix == "#default" {
				prefix = ""
			}
			if m.prefixes = append(m.prefixes, prefix); len(m.prefixes) > maxAttributes {
				return m, false
			}
		}
	}
	return m, true
}

func (s *structure) readReference(n *node) (referenceTo, error) {
	var r referenceTo
	bad := refuse(n.start, sayBroken)
	uri, ok := n.attr("URI")
	if !ok || !n.blank() {
		return r, bad
	}
	r.uri = uri
	r.id, _ = n.attr("Id")
	r.kind, _ = n.attr("Type")
	named := n.only("DigestMethod")
	r.digest = n.only("DigestValue")
	if named == nil || r.digest == nil || len(named.children)+len(r.digest.children) > 0 {
		return r, bad
	}
	algorithm, _ := named.attr("Algorithm")
	if r.hash, ok = digests[algorithm]; !ok {
		return r, refuse(named.start, "Chữ ký dùng hàm tóm lược chưa được hỗ trợ. Ký lại bằng SHA-256.")
	}
	if r.hash == crypto.SHA1 {
		s.old("tóm lược SHA-1")
	}
	r.implicit = true
	for _, c := range n.children {
		switch {
		case c == named, c == r.digest:
		case c.is("Transforms") && c == n.only("Transforms") && c.blank():
			if err := r.readTransforms(c); err != nil {
				return r, err
			}
		default:
			return r, bad
		}
	}
	return r, nil
}

// readTransforms accepts the enveloped-signature transform, first, and one
// canonicalisation after it. Whatever else could choose what is signed (XPath,
// XSLT, base64) is refused.
func (r *referenceTo) readTransforms(n *node) error {
	for i, t := range n.children {
		algorithm, _ := t.attr("Algorithm")
		if t.is("Transform") && algorithm == algEnveloped && i == 0 && len(t.children) == 0 && t.blank() {
			r.enveloped = true
			continue
		}
		m, ok := readCanonicalization(t)
		if !t.is("Transform") || !ok || !r.implicit {
			return refuse(t.start, "Chữ ký dùng phép biến đổi chưa được hỗ trợ. Ký lại theo mẫu ký trọn tài liệu.")
		}
		r.c14n, r.implicit = m, false
	}
	// A reference inside the document selects no comments, whatever the name says.
	r.c14n.comments = false
	return nil
}
