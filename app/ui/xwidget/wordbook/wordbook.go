// Package wordbook says the window's words in the language that a person chose:
// Vietnamese, English, or both side by side for whoever signs what he cannot read.
//
// Screens are written in Vietnamese and know nothing of it. The widgets that draw
// words ask Say, or Line where there is one line only, for what stands there; words
// that the book does not have stay as they are. Both languages share a line where
// they fit, else English goes below, or gives way where there is no below.
//
// A key of the book may hold the verbs of fmt: it then stands for every sentence made
// with it, and what was filled in is said anew in its place; its English may say
// {row|rows} after a figure, for one and for any other; a unit is such a pair alone. A
// key that begins with a space or a joint (", ", ". ", "; ", ": "), or ends with a
// space, is a part of a longer sentence. What the law and the agency word, forms, rules
// and their faults, stays Vietnamese. docs/tu-dien-anh-viet.md keeps the glossary.
//
// A command of the console that the office names as a remedy is said as the place where
// the window does the same.
//
// The goroutine of the window alone uses it, like every widget.
package wordbook

import (
	"encoding/json"
	"regexp"
	"slices"
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

var (
	chosen   = Vietnamese
	narrow   = false           // no room for two languages on a line
	words    map[string]string // exact
	single   map[string]string // exact, of one
	patterns []pattern
	said     = map[string]string{} // English of what was asked for before
)

// most bounds what is remembered of what was said, longest the bytes of what is said
// at all: a gateway's message may be of any size.
const most, longest = 4096, 4 << 10

// Choose sets the language of every word that is drawn from now on; an unknown one
// is Vietnamese.
func Choose(l Language) {
	chosen = Vietnamese
	if l == English || l == Both {
		chosen = l
		load()
	}
}

// Narrow says that there is no room for two languages on one line: each says
// Vietnamese alone there, and paragraphs still say both.
func Narrow(yes bool) { narrow = yes }

// Chosen is the language in force.
func Chosen() Language { return chosen }

// Speaking tells apart what changes the words on the window: the language, and whether
// there is room for two.
func Speaking() (l Language, onOneLine bool) { return chosen, !narrow }

// Say is what stands for Vietnamese words where there is room for another line.
func Say(vi string) string {
	s, one := Line(vi, long), here(vi, false)
	if chosen != Both || s != one || figure(vi) {
		return s
	}
	if en := english(vi); en != vi {
		return one + "\n" + here(en, true)
	}
	return one
}

// Official is what stands for an official name: never English alone, since the name is
// what is looked for and printed.
func Official(vi string) string {
	if chosen == Vietnamese || english(vi) == vi {
		return here(vi, false)
	}
	return here(vi, false) + "\n" + here(english(vi), true)
}

// Line is what stands for Vietnamese words on one line: in both languages at most
// so many letters, else Vietnamese alone. A figure is not said twice.
func Line(vi string, most int) string {
	if chosen == Vietnamese || vi == "" {
		return here(vi, false)
	}
	en := english(vi)
	if chosen == English {
		return here(en, true)
	}
	if s := here(vi, false) + " / " + here(en, true); en != vi && !narrow && !figure(vi) && utf8.RuneCountInString(s) <= most {
		return s
	}
	return here(vi, false)
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
	if len(vi) > longest {
		return vi
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
	if bare, ok := strings.CutSuffix(vi, " *"); ok { // a question that must be answered
		return english(bare) + " *"
	}
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
		if m[1] == "1 " || m[3] != "" { // «1 năm», «năm 2026»
			return m[1] + one(m[2]) + m[3]
		}
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
	if m := noted.FindStringSubmatch(vi); m != nil && !unsaid(m[1]) && !unsaid(m[2]) { // «tự nguyện (đơn vị đã chọn)»
		return english(m[1]) + " (" + english(m[2]) + ")"
	}
	return vi
}

var noted = regexp.MustCompile(`^([^()]+) \(([^()]+)\)$`)

var counted = regexp.MustCompile(`^((?:[•–] )?(?:[\d.,]+ )?)(\pL.*?)((?: [\d.,]+| \(\d+\))?)$`)

// one is the English of one of a unit, of other words their English.
func one(vi string) string {
	if en, ok := single[vi]; ok {
		return en
	}
	first, n := utf8.DecodeRuneInString(vi)
	if en, ok := single[string(unicode.ToLower(first))+vi[n:]]; ok {
		return capital(en, unicode.ToUpper)
	}
	return english(vi)
}

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

// unit is the English of a word that is counted.
var unit = regexp.MustCompile(`^\{([^|}]*)\|([^}]*)\}$`)

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
	words, single, patterns = map[string]string{}, map[string]string{}, nil
	clear(said)
	for vi, en := range book {
		if m := unit.FindStringSubmatch(en); m != nil {
			single[vi], en = m[1], m[2]
		}
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
