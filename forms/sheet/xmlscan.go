package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// xmlScan is a streaming, strict reader of the XML that workbooks are made of
// (XML 1.0 without document types, UTF-8). It checks that tags nest and that
// one root closes; names lose their prefix. Slices are good until next is
// called again.
type xmlScan struct {
	r        io.Reader
	buf      []byte
	pos, end int
	base     int64 // bytes that have left the buffer
	eof      bool
	rootDone bool

	open  []byte // qualified names of the open elements, end to end
	marks []int  // where each starts in open

	name  []byte // local name of a start or end tag
	attrs []xmlAttr
	empty bool   // the start tag closed itself
	text  []byte // characters, entities resolved
	plain []byte // room for resolved text
}

type xmlAttr struct{ name, value []byte }

type xmlKind uint8

const (
	xmlStart xmlKind = iota
	xmlEnd
	xmlText
	xmlEOF
)

const (
	xmlWindow   = 64 << 10
	xmlMaxToken = 4 << 20
	xmlMaxDepth = 64
)

var errXML = fmt.Errorf("not well-formed XML: %w", ErrDamaged)

func newXMLScan(r io.Reader) *xmlScan { return &xmlScan{r: r, buf: make([]byte, xmlWindow)} }

// offset is how many bytes of the part are behind the last token.
func (s *xmlScan) offset() int { return int(s.base) + s.pos }

// depth is the number of open elements.
func (s *xmlScan) depth() int { return len(s.marks) }

// attr returns an attribute of the start tag by local name, nil if absent.
func (s *xmlScan) attr(name string) []byte {
	for i := range s.attrs {
		if string(s.attrs[i].name) == name {
			return s.attrs[i].value
		}
	}
	return nil
}

// more reads at least one byte on; false with nil at the end of the part.
func (s *xmlScan) more() (bool, error) {
	if s.eof {
		return false, nil
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.base += int64(s.pos)
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= xmlMaxToken {
			return false, ErrTooBig
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		if err != nil && !errors.Is(err, io.EOF) {
			return false, err
		}
		s.eof = err != nil
		if n > 0 || s.eof {
			return n > 0, nil
		}
	}
}

// find returns the offset from pos of the end of what, looking from offset.
func (s *xmlScan) find(what string, offset int) (int, error) {
	for {
		if s.pos+offset <= s.end {
			if i := bytes.Index(s.buf[s.pos+offset:s.end], []byte(what)); i >= 0 {
				return offset + i + len(what), nil
			}
		}
		offset = max(offset, s.end-s.pos-len(what)+1)
		if ok, err := s.more(); !ok {
			return 0, orXML(err)
		}
	}
}

func orXML(err error) error {
	if err != nil {
		return err
	}
	return errXML
}

// next moves to the next start tag, end tag or text; comments and processing
// instructions are passed over.
func (s *xmlScan) next() (xmlKind, error) {
	for {
		if s.pos == s.end {
			ok, err := s.more()
			if err != nil {
				return 0, err
			}
			if !ok {
				if !s.rootDone {
					return 0, errXML
				}
				return xmlEOF, nil
			}
		}
		if s.buf[s.pos] != '<' {
			return s.scanText()
		}
		for s.end-s.pos < 4 {
			if ok, err := s.more(); !ok {
				return 0, orXML(err)
			}
		}
		switch b := s.buf[s.pos+1]; {
		case b == '/':
			return xmlEnd, s.scanEnd()
		case b == '?':
			n, err := s.find("?>", 2)
			if err != nil {
				return 0, err
			}
			if !utf8Declared(s.buf[s.pos : s.pos+n]) {
				return 0, errXML
			}
			s.pos += n
		case b == '!' && s.buf[s.pos+2] == '-' && s.buf[s.pos+3] == '-':
			n, err := s.find("-->", 4)
			if err != nil {
				return 0, err
			}
			s.pos += n
		case b == '!' && s.buf[s.pos+2] == '[' && s.depth() > 0:
			n, err := s.find("]]>", 9)
			if err != nil {
				return 0, err
			}
			const head = "<![CDATA["
			if !bytes.HasPrefix(s.buf[s.pos:], []byte(head)) {
				return 0, errXML
			}
			s.text = s.buf[s.pos+len(head) : s.pos+n-3]
			s.pos += n
			return xmlText, validText(s.text)
		case b == '!':
			return 0, errXML // a document type or an entity is never needed
		default:
			return xmlStart, s.scanStart()
		}
	}
}

func (s *xmlScan) scanText() (xmlKind, error) {
	n := 0
	for {
		i := bytes.IndexByte(s.buf[s.pos+n:s.end], '<')
		if i >= 0 {
			n += i
			break
		}
		n = s.end - s.pos
		ok, err := s.more()
		if err != nil {
			return 0, err
		}
		if !ok {
			break
		}
	}
	raw := s.buf[s.pos : s.pos+n]
	s.pos += n
	if s.depth() == 0 {
		if len(bytes.Trim(raw, " \t\r\n\uFEFF")) > 0 {
			return 0, errXML
		}
		return s.next()
	}
	s.text = raw
	if bytes.IndexByte(raw, '&') >= 0 {
		var ok bool
		if s.plain, ok = unescape(s.plain[:0], raw); !ok {
			return 0, errXML
		}
		s.text = s.plain
	}
	return xmlText, validText(s.text)
}

func validText(b []byte) error {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return errXML
		}
		if c >= utf8.RuneSelf {
			if !utf8.Valid(b) {
				return errXML
			}
			return nil
		}
	}
	return nil
}
