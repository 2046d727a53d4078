package sheet

import (
	"bytes"
	"unicode/utf8"
)

func (s *xmlScan) scanEnd() error {
	n, err := s.find(">", 2)
	if err != nil {
		return err
	}
	name := trimEnd(s.buf[s.pos+2 : s.pos+n-1])
	s.pos += n
	if len(s.marks) == 0 {
		return errXML
	}
	at := s.marks[len(s.marks)-1]
	if !bytes.Equal(s.open[at:], name) {
		return errXML
	}
	s.open, s.marks = s.open[:at], s.marks[:len(s.marks)-1]
	s.rootDone = len(s.marks) == 0
	s.name = localName(name)
	return nil
}

// tagEnd returns the offset from pos behind the start tag there.
func (s *xmlScan) tagEnd() (int, error) {
	n, quote := 1, byte(0)
	for {
		for i, c := range s.buf[s.pos+n : s.end] {
			switch {
			case c == '<':
				return 0, errXML
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"', c == '\'':
				quote = c
			case c == '>':
				return n + i + 1, nil
			}
		}
		n = s.end - s.pos
		if ok, err := s.more(); !ok {
			return 0, orXML(err)
		}
	}
}

// scanStart reads a start tag with its attributes.
func (s *xmlScan) scanStart() error {
	if s.rootDone || len(s.marks) >= xmlMaxDepth {
		return errXML
	}
	n, err := s.tagEnd()
	if err != nil {
		return err
	}
	tag := s.buf[s.pos+1 : s.pos+n-1]
	s.pos += n
	if s.empty = len(tag) > 0 && tag[len(tag)-1] == '/'; s.empty {
		tag = tag[:len(tag)-1]
	}
	i := 0
	for i < len(tag) && !isSpace(tag[i]) {
		i++
	}
	name := tag[:i]
	if len(name) == 0 || !nameStart(name[0]) {
		return errXML
	}
	if err := s.scanAttrs(tag[i:]); err != nil {
		return err
	}
	s.name = localName(name)
	if s.empty {
		s.rootDone = len(s.marks) == 0
		return nil
	}
	s.marks = append(s.marks, len(s.open))
	s.open = append(s.open, name...)
	return nil
}

func (s *xmlScan) scanAttrs(b []byte) error {
	s.attrs = s.attrs[:0]
	for {
		i := 0
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if i == len(b) {
			return nil
		}
		if i == 0 {
			return errXML
		}
		b = b[i:]
		eq := bytes.IndexByte(b, '=')
		if eq <= 0 || !nameStart(b[0]) {
			return errXML
		}
		name := trimEnd(b[:eq])
		for _, c := range name {
			if isSpace(c) || c == '"' || c == '\'' {
				return errXML
			}
		}
		for b = b[eq+1:]; len(b) > 0 && isSpace(b[0]); {
			b = b[1:]
		}
		if len(b) < 2 || (b[0] != '"' && b[0] != '\'') {
			return errXML
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return errXML
		}
		value := b[1 : 1+end]
		b = b[end+2:]
		if bytes.IndexByte(value, '&') >= 0 {
			plain, ok := unescape(nil, value)
			if !ok {
				return errXML
			}
			value = plain
		}
		s.attrs = append(s.attrs, xmlAttr{localName(name), value})
	}
}

func localName(b []byte) []byte {
	if i := bytes.IndexByte(b, ':'); i >= 0 {
		return b[i+1:]
	}
	return b
}

// trimEnd takes spaces off the end.
func trimEnd(b []byte) []byte {
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func nameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}
