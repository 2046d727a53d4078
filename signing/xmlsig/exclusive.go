package xmlsig

import "bytes"

// usedNamespaces renders the declarations that the exclusive canonicalisation
// asks for: of the prefixes that the start tag itself uses, and of those named in
// its PrefixList, where the output has not the same in force already.
func (c *canonicalizer) usedNamespaces(t *tokenizer) {
	c.spaces = c.spaces[:0]
	c.use(t.name.prefix())
	for _, a := range t.attrs {
		if a.colon < 0 {
			continue
		}
		if _, is := a.declares(); !is && string(a.prefix()) != "xml" {
			c.use(a.prefix())
		}
	}
	for _, p := range c.method.prefixes {
		if _, bound := c.scope.uri([]byte(p)); bound && p != "xml" && p != "xmlns" {
			c.use([]byte(p))
		}
	}
	if len(c.spaces) == 0 {
		return
	}
	c.rendered = append(c.rendered, c.spaces...)
	c.declarations(c.spaces)
}

// use adds the declaration of a prefix if the output lacks it.
func (c *canonicalizer) use(prefix []byte) {
	uri, _ := c.scope.uri(prefix)
	var inForce []byte
	for i := len(c.rendered) - 1; i >= 0; i-- {
		if bytes.Equal(c.rendered[i].prefix, prefix) {
			inForce = c.rendered[i].uri
			break
		}
	}
	if !bytes.Equal(uri, inForce) && !declared(c.spaces, prefix) {
		c.spaces = append(c.spaces, binding{prefix, uri, c.scope.depth})
	}
}
