package telex

import "strings"

// word is a word taken apart: letters, and the one tone of a syllable.
type word struct {
	letters [most + 1]letter
	n       int
	tone    tone
}

// read takes a word apart; ok is false for one with two tones or none of ours.
func read(rs []rune) (w word, ok bool) {
	if len(rs) > most {
		return w, false
	}
	for _, r := range rs {
		l, t := split(r)
		if t != ngang {
			if w.tone != ngang {
				return w, false
			}
			w.tone = t
		}
		w = w.and(l)
	}
	return w, true
}

// and is the word with one letter more; a full one stays.
func (w word) and(l letter) word {
	if w.n < len(w.letters) {
		w.letters[w.n] = l
		w.n++
	}
	return w
}

func (w *word) all() []letter { return w.letters[:w.n] }

// text writes the word, its tone in its place.
func (w word) text(newStyle bool) string {
	at := -1
	if w.tone != ngang {
		at = w.bearer(newStyle)
	}
	out := make([]rune, w.n)
	for i, l := range w.all() {
		t := ngang
		if i == at {
			t = w.tone
		}
		out[i] = join(l, t)
	}
	return string(out)
}

// initials reports whether the word is consonants only, with a đ among them: NLĐ,
// HĐ. In capitals a vowel may come before: ATLĐ.
func (w word) initials() bool {
	has, capitals, voiced := false, true, false
	for i, l := range w.all() {
		switch {
		case l.mark == stroke:
			has = true
			if i > 0 && w.letters[i-1].vowel() {
				return false
			}
		case l.vowel():
			voiced = true
		case l.base < 'a' || l.base > 'z':
			return false
		}
		capitals = capitals && l.upper
	}
	return has && w.tone == ngang && (!voiced || capitals)
}

// onsets are what a syllable may begin with.
var onsets = set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

// rhymes are what may follow, without tones. The rare ones are of names of places.
var rhymes = rhymeList(`
a ac ach ai am an ang anh ao ap at au ay  ăc ăk ăm ăn ăng ăp ăt
âc âm ân âng âp ât âu ây  e ec em en eng eo ep et
ê êch êm ên êng ênh êp êt êu  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot  ooc oong  oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăp oăt  oe oem oen oeng oeo oep oet
ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơng ơp ơt
u ua uc ui um un ung up ut  uâc uân uâng uât uây  uê uêch uênh uêt  uơ
uôc uôi uôm uôn uông uôt  uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu  ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu ych yn ynh yt`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(words) {
		m[s] = true
	}
	return m
}

func rhymeList(words string) (out [][]letter) {
	for _, s := range strings.Fields(words) {
		w, _ := read([]rune(s))
		out = append(out, append([]letter(nil), w.all()...))
	}
	return out
}

// parts are where the rhyme begins and where its vowels end.
func (w *word) parts() (onset string, from, coda int) {
	for from < w.n && !w.letters[from].vowel() {
		from++
	}
	if from < w.n && w.letters[from].mark == bare {
		switch {
		case from == 1 && w.letters[0].base == 'q' && w.letters[1].base == 'u':
			from++
		case from == 1 && w.letters[0].base == 'g' && w.letters[1].base == 'i' && w.n > 2 && w.letters[2].vowel():
			from++
		}
	}
	var b [most + 2]byte
	name := b[:0]
	for _, l := range w.letters[:from] {
		switch {
		case l.mark == stroke:
			name = append(name, "đ"...)
		case l.base < 0x80:
			name = append(name, byte(l.base))
		default:
			return "?", from, from
		}
	}
	coda = from
	for coda < w.n && w.letters[coda].vowel() {
		coda++
	}
	return string(name), from, coda
}

// lastVowels are the vowels of the syllable, of a name written in one the last ones.
func (w *word) lastVowels() (from, end int) {
	_, from, end = w.parts()
	for i := w.n - 1; i >= end; i-- {
		if w.letters[i].vowel() {
			end = i + 1
			for from = i; w.letters[from-1].vowel(); {
				from--
			}
			break
		}
	}
	return from, end
}

// possible reports whether the word is a syllable or may become one.
func (w word) possible() bool {
	begins, _ := w.judge()
	return begins
}

// whole reports whether the word is a syllable.
func (w word) whole() bool {
	_, is := w.judge()
	return is
}

func (w *word) judge() (begins, is bool) {
	if w.n == 0 {
		return true, false
	}
	begins, is = w.regular()
	if is {
		return true, true
	}
	for _, p := range places {
		if fits(w.all(), p.all()) && (w.tone == ngang || w.tone == p.tone) {
			begins = true
			if w.n == p.n && w.tone == p.tone && same(w.all(), p.all()) {
				return true, true
			}
		}
	}
	return begins, false
}

// regular judges by the rules of the script.
func (w *word) regular() (begins, is bool) {
	onset, from, coda := w.parts()
	if from == w.n {
		return w.tone == ngang && (onset == "q" || onsets[onset]), false
	}
	if onset != "" && !onsets[onset] || !agree(onset, w.letters[from]) {
		return false, false
	}
	stop := false
	if coda < w.n {
		switch w.letters[coda].base {
		case 'c', 'p', 't', 'k':
			stop = true
		}
	}
	if stop && w.tone != ngang && w.tone != sac && w.tone != nang {
		return false, false
	}
	rest := w.letters[from:w.n]
	for _, r := range rhymes {
		if fits(rest, r) {
			begins = true
			if len(rest) == len(r) && same(rest, r) {
				return true, !stop || w.tone != ngang || w.letters[coda].base == 'k'
			}
		}
	}
	return begins, false
}

// agree reports whether an onset is written so before a vowel.
func agree(onset string, v letter) bool {
	front := v.base == 'e' || v.base == 'i' || v.base == 'y' && onset != "ng"
	switch onset {
	case "c", "g", "ng":
		return !front || onset == "g" && v.base == 'i'
	case "gh", "ngh":
		return front
	}
	return true
}

// fits reports whether letters are the beginning of others; a mark may be
// missing still.
func fits(have, of []letter) bool {
	if len(have) > len(of) {
		return false
	}
	for i, l := range have {
		if l.base != of[i].base || l.mark != bare && l.mark != of[i].mark {
			return false
		}
	}
	return true
}

func same(a, b []letter) bool {
	for i := range a {
		if a[i].base != b[i].base || a[i].mark != b[i].mark {
			return false
		}
	}
	return true
}

// bearer is the letter that bears the tone; -1 if there is none.
func (w *word) bearer(newStyle bool) int {
	if _, is := w.regular(); !is {
		for _, p := range places {
			if w.tone == p.tone && fits(w.all(), p.all()) && p.bears < w.n {
				return p.bears
			}
		}
	}
	_, from, coda := w.parts()
	vs := w.letters[from:coda]
	for i := len(vs) - 1; i >= 0; i-- {
		if vs[i].mark != bare {
			return from + i
		}
	}
	switch n := len(vs); {
	case n == 0:
		return from - 1 // gi, qu alone
	case n == 1:
		return from
	case n >= 3:
		if coda < w.n {
			return coda - 1
		}
		return from + 1
	case coda < w.n:
		return from + 1
	}
	switch string([]rune{vs[0].base, vs[1].base}) {
	case "oa", "oe", "uy":
		if newStyle {
			return from + 1
		}
	case "ie", "ue", "uo", "ye": // on their way to iê, uê, uô, yê
		return from + 1
	}
	return from
}
