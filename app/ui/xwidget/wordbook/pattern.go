package wordbook

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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

// tail reports whether words are the end of a longer sentence, open whether they
// are its beginning: the book has them as a screen puts them together.
func tail(vi string) bool {
	return strings.HasPrefix(vi, " ") || strings.HasPrefix(vi, ", ") || strings.HasPrefix(vi, ". ") || strings.HasPrefix(vi, "; ") || strings.HasPrefix(vi, ": ")
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
		switch {
		case strings.HasSuffix(vi[v[0]:v[1]], "d"):
			shape.WriteString(`([-–]?\d+)`)
		case v[0] == 0:
			shape.WriteString(`((?:[^,]|,\S)*?)`) // not two sentences
		default:
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
