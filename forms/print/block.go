package print

import (
	"strings"

	"ankhai/forms/form"
)

// gap stands between the left and the right lines of a corner.
var gap = mm10(60)

// signAbove and signRoom are what a block of signatures leaves free above and
// below its words.
var (
	signAbove = mm10(50)
	signRoom  = mm10(180)
)

// units sets all parts of the paper.
func (w *writer) units() ([]unit, error) {
	var out []unit
	signed, fresh := false, false
	for _, p := range w.paper.Parts {
		var more []unit
		var err error
		sign := false
		if _, is := p.(form.Break); is {
			fresh = true
			continue
		}
		switch p := p.(type) {
		case form.Corner:
			more, err = w.corner(p)
		case form.Lines:
			more, err = w.lines(p)
		case form.Grid:
			more, err = w.grid(p)
		case form.Sign:
			more, err = w.sign(p)
			sign = true
		}
		if err != nil {
			return nil, err
		}
		if signed && len(more) > 0 { // the room to sign is space enough
			more[0].before = max(more[0].before-signRoom, 0)
		}
		if fresh && len(more) > 0 {
			more[0].fresh, fresh = true, false
		}
		out = append(out, more...)
		if sign {
			together(out, len(out)-1, w.sheet)
		}
		signed = sign
	}
	return out, nil
}

// lines sets running text: a unit for each line as it stands on the page.
func (w *writer) lines(p form.Lines) ([]unit, error) {
	var out []unit
	for _, l := range p.Lines {
		atoms, err := w.atoms(l.Segs)
		if err != nil {
			return nil, err
		}
		vs := w.wrap(atoms, w.sheet.width(), mm10(l.Indent))
		for i, v := range vs {
			u := unit{h: v.height(w.sheet.base), ink: len(v.atoms) > 0}
			u.keep = i < len(vs)-1 && (i == 0 || i == len(vs)-2) // no line of a paragraph alone
			if i == 0 {
				u.before = mm10(l.Before)
			}
			u.ops = w.draw(nil, &v, w.sheet.left, 0, w.sheet.width(), l.Align)
			out = append(out, u)
		}
	}
	return out, nil
}

// column sets lines one below the other between x and x+width.
func (w *writer) column(ops []op, lines []form.Line, x, width length) ([]op, length, error) {
	y := length(0)
	for i, l := range lines {
		atoms, err := w.atoms(l.Segs)
		if err != nil {
			return nil, 0, err
		}
		if i > 0 {
			y += mm10(l.Before)
		}
		for _, v := range w.wrap(atoms, width, mm10(l.Indent)) {
			ops = w.draw(ops, &v, x, y, width, l.Align)
			y += v.height(w.sheet.base)
		}
	}
	return ops, y, nil
}

// natural is the width of the widest line that is not wrapped.
func (w *writer) natural(lines []form.Line) (length, error) {
	widest := length(0)
	for _, l := range lines {
		atoms, err := w.atoms(l.Segs)
		if err != nil {
			return 0, err
		}
		cur := mm10(l.Indent)
		for _, a := range atoms {
			if a.kind == atomBreak {
				cur = 0
				continue
			}
			cur += a.w
			widest = max(widest, cur)
		}
	}
	return widest, nil
}

// corner sets the block at the top. The right lines take the width they need,
// at the right edge; where that is over 60 % of the page they are wrapped to 40 %.
func (w *writer) corner(p form.Corner) ([]unit, error) {
	full := w.sheet.width()
	right, err := w.natural(p.Right)
	if err != nil {
		return nil, err
	}
	if right > full*60/100 {
		right = full * 40 / 100
	}
	left, err := w.natural(p.Left)
	if err != nil {
		return nil, err
	}
	room := full
	if right > 0 {
		room = full - right - gap
	}
	ops, lh, err := w.column(nil, p.Left, w.sheet.left, min(left, room))
	if err != nil {
		return nil, err
	}
	ops, rh, err := w.column(ops, p.Right, w.sheet.left+full-right, right)
	if err != nil {
		return nil, err
	}
	return []unit{{h: max(lh, rh), ops: ops, ink: true}}, nil
}

// sign sets the signatures: two halves of the page, and room to sign below. A half
// whose widest line needs more takes what the other one leaves.
func (w *writer) sign(p form.Sign) ([]unit, error) {
	left, right, err := w.halves(p)
	if err != nil {
		return nil, err
	}
	ops, lh, err := w.column(nil, p.Left, w.sheet.left, left)
	if err != nil {
		return nil, err
	}
	ops, rh, err := w.column(ops, p.Right, w.sheet.left+w.sheet.width()-right, right)
	if err != nil {
		return nil, err
	}
	u := unit{before: signAbove, h: max(lh, rh) + signRoom, ops: ops, ink: true}
	for _, ls := range [][]form.Line{p.Left, p.Right} {
		if len(ls) > 0 {
			u.before = max(u.before, mm10(ls[0].Before))
		}
	}
	return []unit{u}, nil
}

// halves are the widths of the two columns of signatures.
func (w *writer) halves(p form.Sign) (left, right length, err error) {
	full := w.sheet.width() - gap
	half := full / 2
	nl, err := w.natural(p.Left)
	if err != nil {
		return 0, 0, err
	}
	nr, err := w.natural(p.Right)
	switch {
	case err != nil:
		return 0, 0, err
	case nr > half && nl < half:
		right = min(nr, full-nl)
		return full - right, right, nil
	case nl > half && nr < half:
		left = min(nl, full-nr)
		return left, full - left, nil
	}
	return half, half, nil
}

var manyDots = strings.Repeat(".", 400)

func dots(n int) string {
	if n <= len(manyDots) {
		return manyDots[:max(n, 0)]
	}
	return strings.Repeat(".", n)
}
