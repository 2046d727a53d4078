package xmlsig

import "bytes"

// kind is the kind of a token.
type kind uint8

const (
	kindEOF kind = iota
	kindStart
	kindEnd // an empty element gives one too, right after its start
	kindText
	kindCDATA
	kindComment
	kindPI
)

// name is a qualified name as written.
type name struct {
	full  []byte
	colon int // index of ':' in full, -1 without prefix
}

func (n name) prefix() []byte {
	if n.colon < 0 {
		return nil
	}
	return n.full[:n.colon]
}

func (n name) local() []byte { return n.full[n.colon+1:] }

// attribute is an attribute as written; value is between the quotes, not decoded.
type attribute struct {
	name
	value []byte
}

// declares tells whether the attribute is a namespace declaration, and of which
// prefix ("" for the default).
func (a attribute) declares() (prefix []byte, ok bool) {
	if a.colon < 0 {
		return nil, string(a.full) == "xmlns"
	}
	return a.local(), string(a.prefix()) == "xmlns"
}

// tokenizer walks over well-formed XML 1.0 without DTD and stops with a fault at
// the first thing that is not. One token is current at a time; its slices point
// into src and attrs is reused.
type tokenizer struct {
	src []byte
	pos int

	kind       kind
	start, end int    // of the token
	text       []byte // text, CDATA, comment: content; PI: after the target
	name       name   // start, end: element; PI: target
	attrs      []attribute
	empty      bool // start tag of an empty element

	open    []name // elements not yet closed
	endNext bool
	done    bool // the root is closed
	prolog  bool // a whole document: XML declaration, comments and PIs around the root
}

// newTokenizer walks over a whole document.
func newTokenizer(src []byte) *tokenizer {
	t := &tokenizer{src: src, prolog: true}
	if bytes.HasPrefix(src, bom) {
		t.pos = len(bom)
	}
	return t
}

// newElementTokenizer walks over one element, which lies at s.
func newElementTokenizer(src []byte, s span) *tokenizer {
	return &tokenizer{src: src[:s.end], pos: s.start}
}

// next moves to the next token; at the end of the input kind is kindEOF.
func (t *tokenizer) next() error {
	if t.endNext {
		t.endNext = false
		t.kind, t.start = kindEnd, t.end
		t.closeElement()
		return nil
	}
	if t.pos >= len(t.src) {
		if len(t.open) > 0 || !t.done {
			return t.cutShort()
		}
		t.kind, t.start, t.end = kindEOF, t.pos, t.pos
		return nil
	}
	t.start = t.pos
	rest := t.src[t.pos:]
	if rest[0] != '<' {
		return t.characters(rest)
	}
	if len(rest) < 2 {
		return t.malformed()
	}
	switch rest[1] {
	case '/':
		return t.endTag()
	case '?':
		return t.instruction(rest)
	case '!':
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			return t.comment(rest)
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return t.cdata(rest)
		case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
			return refuse(t.pos, "Tệp XML có khai báo DOCTYPE, loại khai báo này không được nhận. Xuất lại tệp không có DOCTYPE.")
		}
		return t.malformed()
	}
	return t.startTag()
}

func (t *tokenizer) malformed() error {
	if len(t.open) > 0 && bytes.IndexByte(t.src[t.pos:], '>') < 0 {
		return t.cutShort()
	}
	return refuse(t.pos, "Tệp XML viết sai cú pháp ở byte %d. Xuất lại tệp từ phần mềm đã lập.", t.pos)
}

func (t *tokenizer) cutShort() error {
	return refuse(t.pos, "Tệp XML bị cắt ngang: chưa đủ thẻ đóng. Lấy lại tệp đầy đủ.")
}

func (t *tokenizer) closeElement() {
	t.open = t.open[:len(t.open)-1]
	if len(t.open) == 0 {
		t.done = true
	}
}

// skip leaves out the element whose start tag is current; it ends at end, as an
// earlier walk over the same bytes has found.
func (t *tokenizer) skip(end int) {
	t.endNext = false
	t.pos = end
	t.closeElement()
}

