package xmlsig

import "bytes"

// binding is a namespace declaration in force: the prefix ("" for the default)
// and the URI ("" undoes the default).
type binding struct {
	prefix, uri []byte
	depth       int
}

// inherited is an xml:… attribute of an open element; inclusive canonicalisations
// hand some of them down to the apex of a sub-document.
type inherited struct {
	attribute
	depth int
}

// scope keeps what an element inherits from those around it. It starts empty at
// the document, or with the context of an element further down.
type scope struct {
	bindings []binding
	xml      []inherited
	depth    int
}

// clone keeps the context of a place for later: only what is still in force.
func (s *scope) clone() scope {
	var out scope
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if b := s.bindings[i]; !declared(out.bindings, b.prefix) {
			out.bindings = append(out.bindings, binding{b.prefix, b.uri, 0})
		}
	}
	for _, x := range s.xml { // all of them: a nearer xml:base may build on one further out
		out.xml = append(out.xml, inherited{x.attribute, 0})
	}
	return out
}

func declared(list []binding, prefix []byte) bool {
	for _, b := range list {
		if bytes.Equal(b.prefix, prefix) {
			return true
		}
	}
	return false
}

// push enters an element and checks its names against Namespaces in XML 1.0.
func (s *scope) push(t *tokenizer) error {
	s.depth++
	prefixed := 0
	for _, a := range t.attrs {
		if a.colon < 0 && len(a.full) != len("xmlns") {
			continue
		}
		prefix, ok := a.declares()
		if !ok {
			if a.colon >= 0 {
				prefixed++
				if string(a.prefix()) == "xml" {
					s.xml = append(s.xml, inherited{a, s.depth})
				}
			}
			continue
		}
		uri := attributeValue(a.value)
		isXML := string(prefix) == "xml"
		if isXML != (string(uri) == nsXML) || string(uri) == nsDecl || string(prefix) == "xmlns" ||
			len(prefix) > 0 && len(uri) == 0 || len(s.bindings) >= maxBindings {
			return t.malformedName()
		}
		if !isXML {
			s.bindings = append(s.bindings, binding{prefix, uri, s.depth})
		}
	}
	if t.name.colon >= 0 {
		// Namespaces in XML 1.0, 3: no element has the prefix xmlns
		if _, ok := s.uri(t.name.prefix()); !ok || string(t.name.prefix()) == "xmlns" {
			return t.malformedName()
		}
	}
	if prefixed > 0 {
		for i, a := range t.attrs {
			if a.colon < 0 {
				continue
			}
			uri, ok := s.uri(a.prefix())
			if !ok {
				return t.malformedName()
			}
			for _, b := range t.attrs[:i] {
				if b.colon < 0 || !bytes.Equal(a.local(), b.local()) {
					continue
				}
				if other, _ := s.uri(b.prefix()); bytes.Equal(uri, other) {
					return t.malformedName()
				}
			}
		}
	}
	return nil
}

func (t *tokenizer) malformedName() error {
	return refuse(t.start, "Tệp XML viết sai không gian tên ở byte %d. Xuất lại tệp từ phần mềm đã lập.", t.start)
}

// pop leaves the element.
func (s *scope) pop() {
	for n := len(s.bindings); n > 0 && s.bindings[n-1].depth == s.depth && s.depth > 0; n-- {
		s.bindings = s.bindings[:n-1]
	}
	for n := len(s.xml); n > 0 && s.xml[n-1].depth == s.depth && s.depth > 0; n-- {
		s.xml = s.xml[:n-1]
	}
	s.depth--
}

// uri is the namespace of a prefix; ok is false where it is not declared. The
// empty prefix is always known, with no namespace if nothing says otherwise.
func (s *scope) uri(prefix []byte) (uri []byte, ok bool) {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if bytes.Equal(s.bindings[i].prefix, prefix) {
			return s.bindings[i].uri, true
		}
	}
	switch string(prefix) {
	case "":
		return nil, true
	case "xml":
		return []byte(nsXML), true
	case "xmlns":
		return []byte(nsDecl), true
	}
	return nil, false
}

// outer is the URI of a prefix in the element around the current one.
func (s *scope) outer(prefix []byte) []byte {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if b := s.bindings[i]; b.depth < s.depth && bytes.Equal(b.prefix, prefix) {
			return b.uri
		}
	}
	return nil
}
