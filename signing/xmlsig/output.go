package xmlsig

import (
	"io"
	"unicode/utf8"
)

// output gathers small writes.
type output struct {
	w   io.Writer
	buf []byte
	err error
}

func (o *output) flush() {
	if len(o.buf) > 0 && o.err == nil {
		_, o.err = o.w.Write(o.buf)
	}
	o.buf = o.buf[:0]
}

func (o *output) room(n int) {
	if len(o.buf)+n > cap(o.buf) {
		o.flush()
	}
}

func (o *output) byte(b byte)     { o.room(1); o.buf = append(o.buf, b) }
func (o *output) string(s string) { o.room(len(s)); o.buf = append(o.buf, s...) }

func (o *output) bytes(b []byte) {
	o.room(len(b))
	if len(b) > cap(o.buf) {
		if o.err == nil {
			_, o.err = o.w.Write(b)
		}
		return
	}
	o.buf = append(o.buf, b...)
}

func (o *output) raw2(s string, b []byte) { o.string(s); o.bytes(b) }

// Characters that are not copied as they are, by place.
var (
	inText  = marked("&<>\r")
	inValue = marked("&<\"\t\n\r")
)

func marked(chars string) (table [256]bool) {
	for i := range len(chars) {
		table[chars[i]] = true
	}
	return
}

// text writes character data.
func (o *output) text(s []byte, cdata bool) {
	from := 0
	for i := 0; i < len(s); i++ {
		if !inText[s[i]] {
			continue
		}
		o.bytes(s[from:i])
		switch s[i] {
		case '&':
			if cdata {
				o.string("&amp;")
				break
			}
			r, w := reference(s[i:])
			o.rune(r, false)
			i += w - 1
		case '<':
			o.string("&lt;")
		case '>':
			o.string("&gt;")
		case '\r':
			if i+1 >= len(s) || s[i+1] != '\n' {
				o.byte('\n')
			}
		}
		from = i + 1
	}
	o.bytes(s[from:])
}

// value writes an attribute value as it was written, normalised.
func (o *output) value(s []byte) {
	from := 0
	for i := 0; i < len(s); i++ {
		if !inValue[s[i]] {
			continue
		}
		o.bytes(s[from:i])
		switch s[i] {
		case '&':
			r, w := reference(s[i:])
			o.rune(r, true)
			i += w - 1
		case '"':
			o.string("&quot;")
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			o.byte(' ')
		case '\n', '\t':
			o.byte(' ')
		}
		from = i + 1
	}
	o.bytes(s[from:])
}

// decodedValue writes an attribute value that is decoded already.
func (o *output) decodedValue(s []byte) {
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRune(s[i:])
		o.rune(r, true)
		i += w
	}
}

// rune writes a decoded character.
func (o *output) rune(r rune, attribute bool) {
	switch {
	case r == '&':
		o.string("&amp;")
	case r == '<':
		o.string("&lt;")
	case r == '>' && !attribute:
		o.string("&gt;")
	case r == '"' && attribute:
		o.string("&quot;")
	case r == '\t' && attribute:
		o.string("&#x9;")
	case r == '\n' && attribute:
		o.string("&#xA;")
	case r == '\r':
		o.string("&#xD;")
	default:
		o.room(utf8.UTFMax)
		o.buf = utf8.AppendRune(o.buf, r)
	}
}

// lines writes the inside of a comment or PI, with line ends normalised.
func (o *output) lines(s []byte) {
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '\r' {
			continue
		}
		o.bytes(s[from:i])
		if i+1 >= len(s) || s[i+1] != '\n' {
			o.byte('\n')
		}
		from = i + 1
	}
	o.bytes(s[from:])
}
