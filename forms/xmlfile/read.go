package xmlfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// reader is a pull reader over encoding/xml with our limits. The first error
// stays in err.
type reader struct {
	t    *Tokens
	path []string
	odds []Odd
	err  error
}

var bom = []byte("\xEF\xBB\xBF")

func newReader(data []byte) *reader {
	r := &reader{}
	if len(data) > MaxBytes {
		r.err = fmt.Errorf("%w: %d bytes", ErrTooLarge, len(data))
		data = nil
	}
	r.t = NewTokens(bytes.NewReader(data), MaxBytes, MaxBytes)
	return r
}

func (r *reader) odd(kind OddKind, say string) {
	if len(r.odds) < maxOdds {
		r.odds = append(r.odds, Odd{Path: strings.Join(r.path, "/"), Line: r.t.Line(), Kind: kind, Say: say})
	}
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// next returns the next start (xml.StartElement), end (xml.EndElement) or text
// (xml.CharData); nil at the end of the file or after an error.
func (r *reader) next() xml.Token {
	if r.err != nil {
		return nil
	}
	t, err := r.t.Next()
	if err != nil && err != io.EOF {
		r.fail(err)
		return nil
	}
	return t
}

// root reads up to the first element.
func (r *reader) root() (xml.StartElement, bool) {
	for {
		switch t := r.next().(type) {
		case nil:
			r.fail(errors.New("no XML element"))
			return xml.StartElement{}, false
		case xml.StartElement:
			r.path = append(r.path, short(t.Name.Local))
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					r.odd(OddAttribute, "phần tử gốc có thuộc tính "+quote(a.Name.Local))
				}
			}
			return t, true
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				r.fail(errors.New("text before the first element"))
			}
		}
	}
}

// end reads to the end of the file after the root was closed.
func (r *reader) end() {
	for r.err == nil {
		switch t := r.next().(type) {
		case nil:
			return
		case xml.StartElement:
			r.fail(errors.New("a second root element"))
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				r.fail(errors.New("text after the last element"))
			}
		}
	}
}

// kid returns the next child of the element being read; ok is false at its end.
func (r *reader) kid() (xml.StartElement, bool) {
	for {
		switch t := r.next().(type) {
		case nil:
			if r.err == nil {
				r.fail(io.ErrUnexpectedEOF)
			}
			return xml.StartElement{}, false
		case xml.StartElement:
			return t, true
		case xml.EndElement:
			return xml.StartElement{}, false
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				r.odd(OddText, "có chữ đứng giữa các phần tử")
			}
		}
	}
}

// leaf reads the text of an element up to its end.
func (r *reader) leaf() string {
	var text []byte
	for {
		switch t := r.next().(type) {
		case nil:
			if r.err == nil {
				r.fail(io.ErrUnexpectedEOF)
			}
			return ""
		case xml.StartElement:
			r.path = append(r.path, short(t.Name.Local))
			r.odd(OddUnknown, "không có phần tử này ở đây")
			r.path = r.path[:len(r.path)-1]
			r.skip()
		case xml.EndElement:
			return string(text)
		case xml.CharData:
			text = append(text, t...)
		}
	}
}

// skip reads to the end of the element being read.
func (r *reader) skip() {
	for open := 1; open > 0; {
		switch r.next().(type) {
		case nil:
			if r.err == nil {
				r.fail(io.ErrUnexpectedEOF)
			}
			return
		case xml.StartElement:
			open++
		case xml.EndElement:
			open--
		}
	}
}

func (r *reader) plain(t xml.StartElement) {
	for _, a := range t.Attr {
		r.odd(OddAttribute, "phần tử có thuộc tính "+quote(a.Name.Local))
	}
}

// short cuts a name that a hostile file made long.
func short(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}

func quote(s string) string { return strconv.Quote(short(s)) }
