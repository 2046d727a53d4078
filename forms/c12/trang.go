package c12

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Tu is a word on a page and where it stands, in thousandths of a point from the
// upper left corner.
type Tu struct {
	Trang          int
	X0, Y0, X1, Y1 int
	S              string
}

// ErrTrang: the pages are not the list of words that pdftotext -bbox writes.
var ErrTrang = errors.New("no list of words with their places")

// maxTu bounds the words of a statement: two pages have some five hundred.
const maxTu = 100_000

// DocTu reads the words of a PDF as the option -bbox of pdftotext (poppler) lists
// them: XHTML with a page and its words.
func DocTu(r io.Reader) ([]Tu, error) {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var out []Tu
	page := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read words of a PDF: %w: %w", ErrTrang, err)
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "page":
			page++
		case e.Name.Local == "word":
			w := Tu{Trang: page}
			for _, a := range e.Attr {
				n := phanNghin(a.Value)
				switch strings.ToLower(a.Name.Local) {
				case "xmin":
					w.X0 = n
				case "xmax":
					w.X1 = n
				case "ymin":
					w.Y0 = n
				case "ymax":
					w.Y1 = n
				}
			}
			if err := d.DecodeElement(&w.S, &e); err != nil {
				return nil, fmt.Errorf("read words of a PDF: %w: %w", ErrTrang, err)
			}
			if out = append(out, w); len(out) > maxTu {
				return nil, fmt.Errorf("read words of a PDF: %w: too many", ErrTrang)
			}
		}
	}
	if page == 0 {
		return nil, fmt.Errorf("read words of a PDF: %w", ErrTrang)
	}
	return out, nil
}

// phanNghin reads "123.456789" as 123456.
func phanNghin(s string) int {
	whole, part, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || n > 1<<20 {
		return 0
	}
	part = (part + "000")[:3]
	m, err := strconv.Atoi(part)
	if err != nil || m < 0 {
		return 0
	}
	return n*1000 + m
}

// hang are the words of one line, from left to right.
type hang []Tu

func (h hang) chu() string {
	var out []string
	for _, w := range h {
		out = append(out, w.S)
	}
	return strings.Join(out, " ")
}

// cacHang puts words into lines: those of a page whose middles are within half a
// line of each other.
func cacHang(all []Tu) (out []hang) {
	all = slices.Clone(all)
	giua := func(w Tu) int { return (w.Y0 + w.Y1) / 2 }
	slices.SortStableFunc(all, func(a, b Tu) int { return cmp.Or(cmp.Compare(a.Trang, b.Trang), cmp.Compare(giua(a), giua(b))) })
	for _, w := range all {
		if n := len(out); n > 0 {
			first := out[n-1][0]
			if first.Trang == w.Trang && giua(w)-giua(first) <= max(first.Y1-first.Y0, w.Y1-w.Y0)/3 {
				out[n-1] = append(out[n-1], w)
				continue
			}
		}
		out = append(out, hang{w})
	}
	for _, h := range out {
		slices.SortStableFunc(h, func(a, b Tu) int { return cmp.Compare(a.X0, b.X0) })
	}
	return out
}
