package pdfview

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"
)

// Box is a place on a page, in parts of its width and height from the top left.
type Box struct{ X, Y, W, H float64 }

// Hit is where words stand. Boxes is empty on a page that is turned: the page is
// known then, and not the place.
type Hit struct {
	Page  int
	Boxes []Box // one for each line that the words run over
}

// maxHits is how many are looked for.
const maxHits = 500

// Find looks for words on a page, whatever their marks and case.
func (d *Document) Find(ctx context.Context, page int, words string) ([]Hit, error) {
	want := bare(words)
	if len(want) == 0 || page < 0 || page >= len(d.sizes) {
		return nil, nil
	}
	var out []Hit
	err := d.within(ctx, func(one pdfium.Pdfium) error {
		got, err := one.GetPageTextStructured(&requests.GetPageTextStructured{Page: d.page(page), Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			return err
		}
		turned := true
		if r, err := one.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: d.page(page)}); err == nil {
			turned = r.PageRotation != 0
		}
		var text []rune
		var at []int // the character that a rune comes from
		for i, c := range got.Chars {
			for _, r := range bare(c.Text) {
				text, at = append(text, r), append(at, i)
			}
		}
		size := d.sizes[page]
		for i := 0; i+len(want) <= len(text) && len(out) < maxHits; i++ {
			if !same(text[i:i+len(want)], want) {
				continue
			}
			hit := Hit{Page: page}
			for _, k := range at[i : i+len(want)] {
				p := got.Chars[k].PointPosition
				if !turned && p.Right > p.Left {
					hit.add(Box{p.Left / size.W, 1 - p.Top/size.H, (p.Right - p.Left) / size.W, (p.Top - p.Bottom) / size.H})
				}
			}
			out = append(out, hit)
			i += len(want) - 1
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("search page %d: %w", page+1, err)
	}
	return out, nil
}

// add puts a letter's place to the line it stands on.
func (h *Hit) add(b Box) {
	if n := len(h.Boxes); n > 0 {
		l := &h.Boxes[n-1]
		if b.X >= l.X && b.Y < l.Y+l.H && l.Y < b.Y+b.H {
			top, end := min(l.Y, b.Y), max(l.Y+l.H, b.Y+b.H)
			l.W, l.Y, l.H = max(l.X+l.W, b.X+b.W)-l.X, top, end-top
			return
		}
	}
	h.Boxes = append(h.Boxes, b)
}

// bare is a text without marks, case, spaces and punctuation: what lies between two
// words of a page is told by their places, and not always by a space, and nobody types
// the dots of an amount.
func bare(s string) []rune {
	var out []rune
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r == 'đ':
			out = append(out, 'd')
		case unicode.Is(unicode.Mn, r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsControl(r):
		default:
			out = append(out, r)
		}
	}
	return out
}

func same(a, b []rune) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
