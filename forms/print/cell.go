package print

import (
	"strings"

	"ankhai/forms/form"
)

// cell is wrapped text in one style.
type cell struct {
	face  uint8
	size  int
	lead  length // from line to line; 0 = as the size asks
	lines []cellLine
}

type cellLine struct {
	text string
	w    length
}

func (c *cell) lineHeight() length {
	if c.lead > 0 {
		return c.lead
	}
	return length(c.size) * 112
}

func (c *cell) height() length { return c.lineHeight() * length(len(c.lines)) }

// How small a cell may get so that a word need not break, in per cent: one that
// is a single word (a number, a day) smaller than one of several.
const (
	shrinkOne  = 75
	shrinkMany = 88
)

// cell wraps clean text into the room. A word wider than the room makes the
// whole cell smaller; what is still too wide breaks, after a sign between
// letters where there is one.
func (w *writer) cell(text string, face uint8, size int, room length, at form.Place) (cell, error) {
	c := cell{face: face, size: size}
	if text = strings.TrimSpace(text); text == "" {
		return c, nil
	}
	f := w.faces[face]
	n, missing, ok := 0, rune(0), true
	if strings.IndexByte(text, '\n') < 0 {
		if n, missing, ok = f.text(text); !ok {
			return c, &ErrGlyph{Rune: missing, Place: at}
		}
		if l := length(n * size / 10); l <= room {
			c.lines = []cellLine{{text, l}}
			return c, nil
		}
	}
	widest := 0
	words := strings.Fields(text)
	for _, word := range words {
		if n, missing, ok = f.text(word); !ok {
			return c, &ErrGlyph{Rune: missing, Place: at}
		}
		widest = max(widest, n)
	}
	if length(widest*size/10) > room {
		least := shrinkMany
		if len(words) == 1 {
			least = shrinkOne
		}
		if fit := int(room) * 10 / widest; fit >= size*least/100 {
			c.size = fit
		} else if len(words) == 1 {
			c.size = size * least / 100
		}
	}
	space, _ := f.of(' ')
	for _, para := range strings.Split(text, "\n") {
		c.fill(f, strings.Fields(para), space, room)
	}
	return c, nil
}

// fill breaks the words of a paragraph into lines.
func (c *cell) fill(f *face, words []string, space int, room length) {
	wide := func(n int) length { return length(n * c.size / 10) }
	var line strings.Builder
	used := 0
	flush := func() {
		c.lines = append(c.lines, cellLine{line.String(), wide(used)})
		line.Reset()
		used = 0
	}
	for _, word := range words {
		n, _, _ := f.text(word)
		if used > 0 && wide(used+space+n) > room {
			flush()
		}
		for wide(n) > room && used == 0 {
			k, part := cut(f, word, c.size, room)
			if k == len(word) {
				break
			}
			line.WriteString(word[:k])
			used = part
			flush()
			word, n = word[k:], n-part
		}
		if used > 0 {
			line.WriteByte(' ')
			used += space
		}
		line.WriteString(word)
		used += n
	}
	flush()
}

// cut returns the bytes and the width of the longest start of a word that fits,
// after a sign such as "-" or "/" where one is in the second half of it.
func cut(f *face, word string, size int, room length) (bytes, width int) {
	n, sign, signW := 0, 0, 0
	for i, r := range word {
		w, _ := f.of(r)
		if i > 0 && length((n+w)*size/10) > room {
			if sign > i/2 {
				return sign, signW
			}
			return i, n
		}
		n += w
		if strings.ContainsRune("/-,.;:@_", r) {
			sign, signW = i+1, n
		}
	}
	return len(word), n
}

// draw sets the lines in a rectangle, centred from top to bottom.
func (c *cell) draw(ops []op, x, room, y, h length, align form.Align) []op {
	top := y + (h-c.height())/2
	for i, l := range c.lines {
		if l.text == "" {
			continue
		}
		at := x
		switch align {
		case form.Center:
			at += (room - l.w) / 2
		case form.Right:
			at += room - l.w
		}
		base := top + c.lineHeight()*length(i) + length(c.size)*90
		ops = append(ops, op{kind: opText, face: c.face, size: c.size, x: at, y: base, text: l.text})
	}
	return ops
}
