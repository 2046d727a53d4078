package xem

import (
	"fyne.io/fyne/v2"

	"ankhai/app/pdfview"
)

// fit is how the size of pages follows the window.
type fit uint8

const (
	fitWidth fit = iota // as wide as the window
	fitPage             // the whole page
	fitNone             // as large as was asked for
)

// The bounds of zoom, in percent; 100 % is the size on paper at 96 points an inch.
const (
	least, most = 25, 400
	gap         = 12 // around pages
	inch        = 96.0 / 72
)

// steps are the sizes that plus and minus go through.
var steps = []int{25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400}

// sheets is how the pages of a file lie: how large, how turned, where.
type sheets struct {
	sizes []pdfview.Size
	fit   fit
	zoom  int // percent
	turn  int // quarters clockwise
}

// size is a page's on the screen.
func (s *sheets) size(i int) fyne.Size {
	k := inch * float64(s.zoom) / 100
	w, h := s.sizes[i].W*k, s.sizes[i].H*k
	if s.turn%2 == 1 {
		w, h = h, w
	}
	// a page of a hostile file may be a thread: it is seen, and does not fill the memory
	return fyne.NewSize(float32(min(max(w, 8), 20_000)), float32(min(max(h, 8), 20_000)))
}

// lay places the pages in a room: one below the other, in the middle.
func (s *sheets) lay(room fyne.Size) (places []fyne.Position, whole fyne.Size) {
	s.fitTo(room)
	wide := room.Width
	for i := range s.sizes {
		wide = max(wide, s.size(i).Width+2*gap)
	}
	y := float32(gap)
	places = make([]fyne.Position, len(s.sizes))
	for i := range s.sizes {
		z := s.size(i)
		places[i] = fyne.NewPos((wide-z.Width)/2, y)
		y += z.Height + gap
	}
	return places, fyne.NewSize(wide, max(y, room.Height))
}

// fitTo reckons the zoom by the widest page, and by the highest for whole pages.
func (s *sheets) fitTo(room fyne.Size) {
	if s.fit == fitNone || len(s.sizes) == 0 || room.Width <= 4*gap {
		return
	}
	var w, h float64
	for _, z := range s.sizes {
		if s.turn%2 == 1 {
			z.W, z.H = z.H, z.W
		}
		w, h = max(w, z.W), max(h, z.H)
	}
	k := float64(room.Width-2*gap-bar) / (w * inch)
	if s.fit == fitPage {
		k = min(k, float64(room.Height-2*gap)/(h*inch))
	}
	s.zoom = min(max(int(k*100), least), most)
}

// bar is the room that the scroll bar takes.
const bar = 8

// step goes to the next larger or smaller size.
func (s *sheets) step(up bool) {
	s.fit = fitNone
	if up {
		for _, z := range steps {
			if z > s.zoom {
				s.zoom = z
				return
			}
		}
		return
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i] < s.zoom {
			s.zoom = steps[i]
			return
		}
	}
}

// seen are the first and the last page between two heights, and the one at hand: the
// one that takes most of the room.
func (s *sheets) seen(places []fyne.Position, top, high float32) (first, last, hand int) {
	first, last = -1, -1
	var best float32 = -1
	for i, p := range places {
		h := s.size(i).Height
		if p.Y+h <= top || p.Y >= top+high {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if part := min(p.Y+h, top+high) - max(p.Y, top); part > best {
			best, hand = part, i
		}
	}
	return first, last, hand
}
