package xmlsig

import "bytes"

// node is one element inside a Signature. A Signature is small and bounded, so
// it alone is kept as a tree; the document around it never is.
type node struct {
	span
	name         string // as written
	space, local string
	attrs        []attribute
	spaces       []string // namespace of each attribute
	children     []*node
	text         []byte // character data directly inside
	textAt       span   // where it lies, if it is one run
}

// parseSignature reads the Signature at p.
func parseSignature(src []byte, p place) (*node, error) {
	t := newElementTokenizer(src, p.span)
	s := p.context.clone()
	var stack []*node
	var root *node
	count := 0
	for {
		if err := t.next(); err != nil {
			return nil, err
		}
		switch t.kind {
		case kindEOF:
			return root, nil
		case kindStart:
			if err := s.push(t); err != nil {
				return nil, err
			}
			if count++; count > maxNodes {
				return nil, refuse(p.start, "Chữ ký trong tệp XML có quá nhiều phần tử. Lấy lại tệp gốc.")
			}
			n := &node{span: span{t.start, 0}, name: string(t.name.full), local: string(t.name.local())}
			uri, _ := s.uri(t.name.prefix())
			n.space = string(uri)
			for _, a := range t.attrs {
				if _, is := a.declares(); is {
					continue
				}
				var uri []byte
				if a.colon >= 0 {
					uri, _ = s.uri(a.prefix())
				}
				n.attrs, n.spaces = append(n.attrs, a), append(n.spaces, string(uri))
			}
			if root == nil {
				root = n
			} else {
				top := stack[len(stack)-1]
				top.children = append(top.children, n)
			}
			stack = append(stack, n)
		case kindEnd:
			s.pop()
			stack[len(stack)-1].end = t.end
			stack = stack[:len(stack)-1]
		case kindText, kindCDATA:
			n := stack[len(stack)-1]
			if n.textAt.end == 0 && t.kind == kindText {
				n.textAt = span{t.start, t.end}
			}
			n.text = textValue(n.text, t.text, t.kind == kindCDATA)
		default:
			// A comment inside a value is where readers of XML come apart.
			return nil, refuse(t.start, "Trong chữ ký có chú thích hoặc chỉ thị chen vào. Lấy lại tệp gốc hoặc ký lại.")
		}
	}
}

// is tells whether the element is that one of XML Signature.
func (n *node) is(local string) bool { return n.space == nsDsig && n.local == local }

// prefix is the prefix as written, with its colon.
func (n *node) prefix() string { return n.name[:len(n.name)-len(n.local)] }

// xades tells whether the element is that one of XAdES.
func (n *node) xades(local string) bool { return n.space == nsXAdES && n.local == local }

// attr is the value of an attribute without namespace.
func (n *node) attr(local string) (string, bool) {
	for i, a := range n.attrs {
		if n.spaces[i] == "" && string(a.local()) == local {
			return string(attributeValue(a.value)), true
		}
	}
	return "", false
}

// only is the single child of that name of XML Signature, nil where there is
// none or several.
func (n *node) only(local string) *node { return n.single(nsDsig, local) }

// single is the single child of that name, nil where there is none or several.
func (n *node) single(space, local string) *node {
	var found *node
	for _, c := range n.children {
		if c.space == space && c.local == local {
			if found != nil {
				return nil
			}
			found = c
		}
	}
	return found
}

// walk visits the element and everything below it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.walk(visit)
	}
}

// blank tells that there is no text directly inside but white space.
func (n *node) blank() bool { return len(bytes.TrimSpace(n.text)) == 0 }
