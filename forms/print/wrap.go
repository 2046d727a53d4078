package print

import "ankhai/forms/form"

// visual is one line as it stands on the page.
type visual struct {
	atoms   []atom
	w       length // natural width without trailing spaces
	indent  length
	stretch int  // leaders that fill the line
	spaces  int  // runs of spaces
	ended   bool // the paragraph or a line end that was asked for ends here
}

// height is the space the line takes: 1.15 of its largest type.
func (v *visual) height(base int) length {
	return length(v.size(base)) * 115
}

func (v *visual) size(base int) int {
	m := 0
	for _, a := range v.atoms {
		m = max(m, a.look.size)
	}
	if m == 0 {
		return base
	}
	return m
}

// wrap breaks the pieces into lines of the given width.
func (w *writer) wrap(atoms []atom, width, indent length) []visual {
	var out []visual
	cur := visual{indent: indent}
	used := length(0)
	room := func() length { return width - cur.indent - used }
	empty := func() bool { return used == 0 }
	flush := func(ended bool) {
		for n := len(cur.atoms); n > 0 && cur.atoms[n-1].kind == atomSpace; n-- {
			used -= cur.atoms[n-1].w
			cur.atoms = cur.atoms[:n-1]
		}
		for _, a := range cur.atoms {
			switch {
			case a.kind == atomSpace:
				cur.spaces++
			case a.kind == atomLeader && a.count == 0:
				cur.stretch++
			}
		}
		cur.w, cur.ended = used, ended
		out = append(out, cur)
		cur, used = visual{}, 0
	}
	add := func(as ...atom) {
		for _, a := range as {
			cur.atoms = append(cur.atoms, a)
			used += a.w
		}
	}
	hard := true // the line began at a line end that was asked for
	for i := 0; i < len(atoms); {
		switch a := atoms[i]; {
		case a.kind == atomBreak:
			flush(true)
			hard = true
			i++
		case a.kind == atomSpace:
			if !empty() || hard {
				add(a)
			}
			i++
		case w.long(a, width):
			for left, dot := a.count, w.dot(a.look); left > 0; {
				n := min(int(room()/dot), left)
				if n < min(minLeader, left) && !empty() {
					flush(false)
					continue
				}
				n = max(n, 1)
				p := a
				p.count, p.w = n, dot*length(n)
				add(p)
				if left -= n; left < minLeader {
					break // a stub on a line of its own says nothing more
				}
				flush(false)
			}
			hard = false
			i++
		default:
			end, need := i, length(0)
			for end < len(atoms) && (atoms[end].kind == atomWord || atoms[end].kind == atomBox ||
				atoms[end].kind == atomLeader && !w.long(atoms[end], width)) {
				need += atoms[end].w
				end++
			}
			if need > room() && !empty() {
				flush(false)
			}
			hard = false
			if need <= room() {
				add(atoms[i:end]...)
				i = end
				continue
			}
			for ; i < end; i++ { // wider than the line: break inside
				for rest := atoms[i]; ; {
					fit, tail := w.split(rest, room())
					if fit.w > room() && !empty() {
						flush(false)
						continue
					}
					add(fit)
					if tail == nil {
						break
					}
					flush(false)
					rest = *tail
				}
			}
		}
	}
	flush(true)
	return out
}

// long says that a leader is so long that it may break.
func (w *writer) long(a atom, width length) bool {
	return a.kind == atomLeader && a.w > width/2
}

// split cuts a word so that its first part, at least one character, fits into
// the room. tail is nil if nothing is left over.
func (w *writer) split(a atom, room length) (fit atom, tail *atom) {
	if a.kind != atomWord || a.w <= room {
		return a, nil
	}
	n, used := 0, length(0)
	for i, r := range a.text {
		c, _ := w.faces[a.look.face].of(r)
		if used += length(c * a.look.size / 10); used > room && i > 0 {
			n = i
			break
		}
	}
	if n == 0 {
		return a, nil
	}
	fit, rest := a, a
	fit.text, rest.text = a.text[:n], a.text[n:]
	fit.w, _ = w.width(fit.text, a.look, form.Place{})
	rest.w = a.w - fit.w
	return fit, &rest
}

// draw writes a line into the width from x, its top at y.
func (w *writer) draw(ops []op, v *visual, x, y, width length, align form.Align) []op {
	x += v.indent
	extra := max(width-v.indent-v.w, 0)
	base := y + length(v.size(w.sheet.base))*91
	var perSpace, perLeader length
	switch {
	case v.stretch > 0:
		perLeader = extra / length(v.stretch)
	case align == form.Center:
		x += extra / 2
	case align == form.Right:
		x += extra
	case align == form.Justify && !v.ended && v.spaces > 0 && extra < width/4:
		perSpace = extra / length(v.spaces)
	}
	pen := op{}
	end := func() {
		if pen.text != "" {
			ops = append(ops, pen)
		}
		pen = op{}
	}
	for _, a := range v.atoms {
		wide := a.w
		switch a.kind {
		case atomWord, atomSpace:
			if pen.text == "" || pen.face != a.look.face || pen.size != a.look.size {
				end()
				pen = op{kind: opText, face: a.look.face, size: a.look.size, x: x, y: base}
			}
			pen.text += a.text
			if a.kind == atomSpace && perSpace > 0 {
				wide += perSpace
				end()
			}
		case atomLeader:
			end()
			n, at := a.count, x
			if n == 0 {
				wide += perLeader
				n = int(wide / w.dot(a.look))
				at += wide - w.dot(a.look)*length(n) // the dots end where the line does
			}
			ops = append(ops, op{kind: opText, face: a.look.face, size: a.look.size, x: at, y: base, text: dots(n)})
		case atomBox:
			end()
			kind := opBox
			if a.tick {
				kind = opTick
			}
			ops = append(ops, op{kind: kind, x: x, y: base + length(a.look.size)*4, x2: box(a.look)})
		}
		if a.look.under && a.kind != atomBox {
			under := base + length(a.look.size)*12
			ops = append(ops, op{kind: opRule, size: a.look.size * 5, x: x, x2: x + wide, y: under, y2: under})
		}
		x += wide
	}
	end()
	return ops
}
