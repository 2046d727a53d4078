package print

import (
	"strings"

	"ankhai/forms/form"
)

// look is the style of a piece of text, resolved.
type look struct {
	face  uint8
	size  int // tenths of a point
	under bool
}

type atomKind uint8

const (
	atomWord   atomKind = iota
	atomSpace           // a run of spaces
	atomBreak           // a line end that was asked for
	atomLeader          // dots; count 0 stretches to fill the line
	atomBox
)

// atom is a piece of a line that is not broken.
type atom struct {
	kind  atomKind
	look  look
	text  string
	w     length
	count int  // dots of a leader
	tick  bool // of a box
}

// minLeader is the number of dots a stretching leader has at least.
const minLeader = 12

// writer sets the parts of one paper for one view.
type writer struct {
	faces *faces
	sheet sheet
	paper *form.Paper
	view  form.View
}

// width measures text, which must be clean.
func (w *writer) width(s string, l look, at form.Place) (length, error) {
	n, missing, ok := w.faces[l.face].text(s)
	if !ok {
		return 0, &ErrGlyph{Rune: missing, Place: at}
	}
	return length(n * l.size / 10), nil
}

func (w *writer) look(s form.Style) look {
	l := look{size: s.Size, under: s.Underline}
	if l.size <= 0 {
		l.size = w.sheet.base
	}
	if s.Bold {
		l.face |= bold
	}
	if s.Italic {
		l.face |= italic
	}
	return l
}

// dot is the width of one dot of a leader.
func (w *writer) dot(l look) length {
	n, _ := w.faces[l.face].of('.')
	return length(n * l.size / 10)
}

// box is the side of a box to tick.
func box(l look) length { return length(l.size) * 70 }

// atoms cuts the segments of a line into pieces.
func (w *writer) atoms(segs []form.Seg) ([]atom, error) {
	var out []atom
	var label string // the fixed words before a field: they name its place
	for _, s := range segs {
		l := w.look(s.Style)
		if s.Tick != nil {
			out = append(out, atom{kind: atomBox, look: l, w: box(l) + length(l.size)*25, tick: s.Tick(w.view)})
		}
		text := clean(s.Text)
		if strings.TrimSpace(text) != "" {
			label = strings.TrimSpace(text)
		}
		at := form.Place{Row: w.view.N, Label: label}
		var err error
		if out, err = w.words(out, text, l, at); err != nil {
			return nil, err
		}
		if s.Value == nil {
			continue
		}
		if v := clean(s.Value(w.view)); v != "" {
			if out, err = w.words(out, v, l, at); err != nil {
				return nil, err
			}
			continue
		}
		n := max(s.Dots, 0)
		l.under = false
		a := atom{kind: atomLeader, look: l, count: n, w: w.dot(l) * length(n)}
		if n == 0 {
			a.w = w.dot(l) * minLeader
		}
		out = append(out, a)
	}
	return out, nil
}

// words appends the words, spaces and line ends of a text.
func (w *writer) words(out []atom, s string, l look, at form.Place) ([]atom, error) {
	for s != "" {
		a := atom{look: l}
		n := 1
		switch s[0] {
		case '\n':
			a.kind = atomBreak
		case ' ':
			a.kind = atomSpace
			if n = strings.IndexFunc(s, func(r rune) bool { return r != ' ' }); n < 0 {
				n = len(s)
			}
		default:
			if n = strings.IndexAny(s, " \n"); n < 0 {
				n = len(s)
			}
		}
		if a.kind != atomBreak {
			var err error
			a.text = s[:n]
			if a.w, err = w.width(a.text, l, at); err != nil {
				return nil, err
			}
		}
		out = append(out, a)
		s = s[n:]
	}
	return out, nil
}
