package print

import "ankhai/forms/form"

// length is thousandths of a point, so that layout is exact and repeatable.
type length int

const point length = 1000

// mm10 is a tenth of a millimetre times n.
func mm10(n int) length { return length(n) * 283465 / 1000 }

// sheet is the page and its margins.
type sheet struct {
	w, h                     length
	left, top, right, bottom length // margins
	base, gridBase           int    // type sizes in tenths of a point
	landscape                bool
}

func sheetOf(p *form.Paper) sheet {
	w, h := mm10(2100), mm10(2970)
	s := sheet{w: w, h: h, left: mm10(250), top: mm10(100), right: mm10(150), bottom: mm10(130), base: 120, gridBase: 90}
	if p.Landscape {
		s = sheet{w: h, h: w, left: mm10(90), top: mm10(80), right: mm10(90), bottom: mm10(110), base: 100, gridBase: 80, landscape: true}
	}
	if p.Size > 0 {
		s.base = p.Size
	}
	return s
}

func (s sheet) width() length { return s.w - s.left - s.right }
func (s sheet) body() length  { return s.h - s.top - s.bottom }

type opKind uint8

const (
	opText opKind = iota // text from x on the baseline y
	opRule               // line from x,y to x2,y2
	opBox                // square with its lower left corner at x,y and side x2
	opTick               // the same square, ticked
)

// op is one stroke of the pen.
type op struct {
	kind         opKind
	face         uint8
	size         int // tenths of a point; thickness of a rule in thousandths
	x, y, x2, y2 length
	text         string
}

type page []op

// thin is the thickness of table borders.
const thin = 500

// unit is what pagination moves as a whole: a line, a row, a block.
type unit struct {
	before length // space above, dropped at the top of a page
	h      length
	ops    []op // y from the unit's top
	grid   *grid
	xs     []length // borders of a row that are not the grid's own
	fresh  bool     // begins a new page
	row    bool     // a row of grid; its page begins with grid's heads
	open   bool     // the row goes on in the next unit
	keep   bool     // not parted from the next unit
	ink    bool     // something is seen
}

// borders are the vertical lines of a row.
func (u *unit) borders() []length {
	if u.xs != nil || u.grid == nil {
		return u.xs
	}
	return u.grid.xs
}

// fit puts the units on pages. Where the space between them makes the
// difference, it is narrowed so that a few lines do not need a page more.
func fit(units []unit, s sheet) ([]page, error) {
	const few, narrow = 5, 50
	pages, err := paginate(units, s)
	if err != nil || len(pages) == 1 || len(pages) > few {
		return pages, err
	}
	tight := make([]unit, len(units))
	for i, u := range units {
		u.before = u.before * narrow / 100
		tight[i] = u
	}
	less, err := paginate(tight, s)
	if err != nil || len(less) == len(pages) {
		return pages, err
	}
	return less, nil
}

// paginate puts the units on pages.
func paginate(units []unit, s sheet) ([]page, error) {
	pages := []page{nil}
	y, bottom := s.top, s.h-s.bottom
	last := func() *page { return &pages[len(pages)-1] }
	var run *grid   // the grid whose rows end at y
	var xs []length // the borders drawn from there
	var from length
	put := func(u *unit, ops []op) {
		for _, o := range ops {
			o.y += y
			o.y2 += y
			*last() = append(*last(), o)
		}
	}
	open := false
	rule := func() {
		*last() = append(*last(), op{kind: opRule, size: thin, x: run.xs[0], x2: run.xs[len(run.xs)-1], y: y, y2: y})
	}
	borders := func() {
		for _, x := range xs {
			*last() = append(*last(), op{kind: opRule, size: thin, x: x, x2: x, y: from, y2: y})
		}
	}
	closeRun := func() {
		if run != nil {
			if open {
				rule()
			}
			borders()
			run = nil
		}
	}
	for i := 0; i < len(units); {
		end, h := i, length(0)
		for ; ; end++ {
			h += units[end].before + units[end].h
			if !units[end].keep || end == len(units)-1 {
				break
			}
		}
		if y > s.top && (y+h > bottom || units[i].fresh) {
			closeRun()
			pages = append(pages, nil)
			y = s.top
		}
		for ; i <= end; i++ {
			u := &units[i]
			if !u.row {
				closeRun()
			}
			if y > s.top {
				y += u.before
			}
			if u.row && run == nil {
				if first := i > 0 && !units[i-1].row && units[i-1].grid == u.grid; !first {
					put(u, u.grid.head.ops)
					y += u.grid.head.h
				}
				run, xs, from = u.grid, u.borders(), y
			}
			if b := u.borders(); u.row && len(b) != len(xs) {
				borders()
				xs, from = b, y
			}
			if y+u.h > bottom {
				return nil, ErrRoom
			}
			put(u, u.ops)
			y += u.h
			if open = u.row && u.open; u.row && !open {
				rule()
			}
		}
	}
	closeRun()
	return pages, nil
}

// together keeps the unit at i, a block of signatures, on one page with
// something to sign: the nearest unit above it that shows ink, and what stands
// between. It gives up where these together are taller than a page.
func together(units []unit, i int, s sheet) {
	h, first := units[i].h, i
	for k := i - 1; k >= 0; k-- {
		h += units[k].before + units[k].h
		first = k
		if units[k].ink && !(k > 0 && units[k-1].keep) {
			break
		}
	}
	if first < i && units[first].row {
		h += units[first].grid.head.h
	}
	if h > s.body() {
		return
	}
	for k := first; k < i; k++ {
		units[k].keep = true
	}
}
