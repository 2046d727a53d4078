package xmlsig

import (
	"bytes"
	"strings"
)

// document is what one walk over the bytes finds: where the root, the Ids, the
// signatures and the places for signatures lie. It holds offsets, not content.
type document struct {
	src        []byte
	root       span
	rootName   string
	ids        map[string]span
	signatures []place
	slots      map[string][]slot // by path pattern
	comments   bool              // there are comments outside the signatures
	work       int               // bytes canonicalised for references so far
}

// place is where a Signature element lies.
type place struct {
	span
	parentPath string // "D02-TS/Cky"
	context    scope  // what it inherits
	outer      int    // the Signature it lies in, -1 where it lies in none
}

func (p place) nested() bool { return p.outer >= 0 }

// slot is an element whose path was asked for.
type slot struct {
	span
	tagEnd int // after the start tag
	empty  bool
	blank  bool // nothing but white space inside
	endTag int  // before the end tag; tagEnd of an empty element
}

// pattern is a path of element names from the root; "*" stands for any name.
type pattern struct {
	path    string
	names   []string
	matched int // depth down to which the open elements match
	slots   []slot
}

// inside is the slot that the current place lies in, nil where there is none. A
// slot cannot hold another of the same path, so it is the last one.
func (p *pattern) inside() *slot {
	if p.matched < len(p.names) {
		return nil
	}
	return &p.slots[len(p.slots)-1]
}

// scan walks over the document once and refuses what is not well formed.
func scan(src []byte, paths ...string) (*document, error) {
	if err := checkCharacters(src); err != nil {
		return nil, err
	}
	d := &document{src: src, ids: map[string]span{}, slots: map[string][]slot{}}
	patterns := make([]pattern, len(paths))
	for i, path := range paths {
		patterns[i] = pattern{path: path, names: strings.Split(path, "/")}
	}
	type openID struct {
		id    string
		depth int
		start int
	}
	type openSignature struct{ index, depth int }
	var (
		scope  scope
		ids    []openID
		inside []openSignature
	)
	t := newTokenizer(src)
	for {
		if err := t.next(); err != nil {
			return nil, err
		}
		depth := len(t.open)
		switch t.kind {
		case kindEOF:
			for _, p := range patterns {
				d.slots[p.path] = p.slots
			}
			return d, nil
		case kindStart:
			if err := scope.push(t); err != nil {
				return nil, err
			}
			if depth == 1 {
				d.root, d.rootName = span{t.start, 0}, string(t.name.full)
			}
			for _, a := range t.attrs {
				if !isID(a) {
					continue
				}
				id := string(attributeValue(a.value))
				if _, twice := d.ids[id]; twice {
					return nil, refuse(t.start, "Tệp XML có hai phần tử cùng mã nhận dạng (Id) nên không biết chữ ký nói về phần nào. Lấy lại tệp gốc.")
				}
				d.ids[id] = span{t.start, 0}
				ids = append(ids, openID{id, depth, t.start})
			}
			for i := range patterns {
				p := &patterns[i]
				if s := p.inside(); s != nil {
					s.blank = false
				}
				if p.matched == depth-1 && depth <= len(p.names) && (p.names[depth-1] == "*" || p.names[depth-1] == string(t.name.full)) {
					p.matched = depth
					if depth == len(p.names) {
						p.slots = append(p.slots, slot{span: span{t.start, 0}, tagEnd: t.end, empty: t.empty, blank: true})
					}
				}
			}
			if scope.isSignature(t.name) {
				if len(d.signatures) >= maxSignatures {
					return nil, refuse(t.start, "Tệp XML có quá nhiều chữ ký. Lấy lại tệp gốc.")
				}
				p := place{span: span{t.start, 0}, parentPath: path(t.open[:depth-1]), context: scope.around(depth), outer: -1}
				if n := len(inside); n > 0 {
					p.outer = inside[n-1].index
				}
				inside = append(inside, openSignature{len(d.signatures), depth})
				d.signatures = append(d.signatures, p)
			}
		case kindEnd:
			scope.pop()
			depth++ // of the element that ends
			if depth == 1 {
				d.root.end = t.end
			}
			if n := len(ids); n > 0 && ids[n-1].depth == depth {
				for ; n > 0 && ids[n-1].depth == depth; n-- {
					d.ids[ids[n-1].id] = span{ids[n-1].start, t.end}
				}
				ids = ids[:n]
			}
			for i := range patterns {
				p := &patterns[i]
				if p.matched != depth {
					continue
				}
				if s := p.inside(); s != nil {
					s.end, s.endTag = t.end, t.start
				}
				p.matched--
			}
			if n := len(inside); n > 0 && inside[n-1].depth == depth {
				p := &d.signatures[inside[n-1].index]
				inside = inside[:n-1]
				if p.end = t.end; p.end-p.start > maxSignature {
					return nil, refuse(p.start, "Chữ ký trong tệp XML lớn bất thường. Lấy lại tệp gốc.")
				}
			}
		default:
			d.comments = d.comments || t.kind == kindComment && len(inside) == 0
			if t.kind == kindText && blank(t.text) {
				continue
			}
			for i := range patterns {
				if s := patterns[i].inside(); s != nil {
					s.blank = false
				}
			}
		}
	}
}

// isSignature tells the Signature element of XML Signature by its name.
func (s *scope) isSignature(n name) bool {
	if string(n.local()) != "Signature" {
		return false
	}
	uri, _ := s.uri(n.prefix())
	return string(uri) == nsDsig
}

// around is the context outside the element at depth, which has been pushed.
func (s *scope) around(depth int) scope {
	outer := scope{depth: depth - 1}
	for _, b := range s.bindings {
		if b.depth < depth {
			outer.bindings = append(outer.bindings, b)
		}
	}
	for _, x := range s.xml {
		if x.depth < depth {
			outer.xml = append(outer.xml, x)
		}
	}
	return outer.clone()
}

// isID tells the attributes that references may name: Id in its three spellings,
// and xml:id.
func isID(a attribute) bool {
	switch string(a.full) {
	case "Id", "ID", "id", "xml:id":
		return true
	}
	return false
}

func path(open []name) string {
	var b strings.Builder
	for i, n := range open {
		if i > 0 {
			b.WriteByte('/')
		}
		b.Write(n.full)
	}
	return b.String()
}

// blank tells text that is nothing but white space.
func blank(text []byte) bool { return len(bytes.TrimLeft(text, " \t\r\n")) == 0 }

// contextAt is what the element that starts at offset inherits, and its path
// from the region from, where the walk to it starts.
func contextAt(src []byte, from region, offset int) (scope, string, error) {
	s := from.context.clone()
	t := newElementTokenizer(src, from.span)
	if from.whole {
		t = newTokenizer(src)
	}
	for {
		if err := t.next(); err != nil {
			return scope{}, "", err
		}
		switch t.kind {
		case kindEOF:
			return scope{}, "", refuse(offset, "Tệp XML viết sai cú pháp ở byte %d. Lấy lại tệp gốc.", offset)
		case kindStart:
			if t.start == offset {
				return s.clone(), path(t.open), nil
			}
			if err := s.push(t); err != nil {
				return scope{}, "", err
			}
		case kindEnd:
			s.pop()
		}
	}
}
