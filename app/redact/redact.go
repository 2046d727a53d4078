// Package redact takes out of a text what may identify a person or tell a wage:
// whatever becomes a log line, a debug message or a crash report goes through it.
//
// It knows no person and guesses from shapes alone: runs of digits, addresses of
// mail, words in quotation marks, words that begin with capitals as names do. It
// takes too much rather than too little; the numbers of our own records (HS000001,
// NLD000001, GN000001) and short counts stay. Anything under app may import it.
// It follows threat T19 of the security findings.
package redact

import (
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark stands where something was taken out.
const Mark = "▒"

var (
	quoted  = regexp.MustCompile("\"(?:[^\"\\\\\n]|\\\\.)*\"|“[^”\n]*”|«[^»\n]*»")
	mail    = regexp.MustCompile(`[^\s@<>"]+@[^\s@<>"]+`)
	ours    = regexp.MustCompile(`^(HS|GN|NLD)\d{6,}$`)
	numbers = regexp.MustCompile(`[\p{L}\p{N}]*\d(?:[\p{N}\p{L}]|[.,\-/ \x{00a0}]\d)*`)
)

// Text is s without what may identify a person or tell a wage.
func Text(s string) string {
	s = strings.ToValidUTF8(s, Mark)
	s = quoted.ReplaceAllString(s, `"`+Mark+`"`)
	s = mail.ReplaceAllString(s, Mark)
	s = numbers.ReplaceAllStringFunc(s, number)
	return names(s)
}

// number takes out what has as many digits as a telephone number, a wage or a
// paper's number; "2026-11" and "row 12" have not.
func number(s string) string {
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < 7 || ours.MatchString(s) {
		return s
	}
	return Mark
}

// names takes out two or more words in a row that begin with a capital, as the
// names of people do and our own words of errors do not.
func names(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		n, words := capitals(s)
		if words >= 2 {
			b.WriteString(Mark)
			s = s[n:]
			continue
		}
		if n == 0 { // no word that begins with a capital here: on to the next word
			n = word(s)
		}
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

// capitals measures the words at the head of s that begin with a capital.
func capitals(s string) (n, words int) {
	at := 0
	for {
		r, _ := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsUpper(r) {
			return n, words
		}
		for at < len(s) {
			r, size := utf8.DecodeRuneInString(s[at:])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			at += size
		}
		n, words = at, words+1
		if at >= len(s) || s[at] != ' ' {
			return n, words
		}
		at++
	}
}

// word measures one word and the sign after it, at least one sign.
func word(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			return i + utf8.RuneLen(r)
		}
	}
	return len(s)
}

// writer redacts line by line.
type writer struct{ to io.Writer }

// Writer writes to to what Text leaves of each Write. A log writes a whole line
// at once, as package log does; a value cut in two by its writer is not seen.
func Writer(to io.Writer) io.Writer { return writer{to} }

func (w writer) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.to, Text(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}