func (t *tokenizer) characters(rest []byte) error {
	n := bytes.IndexByte(rest, '<')
	if n < 0 {
		n = len(rest)
	}
	text := rest[:n]
	if len(t.open) == 0 {
		if !t.prolog || len(bytes.TrimLeft(text, " \t\r\n")) != 0 {
			return t.malformed()
		}
	} else {
		if bytes.IndexByte(text, ']') >= 0 && bytes.Contains(text, []byte("]]>")) {
			return t.malformed()
		}
		if !referencesOK(text) {
			return t.malformed()
		}
	}
	t.kind, t.text = kindText, text
	t.pos += n
	t.end = t.pos
	return nil
}

func (t *tokenizer) comment(rest []byte) error {
	n := bytes.Index(rest[4:], []byte("--"))
	if n < 0 || !bytes.HasPrefix(rest[4+n:], []byte("-->")) || len(t.open) == 0 && !t.prolog {
		return t.malformed()
	}
	t.kind, t.text = kindComment, rest[4:4+n]
	t.pos += 4 + n + 3
	t.end = t.pos
	return nil
}

func (t *tokenizer) cdata(rest []byte) error {
	n := bytes.Index(rest, []byte("]]>"))
	if n < 0 || len(t.open) == 0 {
		return t.malformed()
	}
	t.kind, t.text = kindCDATA, rest[len("<![CDATA["):n]
	t.pos += n + 3
	t.end = t.pos
	return nil
}

func (t *tokenizer) instruction(rest []byte) error {
	n := bytes.Index(rest, []byte("?>"))
	if n < 2 || len(t.open) == 0 && !t.prolog {
		return t.malformed()
	}
	w := nameLength(rest[2:n])
	if w == 0 || bytes.IndexByte(rest[2:2+w], ':') >= 0 {
		return t.malformed()
	}
	target, data := rest[2:2+w], rest[2+w:n]
	if len(data) > 0 && !space(data[0]) {
		return t.malformed()
	}
	data = bytes.TrimLeft(data, " \t\r\n")
	if bytes.EqualFold(target, []byte("xml")) {
		first := t.pos == 0 || t.pos == len(bom) && bytes.HasPrefix(t.src, bom)
		if !first || !t.prolog || string(target) != "xml" {
			return t.malformed()
		}
		if err := t.declaration(data); err != nil {
			return err
		}
		t.pos += n + 2
		return t.next()
	}
	t.kind, t.name, t.text = kindPI, name{target, -1}, data
	t.pos += n + 2
	t.end = t.pos
	return nil
}

// declaration reads version, encoding and standalone of <?xml …?>.
func (t *tokenizer) declaration(data []byte) error {
	order := []string{"version", "encoding", "standalone"}
	at := 0
	for first := true; len(data) > 0; first = false {
		eq := bytes.IndexByte(data, '=')
		if eq < 0 {
			return t.malformed()
		}
		key := string(bytes.TrimRight(data[:eq], " \t\r\n"))
		data = bytes.TrimLeft(data[eq+1:], " \t\r\n")
		if len(data) < 2 || data[0] != '"' && data[0] != '\'' {
			return t.malformed()
		}
		end := bytes.IndexByte(data[1:], data[0])
		if end < 0 {
			return t.malformed()
		}
		value := string(data[1 : 1+end])
		data = data[2+end:]
		if len(data) > 0 && !space(data[0]) {
			return t.malformed()
		}
		data = bytes.TrimLeft(data, " \t\r\n")
		for at < len(order) && order[at] != key {
			at++
		}
		if at == len(order) || first != (key == "version") {
			return t.malformed()
		}
		at++
		switch {
		case key == "version" && value != "1.0":
			return refuse(t.pos, "Tệp XML khai phiên bản khác 1.0. Xuất lại tệp ở phiên bản 1.0.")
		case key == "encoding" && !bytes.EqualFold([]byte(value), []byte("utf-8")):
			return refuse(t.pos, "Tệp XML khai bảng mã khác UTF-8. Xuất lại tệp ở bảng mã UTF-8.")
		case key == "standalone" && value != "yes" && value != "no":
			return t.malformed()
		}
	}
	if at == 0 {
		return t.malformed()
	}
	return nil
}
