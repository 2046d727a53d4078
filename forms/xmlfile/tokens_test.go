package xmlfile

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// drain counts the elements of a file up to its end or its first error.
func drain(t *Tokens) (elements int, err error) {
	for {
		tok, err := t.Next()
		if err != nil {
			return elements, err
		}
		if _, ok := tok.(xml.StartElement); ok {
			elements++
		}
	}
}

func TestTokensLimits(t *testing.T) {
	wide := "<a>" + strings.Repeat("<b>chữ</b>", 5000) + "</a>"
	broken := errors.New("the disk is gone")
	for _, c := range []struct {
		name        string
		in          io.Reader
		file, token int64
		elements    int
		want        error
	}{
		{"within the limits", strings.NewReader(wide), 1 << 20, 1 << 12, 5001, io.EOF},
		{"byte by byte", iotest.OneByteReader(strings.NewReader("\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- x --><a><b/></a>")), 1 << 10, 1 << 10, 2, io.EOF},
		{"a file too long", strings.NewReader(wide), 1 << 12, 1 << 12, -1, ErrTooLarge},
		{"a text too long", strings.NewReader("<a>" + strings.Repeat("x", 1<<20) + "</a>"), 1 << 30, 1 << 14, 1, ErrTooLarge},
		{"a tag too long", strings.NewReader("<a b='" + strings.Repeat("x", 1<<20) + "'/>"), 1 << 30, 1 << 14, 0, ErrTooLarge},
		{"nested too deep", strings.NewReader(strings.Repeat("<a>", MaxDepth+1)), 1 << 20, 1 << 20, MaxDepth, ErrTooDeep},
		{"a doctype", strings.NewReader("<!DOCTYPE a><a/>"), 1 << 20, 1 << 20, 0, ErrDoctype},
		{"an entity", strings.NewReader("<a>&b;</a>"), 1 << 20, 1 << 20, 1, ErrDoctype},
		{"the source fails", io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(broken)), 1 << 20, 1 << 20, 1, broken},
	} {
		tokens := NewTokens(c.in, c.file, c.token)
		n, err := drain(tokens)
		if !errors.Is(err, c.want) || c.elements >= 0 && n != c.elements {
			t.Errorf("%s: got %d elements and %v, want %d and %v", c.name, n, err, c.elements, c.want)
		}
		if _, again := tokens.Next(); again != err {
			t.Errorf("%s: after %v it goes on with %v", c.name, err, again)
		}
	}
}

func TestTokensQuoteNothing(t *testing.T) {
	tokens := NewTokens(strings.NewReader("<a>\n<HoTen>Trần Văn Mẫu</Ten></a>"), 1<<20, 1<<20)
	_, err := drain(tokens)
	if err == nil || strings.Contains(err.Error(), "Mẫu") || !strings.Contains(err.Error(), "line 2") || tokens.Line() != 2 {
		t.Errorf("got %v at line %d", err, tokens.Line())
	}
}
