// Package wordbook says the window's words in the language that a person chose:
// Vietnamese, English, or both side by side for whoever signs what he cannot read.
//
// Screens are written in Vietnamese and know nothing of it. The widgets that draw
// words ask Say for what stands there; words that the book does not have stay as
// they are. A key of the book may hold the verbs of fmt: it then stands for every
// sentence made with it, and what was filled in is said anew in its place; its
// English may say {row|rows} after a figure, for one and for any other. A key
// that begins with a space or a joint (", ", ". ", "; "), or ends with a space, is
// a part of a longer sentence. What the law and the agency word, forms, rules and
// their faults, stays Vietnamese.
//
// The goroutine of the window alone uses it, like every widget.
package wordbook

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ankhai/assets"
)

// Language is how the window speaks.
type Language string

// The languages.
const (
	Vietnamese Language = "vi"
	English    Language = "en"
	Both       Language = "vi+en" // short words say both, paragraphs English below Vietnamese
)

// pattern is a key with verbs.
type pattern struct {
	first   string // what it begins with, "" if with a verb
	holds   string // the longest words that it has
	own     int    // how many letters of its own it has
	sure    int    // how many of the things filled in need no doubt: what stands before a tail
	shape   *regexp.Regexp
	english string // with \x00n; for what was filled in
}

var (
	chosen   = Vietnamese
	words    map[string]string // exact
	patterns []pattern
	said     = map[string]string{} // English of what was asked for before
)

// most bounds what is remembered of what was said.
const most = 4096

// Choose sets the language of every word that is drawn from now on; an unknown one
// is Vietnamese.
func Choose(l Language) {
	chosen = Vietnamese
	if l == English || l == Both {
		chosen = l
		load()
	}
}

// Chosen is the language in force.
func Chosen() Language { return chosen }

// Say is what stands for Vietnamese words where there is room for another line.
func Say(vi string) string {
	s := Line(vi, long)
	if chosen != Both || s != vi || figure(vi) {
		return s
	}
	if en := english(vi); en != vi {
		return vi + "\n" + en
	}
	return vi
}

// Line is what stands for Vietnamese words on one line: in both languages at most
// so many letters, else Vietnamese alone. A figure is not said twice.
func Line(vi string, most int) string {
	if chosen == Vietnamese || vi == "" {
		return vi
	}
	en := english(vi)
	if chosen == English {
		return en
	}
	if s := vi + " / " + en; en != vi && !figure(vi) && utf8.RuneCountInString(s) <= most {
		return s
	}
	return vi
}

// long is how many letters two languages may have on one line of a paragraph.
const long = 60

// figure reports whether words begin with a figure.
func figure(vi string) bool {
	vi = strings.TrimLeft(vi, "+-–")
	return vi != "" && vi[0] >= '0' && vi[0] <= '9'
}

// english is the English of words, the words themselves if the book has none.
func english(vi string) string {
	if en, ok := words[vi]; ok {
		return en
	}
	if en, ok := said[vi]; ok {
		return en
	}
	if len(said) >= most {
		clear(said)
	}
	en := compose(vi)
	said[vi] = en
	return en
}

// compose finds the words as they stand, else with another first letter: a screen
// writes the office's words with a capital one.
func compose(vi string) string {
	if en := made(vi); en != vi {
		return en
	}
	r, n := utf8.DecodeRuneInString(vi)
	to, back := unicode.ToLower, unicode.ToUpper
	if unicode.IsLower(r) {
		to, back = back, to
	}
	other := string(to(r)) + vi[n:]
	if en, ok := words[other]; ok {
		return capital(en, back)
	}
	if en := made(other); en != other {
		return capital(en, back)
	}
	return vi
}

// made finds the sentence that vi was made with; else it says the parts of a line
// one by one.
func made(vi string) string {
	for _, p := range patterns {
		if !strings.HasPrefix(vi, p.first) || !strings.Contains(vi, p.holds) {
			continue
		}
		if m := p.shape.FindStringSubmatch(vi); m != nil && !slices.ContainsFunc(m[p.sure+1:], p.foreign) {
			return fill(p.english, m[1:])
		}
	}
	if m := counted.FindStringSubmatch(vi); m != nil && m[2] != vi && !unsaid(m[2]) { // «7 lương», «Đã nghỉ 2», «• 3 dòng quá trình»
		return m[1] + english(m[2]) + m[3]
	}
	for _, between := range []string{"\n", " · "} {
		if strings.Contains(vi, between) {
			return each(strings.Split(vi, between), between)
		}
	}
	for _, between := range []string{". ", "; ", ": ", ", "} { // half a sentence in each language helps nobody
		if parts := strings.Split(vi, between); len(parts) > 1 && !slices.ContainsFunc(parts, unsaid) {
			return each(parts, between)
		}
	}
	return vi
}

var counted = regexp.MustCompile(`^((?:[•–] )?(?:[\d.,]+ )?)(\pL.*?)((?: [\d.,]+| \(\d+\)| \*)?)$`)

// each says the parts of a line.
func each(parts []string, between string) string {
	for i, part := range parts {
		parts[i] = english(part)
	}
	return strings.Join(parts, between)
}

// unsaid reports whether words are Vietnamese that the book does not have; names are
// said as they are.
func unsaid(vi string) bool { return Letters(vi) && !name(vi) && english(vi) == vi }

// foreign reports whether words can hardly be what the pattern was filled with. The
// fewer letters of its own it has, the surer it must be: few take figures, names and
// what the book says, a word or two nothing that the book does not say.
func (p pattern) foreign(vi string) bool {
	switch {
	case p.own >= few:
		return false
	case joint.MatchString(vi) && !joint.MatchString(p.holds):
		return true
	case !Letters(english(vi)) || name(vi) || file.MatchString(vi):
		return false
	}
	first, _ := utf8.DecodeRuneInString(vi)
	return p.own < fewer || !unicode.IsUpper(first)
}

