package xmlsig

import (
	"bytes"
	"slices"
)

// inherit adds to the attributes of the apex what it inherits in the xml:
// namespace from the elements around it, which the canonical form leaves out.
//
// Canonical XML 1.0 hands every xml: attribute down, even xml:id. Version 1.1
// hands down xml:lang and xml:space, and joins xml:base to what it was relative
// to. The exclusive canonicalisation hands down nothing.
func (c Canonicalization) inherit(list []ranked, s *scope) []ranked {
	if c == Exclusive {
		return list
	}
	own := len(list)
	for i := len(s.xml) - 1; i >= 0; i-- { // the nearest first
		x := s.xml[i]
		if x.depth == s.depth || c == Inclusive11 && string(x.full) != "xml:lang" && string(x.full) != "xml:space" {
			continue
		}
		if !slices.ContainsFunc(list, func(a ranked) bool { return bytes.Equal(a.full, x.full) }) {
			list = append(list, ranked{x.attribute, []byte(nsXML)})
		}
	}
	if c == Inclusive11 {
		return rebase(list, own, s)
	}
	return list
}

// rebase gives the apex the xml:base that it had inside its ancestors.
func rebase(list []ranked, own int, s *scope) []ranked {
	var bases []inherited // from the outermost to the apex
	for _, x := range s.xml {
		if string(x.full) == "xml:base" {
			bases = append(bases, x)
		}
	}
	if len(bases) == 0 || bases[0].depth == s.depth {
		return list // nothing around the apex names a base
	}
	joined := string(attributeValue(bases[len(bases)-1].value))
	for i := len(bases) - 2; i >= 0; i-- {
		joined = joinReferences(string(attributeValue(bases[i].value)), joined)
	}
	at := slices.IndexFunc(list[:own], func(a ranked) bool { return string(a.full) == "xml:base" })
	if at >= 0 {
		list = slices.Delete(list, at, at+1)
	}
	if joined == "" {
		return list
	}
	base := attribute{name{[]byte("xml:base"), len("xml")}, written(joined)}
	return append(list, ranked{base, []byte(nsXML)})
}

// written is a value as an attribute would carry it in a source.
func written(value string) []byte {
	var raw bytes.Buffer
	out := output{w: &raw, buf: make([]byte, 0, len(value)+64)}
	out.decodedValue([]byte(value))
	out.flush()
	return raw.Bytes()
}
