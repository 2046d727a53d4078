package xmlsig

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// method is a canonicalisation as a signature names it.
type method struct {
	kind     Canonicalization
	comments bool
	// prefixes are those that the exclusive one renders as if it were inclusive;
	// "" is the default namespace.
	prefixes []string
}

// region is what is canonicalised: the whole document, or one element with what
// it inherits. The bytes of without are left out, as the enveloped-signature
// transform asks.
type region struct {
	span
	whole   bool
	context scope
	without span
}

// canonicalize writes the canonical form of a region to w in one pass and with
// memory that does not grow with the document.
func canonicalize(w io.Writer, src []byte, r region, m method) error {
	c := &canonicalizer{out: output{w: w, buf: make([]byte, 0, 32<<10)}, scope: r.context, method: m}
	t := newElementTokenizer(src, r.span)
	if r.whole {
		t = newTokenizer(src)
	}
	for {
		if err := t.next(); err != nil {
			return err
		}
		if t.kind == kindEOF {
			break
		}
		if t.kind == kindStart && t.start == r.without.start && r.without.end > 0 {
			t.skip(r.without.end)
			continue
		}
		if err := c.token(t); err != nil {
			return err
		}
	}
	c.out.flush()
	if c.out.err != nil {
		return fmt.Errorf("write canonical form: %w", c.out.err)
	}
	return nil
}

type canonicalizer struct {
	out    output
	scope  scope
	method method
	begun  bool // the apex has been written

	rendered []binding // exclusive: the declarations in force in the output
	spaces   []binding // scratch
	attrs    []ranked  // scratch
}

// ranked is an attribute with what it is sorted by.
type ranked struct {
	attribute
	uri []byte
}

func (c *canonicalizer) token(t *tokenizer) error {
	out := &c.out
	switch t.kind {
	case kindStart:
		return c.startTag(t)
	case kindEnd:
		for n := len(c.rendered); n > 0 && c.rendered[n-1].depth == c.scope.depth; n-- {
			c.rendered = c.rendered[:n-1]
		}
		c.scope.pop()
		out.raw2("</", t.name.full)
		out.byte('>')
	case kindText:
		if len(t.open) > 0 { // white space around the root does not count
			out.text(t.text, false)
		}
	case kindCDATA:
		out.text(t.text, true)
	case kindPI:
		c.aside(t, func() {
			out.raw2("<?", t.name.full)
			if len(t.text) > 0 {
				out.byte(' ')
				out.lines(t.text)
			}
			out.string("?>")
		})
	case kindComment:
		if c.method.comments {
			c.aside(t, func() {
				out.string("<!--")
				out.lines(t.text)
				out.string("-->")
			})
		}
	}
	return nil
}

// aside writes a PI or comment; outside the root it stands on a line of its own.
func (c *canonicalizer) aside(t *tokenizer, write func()) {
	outside := len(t.open) == 0
	if outside && t.done {
		c.out.byte('\n')
	}
	write()
	if outside && !t.done {
		c.out.byte('\n')
	}
}

func (c *canonicalizer) startTag(t *tokenizer) error {
	if err := c.scope.push(t); err != nil {
		return err
	}
	out := &c.out
	out.raw2("<", t.name.full)
	apex := !c.begun
	c.begun = true
	if c.method.kind == Exclusive {
		c.usedNamespaces(t)
	} else if len(t.attrs) > 0 || apex {
		c.namespaces(apex)
	}
	if len(t.attrs) > 0 || apex {
		c.attributes(t, apex)
	}
	out.byte('>')
	return nil
}

// namespaces renders the declarations the output does not have in force yet: at
// the apex all that are in scope, below it those that change something.
func (c *canonicalizer) namespaces(apex bool) {
	list := c.spaces[:0]
	for i := len(c.scope.bindings) - 1; i >= 0; i-- {
		b := c.scope.bindings[i]
		if apex {
			if !declared(list, b.prefix) {
				list = append(list, b)
			}
		} else if b.depth < c.scope.depth {
			break
		} else if !bytes.Equal(b.uri, c.scope.outer(b.prefix)) {
			list = append(list, b)
		}
	}
	c.spaces = list
	if apex { // xmlns="" undoes nothing at the apex
		list = slices.DeleteFunc(list, func(b binding) bool { return len(b.uri) == 0 })
	}
	c.declarations(list)
}

// declarations writes namespace declarations in the order of their prefixes.
func (c *canonicalizer) declarations(list []binding) {
	slices.SortFunc(list, func(a, b binding) int { return bytes.Compare(a.prefix, b.prefix) })
	for _, b := range list {
		c.out.string(" xmlns")
		if len(b.prefix) > 0 {
			c.out.byte(':')
			c.out.bytes(b.prefix)
		}
		c.out.string(`="`)
		c.out.decodedValue(b.uri)
		c.out.byte('"')
	}
}

func (c *canonicalizer) attributes(t *tokenizer, apex bool) {
	list := c.attrs[:0]
	for _, a := range t.attrs {
		if _, is := a.declares(); is {
			continue
		}
		var uri []byte
		if a.colon >= 0 {
			uri, _ = c.scope.uri(a.prefix())
		}
		list = append(list, ranked{a, uri})
	}
	if apex {
		list = c.method.kind.inherit(list, &c.scope)
	}
	c.attrs = list
	if len(list) > 1 {
		slices.SortFunc(list, func(a, b ranked) int {
			if order := bytes.Compare(a.uri, b.uri); order != 0 {
				return order
			}
			return bytes.Compare(a.local(), b.local())
		})
	}
	for _, a := range list {
		c.out.byte(' ')
		c.out.bytes(a.full)
		c.out.string(`="`)
		c.out.value(a.value)
		c.out.byte('"')
	}
}