var (
	joint = regexp.MustCompile(` · |: |\. `)
	file  = regexp.MustCompile(`\.[A-Za-z0-9]{2,4}$`)
)

// name reports whether words look like somebody's name: at least two, all with a
// capital letter.
func name(vi string) bool {
	words := strings.Fields(vi)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(first)
	})
}

// Letters reports whether words have a letter that Vietnamese writes and English
// does not.
func Letters(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool {
		return r >= 'À' && r <= 'ỹ' && unicode.IsLetter(r)
	})
}

// capital changes the first letter, but not of an abbreviation.
func capital(en string, to func(rune) rune) string {
	first, n := utf8.DecodeRuneInString(en)
	if second, _ := utf8.DecodeRuneInString(en[n:]); unicode.IsUpper(second) {
		return en
	}
	return string(to(first)) + en[n:]
}

// fill puts what was filled into a sentence into its English; each is said anew,
// and {row|rows} agrees with the figure before it.
func fill(en string, filled []string) string {
	en = agreeing.ReplaceAllStringFunc(en, func(s string) string {
		m := agreeing.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		if filled[n-1] == "1" {
			return m[1] + m[3]
		}
		return m[1] + m[4]
	})
	for i := len(filled) - 1; i >= 0; i-- {
		en = strings.ReplaceAll(en, fmt.Sprintf("\x00%d;", i+1), english(filled[i]))
	}
	return en
}

var agreeing = regexp.MustCompile(`(\x00(\d+);[^\x00{]*)\{([^|}]*)\|([^}]*)\}`)

var verb = regexp.MustCompile(`%(?:\[\d+\])?[sdvq]`)

// load reads the book once.
func load() {
	if words != nil {
		return
	}
	var book map[string]string
	if err := json.Unmarshal(assets.EnglishJSON, &book); err != nil {
		book = nil // a test reads the book; a window without English is still a window
	}
	take(book)
}

// take makes words and patterns of a book.
func take(book map[string]string) {
	words, patterns = map[string]string{}, nil
	clear(said)
	for vi, en := range book {
		if !verb.MatchString(vi) {
			words[vi] = en
		}
		if verb.MatchString(vi) || tail(vi) || open(vi) {
			patterns = append(patterns, patternOf(vi, en))
		}
	}
	slices.SortFunc(patterns, func(a, b pattern) int { // the one that says most first
		if d := len(b.shape.String()) - len(a.shape.String()); d != 0 {
			return d
		}
		return strings.Compare(a.shape.String(), b.shape.String())
	})
}

// tail reports whether words are the end of a longer sentence, open whether they
// are its beginning: the book has them as a screen puts them together.
func tail(vi string) bool {
	return strings.HasPrefix(vi, " ") || strings.HasPrefix(vi, ", ") || strings.HasPrefix(vi, ". ") || strings.HasPrefix(vi, "; ")
}

func open(vi string) bool { return strings.HasSuffix(vi, " ") }

// few is how many letters of its own a pattern needs to be known by them alone; with
// less than fewer it is known by what it is filled with.
const few, fewer = 10, 5

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// patternOf makes a pattern of a key and its English. The English names what was
// filled in by %[n]s, or takes it in the same order.
func patternOf(vi, en string) pattern {
	var p pattern
	var shape strings.Builder
	shape.WriteString("(?s)^")
	before := 0 // what stands before a tail is filled in first
	if tail(vi) {
		shape.WriteString("(.+?)")
		before = 1
	}
	own, last := 0, 0
	piece := func(s string) {
		s = strings.ReplaceAll(s, "%%", "%")
		shape.WriteString(regexp.QuoteMeta(s))
		own += letters(s)
		if len(s) > len(p.holds) {
			p.holds = s
		}
		if last == 0 && before == 0 {
			p.first = s
		}
	}
	group, groups := map[int]int{}, 0 // of the n-th thing that was filled in
	for _, v := range verb.FindAllStringIndex(vi, -1) {
		piece(vi[last:v[0]])
		groups++
		if n := place(vi[v[0]:v[1]], groups); group[n] == 0 {
			group[n] = groups
		}
		if strings.HasSuffix(vi[v[0]:v[1]], "d") {
			shape.WriteString(`([-–]?\d+)`)
		} else {
			shape.WriteString("(.*?)")
		}
		last = v[1]
	}
	piece(vi[last:])
	if open(vi) {
		shape.WriteString("(.+)")
	}
	shape.WriteString("$")
	p.shape = regexp.MustCompile(shape.String())
	p.own = own
	if open(vi) && !strings.HasSuffix(vi, ": ") {
		p.own = min(own, fewer) // a beginning may begin something else
	}
	if tail(vi) && own >= fewer {
		p.sure = 1
	}

	n := 0
	en = verb.ReplaceAllStringFunc(en, func(v string) string {
		n++
		return fmt.Sprintf("\x00%d;", group[place(v, n)]+before)
	})
	if before > 0 {
		en = "\x001;" + en
	}
	if open(vi) {
		en += fmt.Sprintf("\x00%d;", n+before+1)
	}
	p.english = strings.ReplaceAll(en, "%%", "%")
	return p
}

// place is which thing a verb takes: the one it names, else the one in its turn.
func place(verb string, turn int) int {
	if strings.HasPrefix(verb, "%[") {
		fmt.Sscanf(verb, "%%[%d]", &turn)
	}
	return turn
}
