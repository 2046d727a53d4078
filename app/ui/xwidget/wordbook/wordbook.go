// Package wordbook says the window's words in the language that a person chose:
// Vietnamese, English, or both side by side for whoever signs what he cannot read.
//
// Screens are written in Vietnamese and know nothing of it. The widgets that draw
// words ask Say for what stands there; words that the book does not have stay as
// they are. A key of the book may hold the verbs of fmt: it then stands for every
// sentence made with it, and what was filled in is said anew in its place. What
// the law and the agency word, forms, rules and their faults, stays Vietnamese.
//
// The goroutine of the window alone uses it, like every widget.
package wordbook

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ankhai/assets"
)

// Language is how the window speaks.
type Language string

// The languages.
const (
	Vietnamese Language = "vi"
	English    Language = "en"
	Both       Language = "vi+en" // short words say both, sentences English below Vietnamese
)

// pattern is a key with verbs.
type pattern struct {
	first   string // what it begins with, "" if with a verb
	shape   *regexp.Regexp
	english string // with $1, $2 …
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

// Say is what stands for Vietnamese words on the window.
func Say(vi string) string {
	if chosen == Vietnamese || vi == "" {
		return vi
	}
	en := english(vi)
	switch {
	case chosen == English:
		return en
	case en == vi:
		return vi
	case len(vi) > long:
		return vi + "\n" + en
	}
	return vi + " / " + en
}

// long is from where words are a sentence, in bytes.
const long = 48

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

// compose finds the sentence that vi was made with; else it says the parts of a line
// one by one.
func compose(vi string) string {
	for _, p := range patterns {
		if !strings.HasPrefix(vi, p.first) {
			continue
		}
		if m := p.shape.FindStringSubmatch(vi); m != nil {
			return fill(p.english, m[1:])
		}
	}
	for _, between := range []string{" · ", "\n"} {
		if parts := strings.Split(vi, between); len(parts) > 1 {
			for i, part := range parts {
				parts[i] = english(part)
			}
			return strings.Join(parts, between)
		}
	}
	return vi
}

// fill puts what was filled into a sentence into its English; each is said anew.
func fill(en string, filled []string) string {
	for i := len(filled) - 1; i >= 0; i-- {
		en = strings.ReplaceAll(en, fmt.Sprintf("\x00%d;", i+1), english(filled[i]))
	}
	return en
}

var verb = regexp.MustCompile(`%(?:\[\d+\])?[sdvq]`)

// load reads the book once.
func load() {
	if words != nil {
		return
	}
	words = map[string]string{}
	var book map[string]string
	if err := json.Unmarshal(assets.EnglishJSON, &book); err != nil {
		return // a test reads the book; a window without English is still a window
	}
	for vi, en := range book {
		if !verb.MatchString(vi) {
			words[vi] = en
			continue
		}
		patterns = append(patterns, patternOf(vi, en))
	}
	slices.SortFunc(patterns, func(a, b pattern) int { // the one that says most first
		if d := len(b.shape.String()) - len(a.shape.String()); d != 0 {
			return d
		}
		return strings.Compare(a.shape.String(), b.shape.String())
	})
}

// patternOf makes a pattern of a key and its English. The English names what was
// filled in by %[n]s, or takes it in the same order.
func patternOf(vi, en string) pattern {
	at := verb.FindAllStringIndex(vi, -1)
	var shape strings.Builder
	shape.WriteString("(?s)^")
	last := 0
	for _, v := range at {
		shape.WriteString(regexp.QuoteMeta(strings.ReplaceAll(vi[last:v[0]], "%%", "%")) + "(.*?)")
		last = v[1]
	}
	shape.WriteString(regexp.QuoteMeta(strings.ReplaceAll(vi[last:], "%%", "%")) + "$")
	n := 0
	en = verb.ReplaceAllStringFunc(en, func(v string) string {
		n++
		at := n
		if strings.HasPrefix(v, "%[") {
			fmt.Sscanf(v, "%%[%d]", &at)
		}
		return fmt.Sprintf("\x00%d;", at)
	})
	return pattern{first: strings.ReplaceAll(vi[:at[0][0]], "%%", "%"), shape: regexp.MustCompile(shape.String()), english: strings.ReplaceAll(en, "%%", "%")}
}
