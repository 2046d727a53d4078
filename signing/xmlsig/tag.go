package xmlsig

import "bytes"

func (t *tokenizer) endTag() error {
	if len(t.open) == 0 {
		return t.malformed()
	}
	top := t.open[len(t.open)-1]
	p := t.pos + 2
	if !bytes.HasPrefix(t.src[p:], top.full) {
		return t.malformed()
	}
	p = skipSpace(t.src, p+len(top.full))
	if p >= len(t.src) || t.src[p] != '>' {
		return t.malformed()
	}
	t.kind, t.name = kindEnd, top
	t.pos = p + 1
	t.end = t.pos
	t.closeElement()
	return nil
}

func (t *tokenizer) startTag() error {
	if t.done {
		return t.malformed()
	}
	if len(t.open) >= maxDepth {
		return refuse(t.pos, "Tệp XML lồng quá %d tầng phần tử. Xuất lại tệp từ phần mềm đã lập.", maxDepth)
	}
	p := t.pos + 1
	element, ok := readName(t.src[p:])
	if !ok {
		return t.malformed()
	}
	p += len(element.full)
	t.attrs = t.attrs[:0]
	t.empty = false
	for {
		q := skipSpace(t.src, p)
		if q >= len(t.src) {
			return t.malformed()
		}
		if t.src[q] == '>' {
			p = q + 1
			break
		}
		if t.src[q] == '/' {
			if q+1 >= len(t.src) || t.src[q+1] != '>' {
				return t.malformed()
			}
			t.empty = true
			p = q + 2
			break
		}
		if len(t.attrs) >= maxAttributes {
			return refuse(t.pos, "Tệp XML có phần tử mang quá %d thuộc tính. Xuất lại tệp từ phần mềm đã lập.", maxAttributes)
		}
		if q == p {
			return t.malformed()
		}
		if p, ok = t.attribute(q); !ok {
			return t.malformed()
		}
	}
	t.kind, t.name = kindStart, element
	t.pos, t.end = p, p
	t.endNext = t.empty
	t.open = append(t.open, element)
	return nil
}

// attribute reads one attribute at q and gives the place after it.
func (t *tokenizer) attribute(q int) (int, bool) {
	n, ok := readName(t.src[q:])
	if !ok {
		return 0, false
	}
	for _, other := range t.attrs {
		if bytes.Equal(other.full, n.full) {
			return 0, false
		}
	}
	q = skipSpace(t.src, q+len(n.full))
	if q >= len(t.src) || t.src[q] != '=' {
		return 0, false
	}
	q = skipSpace(t.src, q+1)
	if q >= len(t.src) || t.src[q] != '"' && t.src[q] != '\'' {
		return 0, false
	}
	end := bytes.IndexByte(t.src[q+1:], t.src[q])
	if end < 0 {
		return 0, false
	}
	value := t.src[q+1 : q+1+end]
	if bytes.IndexByte(value, '<') >= 0 || !referencesOK(value) {
		return 0, false
	}
	t.attrs = append(t.attrs, attribute{n, value})
	return q + end + 2, true
}
