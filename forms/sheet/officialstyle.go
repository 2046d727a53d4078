package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"ankhai/forms/form"
)

const formatGeneral = 0

// styleSheet is the part of the styles, to which styles are only ever added.
type styleSheet struct {
	body  []byte
	fonts []string // elements
	xfs   []string
	had   struct{ fonts, xfs int }
	made  map[styleKey]string
}

// styleKey is what a style was made for.
type styleKey struct {
	like   string
	format int
	shrink bool
	align  form.Align
	total  bool
}

func readStyleSheet(body []byte) (*styleSheet, error) {
	s := &styleSheet{body: body, made: map[styleKey]string{}}
	var err error
	if s.fonts, err = elementsOf(body, "fonts", "font"); err != nil {
		return nil, err
	}
	if s.xfs, err = elementsOf(body, "cellXfs", "xf"); err != nil {
		return nil, err
	}
	s.had.fonts, s.had.xfs = len(s.fonts), len(s.xfs)
	return s, nil
}

// elementsOf lists the elements of a list, each with what it holds.
func elementsOf(body []byte, list, element string) (out []string, err error) {
	s := newXMLScan(bytes.NewReader(body))
	within, from := false, 0
	for {
		k, err := s.next()
		if err != nil {
			return nil, fmt.Errorf("read styles: %w", err)
		}
		name := string(s.name)
		switch {
		case k == xmlEOF:
			return out, nil
		case k == xmlStart && name == list:
			within = !s.empty
		case k == xmlEnd && name == list:
			within = false
		case k == xmlStart && within && name == element:
			from = bytes.LastIndexByte(body[:s.offset()], '<')
			if s.empty {
				out = append(out, string(body[from:s.offset()]))
			}
		case k == xmlEnd && within && name == element:
			out = append(out, string(body[from:s.offset()]))
		}
	}
}

var alignWords = map[form.Align]string{form.Left: "left", form.Center: "center", form.Right: "right", form.Justify: "left"}

// like is a style like another one: its font without bold and italics, its border,
// fill and alignment, with a number format, and either wrapping the words or shrinking
// them into the cell. Where the template aligns nothing, align does.
func (s *styleSheet) like(style string, format int, shrink bool, align form.Align) string {
	key := styleKey{style, format, shrink, align, false}
	if id, ok := s.made[key]; ok {
		return id
	}
	xf := s.xf(style)
	fit := `wrapText="1"`
	if shrink {
		fit = `shrinkToFit="1"`
	}
	across := attrOf([]byte(alignmentOf(xf)), "horizontal")
	if across == "" {
		across = alignWords[align]
	}
	tag := []byte(xf)
	tag = setAttr(tag, "numFmtId", strconv.Itoa(format))
	tag = setAttr(tag, "fontId", s.plainFont(attrOf([]byte(xf), "fontId")))
	tag = setAttr(tag, "applyNumberFormat", "1")
	tag = setAttr(tag, "applyFont", "1")
	tag = setAttr(tag, "applyAlignment", "1")
	open := string(tag[:bytes.IndexByte(tag, '>')])
	return s.add(key, strings.TrimSuffix(open, "/")+`><alignment horizontal="`+across+`" vertical="center" `+fit+`/></xf>`)
}

// total is the style of a line of totals with thousands told apart, shown whole.
func (s *styleSheet) total(style string) string {
	key := styleKey{like: style, total: true}
	if id, ok := s.made[key]; ok {
		return id
	}
	tag := setAttr([]byte(s.xf(style)), "numFmtId", strconv.Itoa(formatMoney))
	tag = setAttr(tag, "applyNumberFormat", "1")
	return s.add(key, strings.Replace(string(tag), `wrapText="1"`, `shrinkToFit="1"`, 1))
}

func (s *styleSheet) add(key styleKey, xf string) string {
	for i, have := range s.xfs {
		if have == xf {
			s.made[key] = strconv.Itoa(i)
			return s.made[key]
		}
	}
	s.xfs = append(s.xfs, xf)
	s.made[key] = strconv.Itoa(len(s.xfs) - 1)
	return s.made[key]
}

func (s *styleSheet) xf(style string) string {
	n, _ := atoi([]byte(style))
	if n >= len(s.xfs) {
		return `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
	}
	return s.xfs[n]
}

func alignmentOf(xf string) string {
	i := strings.Index(xf, "<alignment")
	if i < 0 {
		return ""
	}
	return xf[i:]
}

// size is the type of a style in tenths of a point.
func (s *styleSheet) size(style string) int {
	n, _ := atoi([]byte(attrOf([]byte(s.xf(style)), "fontId")))
	if n < len(s.fonts) {
		if _, rest, ok := strings.Cut(s.fonts[n], "<sz"); ok {
			if t := tenths(attrOf([]byte(rest), "val")); t > 0 {
				return t
			}
		}
	}
	return 110
}

// plainFont is a font without bold and italics.
func (s *styleSheet) plainFont(id string) string {
	n, _ := atoi([]byte(id))
	if n >= len(s.fonts) {
		return id
	}
	plain := strings.NewReplacer("<b/>", "", "<i/>", "").Replace(s.fonts[n])
	for i, f := range s.fonts {
		if f == plain {
			return strconv.Itoa(i)
		}
	}
	s.fonts = append(s.fonts, plain)
	return strconv.Itoa(len(s.fonts) - 1)
}

// bytes is the part with the added styles at the ends of their lists.
func (s *styleSheet) bytes() ([]byte, error) {
	out := s.body
	for _, l := range []struct {
		list string
		all  []string
		had  int
	}{{"fonts", s.fonts, s.had.fonts}, {"cellXfs", s.xfs, s.had.xfs}} {
		at := bytes.Index(out, []byte("</"+l.list+">"))
		open := bytes.Index(out, []byte("<"+l.list))
		if at < 0 || open < 0 {
			return nil, fmt.Errorf("list of %s: %w", l.list, ErrDamaged)
		}
		with := append(append(append([]byte{}, out[open:at]...), strings.Join(l.all[l.had:], "")...), out[at:]...)
		out = append(append([]byte{}, out[:open]...), setAttr(with, "count", strconv.Itoa(len(l.all)))...)
	}
	return out, nil
}
