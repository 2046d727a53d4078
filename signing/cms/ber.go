package cms

import "encoding/binary"

// maxDepth bounds how deep a message may nest.
const maxDepth = 48

// normalize rewrites the first element of BER as DER as far as lengths and split
// octet strings go: indefinite lengths become definite, pieces become one string.
// Values stay as they are, so what was signed as DER still is.
func normalize(ber []byte) ([]byte, error) {
	der, _, err := rewrite(ber, 0)
	return der, err
}

func rewrite(ber []byte, depth int) (der, rest []byte, err error) {
	header, content, rest, open, err := element(ber)
	if err != nil || depth > maxDepth {
		return nil, nil, ErrSyntax
	}
	if header[0]&0x20 == 0 { // primitive
		if open {
			return nil, nil, ErrSyntax
		}
		return join(header, content), rest, nil
	}
	var body []byte
	pieces := header[0] == 0x24 // an octet string in pieces
	for {
		if open && len(content) >= 2 && content[0] == 0 && content[1] == 0 {
			rest = content[2:]
			break
		}
		if len(content) == 0 {
			if open {
				return nil, nil, ErrSyntax
			}
			break
		}
		var child []byte
		if child, content, err = rewrite(content, depth+1); err != nil {
			return nil, nil, err
		}
		if pieces {
			if child[0] != 0x04 {
				return nil, nil, ErrSyntax
			}
			_, child, _, _, _ = element(child)
		}
		body = append(body, child...)
	}
	if pieces {
		header = []byte{0x04}
	}
	return join(header, body), rest, nil
}

// element splits off one element: its identifier bytes, content and what
// follows. An open one has no length: content is then all that is left.
func element(b []byte) (header, content, rest []byte, open bool, err error) {
	n := 1
	if len(b) > 0 && b[0]&0x1f == 0x1f { // a tag of several bytes
		for n < len(b) && n < 5 && b[n]&0x80 != 0 {
			n++
		}
		n++
	}
	if len(b) <= n {
		return nil, nil, nil, false, ErrSyntax
	}
	header = b[:n]
	first := b[n]
	b = b[n+1:]
	size := int(first)
	switch {
	case first == 0x80:
		return header, b, nil, true, nil
	case first > 0x84 || int(first&0x7f) > len(b) && first > 0x80:
		return nil, nil, nil, false, ErrSyntax
	case first > 0x80:
		var wide [8]byte
		copy(wide[8-first&0x7f:], b[:first&0x7f])
		size = int(binary.BigEndian.Uint64(wide[:]))
		b = b[first&0x7f:]
	}
	if size > len(b) {
		return nil, nil, nil, false, ErrSyntax
	}
	return header, b[:size], b[size:], false, nil
}

func join(header, content []byte) []byte {
	out := append(make([]byte, 0, len(header)+len(content)+5), header...)
	if n := len(content); n < 0x80 {
		out = append(out, byte(n))
	} else {
		var wide [8]byte
		binary.BigEndian.PutUint64(wide[:], uint64(n))
		from := 0
		for wide[from] == 0 {
			from++
		}
		out = append(append(out, 0x80|byte(8-from)), wide[from:]...)
	}
	return append(out, content...)
}
