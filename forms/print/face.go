package print

import (
	"encoding/binary"
	"errors"
	"fmt"

	"ankhai/assets"
)

// The faces, by the bits bold = 1 and italic = 2.
const (
	bold   = 1
	italic = 2
)

var faceFiles = [4]string{"Regular", "Bold", "Italic", "BoldItalic"}

// faceStyles are the same in the words of the PDF library.
var faceStyles = [4]string{"", "B", "I", "BI"}

// face is one font file and the width of every character it has a glyph for.
type face struct {
	data  []byte
	width [1 << 16]uint16 // 1/1000 of the type size
	has   [1 << 16]bool
}

type faces [4]*face

func loadFaces() (*faces, error) {
	var fs faces
	for i, n := range faceFiles {
		name := "fonts/Tinos-" + n + ".ttf"
		b, err := assets.Fonts.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
		if fs[i], err = parseFace(b); err != nil {
			return nil, fmt.Errorf("read font %s: %w", name, err)
		}
	}
	return &fs, nil
}

var errFont = errors.New("not a TrueType font with a Unicode cmap of format 4")

// parseFace reads the tables head, hhea, hmtx and cmap (OpenType 1.9). The
// files are our own, so a wrong one is refused without saying what is wrong.
func parseFace(b []byte) (f *face, err error) {
	defer func() {
		if recover() != nil { // an offset beyond the file
			f, err = nil, errFont
		}
	}()
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
	table := map[string]int{}
	for i := range u16(4) {
		at := 12 + 16*i
		table[string(b[at:at+4])] = u32(at + 8)
	}
	perEm, metrics, hmtx := u16(table["head"]+18), u16(table["hhea"]+34), table["hmtx"]
	sub := 0
	for i := range u16(table["cmap"] + 2) {
		at := table["cmap"] + 4 + 8*i
		if u16(at) == 3 && u16(at+2) == 1 {
			sub = table["cmap"] + u32(at+4)
		}
	}
	if perEm == 0 || metrics == 0 || sub == 0 || u16(sub) != 4 {
		return nil, errFont
	}
	f = &face{data: b}
	segs := u16(sub+6) / 2
	ends, starts := sub+14, sub+16+2*segs
	deltas, offsets := starts+2*segs, starts+4*segs
	for i := range segs {
		delta, offset := u16(deltas+2*i), u16(offsets+2*i)
		for c := u16(starts + 2*i); c <= u16(ends+2*i) && c < 0xFFFF; c++ {
			g := c
			if offset != 0 {
				if g = u16(offsets + 2*i + offset + 2*(c-u16(starts+2*i))); g == 0 {
					continue
				}
			}
			if g = (g + delta) & 0xFFFF; g == 0 {
				continue
			}
			f.has[c] = true
			f.width[c] = uint16((u16(hmtx+4*min(g, metrics-1))*1000 + perEm/2) / perEm)
		}
	}
	return f, nil
}

// of returns the width of a character, ok false if the face has no glyph for it.
func (f *face) of(r rune) (w int, ok bool) {
	if r < ' ' || r >= 0xFFFD || r >= 0x7F && r < 0xA0 || !f.has[r] {
		return 0, false
	}
	return int(f.width[r]), true
}

// text returns the width of a text in 1/1000 of the type size, and the first
// character that has no glyph.
func (f *face) text(s string) (w int, missing rune, ok bool) {
	for _, r := range s {
		n, has := f.of(r)
		if !has {
			return 0, r, false
		}
		w += n
	}
	return w, 0, true
}
