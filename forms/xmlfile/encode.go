package xmlfile

import (
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// ErrText is wrapped by the error of Encode when a text has a character that
// XML cannot carry.
var ErrText = errors.New("text cannot stand in XML")

// How files of the field begin. The roots carry both declarations of spaces as the
// files in use do: they are part of the canonical form that is signed.
const (
	Declaration = `<?xml version="1.0" encoding="utf-8"?>`
	RootSpaces  = ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`
)

// Encode writes the document in the wire layout w, UTF-8 without BOM, with the
// nodes of signatures empty at the end. Equal documents give equal bytes.
func Encode(doc *form.Doc, w *form.Wire) ([]byte, error) {
	body := compile(w.Body)
	e := encoder{doc: doc, b: make([]byte, 0, 1<<12+len(doc.Rows)*rowSize(body))}
	e.b = append(e.b, Declaration...)
	e.b = append(e.b, '<')
	e.b = append(e.b, w.Root...)
	e.b = append(e.b, RootSpaces...)
	e.b = append(e.b, '>')
	e.elems(body, nil, 0)
	e.open(w.SignNode)
	e.close(w.SignNode)
	if w.Counter != "" {
		e.open(w.Counter)
		e.close(w.Counter)
	}
	e.close(w.Root)
	if e.err != nil {
		return nil, fmt.Errorf("encode %s: %w", w.File, e.err)
	}
	return e.b, nil
}

// encoder appends; the first error stays in err.
type encoder struct {
	doc  *form.Doc
	b    []byte
	err  error
	subs map[string]map[string][]int // rows of a sub-table by what they link to
}

// subRows does what Doc.Of does, over an index made once.
func (e *encoder) subRows(tag string, main form.Row) []int {
	t := e.doc.Form.Sub(tag)
	if t == nil || t.Link == nil {
		return nil
	}
	if e.subs == nil {
		e.subs = map[string]map[string][]int{}
	}
	by, ok := e.subs[tag]
	if !ok {
		by = map[string][]int{}
		for i, r := range e.doc.Subs[tag] {
			if key := t.Link.Col().Get(r).S; key != "" {
				by[key] = append(by[key], i)
			}
		}
		e.subs[tag] = by
	}
	return by[t.LinkTo.Col().Get(main).S]
}

func (e *encoder) open(name string) {
	e.b = append(e.b, '<')
	e.b = append(e.b, name...)
	e.b = append(e.b, '>')
}

func (e *encoder) close(name string) {
	e.b = append(e.b, '<', '/')
	e.b = append(e.b, name...)
	e.b = append(e.b, '>')
}

// node is an element with its tags written out once.
type node struct {
	*form.Elem
	start, stop, empty string
	kids               []node
}

func compile(list []form.Elem) []node {
	out := make([]node, len(list))
	for i := range list {
		el := &list[i]
		start, stop := "<"+el.Name+">", "</"+el.Name+">"
		out[i] = node{Elem: el, start: start, stop: stop, empty: start + stop, kids: compile(el.Kids)}
	}
	return out
}

// rowSize guesses the bytes of a row: its tags, and a dozen for each cell.
func rowSize(list []node) int {
	n := 0
	for i := range list {
		n += len(list[i].empty) + 12 + rowSize(list[i].kids)
	}
	return n
}

func (e *encoder) elems(list []node, row *form.Row, n int) {
	for i := range list {
		el := &list[i]
		switch el.Repeat {
		case form.EachRow:
			n := 0
			for k := range e.doc.Rows {
				if el.Where == nil || el.Where(e.doc.Rows[k]) {
					n++
					e.elem(el, &e.doc.Rows[k], n)
				}
			}
		case form.EachSub:
			if row == nil {
				e.fail(fmt.Errorf("element %s repeats a sub-table outside of a row", el.Name))
				return
			}
			for k, i := range e.subRows(el.Sub, *row) {
				e.elem(el, &e.doc.Subs[el.Sub][i], k+1)
			}
		default:
			e.elem(el, row, n)
		}
	}
}

func (e *encoder) elem(el *node, row *form.Row, n int) {
	if el.Col != nil && el.Write == nil {
		e.column(el, row, n)
		return
	}
	e.b = append(e.b, el.start...)
	switch {
	case el.Kids != nil:
		if el.Hollow == nil || !el.Hollow(form.WireRow{Doc: e.doc, Row: row}) {
			e.elems(el.kids, row, n)
		}
	case el.Seq:
		e.b = strconv.AppendInt(e.b, int64(n), 10)
	case el.Write != nil:
		e.text(el.Write(form.WireRow{Doc: e.doc, Row: row}), el.Name, n)
	}
	e.b = append(e.b, el.stop...)
}

func (e *encoder) column(el *node, row *form.Row, n int) {
	r := e.doc.Head
	if !el.Head {
		if row == nil {
			e.fail(fmt.Errorf("element %s carries a cell outside of a row", el.Name))
			return
		}
		r = *row
	}
	v := el.Col.Get(r)
	if !v.Known() && el.Or == "" {
		e.b = append(e.b, el.empty...)
		return
	}
	e.b = append(e.b, el.start...)
	if v.Known() {
		e.cell(el.Col, v, el.Name, n)
	} else {
		e.b = append(e.b, el.Or...)
	}
	e.b = append(e.b, el.stop...)
}

// cell appends what el.Wire gives, without the strings in between.
func (e *encoder) cell(c *form.Column, v form.Value, name string, n int) {
	switch c.Kind {
	case form.KindText, form.KindCode:
		e.text(v.S, name, n)
	case form.KindMoney, form.KindInt, form.KindFlag:
		e.b = strconv.AppendInt(e.b, v.N, 10)
	case form.KindDay:
		d := law.Day(v.N)
		if !d.Valid() {
			e.fail(fmt.Errorf("element %s of row %d: not a day", name, n))
			return
		}
		e.b = append2(e.b, d.Dom())
		e.b = append(e.b, '/')
		e.b = appendMonth(e.b, d.Month())
	case form.KindMonth:
		if !law.Month(v.N).Valid() {
			e.fail(fmt.Errorf("element %s of row %d: not a month", name, n))
			return
		}
		e.b = appendMonth(e.b, law.Month(v.N))
	case form.KindRate:
		if v.N >= 0 && v.N%100 == 0 {
			e.b = strconv.AppendInt(e.b, v.N/100, 10)
			e.b = append(e.b, '.', '0')
			return
		}
		e.text(c.Wire(v), name, n)
	case form.KindBirth:
		if d := law.Day(v.N); d.Valid() {
			e.b = append2(e.b, d.Dom())
			e.b = append(e.b, '/')
			e.b = appendMonth(e.b, d.Month())
			return
		}
		e.text(c.Wire(v), name, n)
	default:
		e.text(c.Wire(v), name, n)
	}
}

func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func appendMonth(b []byte, m law.Month) []byte {
	b = append2(b, m.Num())
	b = append(b, '/')
	b = append2(b, m.Year()/100)
	return append2(b, m.Year()%100)
}

func (e *encoder) text(s, name string, n int) {
	b, err := appendText(e.b, s)
	if err != nil {
		e.fail(fmt.Errorf("element %s of row %d: %w", name, n, err))
		return
	}
	e.b = b
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// appendText escapes s for element content the way Canonical XML does, and
// refuses what XML 1.0 cannot carry. The error names no part of the text.
func appendText(b []byte, s string) ([]byte, error) {
	from := 0
	for i := 0; i < len(s); {
		ch := s[i]
		if plain[ch] {
			i++
			continue
		}
		if ch >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if (r == utf8.RuneError && size == 1) || r == 0xFFFE || r == 0xFFFF {
				return b, fmt.Errorf("%w: byte %d is not a character", ErrText, i+1)
			}
			i += size
			continue
		}
		var as string
		switch ch {
		case '&':
			as = "&amp;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		case '\r':
			as = "&#xD;"
		default:
			return b, fmt.Errorf("%w: byte %d is a control character", ErrText, i+1)
		}
		b = append(append(b, s[from:i]...), as...)
		i++
		from = i
	}
	return append(b, s[from:]...), nil
}

// plain marks the bytes that stand for themselves.
var plain = func() (p [256]bool) {
	for ch := ' '; ch < utf8.RuneSelf; ch++ {
		p[ch] = ch != '&' && ch != '<' && ch != '>'
	}
	p['\t'], p['\n'] = true, true
	return p
}()
