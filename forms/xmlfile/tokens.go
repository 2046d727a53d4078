package xmlfile

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Tokens reads the tokens of one XML file from a stream within limits: the bytes
// of the file, the bytes of one token (a tag, a text), the nesting (MaxDepth). It
// refuses DOCTYPE and entities, and passes over comments and instructions. Its
// errors wrap ErrTooLarge, ErrTooDeep or ErrDoctype, or name the line of a syntax
// error without quoting the file; after one it goes no further.
type Tokens struct {
	d     *xml.Decoder
	in    *meter
	depth int
	err   error
}

// NewTokens reads from r at most maxFile bytes, and at most maxToken for one
// token. A byte order mark is dropped.
func NewTokens(r io.Reader, maxFile, maxToken int64) *Tokens {
	t := &Tokens{in: &meter{r: r, left: maxFile, token: maxToken}}
	b := bufio.NewReader(t.in)
	if head, err := b.Peek(len(bom)); err == nil && string(head) == string(bom) {
		_, _ = b.Discard(len(bom)) // they were peeked at
	}
	t.d = xml.NewDecoder(b)
	t.d.Strict = true
	return t
}

// Next returns the next xml.StartElement, xml.EndElement or xml.CharData, the
// bytes of which are good until the next call; io.EOF at the end of the file.
func (t *Tokens) Next() (xml.Token, error) {
	for t.err == nil {
		t.in.spent = 0
		tok, err := t.d.Token()
		if err != nil {
			t.err = plainSyntax(err)
			break
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if t.depth++; t.depth > MaxDepth {
				t.err = ErrTooDeep
				return nil, t.err
			}
			return tok, nil
		case xml.EndElement:
			t.depth--
			return tok, nil
		case xml.CharData:
			return tok, nil
		case xml.Directive:
			t.err = ErrDoctype
		}
	}
	return nil, t.err
}

// Line is the line of the file that was read last, from 1.
func (t *Tokens) Line() int {
	line, _ := t.d.InputPos()
	return line
}

// plainSyntax keeps the line of a syntax error and drops quotations of the
// file, which may hold personal data.
func plainSyntax(err error) error {
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		if strings.Contains(s.Msg, "entity") {
			return fmt.Errorf("line %d: %w", s.Line, ErrDoctype)
		}
		msg, _, _ := strings.Cut(s.Msg, ":")
		return fmt.Errorf("line %d: XML syntax error: %s", s.Line, msg)
	}
	return err
}

// meter lets through as many bytes as a file, and as one token, may have.
type meter struct {
	r     io.Reader
	left  int64 // of the file
	token int64 // that one token may take
	spent int64 // on the token being read
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.left -= int64(n)
	m.spent += int64(n)
	if m.left < 0 || m.spent > m.token+int64(len(p)) { // the reader above looks a buffer ahead
		return 0, ErrTooLarge
	}
	return n, err
}
