package tralai

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// bullet is what a line of a list begins with: a dash, a dot, a number.
var bullet = regexp.MustCompile(`^\s*(?:[-–•*+]|\d{1,2}[.)])\s+`)

// rest is a piece that goes on with the numbers of the piece before: "15; 40".
var rest = regexp.MustCompile(`^[\s\d,&–-]*(?:và[\s\d,]*)?$`)

// clauses cuts an officer's words where another matter begins: at line ends, at
// semicolons, and at full stops before a capital. Bullets are dropped, nothing
// else is.
func clauses(s string) []string {
	var out []string
	for line := range strings.Lines(norm.NFC.String(s)) {
		line = bullet.ReplaceAllString(strings.TrimSpace(line), "")
		for _, p := range sentences(line) {
			if n := len(out); n > 0 && p != "" && rest.MatchString(p) {
				out[n-1] += "; " + p
				continue
			}
			if p != "" {
				out = append(out, p)
			}
		}
	}
	if len(out) == 0 {
		return []string{s}
	}
	return out
}

// sentences cuts a line. A full stop behind a single letter is of a name.
func sentences(line string) (out []string) {
	from := 0
	cut := func(at, after int) {
		out = append(out, strings.TrimSpace(line[from:at]))
		from = after
	}
	for i, r := range line {
		switch r {
		case ';':
			cut(i, i+1)
		case '.':
			next := strings.TrimLeft(line[i+1:], " ")
			first, _ := utf8.DecodeRuneInString(next)
			if next != line[i+1:] && unicode.IsUpper(first) && !initial(line[from:i]) {
				cut(i, i+1)
			}
		}
	}
	return append(out, strings.TrimSpace(line[from:]))
}

// initial reports whether a text ends in a word of one letter.
func initial(s string) bool {
	last, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsLetter(last) && !unicode.IsLetter(before)
}
