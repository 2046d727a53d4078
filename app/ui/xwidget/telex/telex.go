// Package telex turns the keys of Telex and VNI into Vietnamese letters.
//
// It looks at the word left of the cursor only, so that a word can be mended in
// the middle, and it remembers the keys of the word that is being typed, so that
// a word that turns out not to be Vietnamese («excel», «world») comes back as it
// was typed. It knows no field and no window: the caller says what stands left of
// the cursor and puts in what comes out. Any package under app/ui may import it.
//
// Syllables follow the rules of chữ quốc ngữ; names of places that do not (Krông,
// Đrắk, Plei) are listed in places.go.
package telex

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Mode says which keys make Vietnamese letters.
type Mode uint8

// The modes.
const (
	Off   Mode = iota // every key is the letter on it
	Telex             // letters: aa, aw, dd; s f r x j
	VNI               // digits: a6, a8, d9; 1 2 3 4 5
)

// most is how long a word may be that is looked at; the longest Vietnamese
// syllable has seven letters. mostKeys bounds what is remembered of a word.
const most, mostKeys = 12, 24

// mostMarks is how many marks on one letter are looked at.
const mostMarks = 30

// Typer types words. The zero Typer is off.
type Typer struct {
	Mode Mode
	New  bool // the tone of an open oa, oe, uy stands on the second vowel: hoà, thuý

	raw   []rune // the keys of the word at hand
	shown string // what they came out as; "" when there is none
	undid int    // 1 + the place in raw of the key that took a mark back; 0 = none
}

// Type answers what a key does behind left, the text left of the cursor: cut
// runes go, put comes. What is put is always NFC behind a text that is.
func (t *Typer) Type(left string, key rune) (cut int, put string) {
	if unicode.Is(unicode.Mn, key) {
		t.Forget()
		return joinMark(left, key)
	}
	if t.Mode == Off {
		return 0, string(key)
	}
	if !inWord(key) {
		cut, put = t.Finish(left)
		return cut, put + string(key)
	}
	was := lastWord(left)
	if len(was) >= most {
		t.Forget()
		return 0, string(key)
	}
	known := t.recall(was)
	if known {
		t.raw = append(t.raw, key)
	}
	now := t.next(was, key, known)
	t.shown = now
	if !known || len(t.raw) > mostKeys {
		t.Forget()
	}
	return differ(was, []rune(now))
}

// Finish ends the word left of the cursor: one that is not Vietnamese comes back
// as it was typed.
func (t *Typer) Finish(left string) (cut int, put string) {
	was := lastWord(left)
	known := t.shown != "" && string(was) == t.shown
	now := t.shown
	if known {
		now = t.ended(was)
	}
	t.Forget()
	if !known {
		return 0, ""
	}
	return differ(was, []rune(now))
}

// Forget forgets the keys of the word at hand, when the cursor went elsewhere.
func (t *Typer) Forget() { t.raw, t.shown, t.undid = t.raw[:0], "", 0 }

// recall reports whether the keys of a word are known. A word without marks was
// typed as it stands.
func (t *Typer) recall(was []rune) bool {
	if len(was) > 0 && string(was) == t.shown {
		return true
	}
	t.Forget()
	for _, r := range was {
		if r >= 0x80 {
			return false
		}
	}
	t.raw = append(t.raw, was...)
	return true
}

// next is the word after a key.
func (t *Typer) next(was []rune, key rune, known bool) string {
	if t.Mode == Telex && len(was) == 1 && lower(was[0]) == 'w' && lower(key) == 'w' {
		return string(was) + string(key) + string(key) // www
	}
	w, ok := read(was)
	if !ok {
		return string(was) + string(key)
	}
	s := t.press(w, key)
	switch {
	case s.undid && known:
		t.undid = len(t.raw)
		if t.Mode == Telex && lower(key) == 'w' && !has(t.raw, 'u') { // the w alone that had become ư
			return string(t.raw[:len(t.raw)-1])
		}
	case t.undid > 0 && known:
		if !s.word.possible() && t.english(t.without()) {
			t.undid = 0
			return string(t.raw)
		}
	case !known || digit(key) || s.word.possible() || s.word.initials():
	case w.possible() && !t.meant(w):
		return string(t.raw)
	}
	return s.word.text(t.New)
}

// meant reports whether a word begins with a đ that was typed at once: no other
// language begins a word with dd.
func (t *Typer) meant(w word) bool {
	return w.letters[0].mark == stroke && len(t.raw) > 1 && (lower(t.raw[1]) == 'd' || t.raw[1] == '9')
}

// ended is the word at its end.
func (t *Typer) ended(was []rune) string {
	w, ok := read(was)
	switch {
	case !ok || w.whole():
		return string(was)
	case t.undid > 0:
		if t.english(t.without()) {
			return string(t.raw)
		}
		return string(was)
	case w.initials() || w.n > 0 && w.letters[0].mark == stroke || digit(was[len(was)-1]):
		return string(was)
	}
	return string(t.raw)
}

// without are the keys without the one that took a mark back: «office» is typed
// with two f because it has two, «tesst» because one would have made «tét».
func (t *Typer) without() []rune {
	keys := make([]rune, 0, len(t.raw))
	keys = append(keys, t.raw[:t.undid-1]...)
	return append(keys, t.raw[t.undid:]...)
}

// english reports whether keys make no Vietnamese syllable, nor the beginning of
// one.
func (t *Typer) english(keys []rune) bool {
	var w word
	for _, k := range keys {
		s := t.press(w, k)
		if w = s.word; s.undid || !w.possible() && !w.initials() {
			return true
		}
	}
	return false
}

func has(keys []rune, r rune) bool {
	for _, k := range keys {
		if lower(k) == r {
			return true
		}
	}
	return false
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// inWord reports whether a key belongs to a word.
func inWord(r rune) bool { return unicode.IsLetter(r) || digit(r) }

// lastWord is the word at the end of a text; of a longer one its end.
func lastWord(left string) []rune {
	var back [most]rune
	n := 0
	for n < most && left != "" {
		r, size := lastRune(left)
		if !inWord(r) {
			break
		}
		left = left[:len(left)-size]
		n++
		back[most-n] = r
	}
	return back[most-n:]
}

// differ answers how many runes go at the end of was and what comes there, to
// make it now.
func differ(was, now []rune) (cut int, put string) {
	i := 0
	for i < len(was) && i < len(now) && was[i] == now[i] {
		i++
	}
	return len(was) - i, string(now[i:])
}

// joinMark puts a combining mark on the letter before it, and on the marks that
// letter has already.
func joinMark(left string, mark rune) (cut int, put string) {
	from := len(left)
	for n := 0; n < mostMarks && from > 0; n++ {
		r, size := lastRune(left[:from])
		from -= size
		if !unicode.Is(unicode.Mn, r) {
			break
		}
	}
	was := left[from:]
	return differ([]rune(was), []rune(norm.NFC.String(was+string(mark))))
}
