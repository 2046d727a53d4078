package tralai

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// against are words behind which stands what a thing is held against (đối chiếu): in
// «họ tên không khớp căn cước» the name is meant, in «số CCCD không khớp» the number.
var against = []string{"khop", "dung", "khac", "lech", "voi", "theo", "tren", "trong", "nhu"}

// between are words that may stand between those and the thing.
var between = []string{"so", "the", "thong", "tin", "ghi", "co", "csdl", "du", "lieu", "quoc", "gia", "ve", "giay", "to", "cua", "ban", "anh", "chup", "scan"}

// sources make a source of what follows them at once, in whatever sentence: «thẻ căn
// cước ghi họ tên khác».
var sources = []string{"thẻ", "the", "csdl", "lieu"}

// said is an officer's words, folded, one by one.
type said struct {
	words []string // folded
	as    []string // as they were written, small
	cut   []bool   // a sign stands before it
}

func saidIn(s string) (out said) {
	cut := false
	var word []rune
	end := func() {
		if len(word) > 0 {
			w := strings.ToLower(string(word))
			out.words, out.as, out.cut = append(out.words, codes.Fold(w)), append(out.as, w), append(out.cut, cut)
			word, cut = word[:0], false
		}
	}
	for _, r := range norm.NFC.String(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = append(word, r)
			continue
		case strings.ContainsRune(",.:;()–", r):
			end()
			cut = true
		default:
			end()
		}
	}
	end()
	return out
}

// times are the places at which a phrase of folded words begins.
func (s said) times(phrase string) (out []int) {
	w := strings.Fields(phrase)
	for i := 0; i+len(w) <= len(s.words); i++ {
		if slices.Equal(s.words[i:i+len(w)], w) {
			out = append(out, i)
		}
	}
	return out
}

// isSource reports whether what begins at a word is what something is held against.
func (s said) isSource(i int) bool {
	if i > 0 && !s.cut[i] && slices.Contains(sources, s.as[i-1]) {
		return true
	}
	for ; i > 0 && !s.cut[i]; i-- {
		switch w := s.words[i-1]; {
		case slices.Contains(against, w):
			return true
		case !slices.Contains(between, w):
			return false
		}
	}
	return false
}

// meant are those of the columns that words name which are wrong themselves, and not
// what another one is held against. Where all are the latter, all are meant.
func meant(words string, cols []*form.Column) []*form.Column {
	s := saidIn(words)
	wrong := slices.DeleteFunc(slices.Clone(cols), func(c *form.Column) bool {
		seen := false
		for _, w := range wordsFor(c) {
			for _, i := range s.times(w) {
				if seen = true; !s.isSource(i) {
					return false
				}
			}
		}
		return seen
	})
	if len(wrong) == 0 {
		return cols
	}
	return wrong
}
