package telex

// step is what a key made of a word.
type step struct {
	word  word
	undid bool // the key took a mark back and stands there itself
}

// press answers what a key does to a word. A key that cannot do anything to it is
// its letter.
func (t *Typer) press(w word, key rune) step {
	l, tn := split(key)
	if tn != ngang || l.mark != bare { // a letter of another keyboard
		n := w.and(l)
		if w.tone == ngang {
			n.tone = tn
		}
		return step{word: n}
	}
	did, undid := w, false
	if t.Mode == VNI {
		did, undid = w.vni(l)
	} else {
		did, undid = w.telex(l)
	}
	if undid {
		return step{did.and(l), true}
	}
	if did != w {
		return step{word: did}
	}
	return step{word: w.and(l).hooked()}
}

func (w word) telex(l letter) (now word, undid bool) {
	switch l.base {
	case 's':
		return w.toned(sac)
	case 'f':
		return w.toned(huyen)
	case 'r':
		return w.toned(hoi)
	case 'x':
		return w.toned(nga)
	case 'j':
		return w.toned(nang)
	case 'z':
		return w.toned(ngang)
	case 'a', 'e', 'o':
		return w.roofed(l.base)
	case 'w':
		if !w.voiced() {
			return w.standing(l.upper), false
		}
		return w.horned("aou")
	case 'd':
		return w.stroked()
	}
	return w, false
}

func (w word) vni(l letter) (now word, undid bool) {
	switch l.base {
	case '1':
		return w.toned(sac)
	case '2':
		return w.toned(huyen)
	case '3':
		return w.toned(hoi)
	case '4':
		return w.toned(nga)
	case '5':
		return w.toned(nang)
	case '0':
		return w.toned(ngang)
	case '6':
		return w.roofed(0)
	case '7':
		return w.horned("ou")
	case '8':
		return w.horned("a")
	case '9':
		return w.stroked()
	}
	return w, false
}

// voiced reports whether the word has a vowel.
func (w *word) voiced() bool {
	_, from, coda := w.parts()
	return coda > from || from > 0 && w.letters[from-1].vowel()
}

// toned gives the word a tone; the same again takes it away. ngang takes any away.
func (w word) toned(t tone) (now word, undid bool) {
	now = w
	switch {
	case !w.voiced():
		return w, false
	case t == ngang:
		now.tone = ngang
		return now, false
	case w.tone == t:
		now.tone = ngang
		return now, true
	}
	if now.tone = t; !now.possible() {
		return w, false
	}
	return now, false
}

// roofed makes â, ê or ô; base 0 takes whichever is there.
func (w word) roofed(base rune) (now word, undid bool) {
	from, coda := w.lastVowels()
	roof := -1
	for i := coda - 1; i >= from; i-- {
		l := w.letters[i]
		if l.base != base && !(base == 0 && (l.base == 'a' || l.base == 'e' || l.base == 'o')) {
			continue
		}
		if l.mark == circumflex {
			roof = i
			continue
		}
		now = w
		now.letters[i].mark = circumflex
		if l.base == 'o' && i > from && now.letters[i-1].base == 'u' {
			now.letters[i-1].mark = bare // ươ becomes uô
		}
		if now.possible() {
			return now, false
		}
	}
	if roof < 0 {
		return w, false
	}
	now = w
	now.letters[roof].mark = bare
	return now, true
}

// horned makes ă, ơ or ư of the letters in which.
func (w word) horned(which string) (now word, undid bool) {
	from, coda := w.lastVowels()
	has := func(r rune) bool {
		for _, c := range which {
			if c == r {
				return true
			}
		}
		return false
	}
	if has('o') {
		for i := from; i+1 < coda; i++ {
			if w.letters[i].base != 'u' || w.letters[i+1].base != 'o' {
				continue
			}
			now = w
			now.letters[i+1].mark = horn
			open := i+2 == w.n && w.letters[i].mark == bare && w.letters[i+1].mark == bare
			if !open {
				now.letters[i].mark = horn
			}
			if now != w && now.possible() {
				return now, false
			}
		}
	}
	marked := false
	for i := coda - 1; i >= from; i-- {
		l := w.letters[i]
		if !has(l.base) {
			continue
		}
		m := horn
		if l.base == 'a' {
			m = breve
		}
		if l.mark == m {
			marked = true
			continue
		}
		now = w
		now.letters[i].mark = m
		if now.possible() {
			return now, false
		}
	}
	if !marked {
		return w, false
	}
	now = w
	for i := from; i < coda; i++ {
		if m := now.letters[i].mark; has(now.letters[i].base) && (m == horn || m == breve) {
			now.letters[i].mark = bare
		}
	}
	return now, true
}

// standing is a w that stands for ư by itself: nhw, w.
func (w word) standing(upper bool) word {
	if now := w.and(letter{'u', horn, upper}); now.possible() {
		return now
	}
	return w
}

// stroked makes đ: of the first letter, or of a later one of initials.
func (w word) stroked() (now word, undid bool) {
	for i, l := range w.all() {
		if l.base != 'd' {
			continue
		}
		now = w
		if l.mark == stroke {
			if i < w.n-1 && !w.voiced() {
				continue // ĐKKD ends with a letter of its own
			}
			now.letters[i].mark = bare
			return now, true
		}
		now.letters[i].mark = stroke
		if now.possible() || i == w.n-1 && now.initials() {
			return now, false
		}
	}
	return w, false
}

// hooked mends ưo and uơ before another letter: both bear the horn there.
func (w word) hooked() word {
	if w.whole() {
		return w
	}
	_, from, coda := w.parts()
	for i := from; i+1 < coda && i+2 < w.n; i++ {
		a, b := w.letters[i], w.letters[i+1]
		if a.base == 'u' && b.base == 'o' && (a.mark == horn) != (b.mark == horn) && b.mark != circumflex {
			now := w
			now.letters[i].mark, now.letters[i+1].mark = horn, horn
			if now.possible() {
				return now
			}
		}
	}
	return w
}
